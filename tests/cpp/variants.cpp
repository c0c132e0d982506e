// VARIANTs from C++ to Rust and from Rust to C++: by value, which compilers pass in ways of their own, and by pointer.

#include <cstring>

#include "variant.h"

namespace {

ULONG both(ULONG one, ULONG other) { return one << 16 | other; }

// Tells what it is given.
class Variants final : public Object<Variants, IVariants, IID_IVariants> {
public:
    HRESULT STDMETHODCALLTYPE Put(VARIANT value) override {
        return value.vt == VT_I4 ? static_cast<HRESULT>(value.lVal) : E_INVALIDARG;
    }

    HRESULT STDMETHODCALLTYPE PutEach(const VARIANT *first, VARIANT *second, VARIANT *third) override {
        if (!first || !second) return E_POINTER;
        LONG sum = first->lVal + 10 * second->lVal + (third ? 100 * third->lVal : 0);
        return static_cast<HRESULT>(0x80040000u | static_cast<ULONG>(sum));
    }

    HRESULT STDMETHODCALLTYPE Get(VARIANT *value) override {
        value->vt = VT_UNKNOWN;
        value->punkVal = new Variants;
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE Change(VARIANT *value) override {
        LONG length = value->vt == VT_BSTR ? static_cast<LONG>(SysStringLen(value->bstrVal)) : -1;
        VariantClear(value);
        value->vt = VT_I4;
        value->lVal = length;
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE Exchange(VARIANT *value, ULONG *kind) override {
        *kind = value ? value->vt : 0xffff;
        if (value) VariantClear(value);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE Describe(VARIANT value, LONG depth, BSTR *text, VARIANT *copy) override {
        WCHAR units[2] = {static_cast<WCHAR>('0' + value.vt), static_cast<WCHAR>('0' + depth)};
        *text = SysAllocStringLen(units, 2);
        return VariantCopy(copy, &value);
    }

    ULONG STDMETHODCALLTYPE Kind(VARIANT value, const VARIANT *other) override {
        return both(value.vt, other ? other->vt : 0xffff);
    }

    HRESULT STDMETHODCALLTYPE Invert(VARIANT_BOOL value, VARIANT_BOOL *result) override {
        *result = value ? 0 : -1;
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE PutMany(ULONG, VARIANT *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE Unwanted(VARIANT *) override { return E_NOTIMPL; }
    ULONG STDMETHODCALLTYPE KindOf(VARIANT *value) override { return value->vt; }

    ULONG STDMETHODCALLTYPE Turn(VARIANT *value, VARIANT *old) override {
        *old = *value;
        value->vt = VT_EMPTY;
        return old->vt;
    }
};

} // namespace

EXPORT IUnknown *cpp_new_variants() { return new Variants; }

// What follows the variant among the arguments would be something else if it took another place than expected.
EXPORT HRESULT cpp_describe_variant(IVariants *object, const VARIANT *value, LONG depth, BSTR *text, VARIANT *copy) {
    return object->Describe(*value, depth, text, copy);
}

EXPORT ULONG cpp_kind_of_variant(IVariants *object, const VARIANT *value, const VARIANT *other) {
    return object->Kind(*value, other);
}

// Gives the object a text of C++'s, and clears what comes back.
EXPORT HRESULT cpp_change_variant(IVariants *object, LONG *answer) {
    VARIANT value = {};
    value.vt = VT_BSTR;
    value.bstrVal = SysAllocStringLen(reinterpret_cast<const WCHAR *>(u"four"), 4);
    HRESULT result = object->Change(&value);
    *answer = value.vt == VT_I4 ? value.lVal : -1;
    VariantClear(&value);
    return result;
}

// Takes what the object hands out, and clears it.
EXPORT HRESULT cpp_get_variant(IVariants *object) {
    VARIANT value;
    std::memset(&value, 0x77, sizeof(value));
    HRESULT result = object->Get(&value);
    if (SUCCEEDED(result) && value.vt != VT_UNKNOWN) result = E_INVALIDARG;
    VariantClear(&value);
    return result;
}
