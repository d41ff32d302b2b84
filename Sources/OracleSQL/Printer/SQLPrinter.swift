/// Prints expressions and queries as Oracle SQL on one line, with no more parentheses than needed.
///
/// Parsing the result gives the same tree but for ranges, so two expressions that print alike are the same expression.
/// For the dictionary's SEARCH_CONDITION and DATA_DEFAULT use `SourceRange.text(in:)`: Oracle keeps the words as written.
public struct SQLPrinter: Sendable {
  private(set) var text = ""

  private init() {}

  /// Prints an expression.
  public static func print(_ expression: Expression) -> String {
    var printer = SQLPrinter()
    printer.write(expression, in: .or)
    return printer.text
  }

  /// Prints a query.
  public static func print(_ query: Query) -> String {
    var printer = SQLPrinter()
    printer.write(query)
    return printer.text
  }

  /// Prints a datatype.
  public static func print(_ type: DataType) -> String {
    var printer = SQLPrinter()
    printer.write(type)
    return printer.text
  }

  // MARK: Words

  mutating func write(_ words: String) { text += words }

  mutating func write(_ identifier: Identifier) {
    text += identifier.isQuoted ? "\"" + identifier.name + "\"" : identifier.name
  }

  mutating func write(_ name: ObjectName) {
    if let schema = name.schema {
      write(schema)
      write(".")
    }
    write(name.name)
    if let link = name.databaseLink {
      write("@")
      write(link)
    }
  }

  mutating func write(string: String) {
    text += "'" + string.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Writes elements with commas between them.
  mutating func writeList<Element>(_ elements: [Element], _ write: (inout SQLPrinter, Element) -> Void) {
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", " }
      write(&self, element)
    }
  }

  mutating func writeIdentifiers(_ names: [Identifier]) {
    write("(")
    writeList(names) { $0.write($1) }
    write(")")
  }
}

/// How tightly an expression binds; a looser one inside of a tighter one needs parentheses.
enum Precedence: Int, Comparable {
  case or
  case and
  case not
  case comparison
  case additive
  case multiplicative
  case sign
  case primary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter level.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }
}

extension Expression {
  var precedence: Precedence {
    switch kind {
    case .or: .or
    case .and: .and
    case .unary(.not, _): .not
    case .quantified, .test, .between, .like, .membership: .comparison
    case .binary(let binary, _, _):
      switch binary {
      case .add, .subtract: .additive
      case .multiply, .divide: .multiplicative
      default: .comparison
      }
    case .concatenation: .additive
    case .unary, .atTimeZone: .sign
    case .extended(let extended): extended.precedence
    default: .primary
    }
  }
}
