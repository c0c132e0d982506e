//! Definitions of which only the names are known so far.

use crate::schema::{
    Alias, Coclass, Completeness, DefinitionKind, Dispinterface, Enum, Interface, Pack, Pointee,
    Record, RecordKind, Switch, Type,
};

pub(super) fn interface() -> DefinitionKind {
    DefinitionKind::Interface(Interface {
        iid: None,
        base: None,
        methods: Vec::new(),
        completeness: Completeness::Forward,
        dual: false,
    })
}

pub(super) fn record(is_union: bool) -> DefinitionKind {
    DefinitionKind::Record(Record {
        kind: if is_union {
            RecordKind::Union
        } else {
            RecordKind::Struct
        },
        tag: None,
        pack: Pack::NATURAL,
        fields: Vec::new(),
        forward: true,
        switch: Switch::default(),
    })
}

pub(super) fn enumeration() -> DefinitionKind {
    DefinitionKind::Enum(Enum {
        tag: None,
        values: Vec::new(),
        flags: false,
    })
}

pub(super) fn alias() -> DefinitionKind {
    DefinitionKind::Alias(Alias {
        ty: Type::Void,
        pointee: Pointee::default(),
    })
}

pub(super) fn dispinterface() -> DefinitionKind {
    DefinitionKind::Dispinterface(Dispinterface {
        iid: None,
        interface: None,
        methods: Vec::new(),
    })
}

pub(super) fn coclass() -> DefinitionKind {
    DefinitionKind::Coclass(Coclass {
        clsid: None,
        interfaces: Vec::new(),
    })
}
