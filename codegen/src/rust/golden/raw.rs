#[inline]
pub unsafe fn Enumerate(callback: CALLBACK_FN, r#in: bool) -> windows_core::HRESULT {
    windows_core::link!(
        "sample.dll" "system" fn Enumerate(callback : CALLBACK_FN, r#in :
        windows_core::BOOL) -> windows_core::HRESULT
    );
    unsafe { Enumerate(callback, r#in.into()) }
}
pub const ANSI: windows_core::PCSTR = windows_core::s!("plain");
pub const BEST: COLOR = COLOR(1);
#[repr(C)]
#[derive(Clone, Copy)]
pub union BIG {
    pub Parts: BIG_PARTS,
    pub QuadPart: i64,
}
impl Default for BIG {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct BIG_PARTS {
    pub Low: u32,
    pub High: i32,
}
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct BITS {
    pub _bitfield: u32,
    pub _bitfield2: u16,
    pub gen_: i32,
}
impl BITS {
    pub fn fVisible(&self) -> bool {
        self._bitfield & 1 != 0
    }
    pub fn set_fVisible(&mut self, value: bool) {
        self._bitfield = (self._bitfield & !1) | (value as u32);
    }
    pub fn cRows(&self) -> u32 {
        self._bitfield >> 4
    }
    pub fn set_cRows(&mut self, value: u32) {
        self._bitfield = (self._bitfield & !(268435455 << 4))
            | ((value & 268435455) << 4);
    }
    pub fn fLast(&self) -> bool {
        self._bitfield2 & 1 != 0
    }
    pub fn set_fLast(&mut self, value: bool) {
        self._bitfield2 = (self._bitfield2 & !1) | (value as u16);
    }
}
pub type CALLBACK_FN = Option<
    unsafe extern "system" fn(
        context: *mut core::ffi::c_void,
        object: windows_core::Ref<windows_core::IUnknown>,
    ) -> windows_core::HRESULT,
>;
pub const CATEGORY: windows_core::GUID = windows_core::GUID::from_u128(
    0x0c733a30_2a1c_11ce_ade5_00aa0044773d,
);
pub const CHARACTER: u16 = 65;
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct COLOR(pub i32);
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct DECLARED(pub u8);
windows_core::imp::define_interface!(
    DEvents, DEvents_Vtbl, 0x0c733a33_2a1c_11ce_ade5_00aa0044773d
);
windows_core::imp::interface_hierarchy!(DEvents, windows_core::IUnknown);
#[repr(C)]
pub struct DEvents_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
}
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct EMPTY(pub u8);
pub const E_BAD: windows_core::HRESULT = windows_core::HRESULT(0x80040010_u32 as _);
pub const Everything: windows_core::GUID = windows_core::GUID::from_u128(
    0x0c733a32_2a1c_11ce_ade5_00aa0044773d,
);
pub const GREETING: windows_core::PCWSTR = windows_core::w!("h\u{e9}");
pub const HALF: f32 = 0.5;
#[repr(transparent)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct HANDLE_LIKE(pub i32);
#[repr(C)]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct HOLDS_OBJECT {
    pub declared: *mut DECLARED,
    pub object: core::mem::ManuallyDrop<Option<windows_core::IUnknown>>,
    pub text: *mut u16,
    pub id: windows_core::GUID,
}
windows_core::imp::define_interface!(
    IEverything, IEverything_Vtbl, 0x0c733a30_2a1c_11ce_ade5_00aa0044773d
);
windows_core::imp::interface_hierarchy!(IEverything, windows_core::IUnknown);
impl IEverything {
    pub unsafe fn get_Name(&self, value: *mut *mut u16) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .get_Name)(windows_core::Interface::as_raw(self), value as _)
        }
    }
    pub unsafe fn put_Name(&self, value: *mut u16) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .put_Name)(windows_core::Interface::as_raw(self), value as _)
        }
    }
    pub unsafe fn Go(&self, this2: u32, this3: u32) {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Go)(windows_core::Interface::as_raw(self), this2, this3);
        }
    }
    pub unsafe fn Go2(&self, red2: COLOR) -> u32 {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Go2)(windows_core::Interface::as_raw(self), red2)
        }
    }
    pub unsafe fn Objects(
        &self,
        objects: *const Option<windows_core::IUnknown>,
        count: u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Objects)(
                windows_core::Interface::as_raw(self),
                core::mem::transmute(objects),
                count,
            )
        }
    }
    pub unsafe fn Open(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Open)(windows_core::Interface::as_raw(self), riid, ppv as _)
        }
    }
    pub unsafe fn Text(
        &self,
        buffer: windows_core::PWSTR,
        cch: u32,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Text)(windows_core::Interface::as_raw(self), buffer, cch)
        }
    }
    pub unsafe fn Next<P0>(
        &self,
        r#in: P0,
        out: *mut Option<windows_core::IUnknown>,
    ) -> windows_core::HRESULT
    where
        P0: windows_core::Param<windows_core::IUnknown>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Next)(
                windows_core::Interface::as_raw(self),
                r#in.param().abi(),
                core::mem::transmute(out),
            )
        }
    }
    pub unsafe fn Data(
        &self,
        data: *const u32,
        run: *mut core::ffi::c_void,
    ) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Data)(windows_core::Interface::as_raw(self), data, run as _)
        }
    }
    pub unsafe fn Later<P0>(&self, later: P0) -> windows_core::HRESULT
    where
        P0: windows_core::Param<IForward>,
    {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Later)(windows_core::Interface::as_raw(self), later.param().abi())
        }
    }
    pub unsafe fn Where(&self, at: &HOLDS_OBJECT) -> PACKED {
        unsafe {
            let mut result__ = core::mem::zeroed();
            (windows_core::Interface::vtable(self)
                .Where)(
                windows_core::Interface::as_raw(self),
                &mut result__,
                core::mem::transmute_copy(at),
            );
            result__
        }
    }
    pub unsafe fn r#type(&self, self_: *mut core::ffi::c_void) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .r#type)(windows_core::Interface::as_raw(self), self_ as _)
        }
    }
}
#[repr(C)]
pub struct IEverything_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
    pub get_Name: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut *mut u16,
    ) -> windows_core::HRESULT,
    pub put_Name: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut u16,
    ) -> windows_core::HRESULT,
    pub Go: unsafe extern "system" fn(*mut core::ffi::c_void, u32, u32),
    pub Go2: unsafe extern "system" fn(*mut core::ffi::c_void, COLOR) -> u32,
    pub Objects: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const *mut core::ffi::c_void,
        u32,
    ) -> windows_core::HRESULT,
    pub Open: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const windows_core::GUID,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Text: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        windows_core::PWSTR,
        u32,
    ) -> windows_core::HRESULT,
    pub Next: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
        *mut *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Data: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *const u32,
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Later: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
    pub Where: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut PACKED,
        HOLDS_OBJECT,
    ) -> *mut PACKED,
    pub r#type: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        *mut core::ffi::c_void,
    ) -> windows_core::HRESULT,
}
pub trait IEverything_Impl: windows_core::IUnknownImpl {
    unsafe fn get_Name(&self, value: *mut *mut u16) -> windows_core::Result<()>;
    unsafe fn put_Name(&self, value: *mut u16) -> windows_core::Result<()>;
    unsafe fn Go(&self, this2: u32, this3: u32);
    unsafe fn Go2(&self, red2: COLOR) -> u32;
    unsafe fn Objects(
        &self,
        objects: *const Option<windows_core::IUnknown>,
        count: u32,
    ) -> windows_core::Result<()>;
    unsafe fn Open(
        &self,
        riid: *const windows_core::GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn Text(
        &self,
        buffer: windows_core::PWSTR,
        cch: u32,
    ) -> windows_core::Result<()>;
    unsafe fn Next(
        &self,
        r#in: windows_core::Ref<windows_core::IUnknown>,
        out: windows_core::OutRef<windows_core::IUnknown>,
    ) -> windows_core::Result<()>;
    unsafe fn Data(
        &self,
        data: *const u32,
        run: *mut core::ffi::c_void,
    ) -> windows_core::Result<()>;
    unsafe fn Later(
        &self,
        later: windows_core::Ref<IForward>,
    ) -> windows_core::Result<()>;
    unsafe fn Where(&self, at: &HOLDS_OBJECT) -> PACKED;
    unsafe fn r#type(&self, self_: *mut core::ffi::c_void) -> windows_core::Result<()>;
}
impl IEverything_Vtbl {
    pub const fn new<Identity: IEverything_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn get_Name<
            Identity: IEverything_Impl,
            const OFFSET: isize,
        >(this: *mut core::ffi::c_void, value: *mut *mut u16) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IEverything_Impl::get_Name(this, core::mem::transmute_copy(&value))
                    .into()
            }
        }
        unsafe extern "system" fn put_Name<
            Identity: IEverything_Impl,
            const OFFSET: isize,
        >(this: *mut core::ffi::c_void, value: *mut u16) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IEverything_Impl::put_Name(this, core::mem::transmute_copy(&value))
                    .into()
            }
        }
        unsafe extern "system" fn Go<Identity: IEverything_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            this2: u32,
            this3: u32,
        ) {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IEverything_Impl::Go(
                    this,
                    core::mem::transmute_copy(&this2),
                    core::mem::transmute_copy(&this3),
                );
            }
        }
        unsafe extern "system" fn Go2<Identity: IEverything_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            red2: COLOR,
        ) -> u32 {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IEverything_Impl::Go2(this, core::mem::transmute_copy(&red2))
            }
        }
        unsafe extern "system" fn Objects<
            Identity: IEverything_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            objects: *const *mut core::ffi::c_void,
            count: u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IEverything_Impl::Objects(
                        this,
                        core::mem::transmute_copy(&objects),
                        core::mem::transmute_copy(&count),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Open<Identity: IEverything_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            riid: *const windows_core::GUID,
            ppv: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IEverything_Impl::Open(
                        this,
                        core::mem::transmute_copy(&riid),
                        core::mem::transmute_copy(&ppv),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Text<Identity: IEverything_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            buffer: windows_core::PWSTR,
            cch: u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IEverything_Impl::Text(
                        this,
                        core::mem::transmute_copy(&buffer),
                        core::mem::transmute_copy(&cch),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Next<Identity: IEverything_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            r#in: *mut core::ffi::c_void,
            out: *mut *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IEverything_Impl::Next(
                        this,
                        core::mem::transmute_copy(&r#in),
                        core::mem::transmute_copy(&out),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Data<Identity: IEverything_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            data: *const u32,
            run: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IEverything_Impl::Data(
                        this,
                        core::mem::transmute_copy(&data),
                        core::mem::transmute_copy(&run),
                    )
                    .into()
            }
        }
        unsafe extern "system" fn Later<Identity: IEverything_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            later: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IEverything_Impl::Later(this, core::mem::transmute_copy(&later)).into()
            }
        }
        unsafe extern "system" fn Where<Identity: IEverything_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
            result__: *mut PACKED,
            at: HOLDS_OBJECT,
        ) -> *mut PACKED {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                result__
                    .write_unaligned(
                        IEverything_Impl::Where(this, core::mem::transmute(&at)),
                    );
                result__
            }
        }
        unsafe extern "system" fn r#type<
            Identity: IEverything_Impl,
            const OFFSET: isize,
        >(
            this: *mut core::ffi::c_void,
            self_: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IEverything_Impl::r#type(this, core::mem::transmute_copy(&self_)).into()
            }
        }
        Self {
            base__: windows_core::IUnknown_Vtbl::new::<Identity, OFFSET>(),
            get_Name: get_Name::<Identity, OFFSET>,
            put_Name: put_Name::<Identity, OFFSET>,
            Go: Go::<Identity, OFFSET>,
            Go2: Go2::<Identity, OFFSET>,
            Objects: Objects::<Identity, OFFSET>,
            Open: Open::<Identity, OFFSET>,
            Text: Text::<Identity, OFFSET>,
            Next: Next::<Identity, OFFSET>,
            Data: Data::<Identity, OFFSET>,
            Later: Later::<Identity, OFFSET>,
            Where: Where::<Identity, OFFSET>,
            r#type: r#type::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IEverything as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IEverything {}
windows_core::imp::define_interface!(IForward, IForward_Vtbl, 0);
windows_core::imp::interface_hierarchy!(IForward, windows_core::IUnknown);
#[repr(C)]
pub struct IForward_Vtbl {
    pub base__: windows_core::IUnknown_Vtbl,
}
windows_core::imp::define_interface!(
    IMore, IMore_Vtbl, 0x0c733a31_2a1c_11ce_ade5_00aa0044773d
);
impl core::ops::Deref for IMore {
    type Target = IEverything;
    fn deref(&self) -> &Self::Target {
        unsafe { core::mem::transmute(self) }
    }
}
windows_core::imp::interface_hierarchy!(IMore, windows_core::IUnknown, IEverything);
impl IMore {
    pub unsafe fn More(&self) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .More)(windows_core::Interface::as_raw(self))
        }
    }
}
#[repr(C)]
pub struct IMore_Vtbl {
    pub base__: IEverything_Vtbl,
    pub More: unsafe extern "system" fn(*mut core::ffi::c_void) -> windows_core::HRESULT,
}
pub trait IMore_Impl: IEverything_Impl {
    unsafe fn More(&self) -> windows_core::Result<()>;
}
impl IMore_Vtbl {
    pub const fn new<Identity: IMore_Impl, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn More<Identity: IMore_Impl, const OFFSET: isize>(
            this: *mut core::ffi::c_void,
        ) -> windows_core::HRESULT {
            unsafe {
                let this: &Identity = &*((this as *const *const ()).offset(OFFSET)
                    as *const Identity);
                IMore_Impl::More(this).into()
            }
        }
        Self {
            base__: IEverything_Vtbl::new::<Identity, OFFSET>(),
            More: More::<Identity, OFFSET>,
        }
    }
    pub fn matches(iid: &windows_core::GUID) -> bool {
        iid == &<IMore as windows_core::Interface>::IID
            || iid == &<IEverything as windows_core::Interface>::IID
    }
}
impl windows_core::RuntimeName for IMore {}
pub const INVALID: isize = -1;
windows_core::imp::define_interface!(IRoot, IRoot_Vtbl);
impl IRoot {
    pub unsafe fn Run(&self, n: u32) -> windows_core::HRESULT {
        unsafe {
            (windows_core::Interface::vtable(self)
                .Run)(windows_core::Interface::as_raw(self), n)
        }
    }
}
#[repr(C)]
pub struct IRoot_Vtbl {
    pub Run: unsafe extern "system" fn(
        *mut core::ffi::c_void,
        u32,
    ) -> windows_core::HRESULT,
}
pub trait IRoot_Impl {
    unsafe fn Run(&self, n: u32) -> windows_core::Result<()>;
}
impl IRoot_Vtbl {
    pub const fn new<Identity: IRoot_Impl>() -> Self {
        unsafe extern "system" fn Run<Identity: IRoot_Impl>(
            this: *mut core::ffi::c_void,
            n: u32,
        ) -> windows_core::HRESULT {
            unsafe {
                let this = (this as *mut *mut core::ffi::c_void)
                    as *const windows_core::ScopedHeap;
                let this = &*((*this).this as *const Identity);
                IRoot_Impl::Run(this, core::mem::transmute_copy(&n)).into()
            }
        }
        Self { Run: Run::<Identity> }
    }
}
struct IRoot_ImplVtbl<T: IRoot_Impl>(core::marker::PhantomData<T>);
impl<T: IRoot_Impl> IRoot_ImplVtbl<T> {
    const VTABLE: IRoot_Vtbl = IRoot_Vtbl::new::<T>();
}
impl IRoot {
    pub fn new<'a, T: IRoot_Impl>(
        this: &'a T,
    ) -> windows_core::ScopedInterface<'a, Self> {
        let this = windows_core::ScopedHeap {
            vtable: &IRoot_ImplVtbl::<T>::VTABLE as *const _ as *const _,
            this: this as *const _ as *const _,
        };
        let this = core::mem::ManuallyDrop::new(windows_core::imp::box_new(this));
        unsafe { windows_core::ScopedInterface::new(core::mem::transmute(&this.vtable)) }
    }
}
pub type LOG_FN = Option<unsafe extern "C" fn(count: u32, ...)>;
pub const MAXIMUM: u32 = 4294967295;
pub const MINIMUM: i32 = -2147483648;
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MODES(pub i32);
impl MODES {
    /// Whether all of these flags are set.
    pub const fn contains(self, flags: Self) -> bool {
        self.0 & flags.0 == flags.0
    }
}
impl core::ops::BitOr for MODES {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
impl core::ops::BitOrAssign for MODES {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
impl core::ops::BitAnd for MODES {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}
impl core::ops::BitAndAssign for MODES {
    fn bitand_assign(&mut self, other: Self) {
        self.0 &= other.0;
    }
}
impl core::ops::Not for MODES {
    type Output = Self;
    fn not(self) -> Self {
        Self(!self.0)
    }
}
pub const MODE_A: MODES = MODES(1);
pub const MODE_B: MODES = MODES(2);
pub const NARROW: isize = -1;
pub const NONE: COLOR = COLOR(-1);
#[repr(C)]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct OPEN_ENDED {
    pub count: u32,
    pub items: [u32; 1],
}
impl Default for OPEN_ENDED {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}
#[repr(C, packed(1))]
#[derive(Clone, Copy)]
pub struct PACKED {
    pub r#type: u8,
    pub value: i64,
    pub name: [u16; 4],
    pub nested: [BIG; 2],
    pub grid: [[i32; 3]; 2],
}
impl Default for PACKED {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}
#[cfg_attr(target_pointer_width = "32", repr(C, packed(2)))]
#[cfg_attr(target_pointer_width = "64", repr(C))]
#[derive(Clone, Copy, Default)]
pub struct PACKED_ON_32 {
    pub kind: i32,
    pub data: *mut core::ffi::c_void,
}
pub const RATIO: f64 = 0.5;
pub const TRUTH: windows_core::BOOL = windows_core::BOOL(1);
pub const WIDE: usize = 1099511627776u64 as usize;
pub const green: COLOR = COLOR(1);
pub const red: COLOR = COLOR(0);
