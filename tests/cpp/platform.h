// Events and threads.
//
// On Windows they are the system's. Other systems have no event handles; there the two sides of an interface must
// agree on what a HANDLE is, so the events come from the Rust side as functions.
#pragma once

#include "mapi.h"

#ifdef _WIN32

inline HANDLE create_event() { return CreateEventW(nullptr, TRUE, FALSE, nullptr); }

inline HANDLE duplicate_event(HANDLE event) {
    HANDLE self = GetCurrentProcess();
    HANDLE copy = nullptr;
    DuplicateHandle(self, event, self, &copy, 0, FALSE, DUPLICATE_SAME_ACCESS);
    return copy;
}

inline void set_event(HANDLE event) { SetEvent(event); }

inline bool wait_for_event(HANDLE event, ULONG milliseconds) {
    return WaitForSingleObject(event, milliseconds) == WAIT_OBJECT_0;
}

inline void close_event(HANDLE event) { CloseHandle(event); }

// Runs a function on a thread of its own. It takes and gives what a thread's function has on x86, where the calling
// convention matters.
typedef LPTHREAD_START_ROUTINE ThreadFunction;
#define THREAD_FUNCTION(name) DWORD WINAPI name(void *context)

inline bool start_thread(ThreadFunction function, void *context) {
    HANDLE thread = CreateThread(nullptr, 0, function, context, 0, nullptr);
    if (thread) CloseHandle(thread);
    return thread != nullptr;
}

#else

#include <system_error>
#include <thread>

struct EventFunctions {
    HANDLE (*create)();
    HANDLE (*duplicate)(HANDLE event);
    void (*set)(HANDLE event);
    bool (*wait)(HANDLE event, ULONG milliseconds);
    void (*close)(HANDLE event);
};

inline EventFunctions event_functions;

inline HANDLE create_event() { return event_functions.create(); }
inline HANDLE duplicate_event(HANDLE event) { return event_functions.duplicate(event); }
inline void set_event(HANDLE event) { event_functions.set(event); }
inline bool wait_for_event(HANDLE event, ULONG milliseconds) { return event_functions.wait(event, milliseconds); }
inline void close_event(HANDLE event) { event_functions.close(event); }

typedef ULONG (*ThreadFunction)(void *context);
#define THREAD_FUNCTION(name) ULONG name(void *context)

inline bool start_thread(ThreadFunction function, void *context) {
    try {
        std::thread(function, context).detach();
        return true;
    } catch (const std::system_error &) {
        return false;
    }
}

#endif
