//! Where interfaces of Wine's differ from those of Windows.

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The IID.
    Iid,
    /// The name of the base.
    Base,
    /// The names of the interface's own methods, in order.
    Names,
    /// The same names, but for upper and lower case.
    Case,
    /// How many parameters a method has.
    Parameters,
    /// How many slots the vtable has.
    Length,
}

use Difference::{Base, Case, Iid, Length, Names, Parameters};

const OVERLOAD: &str =
    "Wine ends the names of overloads with a line; C++ and the metadata give them one name";
const EMPTY: &str = "Wine knows the name alone, and has no methods";

/// The file, the interface, what differs, and how. Where nothing else is said, the name as Wine writes it.
pub const DIFFERENCES: &[(&str, &str, &[Difference], &str)] = &[
    (
        "audioclient.idl",
        "IAudioClock2",
        &[Names],
        "Wine has GetPosition for GetDevicePosition",
    ),
    (
        "audiopolicy.idl",
        "IAudioSessionControl2",
        &[Names],
        "Wine has SetDuckingPreferences for SetDuckingPreference",
    ),
    ("ctfutb.idl", "ITfLangBarMgr", &[Case], "UnAdviseEventSink"),
    (
        "d3d12.idl",
        "ID3D12CommandQueue",
        &[Parameters],
        "in Wine, UpdateTileMappings lacks a parameter",
    ),
    (
        "devicetopology.idl",
        "IAudioAutoGainControl",
        &[Names, Parameters],
        "Wine has GetMute for SetEnabled, and a parameter too many in GetEnabled",
    ),
    (
        "devicetopology.idl",
        "IAudioChannelConfig",
        &[Parameters],
        "in Wine, GetChannelConfig has a parameter too many",
    ),
    (
        "devicetopology.idl",
        "IAudioLoudness",
        &[Iid],
        "Wine has another digit",
    ),
    (
        "devicetopology.idl",
        "IPart",
        &[Names],
        "Wine has GetTopologyObjects for GetTopologyObject",
    ),
    ("dwrite_3.idl", "IDWriteFactory3", &[Names], OVERLOAD),
    ("dwrite_3.idl", "IDWriteFactory4", &[Names], OVERLOAD),
    ("dwrite_3.idl", "IDWriteFontFace4", &[Names], OVERLOAD),
    ("dwrite_3.idl", "IDWriteFontSet", &[Names], OVERLOAD),
    ("dwrite_3.idl", "IDWriteFontSet1", &[Names], OVERLOAD),
    ("dwrite_3.idl", "IDWriteFontSetBuilder", &[Names], OVERLOAD),
    ("dwrite_3.idl", "IDWriteGdiInterop1", &[Names], OVERLOAD),
    (
        "dwrite_3.idl",
        "IDWriteStringList",
        &[Iid],
        "Wine has another digit",
    ),
    (
        "mfd3d12.idl",
        "IMFD3D12SynchronizationObject",
        &[Names, Parameters, Length],
        "Wine lacks the last method",
    ),
    (
        "msctf.idl",
        "ITfMessagePump",
        &[Names],
        "Windows' metadata has PeekMessage and GetMessage for those that end in A",
    ),
    (
        "msinkaut.idl",
        "IInkExtendedProperties",
        &[Names],
        "in Wine, Count and _NewEnum are methods instead of properties",
    ),
    (
        "msinkaut.idl",
        "IInkRectangle",
        &[Base, Length],
        "Wine extends IDispatch, Windows' metadata IUnknown",
    ),
    ("msinkaut.idl", "IInkStrokeDisp", &[Case], "get_Id"),
    (
        "msxml.idl",
        "IXMLDOMNamedNodeMap",
        &[Names],
        "in Wine, _newEnum is a method instead of a property",
    ),
    (
        "msxml.idl",
        "IXMLDOMNodeList",
        &[Names],
        "in Wine, _newEnum is a method instead of a property",
    ),
    ("msxml.idl", "IXMLDocument", &[Case], "get_dtdURl"),
    (
        "netlistmgr.idl",
        "INetworkListManager",
        &[Names, Parameters, Length],
        "Wine lacks the last two methods, and has methods instead of properties",
    ),
    (
        "oleidl.idl",
        "IDropSourceNotify",
        &[Names],
        "Wine has DragTargetEnter and DragTargetLeave for DragEnterTarget and DragLeaveTarget",
    ),
    (
        "propsys.idl",
        "IPersistSerializedPropStorage2",
        &[Case],
        "GetpropertyStorageSize",
    ),
    (
        "propsys.idl",
        "IPropertyEnumType2",
        &[Iid],
        "Wine has two digits the other way round",
    ),
    (
        "shdeprecated.idl",
        "IExpDispSupport",
        &[Names],
        "Wine has FindCIE4ConnectionPoint for FindConnectionPoint",
    ),
    (
        "strmif.idl",
        "IDvdControl",
        &[Names],
        "two methods are spelled in another way",
    ),
    (
        "strmif.idl",
        "IDvdControl2",
        &[Names],
        "two methods are spelled in another way",
    ),
    (
        "strmif.idl",
        "IDvdInfo2",
        &[Names],
        "three methods have other names",
    ),
    (
        "strmif.idl",
        "IKsPropertySet",
        &[Names, Parameters],
        "Windows' metadata has DirectSound's words for it, with Get before Set",
    ),
    (
        "strmif.idl",
        "IVMRMixerControl",
        &[Names, Parameters, Length],
        "Wine lacks GetOutputRect, in the middle",
    ),
    (
        "tom.idl",
        "ITextDocument2Old",
        &[Names, Parameters, Length],
        "Wine lacks the last four methods",
    ),
    (
        "txdtc.idl",
        "IResourceManager",
        &[Iid, Names, Parameters, Length],
        "Windows' metadata has DirectShow's interface of that name, Wine that of transactions",
    ),
    (
        "txdtc.idl",
        "IResourceManager2",
        &[Length],
        "its base is the interface of the other subject",
    ),
    (
        "urlmon.idl",
        "IInternetSession",
        &[Names, Parameters, Length],
        "Wine lacks the last method",
    ),
    (
        "urlmon.idl",
        "IInternetZoneManagerEx2",
        &[Names],
        "Wine has FixInsecureSettings for FixUnsecureSettings",
    ),
    (
        "wia_lh.idl",
        "IWiaItem",
        &[Names, Parameters, Length],
        EMPTY,
    ),
    (
        "wia_lh.idl",
        "IWiaPropertyStorage",
        &[Names, Parameters, Length],
        EMPTY,
    ),
    (
        "wia_xp.idl",
        "IWiaItem",
        &[Names, Parameters, Length],
        EMPTY,
    ),
    (
        "wia_xp.idl",
        "IWiaPropertyStorage",
        &[Names, Parameters, Length],
        EMPTY,
    ),
    (
        "wincodec.idl",
        "IWICBitmapCodecInfo",
        &[Case],
        "DoesSupportChromaKey",
    ),
    ("wmp.idl", "IWMPCdrom", &[Case], "get_Playlist"),
    ("wmp.idl", "IWMPCdromCollection", &[Case], "Item"),
    (
        "wmp.idl",
        "IWMPControls",
        &[Names],
        "in Wine, the getter of currentItem is a method instead of a property",
    ),
    ("wmp.idl", "IWMPCore", &[Case], "get_Error"),
    ("wmp.idl", "IWMPError", &[Case], "get_Item"),
    ("wmp.idl", "IWMPPlaylist", &[Case], "get_Item"),
    ("wmp.idl", "IWMPPlaylistArray", &[Case], "Item"),
    ("wmp.idl", "IWMPStringCollection", &[Case], "Item"),
];
