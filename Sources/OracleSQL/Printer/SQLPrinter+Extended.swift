extension SQLPrinter {
  /// Writes a form that only PL/SQL, objects or collections have.
  mutating func write(_ extended: ExtendedExpression) {
    switch extended {
    case .member(let base, let name):
      write(base, in: .primary)
      write(".")
      write(name)
    case .call(let base, let arguments):
      write(base, in: .primary)
      write(arguments)
    case .attribute(let base, "CURRENT OF"):
      write("CURRENT OF ")
      write(base, in: .primary)
    case .attribute(let base, let name):
      write(base, in: .primary)
      write("%" + name)
    case .power(let base, let exponent): writeInfix(base, " ** ", exponent)
    case .modulo(let left, let right): writeInfix(left, " MOD ", right)
    case .inquiry(let name): write("$$" + name)
    case .multisetQuery(let query):
      write("MULTISET (")
      write(query)
      write(")")
    case .multiset(let left, let words, let right): writeInfix(left, " " + words + " ", right)
    case .collectionTest(let left, let words, let right, let negated):
      writeInfix(left, (negated ? " NOT " : " ") + words + " ", right)
    case .test(let operand, let words, let types, let negated):
      write(operand, in: .additive)
      write((negated ? " IS NOT " : " IS ") + words)
      guard !types.isEmpty else { return }
      write(" (")
      writeList(types) { $0.write($1) }
      write(")")
    case .treat(let operand, let type):
      write("TREAT(")
      write(operand, in: .or)
      write(type.isReference ? " AS REF " : " AS ")
      write(type)
      write(")")
    case .interval(let operand, let words):
      write("(")
      write(operand, in: .or)
      write(") " + words)
    case .instance(let constructor):
      write("NEW ")
      write(constructor, in: .primary)
    case .special(let name, let text): write(name + text)
    }
  }

  private mutating func writeInfix(_ left: Expression, _ joint: String, _ right: Expression) {
    write(left, in: .primary)
    write(joint)
    write(right, in: .primary)
  }

  /// Writes arguments, without the parentheses around them.
  mutating func writeList(_ arguments: [FunctionCall.Argument]) {
    writeList(arguments) { printer, argument in
      if let name = argument.name {
        printer.write(name)
        printer.write(" => ")
      }
      if let index = argument.index {
        printer.write(index, in: .additive)
        printer.write(" => ")
      }
      printer.write(argument.value, in: .or)
    }
  }

  private mutating func write(_ arguments: [FunctionCall.Argument]) {
    write("(")
    writeList(arguments)
    write(")")
  }
}

extension ExtendedExpression {
  var precedence: Precedence {
    switch self {
    case .collectionTest, .test: .comparison
    case .power, .modulo, .multiset, .interval: .sign
    default: .primary
    }
  }
}
