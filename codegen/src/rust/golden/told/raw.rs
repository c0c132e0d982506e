windows_core::imp::define_interface!(
    IPlaces, IPlaces_Vtbl, 0x00000000_0000_0000_0000_000000000002
);
windows_core::imp::interface_hierarchy!(IPlaces, windows_core::IUnknown);
impl IPlaces {
    pub unsafe fn Swap(
        &self,
        ppunk: *mut Option<windows_core::IUnknown>,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Swap)(
                windows_core::Interface::as_raw(self),
                core::mem::transmute(ppunk),
            )
        }
    }
    pub unsafe fn Unwanted(
        &self,
        pul: *mut u32,
        pf: *mut windows_core::BOOL,
        pbstr: *mut *mut u16,
        ppunk: *mut Option<windows_core::IUnknown>,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Unwanted)(
                windows_core::Interface::as_raw(self),
                pul as _,
                pf as _,
                pbstr as _,
                core::mem::transmute(ppunk),
            )
        }
    }
    pub unsafe fn Asked(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Asked)(windows_core::Interface::as_raw(self), riid, ppv as _)
        }
    }
    pub unsafe fn Told(
        &self,
        pul: *mut u32,
        ppunk: *mut Option<windows_core::IUnknown>,
    ) {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Told)(
                windows_core::Interface::as_raw(self),
                pul as _,
                core::mem::transmute(ppunk),
            );
        }
    }
    pub unsafe fn Layout(
        &self,
        hkl: *mut core::ffi::c_void,
        phkl: *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Layout)(windows_core::Interface::as_raw(self), hkl as _, phkl as _)
        }
    }
    pub unsafe fn Any(&self, ppv: *mut *mut core::ffi::c_void) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Any)(windows_core::Interface::as_raw(self), ppv as _)
        }
    }
}
#[repr(C)]
pub struct IPlaces_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Swap: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Unwanted: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
        *mut windows_core::BOOL,
        *mut *mut u16,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Asked: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Told: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
        *mut *mut core::ffi::c_void,
    ),
    pub Layout: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Any: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
}
pub trait IPlaces_Impl: windows_core::IUnknownImpl {
    unsafe fn Swap(
        &self,
        ppunk: windows_core::OutRef<windows_core::IUnknown>,
    ) -> windows_core::Result<()>;
    unsafe fn Unwanted(
        &self,
        pul: *mut u32,
        pf: *mut windows_core::BOOL,
        pbstr: *mut *mut u16,
        ppunk: windows_core::OutRef<windows_core::IUnknown>,
    ) -> windows_core::Result<()>;
    unsafe fn Asked(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn Told(
        &self,
        pul: *mut u32,
        ppunk: windows_core::OutRef<windows_core::IUnknown>,
    );
    unsafe fn Layout(
        &self,
        hkl: *mut core::ffi::c_void,
        phkl: *mut *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn Any(&self, ppv: *mut *mut core::ffi::c_void) -> windows_core::Result<()>;
}
impl IPlaces_Vtbl {
    pub const fn new<Identity: IPlaces_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Swap<Identity: IPlaces_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            ppunk: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IPlaces_Impl::Swap(this, core::mem::transmute_copy(&ppunk)).into()
            }
        }
        unsafe extern "system" fn Unwanted<Identity: IPlaces_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pul: *mut u32,
            pf: *mut windows_core::BOOL,
            pbstr: *mut *mut u16,
            ppunk: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IPlaces_Impl::Unwanted(
                        this,
                        core::mem::transmute_copy(&pul),
                        core::mem::transmute_copy(&pf),
                        core::mem::transmute_copy(&pbstr),
                        core::mem::transmute_copy(&ppunk),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Asked<Identity: IPlaces_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            ppv: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IPlaces_Impl::Asked(
                        this,
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&ppv),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Told<Identity: IPlaces_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pul: *mut u32,
            ppunk: *mut *mut core::ffi::c_void,
        ) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IPlaces_Impl::Told(
                    this,
                    core::mem::transmute_copy(&pul),
                    core::mem::transmute_copy(&ppunk),
                );
            }
        }
        unsafe extern "system" fn Layout<Identity: IPlaces_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            hkl: *mut core::ffi::c_void,
            phkl: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IPlaces_Impl::Layout(
                        this,
                        core::mem::transmute_copy(&hkl),
                        core::mem::transmute_copy(&phkl),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Any<Identity: IPlaces_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            ppv: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IPlaces_Impl::Any(this, core::mem::transmute_copy(&ppv)).into()
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Swap: Swap::<Identity, OFFSET>,
            Unwanted: Unwanted::<Identity, OFFSET>,
            Asked: Asked::<Identity, OFFSET>,
            Told: Told::<Identity, OFFSET>,
            Layout: Layout::<Identity, OFFSET>,
            Any: Any::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IPlaces as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IPlaces {}
windows_core::imp::define_interface!(
    ITold, ITold_Vtbl, 0x00000000_0000_0000_0000_000000000001
);
windows_core::imp::interface_hierarchy!(ITold, windows_core::IUnknown);
impl ITold {
    pub unsafe fn Give<P1>(
        &self,
        riid: *const windows_core::GUID,
        punk: P1,
        pulkind: *mut u32,
    ) -> windows_core::HRESULT
    where
        P1: windows_core::Param<windows_core::IUnknown>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Give)(
                windows_core::Interface::as_raw(self),
                riid,
                punk.param().abi(),
                pulkind as _,
            )
        }
    }
    pub unsafe fn MaybeGive<P0>(
        &self,
        punk: P0,
        riid: *const windows_core::GUID,
    ) -> windows_core::HRESULT
    where
        P0: windows_core::Param<windows_core::IUnknown>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .MaybeGive)(
                windows_core::Interface::as_raw(self),
                punk.param().abi(),
                riid,
            )
        }
    }
    pub unsafe fn GiveAny<P2>(
        &self,
        riid: *const windows_core::GUID,
        pv: *mut core::ffi::c_void,
        pszname: P2,
    ) -> windows_core::HRESULT
    where
        P2: windows_core::Param<windows_core::PCWSTR>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .GiveAny)(
                windows_core::Interface::as_raw(self),
                riid,
                pv as _,
                pszname.param().abi(),
            )
        }
    }
    pub unsafe fn Pair(
        &self,
        riid: *const windows_core::GUID,
        ppvone: *mut *mut core::ffi::c_void,
        ppvother: *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Pair)(
                windows_core::Interface::as_raw(self),
                riid,
                ppvone as _,
                ppvother as _,
            )
        }
    }
    pub unsafe fn Both(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
        riidother: *const windows_core::GUID,
        ppvother: *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Both)(
                windows_core::Interface::as_raw(self),
                riid,
                ppv as _,
                riidother,
                ppvother as _,
            )
        }
    }
    pub unsafe fn Convert<P1>(
        &self,
        riid: *const windows_core::GUID,
        punk: P1,
        riidto: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT
    where
        P1: windows_core::Param<windows_core::IUnknown>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Convert)(
                windows_core::Interface::as_raw(self),
                riid,
                punk.param().abi(),
                riidto,
                ppv as _,
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
    pub unsafe fn PerhapsTold<P1>(
        &self,
        piid: *const windows_core::GUID,
        punk: P1,
    ) -> windows_core::HRESULT
    where
        P1: windows_core::Param<windows_core::IUnknown>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .PerhapsTold)(
                windows_core::Interface::as_raw(self),
                piid,
                punk.param().abi(),
            )
        }
    }
    pub unsafe fn Replace(
        &self,
        riid: *const windows_core::GUID,
        ppunk: *mut Option<windows_core::IUnknown>,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Replace)(
                windows_core::Interface::as_raw(self),
                riid,
                core::mem::transmute(ppunk),
            )
        }
    }
}
#[repr(C)]
pub struct ITold_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Give: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut core::ffi::c_void,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub MaybeGive: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
        *const windows_core::GUID,
    ) -> windows_core::HRESULT,
    pub GiveAny: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut core::ffi::c_void,
        windows_core::PCWSTR,
    ) -> windows_core::HRESULT,
    pub Pair: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Both: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Convert: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Untold: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub PerhapsTold: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Replace: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
}
pub trait ITold_Impl: windows_core::IUnknownImpl {
    unsafe fn Give(
        &self,
        riid: *const windows_core::GUID,
        punk: windows_core::Ref<windows_core::IUnknown>,
        pulkind: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn MaybeGive(
        &self,
        punk: windows_core::Ref<windows_core::IUnknown>,
        riid: *const windows_core::GUID,
    ) -> windows_core::Result<()>;
    unsafe fn GiveAny(
        &self,
        riid: *const windows_core::GUID,
        pv: *mut core::ffi::c_void,
        pszname: &windows_core::PCWSTR,
    ) -> windows_core::Result<()>;
    unsafe fn Pair(
        &self,
        riid: *const windows_core::GUID,
        ppvone: *mut *mut core::ffi::c_void,
        ppvother: *mut *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn Both(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
        riidother: *const windows_core::GUID,
        ppvother: *mut *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn Convert(
        &self,
        riid: *const windows_core::GUID,
        punk: windows_core::Ref<windows_core::IUnknown>,
        riidto: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn Untold(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn PerhapsTold(
        &self,
        piid: *const windows_core::GUID,
        punk: windows_core::Ref<windows_core::IUnknown>,
    ) -> windows_core::Result<()>;
    unsafe fn Replace(
        &self,
        riid: *const windows_core::GUID,
        ppunk: windows_core::OutRef<windows_core::IUnknown>,
    ) -> windows_core::Result<()>;
}
impl ITold_Vtbl {
    pub const fn new<Identity: ITold_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Give<Identity: ITold_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            punk: *mut core::ffi::c_void,
            pulkind: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITold_Impl::Give(
                        this,
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&punk),
                        core::mem::transmute_copy(&pulkind),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn MaybeGive<Identity: ITold_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            punk: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITold_Impl::MaybeGive(
                        this,
                        core::mem::transmute_copy(&punk),
                        core::mem::transmute_copy(&riid),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn GiveAny<Identity: ITold_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            pv: *mut core::ffi::c_void,
            pszname: windows_core::PCWSTR,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITold_Impl::GiveAny(
                        this,
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&pv),
                        core::mem::transmute(&pszname),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Pair<Identity: ITold_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            ppvone: *mut *mut core::ffi::c_void,
            ppvother: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITold_Impl::Pair(
                        this,
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&ppvone),
                        core::mem::transmute_copy(&ppvother),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Both<Identity: ITold_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            ppv: *mut *mut core::ffi::c_void,
            riidother: *const windows_core::GUID,
            ppvother: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITold_Impl::Both(
                        this,
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&ppv),
                        core::mem::transmute_copy(&riidother),
                        core::mem::transmute_copy(&ppvother),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Convert<Identity: ITold_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            punk: *mut core::ffi::c_void,
            riidto: *const windows_core::GUID,
            ppv: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITold_Impl::Convert(
                        this,
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&punk),
                        core::mem::transmute_copy(&riidto),
                        core::mem::transmute_copy(&ppv),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Untold<Identity: ITold_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            ppv: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITold_Impl::Untold(
                        this,
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&ppv),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn PerhapsTold<Identity: ITold_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            piid: *const windows_core::GUID,
            punk: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITold_Impl::PerhapsTold(
                        this,
                        core::mem::transmute_copy(&piid),
                        core::mem::transmute_copy(&punk),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Replace<Identity: ITold_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            ppunk: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITold_Impl::Replace(
                        this,
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&ppunk),
                    )
                    .into()
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Give: Give::<Identity, OFFSET>,
            MaybeGive: MaybeGive::<Identity, OFFSET>,
            GiveAny: GiveAny::<Identity, OFFSET>,
            Pair: Pair::<Identity, OFFSET>,
            Both: Both::<Identity, OFFSET>,
            Convert: Convert::<Identity, OFFSET>,
            Untold: Untold::<Identity, OFFSET>,
            PerhapsTold: PerhapsTold::<Identity, OFFSET>,
            Replace: Replace::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<ITold as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for ITold {}
