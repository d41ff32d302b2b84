import OracleSQL
import OracleWire

/// XMLTYPE's constructor and XMLSERIALIZE.
enum XMLFunctions {
  static let constructor = ScalarFunction(arguments: 1...1, type: { _ in ColumnType(base: .xml) }) { values, _ in
    switch values[0].type {
    case .xml: return values[0]
    case .varchar, .char, .clob: return try XMLText.document(values[0].bytes)
    default: throw OracleError.unsupported("XMLTYPE of \(values[0].type.name)")
    }
  }

  /// The text as it was stored: what the documentation leaves open (blanks between elements), is kept here.
  static func serialized(
    _ call: FunctionCall, as type: DataType?, _ compiler: ExpressionCompiler, at position: Int, depth: Int
  ) throws -> CompiledValue {
    guard let argument = call.arguments.first else {
      throw OracleError(code: 909, message: "invalid number of arguments", position: position)
    }
    let operand = try compiler.value(argument.value, depth: depth)
    guard operand.type.base == .xml || operand.type.base == .null else {
      throw OracleError.inconsistentTypes(expected: "XMLTYPE", got: operand.type.base.name, at: position)
    }
    let result =
      try type.map { try ColumnTypes.type($0, in: compiler.context.session.database.release) }
      ?? ColumnType(base: .clob)
    guard result.base == .clob || result.base == .varchar, !result.isNational else {
      throw OracleError.unsupported("XMLSERIALIZE as \(result.base.name)", at: position)
    }
    return CompiledValue(type: result, isNullable: operand.isNullable, dependence: operand.dependence) { frame in
      let value = try operand.evaluate(frame)
      if value.isNull { return .null }
      let text = Value(text: value.bytes, type: result.base)
      guard ColumnStore.fits(text, result) else {
        throw OracleError(code: 19011, message: "Character string buffer too small")
      }
      return text
    }
  }
}
