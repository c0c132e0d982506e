//! Every rule, from both sides, without a word that the compiler does not check.
#![forbid(unsafe_code)]

use midl_runtime::status::{E_INVALIDARG, E_NOINTERFACE, E_UNEXPECTED, S_FALSE, S_OK};
use midl_runtime::variant::Value;
use midl_runtime::{
    AsHandle, BorrowedHandle, Bstr, CoTaskText, Event, OwnedHandle, Success, Variant, WideStr,
    WideString,
};
use rules_page::records::{OwnedLABEL, SHAPE};
use rules_page::{COLOR, GREEN, IPen, IRules, POINT, STYLE, STYLE_DOTTED, STYLE_FILLED, implement};
use std::ffi::{CStr, CString, c_void};
use std::ptr::null_mut;
use windows_core::{GUID, HRESULT, IUnknown, Interface, Result};

/// Does the simplest thing that shows that it was reached.
struct Rules;

impl implement::IRules for Rules {
    fn r#move(&self, by: i32, color: COLOR, to: POINT, from: &POINT) -> Result<()> {
        assert_eq!(
            (by, color, to, *from),
            (-1, GREEN, POINT { x: 1, y: 2 }, POINT { x: 3, y: 4 })
        );
        Ok(())
    }

    fn show(&self, visible: bool) -> Result<bool> {
        Ok(!visible)
    }

    fn style(&self, flags: STYLE) -> Result<()> {
        assert!(flags.contains(STYLE_DOTTED | STYLE_FILLED));
        assert_eq!(flags & !(STYLE_DOTTED | STYLE_FILLED), STYLE(64));
        Ok(())
    }

    fn select(&self, riid: &GUID, kind: &GUID) -> Result<()> {
        if riid == kind {
            Ok(())
        } else {
            Err(E_INVALIDARG.into())
        }
    }

    fn say(&self, text: &WideStr, aside: Option<&WideStr>) -> Result<()> {
        assert_eq!(text.to_string(), "Grüße");
        assert_eq!(aside.map(ToString::to_string), None);
        Ok(())
    }

    fn name(&self, text: &CStr) -> Result<()> {
        assert_eq!(text, c"name");
        Ok(())
    }

    fn tell(&self, text: &Bstr) -> Result<Bstr> {
        Bstr::from_units(&[text.as_units(), text.as_units()].concat())
    }

    fn convert(&self, from: &Variant, like: &Variant, locale: Option<&Variant>) -> Result<Variant> {
        assert_eq!(locale.map(Variant::value), None);
        match (from.value(), like.value()) {
            (Value::I32(number), Value::Text(_)) => Variant::text(&number.to_string()),
            _ => from.try_clone(),
        }
    }

    fn negate(&self, value: &mut Variant) -> Result<()> {
        match value.value() {
            Value::I32(number) => *value = (-number).into(),
            _ => return Err(E_INVALIDARG.into()),
        }
        Ok(())
    }

    fn r#use(&self, pen: &IPen, other: Option<&IPen>) -> Result<IPen> {
        Ok(other.unwrap_or(pen).clone())
    }

    fn next(&self) -> Result<Option<IPen>> {
        Ok(None)
    }

    fn open(&self, riid: &GUID) -> Result<IUnknown> {
        assert_ne!(*riid, GUID::zeroed());
        IRules::new(Self).cast()
    }

    fn wait(&self, event: BorrowedHandle<'_>, window: *mut c_void) -> Result<()> {
        let _ = event;
        assert!(window.is_null());
        Ok(())
    }

    fn keep(&self, event: OwnedHandle) -> Result<()> {
        drop(event);
        Ok(())
    }

    fn draw(&self, points: &[POINT]) -> Result<()> {
        assert_eq!(points.len(), 2);
        Ok(())
    }

    fn blend(&self, with: &[u8], pixels: &mut [u8]) -> Result<()> {
        for (pixel, with) in pixels.iter_mut().zip(with) {
            *pixel |= with;
        }
        Ok(())
    }

    fn read(&self, buffer: &mut [u8]) -> Result<usize> {
        buffer[..3].copy_from_slice(b"abc");
        Ok(3)
    }

    fn size(&self) -> Result<(i32, i32)> {
        Ok((640, 480))
    }

    fn clip(&self, corner: &mut POINT) -> Result<()> {
        corner.x = corner.x.min(100);
        Ok(())
    }

    fn title(&self) -> Result<WideString> {
        Ok(WideString::new("A title").expect("it has no NUL"))
    }

    fn fill(&self, shape: &SHAPE<'_>, hole: Option<&SHAPE<'_>>) -> Result<()> {
        assert_eq!(
            (shape.name.to_string().as_str(), shape.points.len()),
            ("A square", 4)
        );
        assert_eq!((shape.center, shape.closed), (None, true));
        assert_eq!(hole.map(|hole| hole.points.len()), Some(0));
        Ok(())
    }

    fn origin(&self) -> Result<POINT> {
        Ok(POINT { x: 5, y: 6 })
    }

    fn corners(&self) -> Result<Vec<POINT>> {
        Ok(vec![POINT { x: 5, y: 6 }; 4])
    }

    fn layers(&self) -> Result<(Vec<Option<WideString>>, Vec<Option<IPen>>)> {
        let name = WideString::new("one").expect("it has no NUL");
        Ok((vec![Some(name), None], vec![None, Some(IPen::new(Pen))]))
    }

    fn check(&self, points: &[POINT]) -> Result<Vec<HRESULT>> {
        Ok(vec![S_FALSE; points.len()])
    }

    fn frame(&self) -> Result<(POINT, CString)> {
        Ok((POINT { x: 7, y: 8 }, c"frame".to_owned()))
    }

    fn rename(&self, name: &mut Bstr) -> Result<()> {
        *name = self.tell(name)?;
        Ok(())
    }

    fn signal(&self) -> Result<OwnedHandle> {
        let event = Event::new()?;
        event.set()?;
        Ok(event.into())
    }

    fn get_label(&self) -> Result<OwnedLABEL> {
        Ok(OwnedLABEL {
            text: CoTaskText::new(&WideString::new("A label")?)?,
            font: Bstr::new("Serif")?,
            at: POINT { x: 1, y: 2 },
        })
    }

    fn skip(&self, count: u32) -> Result<Success> {
        let code = if count > 10 { S_FALSE } else { S_OK };
        Ok(Success::with_code((), code))
    }

    fn count(&self) -> u32 {
        11
    }

    fn refresh(&self) {}

    fn attach(&self, riid: &GUID, object: &IUnknown) -> Result<()> {
        assert!(*riid == IPen::IID && object.cast::<IPen>().is_ok());
        Ok(())
    }

    fn exchange(&self, pen: &mut Option<IPen>) -> Result<()> {
        *pen = None;
        Ok(())
    }

    fn mark(&self, points: Option<&[POINT]>, color: &[f32; 4]) -> Result<()> {
        assert_eq!((points.map(<[_]>::len), color[0]), (None, 0.5));
        Ok(())
    }

    fn paint(&self, width: u32, height: u32, pixels: &[u8]) -> Result<()> {
        assert_eq!((width * height) as usize, pixels.len());
        Ok(())
    }

    fn sample(&self, samples: &mut [u8]) -> Result<usize> {
        samples.fill(7);
        Ok(samples.len() / 2)
    }

    fn group(&self, pens: &[Option<IPen>], names: &[Bstr]) -> Result<()> {
        assert!(pens[0].is_some() && pens[1].is_none() && names[0] == "pen");
        Ok(())
    }

    fn fetch(&self, pens: &mut [Option<IPen>]) -> Result<usize> {
        pens[0] = Some(IPen::new(Pen));
        Ok(1)
    }

    fn path(&self, buffer: &mut [u16]) -> Result<()> {
        buffer[0] = u16::from(b'/');
        Ok(())
    }

    fn measure(&self, text: &WideStr) -> (bool, POINT, Option<IPen>) {
        let size = POINT { x: 4, y: 1 };
        (text == "Grüße", size, None)
    }
}

struct Pen;

impl implement::IPen for Pen {
    fn lift(&self) -> Result<()> {
        Ok(())
    }
}

fn rules() -> IRules {
    IRules::new(Rules)
}

#[test]
fn numbers_and_plain_data() -> Result<()> {
    rules().r#move(-1, GREEN, POINT { x: 1, y: 2 }, &POINT { x: 3, y: 4 })?;
    rules().style(STYLE_FILLED | STYLE_DOTTED | STYLE(64))?;
    assert!(!rules().show(true)?);
    rules().select(&IRules::IID, &IRules::IID)?;
    assert_eq!(rules().count(), 11);
    rules().refresh();
    let (known, size, pen) = rules().measure("Grüße")?;
    assert!(known && size == POINT { x: 4, y: 1 } && pen.is_none());
    Ok(())
}

#[test]
fn text() -> Result<()> {
    rules().say("Grüße", None)?;
    let inner_nul = rules().say("a\0b", None).unwrap_err();
    assert_eq!(inner_nul.code(), E_INVALIDARG);
    rules().name(c"name")?;
    assert_eq!(rules().tell(&Bstr::new("ha")?)?.to_string(), "haha");
    assert_eq!(rules().title()?.to_string(), "A title");
    let mut name = Bstr::new("ha")?;
    rules().rename(&mut name)?;
    assert_eq!(name, "haha");
    Ok(())
}

#[test]
fn variants() -> Result<()> {
    let mut value = Variant::from(7);
    rules().negate(&mut value)?;
    let text = rules().convert(&value, &Variant::text("like this")?, None)?;
    assert_eq!(text, Variant::text("-7")?);
    let refused = rules().negate(&mut Variant::null()).unwrap_err();
    assert_eq!(refused.code(), E_INVALIDARG);
    Ok(())
}

#[test]
fn interfaces() -> Result<()> {
    let (one, other) = (IPen::new(Pen), IPen::new(Pen));
    assert_eq!(rules().r#use(&one, None)?, one);
    assert_eq!(rules().r#use(&one, Some(&other))?, other);
    assert_eq!(rules().next()?, None);
    assert_eq!(rules().open::<IRules>()?.count(), 11);
    let missing = rules().open::<IPen>();
    assert_eq!(missing.unwrap_err().code(), E_NOINTERFACE);
    Ok(())
}

#[test]
fn structs_that_hold_pointers() -> Result<()> {
    let name = WideString::new("A square")?;
    let square = SHAPE {
        name: &name,
        points: &[POINT::default(); 4],
        center: None,
        closed: true,
    };
    let hole = SHAPE {
        points: &[],
        ..square
    };
    rules().fill(&square, Some(&hole))?;
    let label = rules().get_label()?;
    assert_eq!((label.text.to_string(), label.at.y), ("A label".into(), 2));
    assert_eq!(label.font, "Serif");
    Ok(())
}

#[test]
fn handles() -> Result<()> {
    let event = Event::new()?;
    rules().wait(event.as_handle(), null_mut())?;
    rules().keep(event.into())?;
    assert!(Event::from(rules().signal()?).is_set()?);
    Ok(())
}

#[test]
fn allocated_memory() -> Result<()> {
    assert_eq!(*rules().origin()?, POINT { x: 5, y: 6 });
    assert_eq!(&*rules().corners()?, [POINT { x: 5, y: 6 }; 4]);
    let (names, pens) = rules().layers()?;
    assert_eq!(&**names[0].as_ref().expect("it has a name"), "one");
    assert!(names[1].is_none() && pens[0].is_none());
    pens[1].as_ref().expect("it has a pen").lift()?;
    assert_eq!(&*rules().check(&[POINT::default(); 2])?, [S_FALSE; 2]);
    let (size, name) = rules().frame()?;
    assert_eq!((size.x, &*name), (7, c"frame"));
    Ok(())
}

#[test]
fn arrays_and_buffers() -> Result<()> {
    rules().draw(&[POINT::default(); 2])?;
    let mut pixels = [1, 2];
    rules().blend(&[4, 8], &mut pixels)?;
    assert_eq!(pixels, [5, 10]);
    let unequal = rules().blend(&[4], &mut pixels).unwrap_err();
    assert_eq!(unequal.code(), E_INVALIDARG);
    let mut buffer = [0; 8];
    let filled = rules().read(&mut buffer)?;
    assert_eq!(&buffer[..filled], b"abc");
    let panicked = rules().read(&mut []).unwrap_err();
    assert_eq!(panicked.code(), E_UNEXPECTED);
    Ok(())
}

#[test]
fn results() -> Result<()> {
    assert_eq!(rules().size()?, (640, 480));
    let mut corner = POINT { x: 200, y: 1 };
    rules().clip(&mut corner)?;
    assert_eq!(corner.x, 100);
    assert_eq!(rules().skip(1)?.code, S_OK);
    assert_eq!(rules().skip(11)?.code, S_FALSE);
    Ok(())
}

#[test]
fn interfaces_by_iid_and_in_place() -> Result<()> {
    rules().attach(&IPen::new(Pen))?;
    let mut pen = Some(IPen::new(Pen));
    rules().exchange(&mut pen)?;
    assert!(pen.is_none());
    Ok(())
}

#[test]
fn other_arrays() -> Result<()> {
    let rules = rules();
    rules.mark(None, &[0.5; 4])?;
    rules.paint(2, 3, &[0; 6])?;
    assert_eq!(rules.paint(2, 3, &[0; 5]), Err(E_INVALIDARG.into()));
    let mut samples = [0; 4];
    assert_eq!((rules.sample(&mut samples)?, samples), (2, [7; 4]));
    let names = [Bstr::new("pen")?, Bstr::default()];
    rules.group(&[Some(IPen::new(Pen)), None], &names)?;
    let mut pens = [None, None];
    assert_eq!(rules.fetch(&mut pens)?, 1);
    assert!(pens[0].is_some() && pens[1].is_none());
    let mut buffer = [9; 4];
    assert_eq!((rules.path(&mut buffer)?, buffer[0]), (1, 47));
    Ok(())
}
