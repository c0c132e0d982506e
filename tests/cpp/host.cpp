// C++ as the caller: everything here gets an object that Rust implements as a bare IUnknown, as Outlook does.

#include <cstddef>

#include "object.h"
#include "platform.h"

EXPORT ULONG cpp_add_ref(IUnknown *object) { return object->AddRef(); }
EXPORT ULONG cpp_release(IUnknown *object) { return object->Release(); }

EXPORT HRESULT cpp_query_interface(IUnknown *object, const GUID *iid, void **answer) {
    return object->QueryInterface(*iid, answer);
}

EXPORT HRESULT cpp_progress(IUnknown *object, const WCHAR *text, ULONG index, ULONG index_max) {
    Reference<IMAPISyncProgressCallback> callback;
    HRESULT found = callback.query(object, IID_IMAPISyncProgressCallback);
    return FAILED(found) ? found : callback->Progress(text, index, index_max);
}

EXPORT HRESULT cpp_error(IUnknown *object, HRESULT result, const WCHAR *text) {
    Reference<IMAPISyncProgressCallback> callback;
    HRESULT found = callback.query(object, IID_IMAPISyncProgressCallback);
    return FAILED(found) ? found : callback->Error(result, text);
}

EXPORT HRESULT cpp_done(IUnknown *object, HANDLE event, HRESULT result) {
    Reference<IMAPISyncProgressCallback> callback;
    HRESULT found = callback.query(object, IID_IMAPISyncProgressCallback);
    return FAILED(found) ? found : callback->Done(event, result);
}

// Fills in a MAPISIB and calls. `size_error` is added to the size that the MAPISIB states.
EXPORT HRESULT cpp_synchronize(IUnknown *object, ULONG flags, IMAPISession *session, IUnknown *callback,
                               HANDLE *event, ULONG size_error) {
    Reference<IMAPISync> provider;
    HRESULT found = provider.query(object, IID_IMAPISync);
    if (FAILED(found)) return found;
    MAPISIB sib = {};
    sib.ulSize = sizeof(MAPISIB) + size_error;
    sib.ulFlags = flags;
    sib.psesSync = session;
    sib.punkCallBack = callback;
    sib.phSyncDoneEvent = event;
    return provider->SynchronizeInBackground(&sib);
}

EXPORT HRESULT cpp_synchronize_nothing(IUnknown *object) {
    Reference<IMAPISync> provider;
    HRESULT found = provider.query(object, IID_IMAPISync);
    return FAILED(found) ? found : provider->SynchronizeInBackground(nullptr);
}

EXPORT bool cpp_wait(HANDLE event, ULONG milliseconds) { return wait_for_event(event, milliseconds); }
EXPORT void cpp_close(HANDLE event) { close_event(event); }

// What the C++ compiler makes of the header.
struct Facts {
    GUID sync_iid;
    GUID callback_iid;
    GUID session_iid;
    ULONG mapisib_size;
    ULONG mapisib_align;
    ULONG mapisib_offsets[5];
    ULONG flags[7];
};

EXPORT void cpp_facts(Facts *facts) {
    *facts = {
        IID_IMAPISync,
        IID_IMAPISyncProgressCallback,
        IID_IMAPISession,
        sizeof(MAPISIB),
        alignof(MAPISIB),
        {offsetof(MAPISIB, ulSize), offsetof(MAPISIB, ulFlags), offsetof(MAPISIB, psesSync),
         offsetof(MAPISIB, punkCallBack), offsetof(MAPISIB, phSyncDoneEvent)},
        {SYNC_UPLOAD_HIERARCHY, SYNC_DOWNLOAD_HIERARCHY, SYNC_UPLOAD_CONTENTS, SYNC_DOWNLOAD_CONTENTS,
         SYNC_OUTGOING_MAIL, SYNC_GLOBAL_HEADERS, SYNC_ON_DEMAND},
    };
}

#ifndef _WIN32
EXPORT void cpp_use_events(const EventFunctions *functions) { event_functions = *functions; }
#endif
