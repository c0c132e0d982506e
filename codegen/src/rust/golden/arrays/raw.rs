#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct COLOR(pub i32);
pub const GREEN: COLOR = COLOR(2);
windows_core::imp::define_interface!(
    IElements, IElements_Vtbl, 0x00000000_0000_0000_0000_000000000002
);
windows_core::imp::interface_hierarchy!(IElements, windows_core::IUnknown);
impl IElements {
    pub unsafe fn Lend(
        &self,
        c: u32,
        rgpunk: *const Option<windows_core::IUnknown>,
        pcthere: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Lend)(
                windows_core::Interface::as_raw(self),
                c,
                core::mem::transmute(rgpunk),
                pcthere as _,
            )
        }
    }
    pub unsafe fn Next(
        &self,
        c: u32,
        rgpunk: *mut Option<windows_core::IUnknown>,
        pcdone: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Next)(
                windows_core::Interface::as_raw(self),
                c,
                core::mem::transmute(rgpunk),
                pcdone as _,
            )
        }
    }
    pub unsafe fn NextOrSo(
        &self,
        c: u32,
        rgpunk: *mut Option<windows_core::IUnknown>,
        pcdone: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .NextOrSo)(
                windows_core::Interface::as_raw(self),
                c,
                core::mem::transmute(rgpunk),
                pcdone as _,
            )
        }
    }
    pub unsafe fn All(
        &self,
        c: u32,
        rgpunk: *mut Option<windows_core::IUnknown>,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .All)(
                windows_core::Interface::as_raw(self),
                c,
                core::mem::transmute(rgpunk),
            )
        }
    }
    pub unsafe fn Perhaps(
        &self,
        c: u32,
        rgpunk: *mut Option<windows_core::IUnknown>,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Perhaps)(
                windows_core::Interface::as_raw(self),
                c,
                core::mem::transmute(rgpunk),
            )
        }
    }
    pub unsafe fn Change(
        &self,
        c: u32,
        rgpunk: *mut Option<windows_core::IUnknown>,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Change)(
                windows_core::Interface::as_raw(self),
                c,
                core::mem::transmute(rgpunk),
            )
        }
    }
    pub unsafe fn Given(&self, c: u32, rgpunk: *mut Option<windows_core::IUnknown>) {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Given)(
                windows_core::Interface::as_raw(self),
                c,
                core::mem::transmute(rgpunk),
            );
        }
    }
    pub unsafe fn SetNames(
        &self,
        c: u32,
        rgbstr: *mut *mut u16,
        pcch: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .SetNames)(
                windows_core::Interface::as_raw(self),
                c,
                rgbstr as _,
                pcch as _,
            )
        }
    }
    pub unsafe fn Names(
        &self,
        c: u32,
        rgbstr: *mut *mut u16,
        pcdone: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Names)(
                windows_core::Interface::as_raw(self),
                c,
                rgbstr as _,
                pcdone as _,
            )
        }
    }
    pub unsafe fn Blocks(
        &self,
        c: u32,
        rgpv: *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Blocks)(windows_core::Interface::as_raw(self), c, rgpv as _)
        }
    }
}
#[repr(C)]
pub struct IElements_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Lend: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *const *mut core::ffi::c_void,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Next: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut *mut core::ffi::c_void,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub NextOrSo: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut *mut core::ffi::c_void,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub All: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Perhaps: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Change: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Given: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut *mut core::ffi::c_void,
    ),
    pub SetNames: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut *mut u16,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Names: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut *mut u16,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Blocks: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
}
pub trait IElements_Impl: windows_core::IUnknownImpl {
    unsafe fn Lend(
        &self,
        c: u32,
        rgpunk: *const Option<windows_core::IUnknown>,
        pcthere: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Next(
        &self,
        c: u32,
        rgpunk: windows_core::OutRef<windows_core::IUnknown>,
        pcdone: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn NextOrSo(
        &self,
        c: u32,
        rgpunk: windows_core::OutRef<windows_core::IUnknown>,
        pcdone: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn All(
        &self,
        c: u32,
        rgpunk: windows_core::OutRef<windows_core::IUnknown>,
    ) -> windows_core::Result<()>;
    unsafe fn Perhaps(
        &self,
        c: u32,
        rgpunk: windows_core::OutRef<windows_core::IUnknown>,
    ) -> windows_core::Result<()>;
    unsafe fn Change(
        &self,
        c: u32,
        rgpunk: windows_core::OutRef<windows_core::IUnknown>,
    ) -> windows_core::Result<()>;
    unsafe fn Given(&self, c: u32, rgpunk: windows_core::OutRef<windows_core::IUnknown>);
    unsafe fn SetNames(
        &self,
        c: u32,
        rgbstr: *mut *mut u16,
        pcch: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Names(
        &self,
        c: u32,
        rgbstr: *mut *mut u16,
        pcdone: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Blocks(
        &self,
        c: u32,
        rgpv: *mut *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
}
impl IElements_Vtbl {
    pub const fn new<Identity: IElements_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Lend<Identity: IElements_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgpunk: *const *mut core::ffi::c_void,
            pcthere: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IElements_Impl::Lend(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgpunk),
                        core::mem::transmute_copy(&pcthere),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Next<Identity: IElements_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgpunk: *mut *mut core::ffi::c_void,
            pcdone: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IElements_Impl::Next(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgpunk),
                        core::mem::transmute_copy(&pcdone),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn NextOrSo<
            Identity: IElements_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            c: u32,
            rgpunk: *mut *mut core::ffi::c_void,
            pcdone: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IElements_Impl::NextOrSo(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgpunk),
                        core::mem::transmute_copy(&pcdone),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn All<Identity: IElements_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgpunk: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IElements_Impl::All(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgpunk),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Perhaps<Identity: IElements_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgpunk: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IElements_Impl::Perhaps(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgpunk),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Change<Identity: IElements_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgpunk: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IElements_Impl::Change(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgpunk),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Given<Identity: IElements_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgpunk: *mut *mut core::ffi::c_void,
        ) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IElements_Impl::Given(
                    this,
                    core::mem::transmute_copy(&c),
                    core::mem::transmute_copy(&rgpunk),
                );
            }
        }
        unsafe extern "system" fn SetNames<
            Identity: IElements_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            c: u32,
            rgbstr: *mut *mut u16,
            pcch: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IElements_Impl::SetNames(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgbstr),
                        core::mem::transmute_copy(&pcch),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Names<Identity: IElements_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgbstr: *mut *mut u16,
            pcdone: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IElements_Impl::Names(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgbstr),
                        core::mem::transmute_copy(&pcdone),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Blocks<Identity: IElements_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgpv: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IElements_Impl::Blocks(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgpv),
                    )
                    .into()
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Lend: Lend::<Identity, OFFSET>,
            Next: Next::<Identity, OFFSET>,
            NextOrSo: NextOrSo::<Identity, OFFSET>,
            All: All::<Identity, OFFSET>,
            Perhaps: Perhaps::<Identity, OFFSET>,
            Change: Change::<Identity, OFFSET>,
            Given: Given::<Identity, OFFSET>,
            SetNames: SetNames::<Identity, OFFSET>,
            Names: Names::<Identity, OFFSET>,
            Blocks: Blocks::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IElements as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IElements {}
windows_core::imp::define_interface!(
    ISizes, ISizes_Vtbl, 0x00000000_0000_0000_0000_000000000001
);
windows_core::imp::interface_hierarchy!(ISizes, windows_core::IUnknown);
impl ISizes {
    pub unsafe fn Optional(
        &self,
        c: u32,
        rgul: *const u32,
        pulsum: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Optional)(windows_core::Interface::as_raw(self), c, rgul, pulsum as _)
        }
    }
    pub unsafe fn SomeOptional(
        &self,
        c: u32,
        rgul: *const u32,
        rgpt: *const POINT,
        rgulchanged: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .SomeOptional)(
                windows_core::Interface::as_raw(self),
                c,
                rgul,
                rgpt,
                rgulchanged as _,
            )
        }
    }
    pub unsafe fn Twice(
        &self,
        c: u32,
        rgul: *const u32,
        pulsum: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Twice)(windows_core::Interface::as_raw(self), c, rgul, pulsum as _)
        }
    }
    pub unsafe fn Both(
        &self,
        c: u16,
        pb: *const u8,
        pbhalf: *mut u8,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Both)(windows_core::Interface::as_raw(self), c, pb, pbhalf as _)
        }
    }
    pub unsafe fn Area(&self, cx: i32, cy: i32, pb: *const u8) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Area)(windows_core::Interface::as_raw(self), cx, cy, pb)
        }
    }
    pub unsafe fn LastIndex(
        &self,
        last: u32,
        rgul: *const u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .LastIndex)(windows_core::Interface::as_raw(self), last, rgul)
        }
    }
    pub unsafe fn Behind(
        &self,
        pc: *mut u32,
        rgul: *const u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Behind)(windows_core::Interface::as_raw(self), pc as _, rgul)
        }
    }
    pub unsafe fn InPlace(
        &self,
        color: *const f32,
        corners: *mut POINT,
        aulfound: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .InPlace)(
                windows_core::Interface::as_raw(self),
                color,
                corners as _,
                aulfound as _,
            )
        }
    }
    pub unsafe fn Constant(
        &self,
        pbhash: *const u8,
        pbkey: *mut u8,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Constant)(windows_core::Interface::as_raw(self), pbhash, pbkey as _)
        }
    }
    pub unsafe fn Colors(
        &self,
        c: u32,
        rgcolor: *const COLOR,
        rgf: *const windows_core::BOOL,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Colors)(windows_core::Interface::as_raw(self), c, rgcolor, rgf)
        }
    }
    pub unsafe fn Clear(&self, color: *const f32, c: u32, rgpt: *const POINT) {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Clear)(windows_core::Interface::as_raw(self), color, c, rgpt);
        }
    }
    pub unsafe fn Wide(
        &self,
        c: u32,
        rgul: *const u32,
        d: i32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Wide)(windows_core::Interface::as_raw(self), c, rgul, d)
        }
    }
    pub unsafe fn Rotated(&self, c: u32, rgul: *const u32) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Rotated)(windows_core::Interface::as_raw(self), c, rgul)
        }
    }
    pub unsafe fn Aliased(&self, c: u32, rgul: *mut u32) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Aliased)(windows_core::Interface::as_raw(self), c, rgul as _)
        }
    }
}
#[repr(C)]
pub struct ISizes_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Optional: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *const u32,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub SomeOptional: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *const u32,
        *const POINT,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Twice: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *const u32,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Both: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u16,
        *const u8,
        *mut u8,
    ) -> windows_core::HRESULT,
    pub Area: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        i32,
        i32,
        *const u8,
    ) -> windows_core::HRESULT,
    pub LastIndex: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *const u32,
    ) -> windows_core::HRESULT,
    pub Behind: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u32,
        *const u32,
    ) -> windows_core::HRESULT,
    pub InPlace: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const f32,
        *mut POINT,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Constant: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const u8,
        *mut u8,
    ) -> windows_core::HRESULT,
    pub Colors: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *const COLOR,
        *const windows_core::BOOL,
    ) -> windows_core::HRESULT,
    pub Clear: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const f32,
        u32,
        *const POINT,
    ),
    pub Wide: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *const u32,
        i32,
    ) -> windows_core::HRESULT,
    pub Rotated: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *const u32,
    ) -> windows_core::HRESULT,
    pub Aliased: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut u32,
    ) -> windows_core::HRESULT,
}
pub trait ISizes_Impl: windows_core::IUnknownImpl {
    unsafe fn Optional(
        &self,
        c: u32,
        rgul: *const u32,
        pulsum: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn SomeOptional(
        &self,
        c: u32,
        rgul: *const u32,
        rgpt: *const POINT,
        rgulchanged: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Twice(
        &self,
        c: u32,
        rgul: *const u32,
        pulsum: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Both(
        &self,
        c: u16,
        pb: *const u8,
        pbhalf: *mut u8,
    ) -> windows_core::Result<()>;
    unsafe fn Area(&self, cx: i32, cy: i32, pb: *const u8) -> windows_core::Result<()>;
    unsafe fn LastIndex(&self, last: u32, rgul: *const u32) -> windows_core::Result<()>;
    unsafe fn Behind(&self, pc: *mut u32, rgul: *const u32) -> windows_core::Result<()>;
    unsafe fn InPlace(
        &self,
        color: *const f32,
        corners: *mut POINT,
        aulfound: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Constant(
        &self,
        pbhash: *const u8,
        pbkey: *mut u8,
    ) -> windows_core::Result<()>;
    unsafe fn Colors(
        &self,
        c: u32,
        rgcolor: *const COLOR,
        rgf: *const windows_core::BOOL,
    ) -> windows_core::Result<()>;
    unsafe fn Clear(&self, color: *const f32, c: u32, rgpt: *const POINT);
    unsafe fn Wide(&self, c: u32, rgul: *const u32, d: i32) -> windows_core::Result<()>;
    unsafe fn Rotated(&self, c: u32, rgul: *const u32) -> windows_core::Result<()>;
    unsafe fn Aliased(&self, c: u32, rgul: *mut u32) -> windows_core::Result<()>;
}
impl ISizes_Vtbl {
    pub const fn new<Identity: ISizes_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Optional<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgul: *const u32,
            pulsum: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::Optional(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgul),
                        core::mem::transmute_copy(&pulsum),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn SomeOptional<
            Identity: ISizes_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            c: u32,
            rgul: *const u32,
            rgpt: *const POINT,
            rgulchanged: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::SomeOptional(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgul),
                        core::mem::transmute_copy(&rgpt),
                        core::mem::transmute_copy(&rgulchanged),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Twice<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgul: *const u32,
            pulsum: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::Twice(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgul),
                        core::mem::transmute_copy(&pulsum),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Both<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u16,
            pb: *const u8,
            pbhalf: *mut u8,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::Both(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&pb),
                        core::mem::transmute_copy(&pbhalf),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Area<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            cx: i32,
            cy: i32,
            pb: *const u8,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::Area(
                        this,
                        core::mem::transmute_copy(&cx),
                        core::mem::transmute_copy(&cy),
                        core::mem::transmute_copy(&pb),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn LastIndex<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            last: u32,
            rgul: *const u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::LastIndex(
                        this,
                        core::mem::transmute_copy(&last),
                        core::mem::transmute_copy(&rgul),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Behind<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pc: *mut u32,
            rgul: *const u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::Behind(
                        this,
                        core::mem::transmute_copy(&pc),
                        core::mem::transmute_copy(&rgul),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn InPlace<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            color: *const f32,
            corners: *mut POINT,
            aulfound: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::InPlace(
                        this,
                        core::mem::transmute_copy(&color),
                        core::mem::transmute_copy(&corners),
                        core::mem::transmute_copy(&aulfound),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Constant<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pbhash: *const u8,
            pbkey: *mut u8,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::Constant(
                        this,
                        core::mem::transmute_copy(&pbhash),
                        core::mem::transmute_copy(&pbkey),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Colors<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgcolor: *const COLOR,
            rgf: *const windows_core::BOOL,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::Colors(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgcolor),
                        core::mem::transmute_copy(&rgf),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Clear<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            color: *const f32,
            c: u32,
            rgpt: *const POINT,
        ) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::Clear(
                    this,
                    core::mem::transmute_copy(&color),
                    core::mem::transmute_copy(&c),
                    core::mem::transmute_copy(&rgpt),
                );
            }
        }
        unsafe extern "system" fn Wide<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgul: *const u32,
            d: i32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::Wide(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgul),
                        core::mem::transmute_copy(&d),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Rotated<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgul: *const u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::Rotated(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgul),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Aliased<Identity: ISizes_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            c: u32,
            rgul: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                ISizes_Impl::Aliased(
                        this,
                        core::mem::transmute_copy(&c),
                        core::mem::transmute_copy(&rgul),
                    )
                    .into()
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Optional: Optional::<Identity, OFFSET>,
            SomeOptional: SomeOptional::<Identity, OFFSET>,
            Twice: Twice::<Identity, OFFSET>,
            Both: Both::<Identity, OFFSET>,
            Area: Area::<Identity, OFFSET>,
            LastIndex: LastIndex::<Identity, OFFSET>,
            Behind: Behind::<Identity, OFFSET>,
            InPlace: InPlace::<Identity, OFFSET>,
            Constant: Constant::<Identity, OFFSET>,
            Colors: Colors::<Identity, OFFSET>,
            Clear: Clear::<Identity, OFFSET>,
            Wide: Wide::<Identity, OFFSET>,
            Rotated: Rotated::<Identity, OFFSET>,
            Aliased: Aliased::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<ISizes as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for ISizes {}
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct POINT {
    pub x: u32,
    pub y: u32,
}
pub const RED: COLOR = COLOR(1);
