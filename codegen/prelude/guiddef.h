/*
 * GUIDs under the names that COM has for them.
 *
 * Stands in for the Windows SDK's header of this name where no include folder has one.
 */
#ifndef MIDL_BINDGEN_GUIDDEF_H
#define MIDL_BINDGEN_GUIDDEF_H

/* A globally unique identifier. */
typedef struct _GUID
{
    unsigned long Data1;
    unsigned short Data2;
    unsigned short Data3;
    unsigned char Data4[8];
} GUID;

typedef GUID *LPGUID;
typedef const GUID *LPCGUID;
typedef const GUID *REFGUID;

/* Names an interface. */
typedef GUID IID;
typedef IID *LPIID;
typedef const IID *REFIID;

/* Names a class. */
typedef GUID CLSID;
typedef CLSID *LPCLSID;
typedef const CLSID *REFCLSID;

/* Names the layout of a property set. */
typedef GUID FMTID;
typedef FMTID *LPFMTID;
typedef const FMTID *REFFMTID;

#endif
