//! Files of the Windows SDK that define types of Windows.

/// Whether a file of that name is one of the SDK's, whose types Windows' metadata has. The list is closed: a name that
/// is not on it is a file of somebody's own, and missing. ASCII case does not matter.
pub(super) fn is_file(name: &str) -> bool {
    let Some((stem, extension)) = name.rsplit_once('.') else {
        return false;
    };
    let is_in = |names: &str| {
        let mut names = names.split_ascii_whitespace();
        names.any(|known| known.eq_ignore_ascii_case(stem))
    };
    match extension.to_ascii_lowercase().as_str() {
        "idl" => is_in(INTERFACES),
        // MIDL makes a header of the same name of each of these files.
        "h" => is_in(HEADERS) || is_in(INTERFACES),
        _ => false,
    }
}

/// Files that MIDL reads.
const INTERFACES: &str = "
    accountssettingspaneinterop activaut activdbg activdbg100 activprof activscp adhoc ahadmin amsi amstream
    animationcoordinator appserviceinterop appxpackaging audioclient audioclientactivationparams
    audioendpoints audioenginebaseapo audioengineendpoint audioengineextensionapo audiomediatype audiopolicy
    austream axcore axextend bdaiface bdatif bits bits10_1 bits10_2 bits10_3 bits1_5 bits2_0 bits2_5 bits3_0
    bits4_0 bits5_0 bitscfg callobj camerauicontrol castinginterop ccgplugins cellularapi_oem certbase
    certexit certmod certpol cloneviewhelper cluadmex cmdtree comadmin comcat commoncontrols
    contactaggregation control correngine credentialprovider ctffunc ctfspui ctfutb ctxtcall d3d10 d3d10_1
    d3d10sdklayers d3d11 d3d11_1 d3d11_2 d3d11_3 d3d11_4 d3d11on12 d3d11sdklayers d3d12 d3d12compatibility
    d3d12compiler d3d12sdklayers d3d12video d3dcommon d3dshadercacheregistration dbgprop dcompanimation
    ddpbackup ddpchunk ddpcommon ddpdataport ddstream defaultbrowsersyncsettings deletebrowsinghistory
    deliveryoptimization devenum deviceaccess devicetopology dimm directmanipulation dispex dmodshow docobj
    documenttarget downloadmgr dpx1 dragdropinterop dsattrib dshowasf dvbsiparser dvdif dxgi dxgi1_2 dxgi1_3
    dxgi1_4 dxgi1_5 dxgi1_6 dxgicommon dxgidebug dxgiformat dxgitype dxva2api dxvahd editionupgradehelper
    efswrtinterop ehstorapi emptyvc encdec endpointvolume eventsys evr exdisp extensionvalidation fhcfg filter
    filtereg fsrm fsrmenums fsrmpipeline fsrmquota fsrmreports fsrmscreen functiondiscovery
    functiondiscoveryapi functiondiscoveryprovider fwpmtypes fwpstypes fwptypes gpmgmt hlink
    holographicspaceinterop homepagesetting hstring htiface htiframe httprequest iaccess icftypes icodecapi
    icontact icontentprefetchertasktrigger ieautomation iedial iewebdriver iextag iketypes imapi2 imapi2fs
    imgerror imgutil imnact imnxport inetsdk inkpresenterdesktop inkrenderer inputpaneinterop
    inputpanelconfiguration inputscope inspectable ipsectypes isolatedapplauncher jscript9diag
    knownfolderpathscom locationapi mailmsg manipulations mbnapi mediaobj medparam mfcaptureengine
    mfcontentdecryptionmodule mfd3d12 mfidl mfmediacapture mfmediaengine mfmp2dlna mfobjects mfplay
    mfreadwrite mfsharingengine mfspatialaudio mftransform mfvirtualcamera microsoft.diagnostics.appanalysis
    mileffects mimeinfo mimeole mixerocx mlang mmc mmcobj mmdeviceapi mmstream mobsync mpeg2data
    mpeg2psiparser mpeg2structs msaatext msado15 msado15_backcompat msclus mscoree msctf msdaosp msdatsrc
    msfeeds mshtmhst mshtml mshtmldiagnostics msimeapi msoeapi msopc msp msrdc mstask msvidctl msxml msxml2
    msxml6 naptypes natupnp ndattrib ndhelper netcfgn netcfgx netcon netfw netlistmgr netprov
    notificationactivationcallback oaidl objectarray objidl objidlbase objsafe ocidl ocmm oleacc oledb
    oledbdep oledbnew oleidl opcbase opcdigitalsignature opcobjectmodel opcparturi openservice opmapi perhist
    playto playtomanagerinterop pluginauthenticator portabledeviceapi portabledeviceconnectapi
    portabledevicetypes presentation presentationtypes print3dmanagerinterop printerextension
    printmanagerinterop printpreview proofofpossessioncookieinfo propidl propidlbase propsys prsht qmgr
    radialcontrollerinterop radiomgr rdcentraldb rdpencomapi regbag relogger remotesystemadditionalinfo
    remotesystemsinterop rend restrictederrorinfo rrascfg rstcei rtccore sapi sapiaut sapiddk sbe sbtsv
    scanprofiles sdoias searchadmin searchapi searchlanguagesupport sensevts sensorsapi seo servprov
    sessdirpublictypes shappmgr sharewindowcommandsourceinterop shellhandwriting shldisp shobjidl
    shobjidl_core shtypes simpdata smtpevent spatialaudioclient spatialaudiohrtf spatialaudiometadata
    spatialinteractionmanagerinterop spellcheck spellcheckprovider storageprovider strmif structuredquery
    structuredquerycondition subsmgr syncmgr systemmediatransportcontrolsinterop tapi3cc tapi3ds tapi3if
    taskschd termmgr textstor thumbcache thumbnailstreamcache tlogstg tpmvscattestation tpmvscmgr
    tpwaitablehandle transact transportsettings tsgauthenticationengine tsgpolicyengine tspubplugin2com
    tspubplugincom tssbx tsvirtualchannels tvratings txcoord txlogpub uianimation uiautomationclient
    uiautomationcore uiribbon uiviewsettingsinterop unknwn unknwnbase upnp upnphost urlaccsdk urlhist urlmon
    useractivityinterop userconsentverifierinterop vds vdscmmn vdshwprv vdslun vdssys vidcap videoacc vmr9
    vsadmin vsmgmt vsprov vss waasapi waasapitypes wbemads wbemcli wbemdisp wbemprov wbemtran wcmconfig
    wcsplugin wdstptmgmt webauthenticationcoremanagerinterop webevnts wia wincodec wincodecsdk
    windows.ai.machinelearning.native windows.data.pdf.interop windows.devices.alljoyn.interop
    windows.devices.display.core.interop windows.graphics.display.displayenhancementoverride.interop
    windows.graphics.display.interop windows.graphics.holographic.interop windows.graphics.imaging.interop
    windows.graphics.printing.workflow.native windows.media.core.interop
    windows.security.isolation.isolatedenvironmentinterop
    windows.ui.viewmanagement.core.coreframeworkinputviewinterop
    windows.ui.xaml.hosting.desktopwindowxamlsource windows.ui.xaml.hosting.referencetracker
    windows.ui.xaml.media.dxinterop windowsstoragecom wkspbkax wlanihvui wmcontainer wmdxva wmiutils wmlss
    wmnetsourcecreator wmsbuffer wmsdkidl wmsecure wmsinternaladminnetsource workspaceruntime
    workspaceruntimeclientext wrdsgraphicschannels wsbapp wsdattachment wsdbase wsdclient wsddisco wsdhost
    wsdxml wsmandisp wtsprotocol wtypes wtypesbase wuapi xamlom xblidpauthmanager xmldom xmldso xmllite
    xpsdigitalsignature xpsobjectmodel xpsobjectmodel_1 xpsobjectmodel_2
";

/// Headers that are written by hand.
const HEADERS: &str = "
    combaseapi idispids objbase ole2 oleauto olectl sdkddkver winbase windef windows winerror wingdi winnt
    winuser
";
