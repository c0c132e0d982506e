// Objects that C++ implements and a provider in Rust uses: Outlook's callback, a session, and an object that is
// neither.

#include "object.h"

// What a call of IMAPISyncProgressCallback carried. `method` is its slot.
struct Report {
    ULONG method;
    HRESULT result;
    ULONG index;
    ULONG index_max;
    const WCHAR *text;
    HANDLE event;
};

// Told of each call; what it returns is what the caller gets.
typedef HRESULT (*Sink)(void *context, const Report *report);

namespace {

class Callback final : public Object<Callback, IMAPISyncProgressCallback, IID_IMAPISyncProgressCallback> {
public:
    Callback(Sink sink, void *context) : sink(sink), context(context) {}

    HRESULT STDMETHODCALLTYPE Progress(const WCHAR *text, ULONG index, ULONG index_max) override {
        return report({3, S_OK, index, index_max, text, nullptr});
    }

    HRESULT STDMETHODCALLTYPE Error(HRESULT result, const WCHAR *text) override {
        if (!text) return E_POINTER;
        return report({4, result, 0, 0, text, nullptr});
    }

    HRESULT STDMETHODCALLTYPE Done(HANDLE event, HRESULT result) override {
        return report({5, result, 0, 0, nullptr, event});
    }

private:
    HRESULT report(const Report &report) { return sink(context, &report); }

    Sink sink;
    void *context;
};

class Session final : public Object<Session, IMAPISession, IID_IMAPISession> {};

class Bare final : public Object<Bare, IUnknown, IID_IUnknown> {};

} // namespace

EXPORT IUnknown *cpp_new_callback(Sink sink, void *context) { return new Callback(sink, context); }
EXPORT IUnknown *cpp_new_session() { return new Session; }
EXPORT IUnknown *cpp_new_bare_object() { return new Bare; }
EXPORT ULONG cpp_live_objects() { return live_objects; }
