// A COM object: reference counting and QueryInterface for one interface, as a C++ programmer writes them.
#pragma once

#include <atomic>

#include "mapi.h"

// How many objects of this library are alive.
inline std::atomic<ULONG> live_objects{0};

// `Self` derives from Object<Self, Interface, iid> and is final. There is no virtual destructor: it would take two
// slots of the vtable.
template <class Self, class Interface, const GUID &iid>
class Object : public Interface {
public:
    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID asked, void **answer) override {
        if (!answer) return E_POINTER;
        if (asked == IID_IUnknown || asked == iid) {
            *answer = static_cast<Interface *>(this);
            AddRef();
            return S_OK;
        }
        *answer = nullptr;
        return E_NOINTERFACE;
    }

    ULONG STDMETHODCALLTYPE AddRef() override { return ++references; }

    ULONG STDMETHODCALLTYPE Release() override {
        ULONG remaining = --references;
        if (remaining == 0) delete static_cast<Self *>(this);
        return remaining;
    }

protected:
    Object() { ++live_objects; }
    ~Object() { --live_objects; }

private:
    std::atomic<ULONG> references{1};
};

// One reference to an interface, released at the end of its scope.
template <class Interface>
class Reference {
public:
    Reference() = default;
    Reference(Reference &&other) noexcept : pointer(other.pointer) { other.pointer = nullptr; }
    Reference(const Reference &) = delete;
    Reference &operator=(const Reference &) = delete;
    ~Reference() { release(); }

    HRESULT query(IUnknown *object, REFIID iid) {
        return object->QueryInterface(iid, reinterpret_cast<void **>(&pointer));
    }

    void release() {
        if (pointer) pointer->Release();
        pointer = nullptr;
    }

    Interface *operator->() const { return pointer; }
    Interface *get() const { return pointer; }

private:
    Interface *pointer = nullptr;
};
