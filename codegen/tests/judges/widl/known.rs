//! Where Wine's headers need help, and where they say something else than the files, with good reason.

/// C that has to stand before the header of a file.
pub const BEFORE: &[(&str, &str)] = &[
    (
        "amvideo.idl",
        "#include <windows.h>\ntypedef LONGLONG REFERENCE_TIME;",
    ),
    (
        "commoncontrols.idl",
        "#include <windows.h>\n#include <commctrl.h>",
    ),
    ("cordebug.idl", "#include <windows.h>\n#include <corhdr.h>"),
    ("corsym.idl", "#include <windows.h>\n#include <corhdr.h>"),
    ("ddstream.idl", "#include <windows.h>\n#include <ddraw.h>"),
    ("dxva2api.idl", "#include <windows.h>\n#include <d3d9.h>"),
    ("evr9.idl", "#include <windows.h>\n#include <d3d9.h>"),
    ("mfreadwrite.idl", "#include <mfidl.h>"),
    // `windows.h` brings another definition of the same interfaces.
    ("msxml2.idl", "#define __msxml_h__\n#define __urlmon_h__"),
    ("msxml6.idl", "#define __msxml_h__\n#define __urlmon_h__"),
    ("videoacc.idl", "#include <windows.h>\n#include <ddraw.h>"),
    (
        "vmr9.idl",
        "#include <windows.h>\n#include <d3d9.h>\n#include <strmif.h>",
    ),
];

const STAND_IN: &str =
    "the file has a stand-in for IDL compilers; quoted C hides it or takes another definition";
const HANDLE: &str = "the file has a void pointer for IDL compilers; C has a type of its own";
const HIDDEN: &str = "quoted C hides the name from C";
const POINTER: &str = "a pointer made of a number is no constant for a compiler of C++";

/// The definitions about which the header says something else: the file, their names, and why.
pub const DIFFERENCES: &[(&str, &[&str], &str)] = &[
    (
        "amvideo.idl",
        &["DDCAPS", "DDSURFACEDESC", "RGBQUAD"],
        STAND_IN,
    ),
    ("audioclient.idl", &["WAVEFORMATEX"], STAND_IN),
    ("commoncontrols.idl", &["HIMAGELIST", "RGBQUAD"], STAND_IN),
    (
        "cordebug.idl",
        &[
            "CorElementType",
            "LPDEBUG_EVENT",
            "LPPROCESS_INFORMATION",
            "LPSTARTUPINFOW",
            "mdScope",
        ],
        STAND_IN,
    ),
    ("cordebug.idl", &["PCCOR_SIGNATURE", "mdSourceFile"], HIDDEN),
    ("corsym.idl", &["IMAGE_DEBUG_DIRECTORY"], STAND_IN),
    ("ddstream.idl", &["LPDDSURFACEDESC"], STAND_IN),
    (
        "devicetopology.idl",
        &["KSDATAFORMAT", "KSIDENTIFIER"],
        STAND_IN,
    ),
    ("dimm.idl", &["HIMC", "HIMCC"], HANDLE),
    ("directmanipulation.idl", &["HWND"], HANDLE),
    ("dwrite.idl", &["HMONITOR"], HANDLE),
    ("dxgi.idl", &["HMONITOR"], HANDLE),
    (
        "dxva2api.idl",
        &[
            "D3DFORMAT",
            "D3DPOOL",
            "IDirect3DDevice9",
            "IDirect3DSurface9",
        ],
        STAND_IN,
    ),
    ("indexsrv.idl", &["PFNFILLTEXTBUFFER"], STAND_IN),
    (
        "mfobjects.idl",
        &["MPEG1WAVEFORMAT", "WAVEFORMATEX", "WAVEFORMATEXTENSIBLE"],
        STAND_IN,
    ),
    ("mimeole.idl", &["HBODY_ROOT"], POINTER),
    ("mimeole.idl", &["PCX509CERT"], STAND_IN),
    ("mmstream.idl", &["PAPCFUNC"], STAND_IN),
    (
        "mpegtype.idl",
        &["MPEG1WAVEFORMAT", "WAVEFORMATEX", "WAVEFORMATEXTENSIBLE"],
        STAND_IN,
    ),
    ("msctf.idl", &["HKL"], HANDLE),
    ("oaidl.idl", &["ELEMDESC", "EXCEPINFO"], STAND_IN),
    (
        "objidl.idl",
        &["COLE_DEFAULT_AUTHINFO", "COLE_DEFAULT_PRINCIPAL"],
        POINTER,
    ),
    (
        "oleacc.idl",
        &["STATE_SYSTEM_NORMAL", "STATE_SYSTEM_VALID"],
        "quoted C defines them where `winuser.h` does not, and it does",
    ),
    ("propsys.idl", &["REFPROPERTYKEY"], STAND_IN),
    ("sapi.idl", &["SPNOTIFYCALLBACK", "WAVEFORMATEX"], STAND_IN),
    ("sapi.idl", &["SPSTATEHANDLE"], HANDLE),
    ("shdeprecated.idl", &["HMONITOR"], HANDLE),
    (
        "shobjidl.idl",
        &["HIMAGELIST", "LPFNSVADDPROPSHEETPAGE", "LPTBBUTTONSB"],
        STAND_IN,
    ),
    (
        "shtypes.idl",
        &[
            "REFFOLDERTYPEID",
            "REFKNOWNFOLDERID",
            "WIN32_FIND_DATAA",
            "WIN32_FIND_DATAW",
        ],
        STAND_IN,
    ),
    (
        "strmif.idl",
        &[
            "DDCOLORKEY",
            "IDirectDraw7",
            "IDirectDrawSurface7",
            "LPBITMAPINFOHEADER",
            "LPDDPIXELFORMAT",
        ],
        STAND_IN,
    ),
    ("strmif.idl", &["HMONITOR"], HANDLE),
    (
        "uianimation.idl",
        &["UI_ANIMATION_KEYFRAME_STORYBOARD_START"],
        POINTER,
    ),
    (
        "vmr9.idl",
        &[
            "AM_MEDIA_TYPE",
            "D3DCOLOR",
            "D3DFORMAT",
            "D3DPOOL",
            "HMONITOR",
        ],
        STAND_IN,
    ),
    (
        "wincodec.idl",
        &["D2D1_PIXEL_FORMAT", "WICImageParameters"],
        STAND_IN,
    ),
    ("wsdbase.idl", &["SOCKADDR_STORAGE"], STAND_IN),
    (
        "wtypes.idl",
        &[
            "DECIMAL",
            "PSECURITY_DESCRIPTOR",
            "PSID",
            "REFCLSID",
            "REFFMTID",
            "REFGUID",
            "REFIID",
        ],
        STAND_IN,
    ),
    ("wtypes.idl", &["HEMF", "HMF", "HSTR", "NPMSG"], HIDDEN),
    (
        "wtypes.idl",
        &[
            "HACCEL",
            "HBITMAP",
            "HBRUSH",
            "HDC",
            "HDESK",
            "HENHMETAFILE",
            "HFONT",
            "HICON",
            "HINSTANCE",
            "HKEY",
            "HKL",
            "HMENU",
            "HMETAFILE",
            "HMODULE",
            "HPALETTE",
            "HPEN",
            "HRGN",
            "HRSRC",
            "HTASK",
            "HWINSTA",
            "HWND",
        ],
        HANDLE,
    ),
    (
        "wmsdkidl.idl",
        &["WMT_TIMECODE_EXTENSION_DATA", "WM_STREAM_PRIORITY_RECORD"],
        "widl reads the packing that the file includes, and does not hand it on",
    ),
    (
        "xapo.idl",
        &["WAVEFORMATEX", "WAVEFORMATEXTENSIBLE"],
        STAND_IN,
    ),
];
