#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct BLOCK {
    pub text: *const u16,
}
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct COLOR(pub i32);
#[repr(C)]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct COUNTED {
    pub cul: u32,
    pub aul: [u32; 1],
}
impl Default for COUNTED {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}
windows_core::imp::define_interface!(
    IAllocated, IAllocated_Vtbl, 0x00000000_0000_0000_0000_000000000006
);
windows_core::imp::interface_hierarchy!(IAllocated, windows_core::IUnknown);
impl IAllocated {
    pub unsafe fn Names(
        &self,
        ppszname: *mut windows_core::PWSTR,
        ppszother: *mut windows_core::PWSTR,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Names)(
                windows_core::Interface::as_raw(self),
                ppszname as _,
                ppszother as _,
            )
        }
    }
    pub unsafe fn Foreign(
        &self,
        ppszname: *mut windows_core::PWSTR,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Foreign)(windows_core::Interface::as_raw(self), ppszname as _)
        }
    }
    pub unsafe fn Unwanted(
        &self,
        ppszname: *mut windows_core::PWSTR,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Unwanted)(windows_core::Interface::as_raw(self), ppszname as _)
        }
    }
    pub unsafe fn Untold(&self, ppszname: *mut *mut u16) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Untold)(windows_core::Interface::as_raw(self), ppszname as _)
        }
    }
}
#[repr(C)]
pub struct IAllocated_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Names: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut windows_core::PWSTR,
        *mut windows_core::PWSTR,
    ) -> windows_core::HRESULT,
    pub Foreign: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut windows_core::PWSTR,
    ) -> windows_core::HRESULT,
    pub Unwanted: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut windows_core::PWSTR,
    ) -> windows_core::HRESULT,
    pub Untold: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut *mut u16,
    ) -> windows_core::HRESULT,
}
pub trait IAllocated_Impl: windows_core::IUnknownImpl {
    unsafe fn Names(
        &self,
        ppszname: *mut windows_core::PWSTR,
        ppszother: *mut windows_core::PWSTR,
    ) -> windows_core::Result<()>;
    unsafe fn Foreign(
        &self,
        ppszname: *mut windows_core::PWSTR,
    ) -> windows_core::Result<()>;
    unsafe fn Unwanted(
        &self,
        ppszname: *mut windows_core::PWSTR,
    ) -> windows_core::Result<()>;
    unsafe fn Untold(&self, ppszname: *mut *mut u16) -> windows_core::Result<()>;
}
impl IAllocated_Vtbl {
    pub const fn new<Identity: IAllocated_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Names<Identity: IAllocated_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            ppszname: *mut windows_core::PWSTR,
            ppszother: *mut windows_core::PWSTR,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAllocated_Impl::Names(
                        this,
                        core::mem::transmute_copy(&ppszname),
                        core::mem::transmute_copy(&ppszother),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Foreign<
            Identity: IAllocated_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            ppszname: *mut windows_core::PWSTR,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAllocated_Impl::Foreign(this, core::mem::transmute_copy(&ppszname))
                    .into()
            }
        }
        unsafe extern "system" fn Unwanted<
            Identity: IAllocated_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            ppszname: *mut windows_core::PWSTR,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAllocated_Impl::Unwanted(this, core::mem::transmute_copy(&ppszname))
                    .into()
            }
        }
        unsafe extern "system" fn Untold<Identity: IAllocated_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            ppszname: *mut *mut u16,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAllocated_Impl::Untold(this, core::mem::transmute_copy(&ppszname))
                    .into()
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Names: Names::<Identity, OFFSET>,
            Foreign: Foreign::<Identity, OFFSET>,
            Unwanted: Unwanted::<Identity, OFFSET>,
            Untold: Untold::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IAllocated as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IAllocated {}
windows_core::imp::define_interface!(IAnonymous, IAnonymous_Vtbl, 0);
windows_core::imp::interface_hierarchy!(IAnonymous, windows_core::IUnknown);
impl IAnonymous {
    pub unsafe fn Call(&self) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Call)(windows_core::Interface::as_raw(self))
        }
    }
}
#[repr(C)]
pub struct IAnonymous_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Call: unsafe extern "system" fn(*mut core::ffi::c_void) -> windows_core::HRESULT,
}
pub trait IAnonymous_Impl: windows_core::IUnknownImpl {
    unsafe fn Call(&self) -> windows_core::Result<()>;
}
impl IAnonymous_Vtbl {
    pub const fn new<Identity: IAnonymous_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Call<Identity: IAnonymous_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAnonymous_Impl::Call(this).into()
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Call: Call::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IAnonymous as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IAnonymous {}
windows_core::imp::define_interface!(
    IArrays, IArrays_Vtbl, 0x00000000_0000_0000_0000_000000000005
);
windows_core::imp::interface_hierarchy!(IArrays, windows_core::IUnknown);
impl IArrays {
    pub unsafe fn Sum(
        &self,
        c: u32,
        pul: *const u32,
        pulsum: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Sum)(windows_core::Interface::as_raw(self), c, pul, pulsum as _)
        }
    }
    pub unsafe fn Pairs(
        &self,
        rgpt: *const POINT,
        c: u16,
        pb: *const u8,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Pairs)(windows_core::Interface::as_raw(self), rgpt, c, pb)
        }
    }
    pub unsafe fn Write(
        &self,
        pv: *const core::ffi::c_void,
        cb: i32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Write)(windows_core::Interface::as_raw(self), pv, cb)
        }
    }
    pub unsafe fn Increase(&self, c: u32, pul: *mut u32) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Increase)(windows_core::Interface::as_raw(self), c, pul as _)
        }
    }
    pub unsafe fn Fill(&self, c: u32, pul: *mut u32) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Fill)(windows_core::Interface::as_raw(self), c, pul as _)
        }
    }
    pub unsafe fn Read(
        &self,
        pv: *mut core::ffi::c_void,
        cb: u32,
        pcbread: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Read)(windows_core::Interface::as_raw(self), pv as _, cb, pcbread as _)
        }
    }
    pub unsafe fn SumOf(&self, c: u32, pul: *const u32) -> u32 {
        unsafe {
            (windows_core::Interface::vtable(self)
                .SumOf)(windows_core::Interface::as_raw(self), c, pul)
        }
    }
}
#[repr(C)]
pub struct IArrays_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Sum: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *const u32,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Pairs: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const POINT,
        u16,
        *const u8,
    ) -> windows_core::HRESULT,
    pub Write: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const core::ffi::c_void,
        i32,
    ) -> windows_core::HRESULT,
    pub Increase: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Fill: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Read: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
        u32,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub SumOf: unsafe extern "system" fn(*mut core::ffi::c_void, u32, *const u32) -> u32,
}
pub trait IArrays_Impl: windows_core::IUnknownImpl {
    unsafe fn Sum(
        &self,
        c: u32,
        pul: *const u32,
        pulsum: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Pairs(
        &self,
        rgpt: *const POINT,
        c: u16,
        pb: *const u8,
    ) -> windows_core::Result<()>;
    unsafe fn Write(
        &self,
        pv: *const core::ffi::c_void,
        cb: i32,
    ) -> windows_core::Result<()>;
    unsafe fn Increase(&self, c: u32, pul: *mut u32) -> windows_core::Result<()>;
    unsafe fn Fill(&self, c: u32, pul: *mut u32) -> windows_core::Result<()>;
    unsafe fn Read(
        &self,
        pv: *mut core::ffi::c_void,
        cb: u32,
        pcbread: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn SumOf(&self, c: u32, pul: *const u32) -> u32;
}
impl IArrays_Vtbl {
    pub const fn new<Identity: IArrays_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Sum<Identity: IArrays_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            pul: *const u32,
            pulsum: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IArrays_Impl::Sum(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&pul),
                        core::mem::transmute_copy(&pulsum),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Pairs<Identity: IArrays_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            rgpt: *const POINT,
            c: u16,
            pb: *const u8,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IArrays_Impl::Pairs(
                        this,
                        core::mem::transmute_copy(&rgpt),
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&pb),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Write<Identity: IArrays_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pv: *const core::ffi::c_void,
            cb: i32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IArrays_Impl::Write(
                        this,
                        core::mem::transmute_copy(&pv),
                        core::mem::transmute_copy(&cb),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Increase<Identity: IArrays_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            pul: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IArrays_Impl::Increase(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&pul),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Fill<Identity: IArrays_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            pul: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IArrays_Impl::Fill(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&pul),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Read<Identity: IArrays_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pv: *mut core::ffi::c_void,
            cb: u32,
            pcbread: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IArrays_Impl::Read(
                        this,
                        core::mem::transmute_copy(&pv),
                        core::mem::transmute_copy(&cb),
                        core::mem::transmute_copy(&pcbread),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn SumOf<Identity: IArrays_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            pul: *const u32,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IArrays_Impl::SumOf(
                    this,
                    core::mem::transmute_copy(&c),
                    core::mem::transmute_copy(&pul),
                )
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Sum: Sum::<Identity, OFFSET>,
            Pairs: Pairs::<Identity, OFFSET>,
            Write: Write::<Identity, OFFSET>,
            Increase: Increase::<Identity, OFFSET>,
            Fill: Fill::<Identity, OFFSET>,
            Read: Read::<Identity, OFFSET>,
            SumOf: SumOf::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IArrays as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IArrays {}
windows_core::imp::define_interface!(
    IBstrs, IBstrs_Vtbl, 0x00000000_0000_0000_0000_000000000004
);
windows_core::imp::interface_hierarchy!(IBstrs, windows_core::IUnknown);
impl IBstrs {
    pub unsafe fn SetNames(
        &self,
        bstrname: *mut u16,
        bstrother: *mut u16,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .SetNames)(
                windows_core::Interface::as_raw(self),
                bstrname as _,
                bstrother as _,
            )
        }
    }
    pub unsafe fn Names(
        &self,
        pbstrname: *mut *mut u16,
        pbstrother: *mut *mut u16,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Names)(
                windows_core::Interface::as_raw(self),
                pbstrname as _,
                pbstrother as _,
            )
        }
    }
    pub unsafe fn Length(&self, bstrname: *mut u16) -> u32 {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Length)(windows_core::Interface::as_raw(self), bstrname as _)
        }
    }
}
#[repr(C)]
pub struct IBstrs_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub SetNames: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u16,
        *mut u16,
    ) -> windows_core::HRESULT,
    pub Names: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut *mut u16,
        *mut *mut u16,
    ) -> windows_core::HRESULT,
    pub Length: unsafe extern "system" fn(*mut core::ffi::c_void, *mut u16) -> u32,
}
pub trait IBstrs_Impl: windows_core::IUnknownImpl {
    unsafe fn SetNames(
        &self,
        bstrname: *mut u16,
        bstrother: *mut u16,
    ) -> windows_core::Result<()>;
    unsafe fn Names(
        &self,
        pbstrname: *mut *mut u16,
        pbstrother: *mut *mut u16,
    ) -> windows_core::Result<()>;
    unsafe fn Length(&self, bstrname: *mut u16) -> u32;
}
impl IBstrs_Vtbl {
    pub const fn new<Identity: IBstrs_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn SetNames<Identity: IBstrs_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            bstrname: *mut u16,
            bstrother: *mut u16,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IBstrs_Impl::SetNames(
                        this,
                        core::mem::transmute_copy(&bstrname),
                        core::mem::transmute_copy(&bstrother),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Names<Identity: IBstrs_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pbstrname: *mut *mut u16,
            pbstrother: *mut *mut u16,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IBstrs_Impl::Names(
                        this,
                        core::mem::transmute_copy(&pbstrname),
                        core::mem::transmute_copy(&pbstrother),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Length<Identity: IBstrs_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            bstrname: *mut u16,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IBstrs_Impl::Length(this, core::mem::transmute_copy(&bstrname))
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            SetNames: SetNames::<Identity, OFFSET>,
            Names: Names::<Identity, OFFSET>,
            Length: Length::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IBstrs as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IBstrs {}
windows_core::imp::define_interface!(
    IQueried, IQueried_Vtbl, 0x00000000_0000_0000_0000_000000000003
);
windows_core::imp::interface_hierarchy!(IQueried, windows_core::IUnknown);
impl IQueried {
    pub unsafe fn Open<P0>(
        &self,
        pszname: P0,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT
    where
        P0: windows_core::Param<windows_core::PCWSTR>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Open)(
                windows_core::Interface::as_raw(self),
                pszname.param().abi(),
                riid,
                ppv as _,
            )
        }
    }
    pub unsafe fn Find(
        &self,
        ppunk: *mut Option<windows_core::IUnknown>,
        riid: *const windows_core::GUID,
        pulcount: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Find)(
                windows_core::Interface::as_raw(self),
                core::mem::transmute(ppunk),
                riid,
                pulcount as _,
            )
        }
    }
    pub unsafe fn Untold(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Untold)(windows_core::Interface::as_raw(self), riid, ppv as _)
        }
    }
    pub unsafe fn PerhapsTold(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .PerhapsTold)(windows_core::Interface::as_raw(self), riid, ppv as _)
        }
    }
}
#[repr(C)]
pub struct IQueried_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Open: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PCWSTR,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Find: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Untold: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub PerhapsTold: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
}
pub trait IQueried_Impl: windows_core::IUnknownImpl {
    unsafe fn Open(
        &self,
        pszname: &windows_core::PCWSTR,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn Find(
        &self,
        ppunk: windows_core::OutRef<windows_core::IUnknown>,
        riid: *const windows_core::GUID,
        pulcount: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Untold(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn PerhapsTold(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
}
impl IQueried_Vtbl {
    pub const fn new<Identity: IQueried_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Open<Identity: IQueried_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pszname: windows_core::PCWSTR,
            riid: *const windows_core::GUID,
            ppv: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IQueried_Impl::Open(
                        this,
                        core::mem::transmute(&pszname),
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&ppv),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Find<Identity: IQueried_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            ppunk: *mut *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            pulcount: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IQueried_Impl::Find(
                        this,
                        core::mem::transmute_copy(&ppunk),
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&pulcount),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Untold<Identity: IQueried_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            ppv: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IQueried_Impl::Untold(
                        this,
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&ppv),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn PerhapsTold<
            Identity: IQueried_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            ppv: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IQueried_Impl::PerhapsTold(
                        this,
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&ppv),
                    )
                    .into()
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Open: Open::<Identity, OFFSET>,
            Find: Find::<Identity, OFFSET>,
            Untold: Untold::<Identity, OFFSET>,
            PerhapsTold: PerhapsTold::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IQueried as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IQueried {}
windows_core::imp::define_interface!(
    IRules, IRules_Vtbl, 0x00000000_0000_0000_0000_000000000001
);
windows_core::imp::interface_hierarchy!(IRules, windows_core::IUnknown);
impl IRules {
    pub unsafe fn Documented(&self, dwflags: u32) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Documented)(windows_core::Interface::as_raw(self), dwflags)
        }
    }
    pub unsafe fn Scalars(
        &self,
        ecolor: COLOR,
        hr: windows_core::HRESULT,
        fyes: bool,
        hwnd: *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Scalars)(
                windows_core::Interface::as_raw(self),
                ecolor,
                hr,
                fyes.into(),
                hwnd as _,
            )
        }
    }
    pub unsafe fn Plain(
        &self,
        pt: POINT,
        ppt: *const POINT,
        pother: *const POINT,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Plain)(windows_core::Interface::as_raw(self), pt, ppt, pother)
        }
    }
    pub unsafe fn Query(
        &self,
        riid: *const windows_core::GUID,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Query)(windows_core::Interface::as_raw(self), riid)
        }
    }
    pub unsafe fn Change(
        &self,
        pul: *mut u32,
        ppt: *mut POINT,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Change)(windows_core::Interface::as_raw(self), pul as _, ppt as _)
        }
    }
    pub unsafe fn Text<P0, P1>(&self, psztext: P0, pszmore: P1) -> windows_core::HRESULT
    where
        P0: windows_core::Param<windows_core::PCWSTR>,
        P1: windows_core::Param<windows_core::PCWSTR>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Text)(
                windows_core::Interface::as_raw(self),
                psztext.param().abi(),
                pszmore.param().abi(),
            )
        }
    }
    pub unsafe fn Narrow<P0, P1>(
        &self,
        psztext: P0,
        pszmore: P1,
    ) -> windows_core::HRESULT
    where
        P0: windows_core::Param<windows_core::PCSTR>,
        P1: windows_core::Param<windows_core::PCSTR>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Narrow)(
                windows_core::Interface::as_raw(self),
                psztext.param().abi(),
                pszmore.param().abi(),
            )
        }
    }
    pub unsafe fn Objects<P0, P1>(
        &self,
        punk: P0,
        punkouter: P1,
    ) -> windows_core::HRESULT
    where
        P0: windows_core::Param<windows_core::IUnknown>,
        P1: windows_core::Param<windows_core::IUnknown>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Objects)(
                windows_core::Interface::as_raw(self),
                punk.param().abi(),
                punkouter.param().abi(),
            )
        }
    }
    pub unsafe fn Handles(
        &self,
        hevent: *mut core::ffi::c_void,
        hother: *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Handles)(
                windows_core::Interface::as_raw(self),
                hevent as _,
                hother as _,
            )
        }
    }
    pub unsafe fn MaybeHandles(
        &self,
        hevent: *mut core::ffi::c_void,
        hother: *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .MaybeHandles)(
                windows_core::Interface::as_raw(self),
                hevent as _,
                hother as _,
            )
        }
    }
    pub unsafe fn Block(&self, pblock: *mut BLOCK) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Block)(windows_core::Interface::as_raw(self), pblock as _)
        }
    }
    pub unsafe fn Results(
        &self,
        pulcount: *mut u32,
        pfyes: *mut windows_core::BOOL,
        ppt: *mut POINT,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Results)(
                windows_core::Interface::as_raw(self),
                pulcount as _,
                pfyes as _,
                ppt as _,
            )
        }
    }
    pub unsafe fn Made(
        &self,
        ppunk: *mut Option<windows_core::IUnknown>,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Made)(
                windows_core::Interface::as_raw(self),
                core::mem::transmute(ppunk),
            )
        }
    }
    pub unsafe fn PerhapsMade(
        &self,
        ppunk: *mut Option<windows_core::IUnknown>,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .PerhapsMade)(
                windows_core::Interface::as_raw(self),
                core::mem::transmute(ppunk),
            )
        }
    }
    pub unsafe fn Partial(&self, pulcount: *mut u32) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Partial)(windows_core::Interface::as_raw(self), pulcount as _)
        }
    }
    pub unsafe fn Perhaps(&self) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Perhaps)(windows_core::Interface::as_raw(self))
        }
    }
    pub unsafe fn get_Name(&self, pulname: *mut u32) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .get_Name)(windows_core::Interface::as_raw(self), pulname as _)
        }
    }
    pub unsafe fn put_Name(&self, ulname: u32) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .put_Name)(windows_core::Interface::as_raw(self), ulname)
        }
    }
    pub unsafe fn Count(&self, ecolor: COLOR) -> u32 {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Count)(windows_core::Interface::as_raw(self), ecolor)
        }
    }
    pub unsafe fn Forget(&self) {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Forget)(windows_core::Interface::as_raw(self));
        }
    }
    pub unsafe fn Clone(&self) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Clone)(windows_core::Interface::as_raw(self))
        }
    }
    pub unsafe fn Cdecl(&self) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Cdecl)(windows_core::Interface::as_raw(self))
        }
    }
    pub unsafe fn Print(&self) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Print)(windows_core::Interface::as_raw(self))
        }
    }
    pub unsafe fn CountOf<P0>(&self, psztext: P0) -> u32
    where
        P0: windows_core::Param<windows_core::PCWSTR>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .CountOf)(windows_core::Interface::as_raw(self), psztext.param().abi())
        }
    }
    pub unsafe fn Bytes(&self, pb: *const u8) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Bytes)(windows_core::Interface::as_raw(self), pb)
        }
    }
    pub unsafe fn List(&self, plist: *mut LIST) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .List)(windows_core::Interface::as_raw(self), plist as _)
        }
    }
    pub unsafe fn Counted(&self, pcounted: *const COUNTED) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Counted)(windows_core::Interface::as_raw(self), pcounted)
        }
    }
    pub unsafe fn Named(&self, pnamed: *const NAMED) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Named)(windows_core::Interface::as_raw(self), pnamed)
        }
    }
    pub unsafe fn Store(&self, hstore: *mut core::ffi::c_void) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Store)(windows_core::Interface::as_raw(self), hstore as _)
        }
    }
    pub unsafe fn Aliased(&self, pul: *mut u32) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Aliased)(windows_core::Interface::as_raw(self), pul as _)
        }
    }
    pub unsafe fn Any(&self, pv: *mut core::ffi::c_void) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Any)(windows_core::Interface::as_raw(self), pv as _)
        }
    }
    pub unsafe fn RawCount(&self, pv: *mut core::ffi::c_void) -> u32 {
        unsafe {
            (windows_core::Interface::vtable(self)
                .RawCount)(windows_core::Interface::as_raw(self), pv as _)
        }
    }
}
#[repr(C)]
pub struct IRules_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Documented: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
    ) -> windows_core::HRESULT,
    pub Scalars: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        COLOR,
        windows_core::HRESULT,
        windows_core::BOOL,
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Plain: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        POINT,
        *const POINT,
        *const POINT,
    ) -> windows_core::HRESULT,
    pub Query: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
    ) -> windows_core::HRESULT,
    pub Change: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
        *mut POINT,
    ) -> windows_core::HRESULT,
    pub Text: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PCWSTR,
        windows_core::PCWSTR,
    ) -> windows_core::HRESULT,
    pub Narrow: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PCSTR,
        windows_core::PCSTR,
    ) -> windows_core::HRESULT,
    pub Objects: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Handles: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub MaybeHandles: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Block: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut BLOCK,
    ) -> windows_core::HRESULT,
    pub Results: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
        *mut windows_core::BOOL,
        *mut POINT,
    ) -> windows_core::HRESULT,
    pub Made: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub PerhapsMade: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Partial: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Perhaps: unsafe extern "system" fn(
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub get_Name: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub put_Name: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
    ) -> windows_core::HRESULT,
    pub Count: unsafe extern "system" fn(*mut core::ffi::c_void, COLOR) -> u32,
    pub Forget: unsafe extern "system" fn(*mut core::ffi::c_void),
    pub Clone: unsafe extern "system" fn(
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Cdecl: unsafe extern "C" fn(*mut core::ffi::c_void) -> windows_core::HRESULT,
    pub Print: unsafe extern "system" fn(
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub CountOf: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PCWSTR,
    ) -> u32,
    pub Bytes: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const u8,
    ) -> windows_core::HRESULT,
    pub List: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut LIST,
    ) -> windows_core::HRESULT,
    pub Counted: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const COUNTED,
    ) -> windows_core::HRESULT,
    pub Named: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const NAMED,
    ) -> windows_core::HRESULT,
    pub Store: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Aliased: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Any: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub RawCount: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
    ) -> u32,
}
pub trait IRules_Impl: windows_core::IUnknownImpl {
    unsafe fn Documented(&self, dwflags: u32) -> windows_core::Result<()>;
    unsafe fn Scalars(
        &self,
        ecolor: COLOR,
        hr: windows_core::HRESULT,
        fyes: windows_core::BOOL,
        hwnd: *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn Plain(
        &self,
        pt: &POINT,
        ppt: *const POINT,
        pother: *const POINT,
    ) -> windows_core::Result<()>;
    unsafe fn Query(&self, riid: *const windows_core::GUID) -> windows_core::Result<()>;
    unsafe fn Change(&self, pul: *mut u32, ppt: *mut POINT) -> windows_core::Result<()>;
    unsafe fn Text(
        &self,
        psztext: &windows_core::PCWSTR,
        pszmore: &windows_core::PCWSTR,
    ) -> windows_core::Result<()>;
    unsafe fn Narrow(
        &self,
        psztext: &windows_core::PCSTR,
        pszmore: &windows_core::PCSTR,
    ) -> windows_core::Result<()>;
    unsafe fn Objects(
        &self,
        punk: windows_core::Ref<windows_core::IUnknown>,
        punkouter: windows_core::Ref<windows_core::IUnknown>,
    ) -> windows_core::Result<()>;
    unsafe fn Handles(
        &self,
        hevent: *mut core::ffi::c_void,
        hother: *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn MaybeHandles(
        &self,
        hevent: *mut core::ffi::c_void,
        hother: *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn Block(&self, pblock: *mut BLOCK) -> windows_core::Result<()>;
    unsafe fn Results(
        &self,
        pulcount: *mut u32,
        pfyes: *mut windows_core::BOOL,
        ppt: *mut POINT,
    ) -> windows_core::Result<()>;
    unsafe fn Made(
        &self,
        ppunk: windows_core::OutRef<windows_core::IUnknown>,
    ) -> windows_core::Result<()>;
    unsafe fn PerhapsMade(
        &self,
        ppunk: windows_core::OutRef<windows_core::IUnknown>,
    ) -> windows_core::Result<()>;
    unsafe fn Partial(&self, pulcount: *mut u32) -> windows_core::Result<()>;
    unsafe fn Perhaps(&self) -> windows_core::Result<()>;
    unsafe fn get_Name(&self, pulname: *mut u32) -> windows_core::Result<()>;
    unsafe fn put_Name(&self, ulname: u32) -> windows_core::Result<()>;
    unsafe fn Count(&self, ecolor: COLOR) -> u32;
    unsafe fn Forget(&self);
    unsafe fn Clone(&self) -> windows_core::Result<()>;
    unsafe fn Cdecl(&self) -> windows_core::Result<()>;
    unsafe fn Print(&self) -> windows_core::Result<()>;
    unsafe fn CountOf(&self, psztext: &windows_core::PCWSTR) -> u32;
    unsafe fn Bytes(&self, pb: *const u8) -> windows_core::Result<()>;
    unsafe fn List(&self, plist: *mut LIST) -> windows_core::Result<()>;
    unsafe fn Counted(&self, pcounted: *const COUNTED) -> windows_core::Result<()>;
    unsafe fn Named(&self, pnamed: *const NAMED) -> windows_core::Result<()>;
    unsafe fn Store(&self, hstore: *mut core::ffi::c_void) -> windows_core::Result<()>;
    unsafe fn Aliased(&self, pul: *mut u32) -> windows_core::Result<()>;
    unsafe fn Any(&self, pv: *mut core::ffi::c_void) -> windows_core::Result<()>;
    unsafe fn RawCount(&self, pv: *mut core::ffi::c_void) -> u32;
}
impl IRules_Vtbl {
    pub const fn new<Identity: IRules_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Documented<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            dwflags: u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Documented(this, core::mem::transmute_copy(&dwflags)).into()
            }
        }
        unsafe extern "system" fn Scalars<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            ecolor: COLOR,
            hr: windows_core::HRESULT,
            fyes: windows_core::BOOL,
            hwnd: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Scalars(
                        this,
                        core::mem::transmute_copy(&ecolor),
                        core::mem::transmute_copy(&hr),
                        core::mem::transmute_copy(&fyes),
                        core::mem::transmute_copy(&hwnd),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Plain<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pt: POINT,
            ppt: *const POINT,
            pother: *const POINT,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Plain(
                        this,
                        core::mem::transmute(&pt),
                        core::mem::transmute_copy(&ppt),
                        core::mem::transmute_copy(&pother),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Query<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Query(this, core::mem::transmute_copy(&riid)).into()
            }
        }
        unsafe extern "system" fn Change<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pul: *mut u32,
            ppt: *mut POINT,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Change(
                        this,
                        core::mem::transmute_copy(&pul),
                        core::mem::transmute_copy(&ppt),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Text<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            psztext: windows_core::PCWSTR,
            pszmore: windows_core::PCWSTR,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Text(
                        this,
                        core::mem::transmute(&psztext),
                        core::mem::transmute(&pszmore),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Narrow<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            psztext: windows_core::PCSTR,
            pszmore: windows_core::PCSTR,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Narrow(
                        this,
                        core::mem::transmute(&psztext),
                        core::mem::transmute(&pszmore),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Objects<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            punk: *mut core::ffi::c_void,
            punkouter: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Objects(
                        this,
                        core::mem::transmute_copy(&punk),
                        core::mem::transmute_copy(&punkouter),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Handles<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            hevent: *mut core::ffi::c_void,
            hother: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Handles(
                        this,
                        core::mem::transmute_copy(&hevent),
                        core::mem::transmute_copy(&hother),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn MaybeHandles<
            Identity: IRules_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            hevent: *mut core::ffi::c_void,
            hother: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::MaybeHandles(
                        this,
                        core::mem::transmute_copy(&hevent),
                        core::mem::transmute_copy(&hother),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Block<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pblock: *mut BLOCK,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Block(this, core::mem::transmute_copy(&pblock)).into()
            }
        }
        unsafe extern "system" fn Results<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pulcount: *mut u32,
            pfyes: *mut windows_core::BOOL,
            ppt: *mut POINT,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Results(
                        this,
                        core::mem::transmute_copy(&pulcount),
                        core::mem::transmute_copy(&pfyes),
                        core::mem::transmute_copy(&ppt),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Made<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            ppunk: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Made(this, core::mem::transmute_copy(&ppunk)).into()
            }
        }
        unsafe extern "system" fn PerhapsMade<
            Identity: IRules_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            ppunk: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::PerhapsMade(this, core::mem::transmute_copy(&ppunk)).into()
            }
        }
        unsafe extern "system" fn Partial<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pulcount: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Partial(this, core::mem::transmute_copy(&pulcount)).into()
            }
        }
        unsafe extern "system" fn Perhaps<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Perhaps(this).into()
            }
        }
        unsafe extern "system" fn get_Name<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pulname: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::get_Name(this, core::mem::transmute_copy(&pulname)).into()
            }
        }
        unsafe extern "system" fn put_Name<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            ulname: u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::put_Name(this, core::mem::transmute_copy(&ulname)).into()
            }
        }
        unsafe extern "system" fn Count<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            ecolor: COLOR,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Count(this, core::mem::transmute_copy(&ecolor))
            }
        }
        unsafe extern "system" fn Forget<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
        ) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Forget(this);
            }
        }
        unsafe extern "system" fn Clone<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Clone(this).into()
            }
        }
        unsafe extern "C" fn Cdecl<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Cdecl(this).into()
            }
        }
        unsafe extern "system" fn Print<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Print(this).into()
            }
        }
        unsafe extern "system" fn CountOf<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            psztext: windows_core::PCWSTR,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::CountOf(this, core::mem::transmute(&psztext))
            }
        }
        unsafe extern "system" fn Bytes<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pb: *const u8,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Bytes(this, core::mem::transmute_copy(&pb)).into()
            }
        }
        unsafe extern "system" fn List<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            plist: *mut LIST,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::List(this, core::mem::transmute_copy(&plist)).into()
            }
        }
        unsafe extern "system" fn Counted<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pcounted: *const COUNTED,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Counted(this, core::mem::transmute_copy(&pcounted)).into()
            }
        }
        unsafe extern "system" fn Named<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pnamed: *const NAMED,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Named(this, core::mem::transmute_copy(&pnamed)).into()
            }
        }
        unsafe extern "system" fn Store<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            hstore: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Store(this, core::mem::transmute_copy(&hstore)).into()
            }
        }
        unsafe extern "system" fn Aliased<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pul: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Aliased(this, core::mem::transmute_copy(&pul)).into()
            }
        }
        unsafe extern "system" fn Any<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pv: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::Any(this, core::mem::transmute_copy(&pv)).into()
            }
        }
        unsafe extern "system" fn RawCount<Identity: IRules_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pv: *mut core::ffi::c_void,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules_Impl::RawCount(this, core::mem::transmute_copy(&pv))
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Documented: Documented::<Identity, OFFSET>,
            Scalars: Scalars::<Identity, OFFSET>,
            Plain: Plain::<Identity, OFFSET>,
            Query: Query::<Identity, OFFSET>,
            Change: Change::<Identity, OFFSET>,
            Text: Text::<Identity, OFFSET>,
            Narrow: Narrow::<Identity, OFFSET>,
            Objects: Objects::<Identity, OFFSET>,
            Handles: Handles::<Identity, OFFSET>,
            MaybeHandles: MaybeHandles::<Identity, OFFSET>,
            Block: Block::<Identity, OFFSET>,
            Results: Results::<Identity, OFFSET>,
            Made: Made::<Identity, OFFSET>,
            PerhapsMade: PerhapsMade::<Identity, OFFSET>,
            Partial: Partial::<Identity, OFFSET>,
            Perhaps: Perhaps::<Identity, OFFSET>,
            get_Name: get_Name::<Identity, OFFSET>,
            put_Name: put_Name::<Identity, OFFSET>,
            Count: Count::<Identity, OFFSET>,
            Forget: Forget::<Identity, OFFSET>,
            Clone: Clone::<Identity, OFFSET>,
            Cdecl: Cdecl::<Identity, OFFSET>,
            Print: Print::<Identity, OFFSET>,
            CountOf: CountOf::<Identity, OFFSET>,
            Bytes: Bytes::<Identity, OFFSET>,
            List: List::<Identity, OFFSET>,
            Counted: Counted::<Identity, OFFSET>,
            Named: Named::<Identity, OFFSET>,
            Store: Store::<Identity, OFFSET>,
            Aliased: Aliased::<Identity, OFFSET>,
            Any: Any::<Identity, OFFSET>,
            RawCount: RawCount::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IRules as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IRules {}
windows_core::imp::define_interface!(
    IRules2, IRules2_Vtbl, 0x00000000_0000_0000_0000_000000000002
);
impl core::ops::Deref for IRules2 {
    type Target = IRules;
    fn deref(&self) -> &Self::Target {
        unsafe { core::mem::transmute(self) }
    }
}
windows_core::imp::interface_hierarchy!(IRules2, windows_core::IUnknown, IRules);
impl IRules2 {
    pub unsafe fn More(&self) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .More)(windows_core::Interface::as_raw(self))
        }
    }
}
#[repr(C)]
pub struct IRules2_Vtbl {
    pub base__: IRules_Vtbl,
    pub More: unsafe extern "system" fn(*mut core::ffi::c_void) -> windows_core::HRESULT,
}
pub trait IRules2_Impl: IRules_Impl {
    unsafe fn More(&self) -> windows_core::Result<()>;
}
impl IRules2_Vtbl {
    pub const fn new<Identity: IRules2_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn More<Identity: IRules2_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IRules2_Impl::More(this).into()
            }
        }
        Self {
            base__: IRules_Vtbl::new::<Identity, OFFSET>(),
            More: More::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IRules2 as windows_core::Interface>::IID
            || iid == &<IRules as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IRules2 {}
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct LIST {
    pub next: *mut u32,
}
#[repr(C)]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NAMED {
    pub szName: [u16; 8],
}
impl Default for NAMED {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct POINT {
    pub x: u32,
    pub y: u32,
}
pub const RED: COLOR = COLOR(1);
