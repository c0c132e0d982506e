//! Interfaces and classes.

use super::reading::Reading;
use crate::metadata::reader::attributes::Owner;
use crate::metadata::reader::tables::Table;
use crate::schema::{
    CallingConvention, Coclass, Completeness, DefinitionKind, Interface, Method, MethodKind,
};

impl Reading<'_, '_> {
    pub(super) fn interface(&mut self, row: usize) -> DefinitionKind {
        let tables = &self.file.tables;
        let guid = tables.attribute(Owner::TypeDef(row), "GuidAttribute");
        let base = tables
            .equal(Table::InterfaceImpl, 0, row + 1)
            .next()
            .and_then(|base| tables.cell(Table::InterfaceImpl, base, 1));
        let base = base
            .and_then(|base| self.resolve(base))
            .map(|base| (self.types)(base.id()));
        let rows = tables.list(Table::TypeDef, row, 5, Table::MethodDef);
        let methods: Option<Vec<Method>> = rows.map(|row| self.method(row)).collect();
        DefinitionKind::Interface(Interface {
            iid: guid.and_then(|guid| guid.guid()),
            base,
            completeness: match methods {
                Some(_) => Completeness::Full,
                None => Completeness::Opaque,
            },
            methods: methods.unwrap_or_default(),
            dual: false,
        })
    }

    fn method(&mut self, row: usize) -> Option<Method> {
        const SPECIAL_NAME: usize = 0x800;
        let (returns, params) = self.signature(row)?;
        let variadic = self.is_variadic(row);
        let name = self.file.tables.text(Table::MethodDef, row, 3);
        let special = self.file.tables.cell(Table::MethodDef, row, 2)? & SPECIAL_NAME != 0;
        let accessors = [
            ("get_", MethodKind::PropertyGet),
            ("put_", MethodKind::PropertyPut),
            ("putref_", MethodKind::PropertyPutRef),
        ];
        let (name, kind) = accessors
            .into_iter()
            .filter(|_| special)
            .find_map(|(prefix, kind)| Some((name.strip_prefix(prefix)?, kind)))
            .unwrap_or((name, MethodKind::Plain));
        Some(Method {
            name: name.to_owned(),
            span: self.place,
            docs: String::new(),
            returns,
            params,
            kind,
            dispatch_id: None,
            local: false,
            vararg: false,
            variadic,
            convention: CallingConvention::System.for_function(variadic),
            success_codes: Vec::new(),
        })
    }

    /// A class of which only the CLSID is known.
    pub(super) fn coclass(&mut self, row: usize) -> Option<DefinitionKind> {
        let guid = self
            .file
            .tables
            .attribute(Owner::TypeDef(row), "GuidAttribute")?;
        Some(DefinitionKind::Coclass(Coclass {
            clsid: guid.guid(),
            interfaces: Vec::new(),
        }))
    }
}
