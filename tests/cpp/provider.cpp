// A store provider in C++: it synchronises on a thread of its own, and reports to a callback that Rust implements.

#include "object.h"
#include "platform.h"

namespace {

const HRESULT NOT_CALLED = 0x7fffffff;

// What the provider was given, and what its callback answered.
struct Seen {
    ULONG size;
    ULONG flags;
    void *session;
    void *callback;
    HRESULT answers[5];
};

class Provider final : public Object<Provider, IMAPISync, IID_IMAPISync> {
public:
    // With `keep_callback`, the callback is released with the provider and not at the end of the synchronisation.
    explicit Provider(bool keep_callback) : keep_callback(keep_callback) {}

    HRESULT STDMETHODCALLTYPE SynchronizeInBackground(PMAPISIB sib) override {
        if (!sib || !sib->phSyncDoneEvent) return E_POINTER;
        seen.size = sib->ulSize;
        seen.flags = sib->ulFlags;
        seen.session = sib->psesSync;
        seen.callback = sib->punkCallBack;
        if (sib->ulSize != sizeof(MAPISIB)) return E_INVALIDARG;
        if (sib->psesSync) {
            Reference<IMAPISession> session;
            HRESULT found = session.query(sib->psesSync, IID_IMAPISession);
            if (FAILED(found)) return found;
        }
        if (!sib->punkCallBack) return E_POINTER;
        HRESULT found = callback.query(sib->punkCallBack, IID_IMAPISyncProgressCallback);
        if (FAILED(found)) return found;

        // The host gets one handle, which comes back with Done and is closed there. The thread has its own to the
        // same event, since the event is signalled after that.
        event = create_event();
        thread_event = duplicate_event(event);
        *sib->phSyncDoneEvent = event;
        AddRef(); // the thread's
        if (start_thread(run, this)) return S_OK;
        close_event(thread_event);
        close_event(event);
        *sib->phSyncDoneEvent = nullptr;
        callback.release();
        Release();
        return E_OUTOFMEMORY;
    }

    Seen seen = {0, 0, nullptr, nullptr, {NOT_CALLED, NOT_CALLED, NOT_CALLED, NOT_CALLED, NOT_CALLED}};

private:
    static THREAD_FUNCTION(run) {
        Provider *provider = static_cast<Provider *>(context);
        HANDLE last_act = provider->thread_event;
        provider->synchronize();
        provider->Release();
        set_event(last_act);
        close_event(last_act);
        return 0;
    }

    void synchronize() {
        // Half a surrogate pair is no character, but nothing in COM forbids it.
        static const char16_t unpaired[] = {u'a', 0xd800, u'b', 0};
        HRESULT *answer = seen.answers;
        *answer++ = callback->Progress(wide(u"Downloading headers \u2014 \U0001F4E8"), 0, 3);
        *answer++ = callback->Progress(nullptr, 1, 3);
        *answer++ = callback->Progress(wide(unpaired), 2, 3);
        *answer++ = callback->Error(E_INVALIDARG, wide(u"server said no"));
        *answer++ = callback->Done(event, S_OK);
        if (!keep_callback) callback.release();
    }

    Reference<IMAPISyncProgressCallback> callback;
    HANDLE event = nullptr;
    HANDLE thread_event = nullptr;
    bool keep_callback;
};

} // namespace

EXPORT IUnknown *cpp_new_provider(bool keep_callback) { return new Provider(keep_callback); }

// `object` comes from cpp_new_provider, and no synchronisation is running.
EXPORT void cpp_provider_seen(IUnknown *object, Seen *seen) {
    *seen = static_cast<Provider *>(static_cast<IMAPISync *>(object))->seen;
}
