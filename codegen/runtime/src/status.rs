//! HRESULTs: the common codes, and success codes that are not lost.

use windows_core::{Error, HRESULT, Result};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $value:literal;)*) => {
        $($(#[$doc])* pub const $name: HRESULT = HRESULT($value as u32 as i32);)*
    };
}

codes! {
    /// Success.
    S_OK = 0;
    /// Success, and the answer is no, or there was nothing to do.
    S_FALSE = 1;
    /// Not implemented.
    E_NOTIMPL = 0x8000_4001;
    /// The object does not have the interface.
    E_NOINTERFACE = 0x8000_4002;
    /// A pointer is NULL where it must not be.
    E_POINTER = 0x8000_4003;
    /// Stopped on request.
    E_ABORT = 0x8000_4004;
    /// Failure of no stated kind.
    E_FAIL = 0x8000_4005;
    /// Failure that nobody expected: what a panic becomes.
    E_UNEXPECTED = 0x8000_ffff;
    /// Not allowed.
    E_ACCESSDENIED = 0x8007_0005;
    /// Not a valid handle.
    E_HANDLE = 0x8007_0006;
    /// No memory.
    E_OUTOFMEMORY = 0x8007_000e;
    /// An argument is not valid.
    E_INVALIDARG = 0x8007_0057;
    /// An argument is left out.
    DISP_E_PARAMNOTFOUND = 0x8002_0004;
    /// A variant is of a kind that is not valid here.
    DISP_E_BADVARTYPE = 0x8002_0008;
}

/// A value that came with a success code, for methods whose success codes mean something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use]
pub struct Success<T = ()> {
    /// The value.
    pub value: T,
    /// `S_OK`, or another code that is no failure.
    pub code: HRESULT,
}

impl<T> Success<T> {
    /// A value with `S_OK`.
    pub const fn ok(value: T) -> Self {
        Self { value, code: S_OK }
    }

    /// A value with a success code.
    pub const fn with_code(value: T, code: HRESULT) -> Self {
        Self { value, code }
    }
}

impl From<HRESULT> for Success {
    fn from(code: HRESULT) -> Self {
        Self { value: (), code }
    }
}

/// A failure of that code. Unlike `Error::new` it carries no text, and needs no part of the operating system.
#[inline]
pub fn error(code: HRESULT) -> Error {
    Error::from_hresult(code)
}

/// What a call returned: a failure, or a success with its code.
#[inline]
pub fn success(code: HRESULT) -> Result<Success> {
    if code.is_ok() {
        Ok(code.into())
    } else {
        Err(code.into())
    }
}

/// What a windows-core method implementation returns for a success code other than `S_OK`: it knows `Result<()>`
/// alone, and takes the HRESULT of an `Err` as it is.
#[inline]
pub fn answer(code: HRESULT) -> Result<()> {
    match code {
        S_OK => Ok(()),
        code => Err(error(code)),
    }
}

/// An error that is a failure indeed: one with a success code becomes `E_UNEXPECTED`.
#[cold]
pub fn failure(error: Error) -> Error {
    match error.code().is_err() {
        true => error,
        false => self::error(E_UNEXPECTED),
    }
}

/// The failure for a NULL where there must be something: `E_POINTER`.
#[cold]
pub fn null() -> Error {
    error(E_POINTER)
}

/// The failure for a NULL handle where there must be one: `E_HANDLE`.
#[cold]
pub fn null_handle() -> Error {
    error(E_HANDLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As windows-core's thunks turn a result into an HRESULT.
    fn thunk(result: Result<()>) -> HRESULT {
        match result {
            Ok(()) => S_OK,
            Err(error) => error.into(),
        }
    }

    #[test]
    fn success_codes_survive_both_ways() {
        assert_eq!(success(S_FALSE), Ok(Success::with_code((), S_FALSE)));
        assert_eq!(success(S_OK), Ok(Success::ok(())));
        assert_eq!(success(E_FAIL), Err(error(E_FAIL)));
        for code in [S_OK, S_FALSE, HRESULT(0x0004_0680)] {
            assert_eq!(thunk(answer(code)), code);
        }
    }

    #[test]
    fn a_failure_is_no_success() {
        assert_eq!(failure(error(E_FAIL)), error(E_FAIL));
        for code in [S_OK, S_FALSE] {
            assert_eq!(failure(error(code)), error(E_UNEXPECTED));
        }
    }

    #[test]
    fn codes_of_win32_errors_hold_their_number() {
        for (code, number) in [
            (E_ACCESSDENIED, 5),
            (E_HANDLE, 6),
            (E_OUTOFMEMORY, 14),
            (E_INVALIDARG, 87),
        ] {
            assert_eq!(
                error(code),
                std::io::Error::from_raw_os_error(number).into()
            );
        }
    }
}
