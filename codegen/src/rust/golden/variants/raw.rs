windows_core::imp::define_interface!(
    IVariants, IVariants_Vtbl, 0x00000000_0000_0000_0000_000000000031
);
windows_core::imp::interface_hierarchy!(IVariants, windows_core::IUnknown);
impl IVariants {
    pub unsafe fn Put(&self, varvalue: &VARIANT) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Put)(
                windows_core::Interface::as_raw(self),
                core::mem::transmute_copy(varvalue),
            )
        }
    }
    pub unsafe fn PutEach(
        &self,
        pvarfirst: *const VARIANT,
        pvarsecond: *mut VARIANT,
        pvarthird: *mut VARIANT,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .PutEach)(
                windows_core::Interface::as_raw(self),
                pvarfirst,
                pvarsecond,
                pvarthird,
            )
        }
    }
    pub unsafe fn Get(&self, pvarvalue: *mut VARIANT) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Get)(windows_core::Interface::as_raw(self), pvarvalue)
        }
    }
    pub unsafe fn Change(&self, pvarvalue: *mut VARIANT) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Change)(windows_core::Interface::as_raw(self), pvarvalue)
        }
    }
    pub unsafe fn Exchange(
        &self,
        pvarvalue: *mut VARIANT,
        pulkind: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Exchange)(
                windows_core::Interface::as_raw(self),
                pvarvalue,
                pulkind as _,
            )
        }
    }
    pub unsafe fn Describe(
        &self,
        varvalue: &VARIANT,
        ldepth: i32,
        pbstrtext: *mut *mut u16,
        pvarcopy: *mut VARIANT,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Describe)(
                windows_core::Interface::as_raw(self),
                core::mem::transmute_copy(varvalue),
                ldepth,
                pbstrtext as _,
                pvarcopy,
            )
        }
    }
    pub unsafe fn Kind(&self, varvalue: &VARIANT, pvarother: *const VARIANT) -> u32 {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Kind)(
                windows_core::Interface::as_raw(self),
                core::mem::transmute_copy(varvalue),
                pvarother,
            )
        }
    }
    pub unsafe fn Invert(
        &self,
        fvalue: i16,
        pfresult: *mut i16,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Invert)(windows_core::Interface::as_raw(self), fvalue, pfresult as _)
        }
    }
    pub unsafe fn PutMany(
        &self,
        cvalues: u32,
        rgvarvalues: *mut VARIANT,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .PutMany)(windows_core::Interface::as_raw(self), cvalues, rgvarvalues)
        }
    }
    pub unsafe fn Unwanted(&self, pvarvalue: *mut VARIANT) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Unwanted)(windows_core::Interface::as_raw(self), pvarvalue)
        }
    }
    pub unsafe fn KindOf(&self, pvarvalue: *mut VARIANT) -> u32 {
        unsafe {
            (windows_core::Interface::vtable(self)
                .KindOf)(windows_core::Interface::as_raw(self), pvarvalue)
        }
    }
    pub unsafe fn Turn(&self, pvarvalue: *mut VARIANT, pvarold: *mut VARIANT) -> u32 {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Turn)(windows_core::Interface::as_raw(self), pvarvalue, pvarold)
        }
    }
}
#[repr(C)]
pub struct IVariants_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Put: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        VARIANT,
    ) -> windows_core::HRESULT,
    pub PutEach: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const VARIANT,
        *mut VARIANT,
        *mut VARIANT,
    ) -> windows_core::HRESULT,
    pub Get: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut VARIANT,
    ) -> windows_core::HRESULT,
    pub Change: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut VARIANT,
    ) -> windows_core::HRESULT,
    pub Exchange: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut VARIANT,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Describe: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        VARIANT,
        i32,
        *mut *mut u16,
        *mut VARIANT,
    ) -> windows_core::HRESULT,
    pub Kind: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        VARIANT,
        *const VARIANT,
    ) -> u32,
    pub Invert: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        i16,
        *mut i16,
    ) -> windows_core::HRESULT,
    pub PutMany: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut VARIANT,
    ) -> windows_core::HRESULT,
    pub Unwanted: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut VARIANT,
    ) -> windows_core::HRESULT,
    pub KindOf: unsafe extern "system" fn(*mut core::ffi::c_void, *mut VARIANT) -> u32,
    pub Turn: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut VARIANT,
        *mut VARIANT,
    ) -> u32,
}
pub trait IVariants_Impl: windows_core::IUnknownImpl {
    unsafe fn Put(&self, varvalue: &VARIANT) -> windows_core::Result<()>;
    unsafe fn PutEach(
        &self,
        pvarfirst: *const VARIANT,
        pvarsecond: *mut VARIANT,
        pvarthird: *mut VARIANT,
    ) -> windows_core::Result<()>;
    unsafe fn Get(&self, pvarvalue: *mut VARIANT) -> windows_core::Result<()>;
    unsafe fn Change(&self, pvarvalue: *mut VARIANT) -> windows_core::Result<()>;
    unsafe fn Exchange(
        &self,
        pvarvalue: *mut VARIANT,
        pulkind: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Describe(
        &self,
        varvalue: &VARIANT,
        ldepth: i32,
        pbstrtext: *mut *mut u16,
        pvarcopy: *mut VARIANT,
    ) -> windows_core::Result<()>;
    unsafe fn Kind(&self, varvalue: &VARIANT, pvarother: *const VARIANT) -> u32;
    unsafe fn Invert(&self, fvalue: i16, pfresult: *mut i16) -> windows_core::Result<()>;
    unsafe fn PutMany(
        &self,
        cvalues: u32,
        rgvarvalues: *mut VARIANT,
    ) -> windows_core::Result<()>;
    unsafe fn Unwanted(&self, pvarvalue: *mut VARIANT) -> windows_core::Result<()>;
    unsafe fn KindOf(&self, pvarvalue: *mut VARIANT) -> u32;
    unsafe fn Turn(&self, pvarvalue: *mut VARIANT, pvarold: *mut VARIANT) -> u32;
}
impl IVariants_Vtbl {
    pub const fn new<Identity: IVariants_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Put<Identity: IVariants_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            varvalue: VARIANT,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::Put(this, core::mem::transmute(&varvalue)).into()
            }
        }
        unsafe extern "system" fn PutEach<Identity: IVariants_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pvarfirst: *const VARIANT,
            pvarsecond: *mut VARIANT,
            pvarthird: *mut VARIANT,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::PutEach(
                        this,
                        core::mem::transmute_copy(&pvarfirst),
                        core::mem::transmute_copy(&pvarsecond),
                        core::mem::transmute_copy(&pvarthird),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Get<Identity: IVariants_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pvarvalue: *mut VARIANT,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::Get(this, core::mem::transmute_copy(&pvarvalue)).into()
            }
        }
        unsafe extern "system" fn Change<Identity: IVariants_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pvarvalue: *mut VARIANT,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::Change(this, core::mem::transmute_copy(&pvarvalue))
                    .into()
            }
        }
        unsafe extern "system" fn Exchange<
            Identity: IVariants_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            pvarvalue: *mut VARIANT,
            pulkind: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::Exchange(
                        this,
                        core::mem::transmute_copy(&pvarvalue),
                        core::mem::transmute_copy(&pulkind),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Describe<
            Identity: IVariants_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            varvalue: VARIANT,
            ldepth: i32,
            pbstrtext: *mut *mut u16,
            pvarcopy: *mut VARIANT,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::Describe(
                        this,
                        core::mem::transmute(&varvalue),
                        core::mem::transmute_copy(&ldepth),
                        core::mem::transmute_copy(&pbstrtext),
                        core::mem::transmute_copy(&pvarcopy),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Kind<Identity: IVariants_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            varvalue: VARIANT,
            pvarother: *const VARIANT,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::Kind(
                    this,
                    core::mem::transmute(&varvalue),
                    core::mem::transmute_copy(&pvarother),
                )
            }
        }
        unsafe extern "system" fn Invert<Identity: IVariants_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            fvalue: i16,
            pfresult: *mut i16,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::Invert(
                        this,
                        core::mem::transmute_copy(&fvalue),
                        core::mem::transmute_copy(&pfresult),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn PutMany<Identity: IVariants_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            cvalues: u32,
            rgvarvalues: *mut VARIANT,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::PutMany(
                        this,
                        core::mem::transmute_copy(&cvalues),
                        core::mem::transmute_copy(&rgvarvalues),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Unwanted<
            Identity: IVariants_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            pvarvalue: *mut VARIANT,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::Unwanted(this, core::mem::transmute_copy(&pvarvalue))
                    .into()
            }
        }
        unsafe extern "system" fn KindOf<Identity: IVariants_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pvarvalue: *mut VARIANT,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::KindOf(this, core::mem::transmute_copy(&pvarvalue))
            }
        }
        unsafe extern "system" fn Turn<Identity: IVariants_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pvarvalue: *mut VARIANT,
            pvarold: *mut VARIANT,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IVariants_Impl::Turn(
                    this,
                    core::mem::transmute_copy(&pvarvalue),
                    core::mem::transmute_copy(&pvarold),
                )
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Put: Put::<Identity, OFFSET>,
            PutEach: PutEach::<Identity, OFFSET>,
            Get: Get::<Identity, OFFSET>,
            Change: Change::<Identity, OFFSET>,
            Exchange: Exchange::<Identity, OFFSET>,
            Describe: Describe::<Identity, OFFSET>,
            Kind: Kind::<Identity, OFFSET>,
            Invert: Invert::<Identity, OFFSET>,
            PutMany: PutMany::<Identity, OFFSET>,
            Unwanted: Unwanted::<Identity, OFFSET>,
            KindOf: KindOf::<Identity, OFFSET>,
            Turn: Turn::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IVariants as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IVariants {}
#[repr(C)]
pub struct VARIANT {
    pub vt: u16,
    pub wReserved1: u16,
    pub wReserved2: u16,
    pub wReserved3: u16,
    pub Anonymous: VARIANT_Anonymous,
}
impl Clone for VARIANT {
    fn clone(&self) -> Self {
        unsafe { core::mem::transmute_copy(self) }
    }
}
impl Default for VARIANT {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}
#[repr(C)]
pub union VARIANT_Anonymous {
    pub llVal: i64,
    pub bstrVal: *mut u16,
    pub punkVal: core::mem::ManuallyDrop<Option<windows_core::IUnknown>>,
    pub brecVal: core::mem::ManuallyDrop<VARIANT_Anonymous_brecVal>,
}
impl Clone for VARIANT_Anonymous {
    fn clone(&self) -> Self {
        unsafe { core::mem::transmute_copy(self) }
    }
}
impl Default for VARIANT_Anonymous {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}
#[repr(C)]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct VARIANT_Anonymous_brecVal {
    pub pvRecord: *mut core::ffi::c_void,
    pub pRecInfo: core::mem::ManuallyDrop<Option<windows_core::IUnknown>>,
}
