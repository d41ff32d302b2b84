/// One name as the dictionary spells it: folded to upper case, or exactly as quoted.
public struct Identifier: Sendable {
  /// The dictionary's spelling.
  public var name: String
  /// Whether the source had it in double quotes.
  public var isQuoted: Bool
  /// Where it stands, including quotes.
  public var range: SourceRange

  /// Makes an identifier; `name` must already be folded.
  public init(name: String, isQuoted: Bool, range: SourceRange) {
    self.name = name
    self.isQuoted = isQuoted
    self.range = range
  }
}

/// A possibly schema-qualified object name such as `OT.ORDERS` or `SYS.V_$DATABASE@LINK`.
public struct ObjectName: Sendable {
  /// The schema, when written.
  public var schema: Identifier?
  /// The object itself.
  public var name: Identifier
  /// The database link behind `@`, when written.
  public var databaseLink: Identifier?

  /// Makes a name.
  public init(schema: Identifier? = nil, name: Identifier, databaseLink: Identifier? = nil) {
    self.schema = schema
    self.name = name
    self.databaseLink = databaseLink
  }

  /// Where the name stands, qualifier included.
  public var range: SourceRange {
    let start = schema?.range.start ?? name.range.start
    return SourceRange(start: start, end: (databaseLink ?? name).range.end)
  }
}
