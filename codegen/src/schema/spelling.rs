//! Types as C and MIDL spell them.

use super::{
    BinaryOperator, CallingConvention, Expression, FunctionType, PointerType, Schema, Type,
    UnaryOperator,
};

impl Schema {
    /// The type by itself: `const WCHAR *`, `IFoo **`, `BYTE[4]`. Names are those the file used, aliases included.
    pub fn spell(&self, ty: &Type) -> String {
        self.spell_declaration(ty, "")
    }

    /// The declaration of something of that type: `const WCHAR *pwszName`, `BYTE data[4]`.
    pub fn spell_declaration(&self, ty: &Type, name: &str) -> String {
        self.declare(ty, name.to_owned(), false)
    }

    /// Wraps `declarator` in what the type puts around it, from the inside out, as C's grammar goes.
    fn declare(&self, ty: &Type, declarator: String, is_const: bool) -> String {
        let base = |name: &str| {
            let space = match declarator.chars().next() {
                None | Some('[') => "",
                Some(_) => " ",
            };
            let qualifier = if is_const { "const " } else { "" };
            format!("{qualifier}{name}{space}{declarator}")
        };
        match ty {
            Type::Void => base("void"),
            Type::Primitive(primitive) => base(primitive.midl_name()),
            Type::Named(id) => base(&self[*id].name),
            Type::SafeArray(element) => {
                let element = element
                    .as_deref()
                    .map_or("void".into(), |ty| self.spell(ty));
                base(&format!("SAFEARRAY({element})"))
            }
            Type::Pointer(pointer) => self.declare_pointer(pointer, &declarator, is_const),
            Type::Array(array) => {
                let len = array.len.map_or(String::new(), |len| len.to_string());
                let is_const = is_const || array.is_const;
                self.declare(&array.element, format!("{declarator}[{len}]"), is_const)
            }
            Type::Function(function) => self.declare_function(function, &declarator, is_const),
        }
    }

    fn declare_pointer(&self, pointer: &PointerType, declarator: &str, is_const: bool) -> String {
        let star = match (is_const, declarator.is_empty()) {
            (false, _) => format!("*{declarator}"),
            (true, true) => "*const".to_owned(),
            (true, false) => format!("*const {declarator}"),
        };
        let wrapped = match &pointer.target {
            Type::Array(_) => format!("({star})"),
            _ => star,
        };
        self.declare(&pointer.target, wrapped, pointer.is_const)
    }

    fn declare_function(&self, function: &FunctionType, name: &str, is_const: bool) -> String {
        let convention = match function.convention {
            CallingConvention::System => "__stdcall ",
            CallingConvention::C => "",
            CallingConvention::Fast => "__fastcall ",
        };
        let qualifier = match (is_const, name.is_empty()) {
            (false, _) => "",
            (true, true) => "const",
            (true, false) => "const ",
        };
        let params = function.params.iter();
        let mut params: Vec<String> = params
            .map(|param| self.spell_declaration(&param.ty, &param.name))
            .collect();
        params.extend(function.variadic.then(|| "...".to_owned()));
        let params = if params.is_empty() {
            "void".to_owned()
        } else {
            params.join(", ")
        };
        let declarator = format!("({convention}*{qualifier}{name})({params})");
        self.declare(&function.returns, declarator, false)
    }
}

impl Expression {
    /// The expression in C, over operands of these names. Every inner operation is put in parentheses.
    pub fn spell(&self, names: &[&str]) -> String {
        let inner = |expression: &Expression| match expression {
            Self::Binary(..) | Self::Conditional(..) => format!("({})", expression.spell(names)),
            _ => expression.spell(names),
        };
        let name = |at: &usize| names.get(*at).copied().unwrap_or("?");
        match self {
            Self::Constant(value) => value.to_string(),
            Self::Operand(at) => name(at).to_owned(),
            Self::Dereference(at) => format!("*{}", name(at)),
            Self::Unary(operator, operand) => format!("{}{}", operator.spell(), inner(operand)),
            Self::Binary(operator, left, right) => {
                format!("{} {} {}", inner(left), operator.spell(), inner(right))
            }
            Self::Conditional(condition, yes, no) => {
                format!("{} ? {} : {}", inner(condition), inner(yes), inner(no))
            }
            Self::Unknown => "?".to_owned(),
        }
    }
}

impl UnaryOperator {
    /// The operator in C.
    pub fn spell(self) -> &'static str {
        match self {
            Self::Negate => "-",
            Self::Complement => "~",
            Self::Not => "!",
        }
    }
}

impl BinaryOperator {
    /// The operator in C.
    pub fn spell(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
            Self::ShiftLeft => "<<",
            Self::ShiftRight => ">>",
            Self::And => "&",
            Self::Or => "|",
            Self::Xor => "^",
            Self::LogicalAnd => "&&",
            Self::LogicalOr => "||",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, array, param, pointer, pointer_to_const};
    use super::super::{BinaryOperator, CallingConvention, Expression, FunctionType, Type};

    #[test]
    fn expressions_name_their_operands() {
        let product = Expression::Binary(
            BinaryOperator::Multiply,
            Box::new(Expression::Operand(0)),
            Box::new(Expression::Constant(2)),
        );
        let sum = Expression::Binary(
            BinaryOperator::Add,
            Box::new(product),
            Box::new(Expression::Dereference(1)),
        );
        assert_eq!(sum.spell(&["n", "pcb"]), "(n * 2) + *pcb");
    }

    #[test]
    fn types_are_spelled_as_they_were_written() {
        let sample = Sample::mapisync();
        let spell = |ty: &Type| sample.schema.spell(ty);
        let wide = sample.named("WCHAR");
        assert_eq!(spell(&pointer_to_const(wide.clone())), "const WCHAR *");
        assert_eq!(
            spell(&pointer(pointer(sample.named("IMAPISync")))),
            "IMAPISync **"
        );
        assert_eq!(spell(&sample.named("PMAPISIB")), "PMAPISIB");
        assert_eq!(
            spell(&pointer_to_const(pointer(Type::Void))),
            "void *const *"
        );
        assert_eq!(spell(&array(wide.clone(), 4)), "WCHAR[4]");
        assert_eq!(
            spell(&pointer(array(array(wide.clone(), 4), 2))),
            "WCHAR (*)[2][4]"
        );
        assert_eq!(
            sample.schema.spell_declaration(&array(wide, 4), "name"),
            "WCHAR name[4]"
        );
    }

    #[test]
    fn function_pointers_are_spelled_around_their_name() {
        let sample = Sample::new();
        let spelled = |name, returns, variadic, convention| {
            let function = FunctionType {
                returns,
                params: vec![param("count", sample.named("ULONG"))],
                variadic,
                convention,
            };
            let ty = Type::Function(Box::new(function));
            sample.schema.spell_declaration(&ty, name)
        };
        assert_eq!(
            spelled(
                "done",
                sample.named("HRESULT"),
                false,
                CallingConvention::System
            ),
            "HRESULT (__stdcall *done)(ULONG count)"
        );
        assert_eq!(
            spelled("log", Type::Void, true, CallingConvention::C),
            "void (*log)(ULONG count, ...)"
        );
    }
}
