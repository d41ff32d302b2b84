// Functions between vectors or XML and their text, whose arguments are no mere list of values.
extension Parser {
  /// Reads the call of such a function behind its name; nil when the name is none of theirs.
  mutating func rendering(_ name: Identifier, from begin: Int) throws(SQLSyntaxError) -> Expression? {
    var call = FunctionCall(path: [name], arguments: [])
    switch name.name {
    case "FROM_VECTOR", "VECTOR_SERIALIZE":
      try expectLeft()
      call.arguments.append(FunctionCall.Argument(value: try value()))
      call.clauses = .returning(accept(.returning) ? try dataType() : nil)
    case "TO_VECTOR", "VECTOR":
      try expectLeft()
      call.arguments.append(FunctionCall.Argument(value: try value()))
      call.clauses = try vectorShape()
    case "XMLSERIALIZE":
      try expectLeft()
      let isDocument = acceptWord("DOCUMENT")
      guard isDocument || acceptWord("CONTENT") else { throw fault(.missingKeyword) }
      call.arguments.append(FunctionCall.Argument(value: try value()))
      call.clauses = .xml(isDocument: isDocument, type: accept(.as) ? try dataType() : nil)
      if kind != .rightParenthesis { throw fault(.unimplemented, "clauses of XMLSERIALIZE behind its type") }
    default: return nil
    }
    try expectRight()
    try callTail(&call)
    return Expression(kind: .call(call), range: range(from: begin))
  }

  /// Reads `[, dimensions [, format]]`, where `*` stands for any.
  private mutating func vectorShape() throws(SQLSyntaxError) -> CallClauses {
    guard accept(.comma) else { return .vector(dimensions: nil, format: nil) }
    let dimensions: Int? = accept(.star) ? nil : try integer()
    guard accept(.comma), !accept(.star) else { return .vector(dimensions: dimensions, format: nil) }
    guard let format = DataType.VectorFormat(rawValue: text(current.range.start, current.range.end).uppercased()) else {
      throw fault(.invalidDatatype)
    }
    advance()
    return .vector(dimensions: dimensions, format: format)
  }
}
