//! What the C++ side exports, and events for it where the system has none.

use libloading::Library;
use midl_runtime::Variant;
use std::ffi::c_void;
use windows_core::{GUID, HRESULT, IUnknown};

/// What a call of `IMAPISyncProgressCallback` carried, as the C++ callback saw it.
#[repr(C)]
pub struct Report {
    /// The slot of the method: 3, 4 or 5.
    pub method: u32,
    pub result: HRESULT,
    pub index: u32,
    pub index_max: u32,
    pub text: *const u16,
    pub event: *mut c_void,
}

pub type Sink = unsafe extern "C" fn(context: *mut c_void, report: *const Report) -> HRESULT;

/// What the C++ provider was given, and what its callback answered.
#[repr(C)]
#[derive(Default)]
pub struct Seen {
    pub size: u32,
    pub flags: u32,
    pub session: usize,
    pub callback: usize,
    pub answers: [HRESULT; 5],
}

/// What the C++ compiler makes of widl's header.
#[repr(C)]
#[derive(Default)]
pub struct Facts {
    pub sync_iid: GUID,
    pub callback_iid: GUID,
    pub session_iid: GUID,
    pub mapisib_size: u32,
    pub mapisib_align: u32,
    pub mapisib_offsets: [u32; 5],
    pub flags: [u32; 7],
}

macro_rules! functions {
    ($($name:ident = $symbol:literal: fn($($parameter:ty),*) $(-> $answer:ty)?;)*) => {
        /// The functions, as `tests/cpp` declares them.
        pub struct Exports {
            $(pub $name: unsafe extern "C" fn($($parameter),*) $(-> $answer)?,)*
        }

        impl Exports {
            pub fn load(library: &'static Library) -> Result<Self, libloading::Error> {
                // SAFETY: the types are those of tests/cpp, and the library stays loaded.
                unsafe {
                    let exports = Self { $($name: *library.get($symbol)?,)* };
                    #[cfg(not(windows))]
                    portable::lend_events(library)?;
                    Ok(exports)
                }
            }
        }
    };
}

functions! {
    live_objects = "cpp_live_objects": fn() -> u32;
    facts = "cpp_facts": fn(*mut Facts);

    new_callback = "cpp_new_callback": fn(Sink, *mut c_void) -> IUnknown;
    new_provider = "cpp_new_provider": fn(bool) -> IUnknown;
    new_session = "cpp_new_session": fn() -> IUnknown;
    new_bare_object = "cpp_new_bare_object": fn() -> IUnknown;
    provider_seen = "cpp_provider_seen": fn(*mut c_void, *mut Seen);

    add_ref = "cpp_add_ref": fn(*mut c_void) -> u32;
    release = "cpp_release": fn(*mut c_void) -> u32;
    query_interface = "cpp_query_interface": fn(*mut c_void, *const GUID, *mut *mut c_void) -> HRESULT;
    progress = "cpp_progress": fn(*mut c_void, *const u16, u32, u32) -> HRESULT;
    error = "cpp_error": fn(*mut c_void, HRESULT, *const u16) -> HRESULT;
    done = "cpp_done": fn(*mut c_void, *mut c_void, HRESULT) -> HRESULT;
    synchronize = "cpp_synchronize":
        fn(*mut c_void, u32, *mut c_void, *mut c_void, *mut *mut c_void, u32) -> HRESULT;
    synchronize_nothing = "cpp_synchronize_nothing": fn(*mut c_void) -> HRESULT;
    new_variants = "cpp_new_variants": fn() -> IUnknown;
    describe_variant = "cpp_describe_variant":
        fn(*mut c_void, *const Variant, i32, *mut *mut u16, *mut Variant) -> HRESULT;
    kind_of_variant = "cpp_kind_of_variant": fn(*mut c_void, *const Variant, *const Variant) -> u32;
    change_variant = "cpp_change_variant": fn(*mut c_void, *mut i32) -> HRESULT;
    get_variant = "cpp_get_variant": fn(*mut c_void) -> HRESULT;
    wait = "cpp_wait": fn(*mut c_void, u32) -> bool;
    close = "cpp_close": fn(*mut c_void);
}

#[cfg(not(windows))]
mod portable {
    use libloading::Library;
    use midl_runtime::{Event, handle};
    use std::ffi::c_void;
    use std::time::Duration;

    type Handle = *mut c_void;

    /// `EventFunctions` in `tests/cpp/platform.h`.
    #[repr(C)]
    struct EventFunctions {
        create: extern "C" fn() -> Handle,
        duplicate: unsafe extern "C" fn(Handle) -> Handle,
        set: unsafe extern "C" fn(Handle),
        wait: unsafe extern "C" fn(Handle, u32) -> bool,
        close: unsafe extern "C" fn(Handle),
    }

    extern "C" fn create() -> Handle {
        handle::into_raw(Event::new().ok().map(Into::into))
    }

    unsafe extern "C" fn duplicate(event: Handle) -> Handle {
        // SAFETY: C++ passes an open handle, from create or duplicate.
        let event = unsafe { handle::borrow_raw(event) };
        handle::into_raw(event.and_then(|event| event.try_clone_to_owned().ok()))
    }

    /// The event of a handle that stays C++'s.
    ///
    /// # Safety
    ///
    /// `event` is an open handle from create or duplicate.
    unsafe fn clone(event: Handle) -> Event {
        // SAFETY: as above.
        unsafe { handle::from_raw(duplicate(event)) }
            .map(Event::from)
            .expect("an event")
    }

    unsafe extern "C" fn set(event: Handle) {
        // SAFETY: C++ passes an open handle.
        unsafe { clone(event) }.set().expect("an event can be set");
    }

    unsafe extern "C" fn wait(event: Handle, milliseconds: u32) -> bool {
        let time = Duration::from_millis(milliseconds.into());
        // SAFETY: C++ passes an open handle.
        unsafe { clone(event) }
            .wait(Some(time))
            .expect("an event can be waited for")
    }

    unsafe extern "C" fn close(event: Handle) {
        // SAFETY: C++ gives an open handle away.
        drop(unsafe { handle::from_raw(event) });
    }

    /// # Safety
    ///
    /// `library` is the C++ side.
    pub unsafe fn lend_events(library: &Library) -> Result<(), libloading::Error> {
        let functions = EventFunctions {
            create,
            duplicate,
            set,
            wait,
            close,
        };
        // SAFETY: the type is that of tests/cpp/host.cpp, which copies the functions.
        unsafe {
            let use_events =
                library.get::<unsafe extern "C" fn(*const EventFunctions)>("cpp_use_events")?;
            use_events(&functions);
        }
        Ok(())
    }
}
