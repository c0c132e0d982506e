// What a header made by widl needs of Windows, for C++ compilers on other systems.
//
// The widths are Windows' own: a ULONG has 4 bytes and a WCHAR 2 wherever this is compiled. COM itself needs no
// operating system: an interface pointer points to a pointer to a table of functions, and that is what a C++ class
// with virtual functions and without a virtual destructor is here, too.
#pragma once

#include <cstdint>
#include <cstring>

typedef std::uint32_t ULONG;
typedef std::int32_t HRESULT;
typedef char16_t WCHAR;
typedef void *HANDLE;

struct GUID {
    std::uint32_t Data1;
    std::uint16_t Data2;
    std::uint16_t Data3;
    std::uint8_t Data4[8];
};
typedef GUID IID;
typedef const GUID &REFIID;

inline bool operator==(const GUID &left, const GUID &right) {
    return std::memcmp(&left, &right, sizeof(GUID)) == 0;
}

#define interface struct
#define MIDL_INTERFACE(iid) struct
#define STDMETHODCALLTYPE
#define DEFINE_GUID(name, a, b, c, d0, d1, d2, d3, d4, d5, d6, d7) \
    inline constexpr GUID name = {a, b, c, {d0, d1, d2, d3, d4, d5, d6, d7}}

#define SUCCEEDED(result) ((result) >= 0)
#define FAILED(result) ((result) < 0)

inline constexpr HRESULT S_OK = 0;
inline constexpr HRESULT E_NOINTERFACE = static_cast<HRESULT>(0x80004002);
inline constexpr HRESULT E_POINTER = static_cast<HRESULT>(0x80004003);
inline constexpr HRESULT E_INVALIDARG = static_cast<HRESULT>(0x80070057);
inline constexpr HRESULT E_OUTOFMEMORY = static_cast<HRESULT>(0x8007000E);

DEFINE_GUID(IID_IUnknown, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46);

interface IUnknown {
    virtual HRESULT STDMETHODCALLTYPE QueryInterface(REFIID riid, void **ppvObject) = 0;
    virtual ULONG STDMETHODCALLTYPE AddRef() = 0;
    virtual ULONG STDMETHODCALLTYPE Release() = 0;
};
typedef IUnknown *LPUNKNOWN;
