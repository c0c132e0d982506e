//! Names that C's headers make of others by habit, and metadata does not have.

use crate::lower::Lowering;
use crate::schema::{Alias, Definition, DefinitionKind, Pointee, Primitive, Type};
use crate::syntax::tree::Ident;

impl Lowering<'_> {
    /// The type of a name that C's headers make of another one by habit: `LPSTREAM` for `IStream *`, `LPMSG` for `MSG *`.
    /// Nobody else defines it, and it can mean one thing only.
    pub(in crate::lower) fn pointer_by_habit(&mut self, name: &Ident) -> Option<Type> {
        let types = self.external.filter(|_| self.knows_windows)?;
        let mut found: Vec<(String, bool)> = Vec::new();
        for (prefix, is_const) in [
            ("LPC", true),
            ("LP", false),
            ("PC", true),
            ("P", false),
            ("REF", true),
        ] {
            let Some(rest) = name
                .text
                .strip_prefix(prefix)
                .filter(|rest| !rest.is_empty())
            else {
                continue;
            };
            self.miss(rest);
            let is_type = self.names.ordinary.contains_key(rest) || self.is_external(rest);
            let target = match is_type {
                true => Some(rest.to_owned()),
                false if is_const => None,
                false => types.find_interface_ignoring_case(&format!("I{rest}")),
            };
            found.extend(target.map(|target| (target, is_const)));
        }
        let [(target, is_const)] = found.as_slice() else {
            return None;
        };
        let target = self.type_of_name(&Ident {
            text: target.into(),
            span: name.span,
        });
        Some(self.alias_by_habit(name, Type::pointer_to(target, *is_const)))
    }

    /// `WINBOOL`, which mingw's C headers call a `BOOL`: its IDL files use the name, and none defines it. And `VOID`, which is a macro
    /// of Windows' headers.
    pub(in crate::lower) fn basic_by_habit(&mut self, name: &Ident) -> Option<Type> {
        let ty = match name.text.as_str() {
            "WINBOOL" => Type::Primitive(Primitive::I32),
            "VOID" if self.knows_windows => Type::Void,
            _ => return None,
        };
        Some(self.alias_by_habit(name, ty))
    }

    fn alias_by_habit(&mut self, name: &Ident, ty: Type) -> Type {
        let kind = DefinitionKind::Alias(Alias {
            ty,
            pointee: Pointee::default(),
        });
        let definition = Definition {
            own: false,
            ..self.definition(&name.text, name.span, "", kind)
        };
        let id = self.schema.add(definition);
        self.names.ordinary.insert(name.text.clone(), id);
        self.names.defined.insert(id, name.span);
        Type::Named(id)
    }
}
