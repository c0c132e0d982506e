/* The one function of bcryptprimitives.dll that Rust's standard library needs, for Wine 8, which lacks the DLL. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
    while (length)
    {
        ULONG part = length > 0x10000000u ? 0x10000000u : (ULONG)length;
        if (!RtlGenRandom(data, part)) return FALSE;
        data += part;
        length -= part;
    }
    return TRUE;
}
