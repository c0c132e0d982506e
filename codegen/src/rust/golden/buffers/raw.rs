windows_core::imp::define_interface!(
    IFilled, IFilled_Vtbl, 0x00000000_0000_0000_0000_000000000001
);
windows_core::imp::interface_hierarchy!(IFilled, windows_core::IUnknown);
impl IFilled {
    pub unsafe fn Several(
        &self,
        c: u32,
        rgulkeys: *mut u32,
        rgbvalues: *mut u8,
        pcdone: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Several)(
                windows_core::Interface::as_raw(self),
                c,
                rgulkeys as _,
                rgbvalues as _,
                pcdone as _,
            )
        }
    }
    pub unsafe fn Unwanted(
        &self,
        c: u32,
        rgul: *mut u32,
        pcdone: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Unwanted)(
                windows_core::Interface::as_raw(self),
                c,
                rgul as _,
                pcdone as _,
            )
        }
    }
    pub unsafe fn BothWays(
        &self,
        pc: *mut u32,
        rgul: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .BothWays)(windows_core::Interface::as_raw(self), pc as _, rgul as _)
        }
    }
    pub unsafe fn Asked(&self, pc: *mut u32, rgul: *mut u32) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Asked)(windows_core::Interface::as_raw(self), pc as _, rgul as _)
        }
    }
    pub unsafe fn Doubled(&self, pc: *mut u32, rgb: *mut u8) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Doubled)(windows_core::Interface::as_raw(self), pc as _, rgb as _)
        }
    }
    pub unsafe fn Without(&self, pc: *mut u32, rgb: *mut u8) -> u32 {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Without)(windows_core::Interface::as_raw(self), pc as _, rgb as _)
        }
    }
    pub unsafe fn Computed(&self, pc: *mut u32, rgb: *mut u8) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Computed)(windows_core::Interface::as_raw(self), pc as _, rgb as _)
        }
    }
    pub unsafe fn In(&self, pc: *mut u32, rgb: *const u8) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .In)(windows_core::Interface::as_raw(self), pc as _, rgb)
        }
    }
}
#[repr(C)]
pub struct IFilled_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Several: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut u32,
        *mut u8,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Unwanted: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut u32,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub BothWays: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Asked: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Doubled: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
        *mut u8,
    ) -> windows_core::HRESULT,
    pub Without: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
        *mut u8,
    ) -> u32,
    pub Computed: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
        *mut u8,
    ) -> windows_core::HRESULT,
    pub In: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
        *const u8,
    ) -> windows_core::HRESULT,
}
pub trait IFilled_Impl: windows_core::IUnknownImpl {
    unsafe fn Several(
        &self,
        c: u32,
        rgulkeys: *mut u32,
        rgbvalues: *mut u8,
        pcdone: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Unwanted(
        &self,
        c: u32,
        rgul: *mut u32,
        pcdone: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn BothWays(&self, pc: *mut u32, rgul: *mut u32) -> windows_core::Result<()>;
    unsafe fn Asked(&self, pc: *mut u32, rgul: *mut u32) -> windows_core::Result<()>;
    unsafe fn Doubled(&self, pc: *mut u32, rgb: *mut u8) -> windows_core::Result<()>;
    unsafe fn Without(&self, pc: *mut u32, rgb: *mut u8) -> u32;
    unsafe fn Computed(&self, pc: *mut u32, rgb: *mut u8) -> windows_core::Result<()>;
    unsafe fn In(&self, pc: *mut u32, rgb: *const u8) -> windows_core::Result<()>;
}
impl IFilled_Vtbl {
    pub const fn new<Identity: IFilled_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Several<Identity: IFilled_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgulkeys: *mut u32,
            rgbvalues: *mut u8,
            pcdone: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IFilled_Impl::Several(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgulkeys),
                        core::mem::transmute_copy(&rgbvalues),
                        core::mem::transmute_copy(&pcdone),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Unwanted<Identity: IFilled_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgul: *mut u32,
            pcdone: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IFilled_Impl::Unwanted(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgul),
                        core::mem::transmute_copy(&pcdone),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn BothWays<Identity: IFilled_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pc: *mut u32,
            rgul: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IFilled_Impl::BothWays(
                        this,
                        core::mem::transmute_copy(&pc),
                        core::mem::transmute_copy(&rgul),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Asked<Identity: IFilled_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pc: *mut u32,
            rgul: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IFilled_Impl::Asked(
                        this,
                        core::mem::transmute_copy(&pc),
                        core::mem::transmute_copy(&rgul),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Doubled<Identity: IFilled_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pc: *mut u32,
            rgb: *mut u8,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IFilled_Impl::Doubled(
                        this,
                        core::mem::transmute_copy(&pc),
                        core::mem::transmute_copy(&rgb),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Without<Identity: IFilled_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pc: *mut u32,
            rgb: *mut u8,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IFilled_Impl::Without(
                    this,
                    core::mem::transmute_copy(&pc),
                    core::mem::transmute_copy(&rgb),
                )
            }
        }
        unsafe extern "system" fn Computed<Identity: IFilled_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pc: *mut u32,
            rgb: *mut u8,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IFilled_Impl::Computed(
                        this,
                        core::mem::transmute_copy(&pc),
                        core::mem::transmute_copy(&rgb),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn In<Identity: IFilled_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pc: *mut u32,
            rgb: *const u8,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IFilled_Impl::In(
                        this,
                        core::mem::transmute_copy(&pc),
                        core::mem::transmute_copy(&rgb),
                    )
                    .into()
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Several: Several::<Identity, OFFSET>,
            Unwanted: Unwanted::<Identity, OFFSET>,
            BothWays: BothWays::<Identity, OFFSET>,
            Asked: Asked::<Identity, OFFSET>,
            Doubled: Doubled::<Identity, OFFSET>,
            Without: Without::<Identity, OFFSET>,
            Computed: Computed::<Identity, OFFSET>,
            In: In::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IFilled as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IFilled {}
windows_core::imp::define_interface!(
    ITexts, ITexts_Vtbl, 0x00000000_0000_0000_0000_000000000002
);
windows_core::imp::interface_hierarchy!(ITexts, windows_core::IUnknown);
impl ITexts {
    pub unsafe fn Path(
        &self,
        pszpath: windows_core::PWSTR,
        cch: i32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Path)(windows_core::Interface::as_raw(self), pszpath, cch)
        }
    }
    pub unsafe fn Narrow(
        &self,
        cch: u32,
        pszname: windows_core::PSTR,
        pulindex: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Narrow)(
                windows_core::Interface::as_raw(self),
                cch,
                pszname,
                pulindex as _,
            )
        }
    }
    pub unsafe fn Perhaps(
        &self,
        pszpath: windows_core::PWSTR,
        cch: u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Perhaps)(windows_core::Interface::as_raw(self), pszpath, cch)
        }
    }
    pub unsafe fn Rename(
        &self,
        pszname: windows_core::PWSTR,
        cch: u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Rename)(windows_core::Interface::as_raw(self), pszname, cch)
        }
    }
    pub unsafe fn Measured(
        &self,
        pszname: windows_core::PWSTR,
        cch: u32,
        pcchdone: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Measured)(
                windows_core::Interface::as_raw(self),
                pszname,
                cch,
                pcchdone as _,
            )
        }
    }
    pub unsafe fn Title(&self, psztitle: windows_core::PWSTR, cch: u32) {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Title)(windows_core::Interface::as_raw(self), psztitle, cch);
        }
    }
    pub unsafe fn Unbounded(
        &self,
        pszname: windows_core::PWSTR,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Unbounded)(windows_core::Interface::as_raw(self), pszname)
        }
    }
    pub unsafe fn InPlace(&self, pszname: windows_core::PWSTR) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .InPlace)(windows_core::Interface::as_raw(self), pszname)
        }
    }
    pub unsafe fn Sized<P0>(&self, pszname: P0, cch: u32) -> windows_core::HRESULT
    where
        P0: windows_core::Param<windows_core::PCWSTR>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Sized)(
                windows_core::Interface::as_raw(self),
                pszname.param().abi(),
                cch,
            )
        }
    }
}
#[repr(C)]
pub struct ITexts_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Path: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PWSTR,
        i32,
    ) -> windows_core::HRESULT,
    pub Narrow: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        windows_core::PSTR,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Perhaps: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PWSTR,
        u32,
    ) -> windows_core::HRESULT,
    pub Rename: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PWSTR,
        u32,
    ) -> windows_core::HRESULT,
    pub Measured: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PWSTR,
        u32,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Title: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PWSTR,
        u32,
    ),
    pub Unbounded: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PWSTR,
    ) -> windows_core::HRESULT,
    pub InPlace: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PWSTR,
    ) -> windows_core::HRESULT,
    pub Sized: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PCWSTR,
        u32,
    ) -> windows_core::HRESULT,
}
pub trait ITexts_Impl: windows_core::IUnknownImpl {
    unsafe fn Path(
        &self,
        pszpath: windows_core::PWSTR,
        cch: i32,
    ) -> windows_core::Result<()>;
    unsafe fn Narrow(
        &self,
        cch: u32,
        pszname: windows_core::PSTR,
        pulindex: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Perhaps(
        &self,
        pszpath: windows_core::PWSTR,
        cch: u32,
    ) -> windows_core::Result<()>;
    unsafe fn Rename(
        &self,
        pszname: windows_core::PWSTR,
        cch: u32,
    ) -> windows_core::Result<()>;
    unsafe fn Measured(
        &self,
        pszname: windows_core::PWSTR,
        cch: u32,
        pcchdone: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Title(&self, psztitle: windows_core::PWSTR, cch: u32);
    unsafe fn Unbounded(&self, pszname: windows_core::PWSTR) -> windows_core::Result<()>;
    unsafe fn InPlace(&self, pszname: windows_core::PWSTR) -> windows_core::Result<()>;
    unsafe fn Sized(
        &self,
        pszname: &windows_core::PCWSTR,
        cch: u32,
    ) -> windows_core::Result<()>;
}
impl ITexts_Vtbl {
    pub const fn new<Identity: ITexts_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Path<Identity: ITexts_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pszpath: windows_core::PWSTR,
            cch: i32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITexts_Impl::Path(
                        this,
                        core::mem::transmute_copy(&pszpath),
                        core::mem::transmute_copy(&cch),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Narrow<Identity: ITexts_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            cch: u32,
            pszname: windows_core::PSTR,
            pulindex: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITexts_Impl::Narrow(
                        this,
                        core::mem::transmute_copy(&cch),
                        core::mem::transmute_copy(&pszname),
                        core::mem::transmute_copy(&pulindex),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Perhaps<Identity: ITexts_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pszpath: windows_core::PWSTR,
            cch: u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITexts_Impl::Perhaps(
                        this,
                        core::mem::transmute_copy(&pszpath),
                        core::mem::transmute_copy(&cch),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Rename<Identity: ITexts_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pszname: windows_core::PWSTR,
            cch: u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITexts_Impl::Rename(
                        this,
                        core::mem::transmute_copy(&pszname),
                        core::mem::transmute_copy(&cch),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Measured<Identity: ITexts_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pszname: windows_core::PWSTR,
            cch: u32,
            pcchdone: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITexts_Impl::Measured(
                        this,
                        core::mem::transmute_copy(&pszname),
                        core::mem::transmute_copy(&cch),
                        core::mem::transmute_copy(&pcchdone),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Title<Identity: ITexts_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            psztitle: windows_core::PWSTR,
            cch: u32,
        ) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITexts_Impl::Title(
                    this,
                    core::mem::transmute_copy(&psztitle),
                    core::mem::transmute_copy(&cch),
                );
            }
        }
        unsafe extern "system" fn Unbounded<Identity: ITexts_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pszname: windows_core::PWSTR,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITexts_Impl::Unbounded(this, core::mem::transmute_copy(&pszname)).into()
            }
        }
        unsafe extern "system" fn InPlace<Identity: ITexts_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pszname: windows_core::PWSTR,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITexts_Impl::InPlace(this, core::mem::transmute_copy(&pszname)).into()
            }
        }
        unsafe extern "system" fn Sized<Identity: ITexts_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pszname: windows_core::PCWSTR,
            cch: u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ITexts_Impl::Sized(
                        this,
                        core::mem::transmute(&pszname),
                        core::mem::transmute_copy(&cch),
                    )
                    .into()
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Path: Path::<Identity, OFFSET>,
            Narrow: Narrow::<Identity, OFFSET>,
            Perhaps: Perhaps::<Identity, OFFSET>,
            Rename: Rename::<Identity, OFFSET>,
            Measured: Measured::<Identity, OFFSET>,
            Title: Title::<Identity, OFFSET>,
            Unbounded: Unbounded::<Identity, OFFSET>,
            InPlace: InPlace::<Identity, OFFSET>,
            Sized: Sized::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<ITexts as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for ITexts {}
