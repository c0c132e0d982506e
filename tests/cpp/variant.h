// VARIANT as C++ has it, and IVariants of codegen/src/rust/golden/variants, written by hand.
#pragma once

#include "object.h"

#ifdef _WIN32

#include <oleauto.h>

#else

#include <cstdlib>

typedef std::int32_t LONG;
typedef std::int16_t VARIANT_BOOL;
typedef WCHAR *BSTR;

struct VARIANT {
    std::uint16_t vt;
    std::uint16_t wReserved1;
    std::uint16_t wReserved2;
    std::uint16_t wReserved3;
    union {
        LONG lVal;
        std::int64_t llVal;
        BSTR bstrVal;
        IUnknown *punkVal;
        struct {
            void *pvRecord;
            void *pRecInfo;
        } brecVal;
    };
};

inline constexpr HRESULT E_NOTIMPL = static_cast<HRESULT>(0x80004001);
enum { VT_EMPTY = 0, VT_I4 = 3, VT_BSTR = 8, VT_UNKNOWN = 13 };

// The stand-in: the number of bytes, the units, a zero.
inline BSTR SysAllocStringLen(const WCHAR *units, ULONG count) {
    auto block = static_cast<char *>(std::malloc(4 + 2 * count + 2));
    if (!block) return nullptr;
    ULONG bytes = 2 * count;
    std::memcpy(block, &bytes, 4);
    std::memcpy(block + 4, units, bytes);
    std::memset(block + 4 + bytes, 0, 2);
    return reinterpret_cast<BSTR>(block + 4);
}

inline ULONG SysStringLen(BSTR text) {
    if (!text) return 0;
    ULONG bytes;
    std::memcpy(&bytes, reinterpret_cast<char *>(text) - 4, 4);
    return bytes / 2;
}

inline void SysFreeString(BSTR text) {
    if (text) std::free(reinterpret_cast<char *>(text) - 4);
}

inline HRESULT VariantClear(VARIANT *variant) {
    if (variant->vt == VT_BSTR) SysFreeString(variant->bstrVal);
    if (variant->vt == VT_UNKNOWN && variant->punkVal) variant->punkVal->Release();
    variant->vt = VT_EMPTY;
    return S_OK;
}

// Of an empty variant.
inline HRESULT VariantCopy(VARIANT *to, const VARIANT *from) {
    *to = *from;
    if (from->vt == VT_BSTR) to->bstrVal = SysAllocStringLen(from->bstrVal, SysStringLen(from->bstrVal));
    if (from->vt == VT_UNKNOWN && from->punkVal) from->punkVal->AddRef();
    return S_OK;
}

#endif

static_assert(sizeof(VARIANT) == (sizeof(void *) == 8 ? 24 : 16), "a VARIANT is as long as in Rust");

DEFINE_GUID(IID_IVariants, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x31);

struct IVariants : IUnknown {
    virtual HRESULT STDMETHODCALLTYPE Put(VARIANT value) = 0;
    virtual HRESULT STDMETHODCALLTYPE PutEach(const VARIANT *first, VARIANT *second, VARIANT *third) = 0;
    virtual HRESULT STDMETHODCALLTYPE Get(VARIANT *value) = 0;
    virtual HRESULT STDMETHODCALLTYPE Change(VARIANT *value) = 0;
    virtual HRESULT STDMETHODCALLTYPE Exchange(VARIANT *value, ULONG *kind) = 0;
    virtual HRESULT STDMETHODCALLTYPE Describe(VARIANT value, LONG depth, BSTR *text, VARIANT *copy) = 0;
    virtual ULONG STDMETHODCALLTYPE Kind(VARIANT value, const VARIANT *other) = 0;
    virtual HRESULT STDMETHODCALLTYPE Invert(VARIANT_BOOL value, VARIANT_BOOL *result) = 0;
    virtual HRESULT STDMETHODCALLTYPE PutMany(ULONG count, VARIANT *values) = 0;
    virtual HRESULT STDMETHODCALLTYPE Unwanted(VARIANT *value) = 0;
    virtual ULONG STDMETHODCALLTYPE KindOf(VARIANT *value) = 0;
    virtual ULONG STDMETHODCALLTYPE Turn(VARIANT *value, VARIANT *old) = 0;
};
