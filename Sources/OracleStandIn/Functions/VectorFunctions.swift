import OracleSQL
import OracleWire

/// Compiles FROM_VECTOR and TO_VECTOR, and their other names VECTOR_SERIALIZE and VECTOR.
struct VectorFunctions {
  let compiler: ExpressionCompiler

  func value(
    _ call: FunctionCall, _ clauses: CallClauses, at position: Int, depth: Int
  ) throws -> CompiledValue {
    let release = compiler.context.session.database.release
    guard release.number >= 23, let argument = call.arguments.first else {
      throw OracleError.invalidIdentifier("\"\(call.path.first?.name ?? "")\"", at: position)
    }
    let operand = try compiler.value(argument.value, depth: depth)
    switch clauses {
    case .xml: throw OracleError.invalidIdentifier("\"\(call.path.first?.name ?? "")\"", at: position)
    case .returning(let type):
      let result = try type.map { try ColumnTypes.type($0, in: release) } ?? .varchar(32767)
      guard result.base == .varchar || result.base == .clob, !result.isNational else {
        throw OracleError.inconsistentTypes(expected: "CHAR", got: result.base.name, at: position)
      }
      guard operand.type.base == .vector || operand.type.base == .null else {
        throw OracleError.inconsistentTypes(expected: "VECTOR", got: operand.type.base.name, at: position)
      }
      return CompiledValue(type: result, isNullable: operand.isNullable, dependence: operand.dependence) { frame in
        let value = try operand.evaluate(frame)
        if value.isNull { return .null }
        let text = Value(text: try VectorText.text(value), type: result.base)
        guard ColumnStore.fits(text, result) else {
          throw OracleError(code: 51811, message: "The output buffer for the vector is too small.")
        }
        return text
      }
    case .vector(let dimensions, let format):
      guard operand.type.base == .vector || operand.type.base.isText || operand.type.base == .null else {
        throw OracleError.inconsistentTypes(expected: "VECTOR", got: operand.type.base.name, at: position)
      }
      let code = format.map(VectorColumns.code) ?? VectorColumns.code(.float32)
      let type = ColumnType(base: .vector, length: dimensions ?? 0, precision: code)
      return CompiledValue(type: type, isNullable: operand.isNullable, dependence: operand.dependence) { frame in
        let value = try operand.evaluate(frame)
        if value.isNull { return .null }
        let vector = try value.type == .vector ? VectorText.converted(value, to: code) : VectorText.vector(value, code)
        try VectorColumns.check(vector, type)
        return vector
      }
    }
  }
}
