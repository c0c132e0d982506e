// MAPI as widl reads our IDL: mapisync.h and mapisession.h are made from idl/ when the tests are built.
#pragma once

#ifdef _WIN32
#include <windows.h>
// The IIDs are defined here, not only declared.
#include <initguid.h>
#else
// The stand-in for what windows.h would bring, in portable/.
#define COM_NO_WINDOWS_H
#include <unknwn.h>
#endif

#include "mapisync.h"

// A wide literal: windows.h has wchar_t for WCHAR, which C++ takes for another type than char16_t.
inline const WCHAR *wide(const char16_t *text) { return reinterpret_cast<const WCHAR *>(text); }

#ifdef _WIN32
#define EXPORT extern "C" __declspec(dllexport)
#else
#define EXPORT extern "C" __attribute__((visibility("default")))
#endif
