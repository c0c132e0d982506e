windows_core::imp::define_interface!(
    IStatusless, IStatusless_Vtbl, 0x00000000_0000_0000_0000_000000000001
);
windows_core::imp::interface_hierarchy!(IStatusless, windows_core::IUnknown);
impl IStatusless {
    pub unsafe fn IsSame<P0>(&self, punk: P0) -> windows_core::BOOL
    where
        P0: windows_core::Param<windows_core::IUnknown>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .IsSame)(windows_core::Interface::as_raw(self), punk.param().abi())
        }
    }
    pub unsafe fn IsReady(&self) -> windows_core::BOOL {
        unsafe {
            (windows_core::Interface::vtable(self)
                .IsReady)(windows_core::Interface::as_raw(self))
        }
    }
    pub unsafe fn Draw(&self, ppt: *const POINT, pother: *const POINT, ffill: bool) {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Draw)(windows_core::Interface::as_raw(self), ppt, pother, ffill.into());
        }
    }
    pub unsafe fn Measure<P0>(&self, psztext: P0, psize: *mut POINT) -> u32
    where
        P0: windows_core::Param<windows_core::PCWSTR>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Measure)(
                windows_core::Interface::as_raw(self),
                psztext.param().abi(),
                psize as _,
            )
        }
    }
    pub unsafe fn Sum(&self, c: u32, rgul: *const u32, pulsum: *mut u32) {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Sum)(windows_core::Interface::as_raw(self), c, rgul, pulsum as _);
        }
    }
    pub unsafe fn Fill(&self, c: u32, rgul: *mut u32, pcdone: *mut u32) -> u32 {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Fill)(windows_core::Interface::as_raw(self), c, rgul as _, pcdone as _)
        }
    }
    pub unsafe fn GetOwner(&self, ppunk: *mut Option<windows_core::IUnknown>) {
        unsafe {
            (windows_core::Interface::vtable(self)
                .GetOwner)(
                windows_core::Interface::as_raw(self),
                core::mem::transmute(ppunk),
            );
        }
    }
    pub unsafe fn Find(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
        pulindex: *mut u32,
    ) -> windows_core::BOOL {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Find)(
                windows_core::Interface::as_raw(self),
                riid,
                ppv as _,
                pulindex as _,
            )
        }
    }
    pub unsafe fn GetName(
        &self,
        ppszname: *mut windows_core::PWSTR,
        pbstrtitle: *mut *mut u16,
    ) {
        unsafe {
            (windows_core::Interface::vtable(self)
                .GetName)(
                windows_core::Interface::as_raw(self),
                ppszname as _,
                pbstrtitle as _,
            );
        }
    }
    pub unsafe fn Note<P0>(&self, psztext: P0)
    where
        P0: windows_core::Param<windows_core::PCWSTR>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Note)(windows_core::Interface::as_raw(self), psztext.param().abi());
        }
    }
    pub unsafe fn Give(&self, hevent: *mut core::ffi::c_void) {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Give)(windows_core::Interface::as_raw(self), hevent as _);
        }
    }
    pub unsafe fn Attach<P0>(&self, punk: P0)
    where
        P0: windows_core::Param<windows_core::IUnknown>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Attach)(windows_core::Interface::as_raw(self), punk.param().abi());
        }
    }
}
#[repr(C)]
pub struct IStatusless_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub IsSame: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
    ) -> windows_core::BOOL,
    pub IsReady: unsafe extern "system" fn(*mut core::ffi::c_void) -> windows_core::BOOL,
    pub Draw: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const POINT,
        *const POINT,
        windows_core::BOOL,
    ),
    pub Measure: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PCWSTR,
        *mut POINT,
    ) -> u32,
    pub Sum: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *const u32,
        *mut u32,
    ),
    pub Fill: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut u32,
        *mut u32,
    ) -> u32,
    pub GetOwner: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut *mut core::ffi::c_void,
    ),
    pub Find: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
        *mut u32,
    ) -> windows_core::BOOL,
    pub GetName: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut windows_core::PWSTR,
        *mut *mut u16,
    ),
    pub Note: unsafe extern "system" fn(*mut core::ffi::c_void, windows_core::PCWSTR),
    pub Give: unsafe extern "system" fn(*mut core::ffi::c_void, *mut core::ffi::c_void),
    pub Attach: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
    ),
}
pub trait IStatusless_Impl: windows_core::IUnknownImpl {
    unsafe fn IsSame(
        &self,
        punk: windows_core::Ref<windows_core::IUnknown>,
    ) -> windows_core::BOOL;
    unsafe fn IsReady(&self) -> windows_core::BOOL;
    unsafe fn Draw(
        &self,
        ppt: *const POINT,
        pother: *const POINT,
        ffill: windows_core::BOOL,
    );
    unsafe fn Measure(&self, psztext: &windows_core::PCWSTR, psize: *mut POINT) -> u32;
    unsafe fn Sum(&self, c: u32, rgul: *const u32, pulsum: *mut u32);
    unsafe fn Fill(&self, c: u32, rgul: *mut u32, pcdone: *mut u32) -> u32;
    unsafe fn GetOwner(&self, ppunk: windows_core::OutRef<windows_core::IUnknown>);
    unsafe fn Find(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
        pulindex: *mut u32,
    ) -> windows_core::BOOL;
    unsafe fn GetName(
        &self,
        ppszname: *mut windows_core::PWSTR,
        pbstrtitle: *mut *mut u16,
    );
    unsafe fn Note(&self, psztext: &windows_core::PCWSTR);
    unsafe fn Give(&self, hevent: *mut core::ffi::c_void);
    unsafe fn Attach(&self, punk: windows_core::Ref<windows_core::IUnknown>);
}
impl IStatusless_Vtbl {
    pub const fn new<Identity: IStatusless_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn IsSame<
            Identity: IStatusless_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            punk: *mut core::ffi::c_void,
        ) -> windows_core::BOOL {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::IsSame(this, core::mem::transmute_copy(&punk))
            }
        }
        unsafe extern "system" fn IsReady<
            Identity: IStatusless_Impl,
            const OFFSET: isize,
        >(this: *mut core::ffi::c_void) -> windows_core::BOOL {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::IsReady(this)
            }
        }
        unsafe extern "system" fn Draw<Identity: IStatusless_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            ppt: *const POINT,
            pother: *const POINT,
            ffill: windows_core::BOOL,
        ) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::Draw(
                    this,
                    core::mem::transmute_copy(&ppt),
                    core::mem::transmute_copy(&pother),
                    core::mem::transmute_copy(&ffill),
                );
            }
        }
        unsafe extern "system" fn Measure<
            Identity: IStatusless_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            psztext: windows_core::PCWSTR,
            psize: *mut POINT,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::Measure(
                    this,
                    core::mem::transmute(&psztext),
                    core::mem::transmute_copy(&psize),
                )
            }
        }
        unsafe extern "system" fn Sum<Identity: IStatusless_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgul: *const u32,
            pulsum: *mut u32,
        ) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::Sum(
                    this,
                    core::mem::transmute_copy(&c),
                    core::mem::transmute_copy(&rgul),
                    core::mem::transmute_copy(&pulsum),
                );
            }
        }
        unsafe extern "system" fn Fill<Identity: IStatusless_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgul: *mut u32,
            pcdone: *mut u32,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::Fill(
                    this,
                    core::mem::transmute_copy(&c),
                    core::mem::transmute_copy(&rgul),
                    core::mem::transmute_copy(&pcdone),
                )
            }
        }
        unsafe extern "system" fn GetOwner<
            Identity: IStatusless_Impl,
            const OFFSET: isize,
        >(this: *mut core::ffi::c_void, ppunk: *mut *mut core::ffi::c_void) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::GetOwner(this, core::mem::transmute_copy(&ppunk));
            }
        }
        unsafe extern "system" fn Find<Identity: IStatusless_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            ppv: *mut *mut core::ffi::c_void,
            pulindex: *mut u32,
        ) -> windows_core::BOOL {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::Find(
                    this,
                    core::mem::transmute_copy(&riid),
                    core::mem::transmute_copy(&ppv),
                    core::mem::transmute_copy(&pulindex),
                )
            }
        }
        unsafe extern "system" fn GetName<
            Identity: IStatusless_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            ppszname: *mut windows_core::PWSTR,
            pbstrtitle: *mut *mut u16,
        ) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::GetName(
                    this,
                    core::mem::transmute_copy(&ppszname),
                    core::mem::transmute_copy(&pbstrtitle),
                );
            }
        }
        unsafe extern "system" fn Note<Identity: IStatusless_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            psztext: windows_core::PCWSTR,
        ) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::Note(this, core::mem::transmute(&psztext));
            }
        }
        unsafe extern "system" fn Give<Identity: IStatusless_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            hevent: *mut core::ffi::c_void,
        ) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::Give(this, core::mem::transmute_copy(&hevent));
            }
        }
        unsafe extern "system" fn Attach<
            Identity: IStatusless_Impl,
            const OFFSET: isize,
        >(this: *mut core::ffi::c_void, punk: *mut core::ffi::c_void) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IStatusless_Impl::Attach(this, core::mem::transmute_copy(&punk));
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            IsSame: IsSame::<Identity, OFFSET>,
            IsReady: IsReady::<Identity, OFFSET>,
            Draw: Draw::<Identity, OFFSET>,
            Measure: Measure::<Identity, OFFSET>,
            Sum: Sum::<Identity, OFFSET>,
            Fill: Fill::<Identity, OFFSET>,
            GetOwner: GetOwner::<Identity, OFFSET>,
            Find: Find::<Identity, OFFSET>,
            GetName: GetName::<Identity, OFFSET>,
            Note: Note::<Identity, OFFSET>,
            Give: Give::<Identity, OFFSET>,
            Attach: Attach::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IStatusless as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IStatusless {}
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct POINT {
    pub x: u32,
    pub y: u32,
}
