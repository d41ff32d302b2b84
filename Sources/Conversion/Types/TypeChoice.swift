import Model

/// One entry of the user's type map: `ORDERS.PAID = boolean`.
public struct TypeChoice: Sendable, Hashable {
  enum Subject: Hashable {
    case column(owner: NamePattern?, table: NamePattern, column: NamePattern)
    case type(TypePattern)
  }

  let subject: Subject
  let target: TypeTarget
  /// As the user wrote it.
  public let text: String
  /// Where it stands, such as `config/config.ini:12`; nil where nobody said.
  public let origin: String?

  /// Reads an entry.
  ///
  /// Before `=` stands a column (`TABLE.COLUMN`, `OWNER.TABLE.COLUMN`), a pattern of columns (`*.IS_*`, `*_FLAG`; a
  /// name alone means that column of every table), or a declared type (`NUMBER(1)`; `NUMBER` is any, `NUMBER(*)` the one
  /// without precision). Behind it stands PostgreSQL's type.
  ///
  /// - Throws: `OptionError` for text of another form, and for a type that cannot carry the values.
  public init(_ text: String, origin: String? = nil) throws(OptionError) {
    let text = text.trimmingBlanks
    guard let equals = text.lastIndex(of: "=") else {
      throw OptionError(text, origin: origin, "no `=`", remedy: "write NUMBER(1)=boolean or TABLE.COLUMN=text")
    }
    let left = String(text[..<equals]).trimmingBlanks
    let right = String(text[text.index(after: equals)...]).trimmingBlanks
    self.text = text
    self.origin = origin
    guard let target = TypeTarget(right) else {
      throw OptionError(text, origin: origin, Self.unknown(right), remedy: "the types are \(TypeTarget.known)")
    }
    self.target = target
    if let type = TypePattern(left) {
      subject = .type(type)
      guard TypeResolution(type.example, to: target) != nil else {
        throw OptionError(
          text, origin: origin, "\(left) cannot become \(right)",
          remedy: "possible are \(TypeResolution.possible(type.example))")
      }
      return
    }
    let parts = NamePattern.parts(of: left).compactMap { NamePattern($0) }
    guard parts.count == NamePattern.parts(of: left).count, (1...3).contains(parts.count),
      !left.contains(where: { "()=".contains($0) }) || left.contains("\"")
    else {
      throw OptionError(
        text, origin: origin, "neither a column nor a type of Oracle stands before the `=`",
        remedy: "write TABLE.COLUMN, a pattern such as *.IS_*, or a type such as NUMBER(1)")
    }
    guard let any = NamePattern("*"), let column = parts.last else { throw Self.empty(text, origin) }
    subject = .column(
      owner: parts.count == 3 ? parts[0] : nil, table: parts.count > 1 ? parts[parts.count - 2] : any, column: column)
  }

  private static func empty(_ text: String, _ origin: String?) -> OptionError {
    OptionError(text, origin: origin, "no name", remedy: "write TABLE.COLUMN")
  }

  private static func unknown(_ name: String) -> String {
    switch name.lowercased() {
    case "jsonb":
      "jsonb sorts members, keeps one of each name and other digits, so that the text is not Oracle's any more: "
        + "choose json, and change the type once the rows are verified"
    case "citext": "citext compares otherwise than Oracle does"
    default: "\"\(name.prefix(40))\" is no type that a column can get"
    }
  }

  /// Whether it names one column.
  var isExact: Bool {
    guard case .column(let owner, let table, let column) = subject else { return false }
    return owner?.isExact ?? true && table.isExact && column.isExact
  }

  func matches(owner: String, table: String, _ column: Column) -> Bool {
    switch subject {
    case .type(let type): type.matches(column.type)
    case .column(let ownerPattern, let tablePattern, let name):
      ownerPattern?.matches(owner) ?? true && tablePattern.matches(table) && name.matches(column.name)
    }
  }

  /// The larger wins: a column, then a pattern with more characters said, then a type with its size, then any size.
  var specificity: [Int] {
    switch subject {
    case .type(let type): [type.hasSize ? 1 : 0, 0]
    case .column(let owner, let table, let column):
      [isExact ? 3 : 2, (owner?.literalCount ?? 0) + table.literalCount + column.literalCount]
    }
  }
}

extension String {
  /// The text without blanks at both ends.
  var trimmingBlanks: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
