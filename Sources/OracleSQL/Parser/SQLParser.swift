/// Parses Oracle SQL into the typed tree; all functions throw `SQLSyntaxError` with Oracle's number and place.
///
/// Texts are one statement without terminator, as clients send them; scripts go through `ScriptSplitter` first.
public enum SQLParser {
  /// Parses one statement.
  ///
  /// PL/SQL units are recognised by their head and stay text; of anonymous blocks and CALL the binds are read.
  ///
  /// - Parameter options: `.placeholders` for scripts that are templates.
  public static func parse(_ text: String, options: LexerOptions = []) throws(SQLSyntaxError) -> Statement {
    var parser = try Parser(statement: Array(text.utf8), options: options)
    return try parser.wholeStatement()
  }

  /// Parses one statement of UTF-8 bytes; other bytes are ORA-29275.
  public static func parse(_ bytes: [UInt8]) throws(SQLSyntaxError) -> Statement {
    try Parser.checkEncoding(of: bytes)
    var parser = try Parser(statement: bytes)
    return try parser.wholeStatement()
  }

  /// Parses a PL/SQL unit: an anonymous block, CALL, or CREATE of a trigger, a procedure, a function, a package, a type.
  ///
  /// The text is one unit without `/`; its last `;` may be missing. Errors are those of SQL's parser, with the place.
  public static func parseUnit(_ text: String, options: LexerOptions = []) throws(SQLSyntaxError) -> ProgramUnit {
    let bytes = Array(text.utf8)
    var parser = try Parser(program: bytes, options: options)
    var unit = try parser.programUnit()
    unit.comments = Comments.ranges(in: bytes)
    unit.uncommon = parser.uncommon
    return unit
  }

  /// Parses an expression such as a column's DEFAULT or an index key.
  public static func parseExpression(_ text: String) throws(SQLSyntaxError) -> Expression {
    var parser = try Parser(fragment: Array(text.utf8))
    let expression = try parser.value()
    try parser.expectEnd(.notProperlyEnded)
    return expression
  }

  /// Parses a condition such as the text of a CHECK constraint.
  public static func parseCondition(_ text: String) throws(SQLSyntaxError) -> Expression {
    var parser = try Parser(fragment: Array(text.utf8))
    let condition = try parser.condition()
    try parser.expectEnd(.notProperlyEnded)
    return condition
  }

  /// Parses a datatype such as `VARCHAR2(20 CHAR)`.
  public static func parseDataType(_ text: String) throws(SQLSyntaxError) -> DataType {
    var parser = try Parser(fragment: Array(text.utf8))
    let type = try parser.dataType()
    try parser.expectEnd(.invalidDatatype)
    return type
  }
}
