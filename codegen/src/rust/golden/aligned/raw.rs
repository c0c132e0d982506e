windows_core::imp::define_interface!(
    IAligned, IAligned_Vtbl, 0x00000000_0000_0000_0000_000000000001
);
windows_core::imp::interface_hierarchy!(IAligned, windows_core::IUnknown);
impl IAligned {
    pub unsafe fn Measure(
        &self,
        span: *const SPAN,
        scale: *const f64,
        length: *mut f64,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Measure)(
                windows_core::Interface::as_raw(self),
                span,
                scale,
                length as _,
            )
        }
    }
    pub unsafe fn Shift(&self, span: *mut SPAN, by: *mut i64) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Shift)(windows_core::Interface::as_raw(self), span as _, by as _)
        }
    }
    pub unsafe fn Corners(
        &self,
        corners: *const f64,
        sum: *mut f64,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Corners)(windows_core::Interface::as_raw(self), corners, sum as _)
        }
    }
    pub unsafe fn Sum(
        &self,
        numbers: *const i64,
        count: u32,
        sum: *mut i64,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Sum)(windows_core::Interface::as_raw(self), numbers, count, sum as _)
        }
    }
    pub unsafe fn Perhaps(
        &self,
        numbers: *const i64,
        spans: *mut SPAN,
        count: *mut i64,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Perhaps)(
                windows_core::Interface::as_raw(self),
                numbers,
                spans as _,
                count as _,
            )
        }
    }
    pub unsafe fn Double(&self, count: u32, numbers: *mut i64) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Double)(windows_core::Interface::as_raw(self), count, numbers as _)
        }
    }
    pub unsafe fn Fill(
        &self,
        size: u32,
        numbers: *mut i64,
        filled: *mut u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Fill)(
                windows_core::Interface::as_raw(self),
                size,
                numbers as _,
                filled as _,
            )
        }
    }
    pub unsafe fn Series(
        &self,
        series: *const SERIES,
        sum: *mut f64,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Series)(windows_core::Interface::as_raw(self), series, sum as _)
        }
    }
    pub unsafe fn Longest(&self, count: u32, spans: *const SPAN) -> SPAN {
        unsafe {
            let mut result__ = core::mem::zeroed();
            (windows_core::Interface::vtable(self)
                .Longest)(
                windows_core::Interface::as_raw(self),
                &mut result__,
                count,
                spans,
            );
            result__
        }
    }
    pub unsafe fn InPlace(
        &self,
        pixel: *const PIXEL,
        other: *mut PIXEL,
        pixels: *const PIXEL,
        count: u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .InPlace)(
                windows_core::Interface::as_raw(self),
                pixel,
                other as _,
                pixels,
                count,
            )
        }
    }
}
#[repr(C)]
pub struct IAligned_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub Measure: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const SPAN,
        *const f64,
        *mut f64,
    ) -> windows_core::HRESULT,
    pub Shift: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut SPAN,
        *mut i64,
    ) -> windows_core::HRESULT,
    pub Corners: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const f64,
        *mut f64,
    ) -> windows_core::HRESULT,
    pub Sum: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const i64,
        u32,
        *mut i64,
    ) -> windows_core::HRESULT,
    pub Perhaps: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const i64,
        *mut SPAN,
        *mut i64,
    ) -> windows_core::HRESULT,
    pub Double: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut i64,
    ) -> windows_core::HRESULT,
    pub Fill: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
        *mut i64,
        *mut u32,
    ) -> windows_core::HRESULT,
    pub Series: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const SERIES,
        *mut f64,
    ) -> windows_core::HRESULT,
    pub Longest: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut SPAN,
        u32,
        *const SPAN,
    ) -> *mut SPAN,
    pub InPlace: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const PIXEL,
        *mut PIXEL,
        *const PIXEL,
        u32,
    ) -> windows_core::HRESULT,
}
pub trait IAligned_Impl: windows_core::IUnknownImpl {
    unsafe fn Measure(
        &self,
        span: *const SPAN,
        scale: *const f64,
        length: *mut f64,
    ) -> windows_core::Result<()>;
    unsafe fn Shift(&self, span: *mut SPAN, by: *mut i64) -> windows_core::Result<()>;
    unsafe fn Corners(
        &self,
        corners: *const f64,
        sum: *mut f64,
    ) -> windows_core::Result<()>;
    unsafe fn Sum(
        &self,
        numbers: *const i64,
        count: u32,
        sum: *mut i64,
    ) -> windows_core::Result<()>;
    unsafe fn Perhaps(
        &self,
        numbers: *const i64,
        spans: *mut SPAN,
        count: *mut i64,
    ) -> windows_core::Result<()>;
    unsafe fn Double(&self, count: u32, numbers: *mut i64) -> windows_core::Result<()>;
    unsafe fn Fill(
        &self,
        size: u32,
        numbers: *mut i64,
        filled: *mut u32,
    ) -> windows_core::Result<()>;
    unsafe fn Series(
        &self,
        series: *const SERIES,
        sum: *mut f64,
    ) -> windows_core::Result<()>;
    unsafe fn Longest(&self, count: u32, spans: *const SPAN) -> SPAN;
    unsafe fn InPlace(
        &self,
        pixel: *const PIXEL,
        other: *mut PIXEL,
        pixels: *const PIXEL,
        count: u32,
    ) -> windows_core::Result<()>;
}
impl IAligned_Vtbl {
    pub const fn new<Identity: IAligned_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn Measure<Identity: IAligned_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            span: *const SPAN,
            scale: *const f64,
            length: *mut f64,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAligned_Impl::Measure(
                        this,
                        core::mem::transmute_copy(&span),
                        core::mem::transmute_copy(&scale),
                        core::mem::transmute_copy(&length),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Shift<Identity: IAligned_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            span: *mut SPAN,
            by: *mut i64,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAligned_Impl::Shift(
                        this,
                        core::mem::transmute_copy(&span),
                        core::mem::transmute_copy(&by),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Corners<Identity: IAligned_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            corners: *const f64,
            sum: *mut f64,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAligned_Impl::Corners(
                        this,
                        core::mem::transmute_copy(&corners),
                        core::mem::transmute_copy(&sum),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Sum<Identity: IAligned_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            numbers: *const i64,
            count: u32,
            sum: *mut i64,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAligned_Impl::Sum(
                        this,
                        core::mem::transmute_copy(&numbers),
                        core::mem::transmute_copy(&count),
                        core::mem::transmute_copy(&sum),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Perhaps<Identity: IAligned_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            numbers: *const i64,
            spans: *mut SPAN,
            count: *mut i64,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAligned_Impl::Perhaps(
                        this,
                        core::mem::transmute_copy(&numbers),
                        core::mem::transmute_copy(&spans),
                        core::mem::transmute_copy(&count),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Double<Identity: IAligned_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            count: u32,
            numbers: *mut i64,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAligned_Impl::Double(
                        this,
                        core::mem::transmute_copy(&count),
                        core::mem::transmute_copy(&numbers),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Fill<Identity: IAligned_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            size: u32,
            numbers: *mut i64,
            filled: *mut u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAligned_Impl::Fill(
                        this,
                        core::mem::transmute_copy(&size),
                        core::mem::transmute_copy(&numbers),
                        core::mem::transmute_copy(&filled),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Series<Identity: IAligned_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            series: *const SERIES,
            sum: *mut f64,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAligned_Impl::Series(
                        this,
                        core::mem::transmute_copy(&series),
                        core::mem::transmute_copy(&sum),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Longest<Identity: IAligned_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            result__: *mut SPAN,
            count: u32,
            spans: *const SPAN,
        ) -> *mut SPAN {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                result__
                    .write_unaligned(
                        IAligned_Impl::Longest(
                            this,
                            core::mem::transmute_copy(&count),
                            core::mem::transmute_copy(&spans),
                        ),
                    );
                result__
            }
        }
        unsafe extern "system" fn InPlace<Identity: IAligned_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            pixel: *const PIXEL,
            other: *mut PIXEL,
            pixels: *const PIXEL,
            count: u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IAligned_Impl::InPlace(
                        this,
                        core::mem::transmute_copy(&pixel),
                        core::mem::transmute_copy(&other),
                        core::mem::transmute_copy(&pixels),
                        core::mem::transmute_copy(&count),
                    )
                    .into()
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            Measure: Measure::<Identity, OFFSET>,
            Shift: Shift::<Identity, OFFSET>,
            Corners: Corners::<Identity, OFFSET>,
            Sum: Sum::<Identity, OFFSET>,
            Perhaps: Perhaps::<Identity, OFFSET>,
            Double: Double::<Identity, OFFSET>,
            Fill: Fill::<Identity, OFFSET>,
            Series: Series::<Identity, OFFSET>,
            Longest: Longest::<Identity, OFFSET>,
            InPlace: InPlace::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IAligned as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IAligned {}
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct PIXEL {
    pub x: i32,
    pub y: i32,
}
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct SERIES {
    pub count: u32,
    pub times: *const i64,
    pub span: *const SPAN,
    pub scale: *const f64,
}
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SPAN {
    pub from: i64,
    pub length: f64,
}
