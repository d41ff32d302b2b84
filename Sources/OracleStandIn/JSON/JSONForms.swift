import OracleSQL
import OracleWire

/// Compiles JSON_VALUE, JSON_QUERY, JSON_EXISTS, JSON_SERIALIZE and IS JSON.
struct JSONForms {
  let compiler: ExpressionCompiler

  /// A document and the path into it, compiled.
  struct Source {
    var document: CompiledValue
    var path: JSONPath
    var passing: [(name: String, value: CompiledValue)]

    var dependence: Dependence {
      passing.reduce(document.dependence) { $0.union($1.value.dependence) }
    }

    /// What the path matches; nil for a NULL document.
    ///
    /// - Throws: ORA-40441 for a document that is no JSON.
    func matches(_ frame: Frame) throws -> [JSONValue]? {
      guard let parsed = try JSONForms.parse(document.evaluate(frame)) else { return nil }
      return try select(from: parsed, frame)
    }

    func select(from parsed: JSONValue, _ frame: Frame) throws -> [JSONValue] {
      var variables: [String: JSONValue] = [:]
      for (name, value) in passing {
        let passed = try value.evaluate(frame)
        variables[name] =
          passed.isNull
          ? .null
          : passed.type.isNumeric
            ? .number(String(decoding: try frame.execution.rules.text(passed), as: UTF8.self))
            : .string(String(decoding: try frame.execution.rules.text(passed), as: UTF8.self))
      }
      return try JSONForms.select(path, from: parsed, variables)
    }
  }

  static func select(
    _ path: JSONPath, from value: JSONValue, _ variables: [String: JSONValue] = [:]
  ) throws -> [JSONValue] {
    do {
      return try path.select(from: value, variables: variables)
    } catch {
      throw OracleError(code: 40597, message: "JSON path expression syntax error: \(error.kind)")
    }
  }

  /// Reads a document as Oracle does, with its lax syntax.
  static func parse(_ value: Value) throws -> JSONValue? {
    if value.isNull || value.type == .clob && value.bytes.isEmpty { return nil }
    let text = value.type == .json ? try JSONImages.text(value) : value.bytes
    do {
      return try JSONParser(allowsScalars: true).parse(text)
    } catch {
      throw OracleError(code: 40441, message: "JSON syntax error (at byte \(error.offset))")
    }
  }

  /// - Throws: ORA-40442.
  static func path(_ text: String?, at position: Int?) throws -> JSONPath {
    let text = text ?? "$"
    do {
      return try JSONPath(text)
    } catch {
      guard error.kind != .unsupportedInPath else {
        throw OracleError.unsupported("this SQL/JSON path: \(text)", at: position)
      }
      throw OracleError(code: 40442, message: "JSON path expression syntax error ('\(text)')", position: position)
    }
  }

  private func source(_ call: JSONCall, at position: Int, depth: Int) throws -> Source {
    Source(
      document: try document(call.document, depth: depth), path: try Self.path(call.path, at: position),
      passing: try call.passing.map { ($0.name, try compiler.value($0.value, depth: depth)) })
  }

  func document(_ expression: Expression, depth: Int) throws -> CompiledValue {
    let document = try compiler.value(expression, depth: depth)
    let type = document.type.base
    guard type.isText || type == .blob || type == .raw || type == .json || type == .null else {
      throw OracleError(
        code: 40499, message: "no format defined for binary data type: \(type.name) is no JSON document",
        position: expression.range.start)
    }
    return document
  }

  /// Compiles the clauses behind a path.
  func result(_ output: JSONOutput, isErrorByDefault: Bool = false, depth: Int) throws -> JSONResult {
    if output.onMismatch != nil { throw OracleError.unsupported("ON MISMATCH") }
    let type =
      try output.returning.map { try ColumnTypes.type($0, in: compiler.context.session.database.release) }
      ?? .varchar(4000)
    var result = JSONResult(type: type, output: output, isErrorByDefault: isErrorByDefault)
    if case .value(let value)? = output.onError { result.onError = try compiler.value(value, depth: depth) }
    if case .value(let value)? = output.onEmpty { result.onEmpty = try compiler.value(value, depth: depth) }
    return result
  }

  /// JSON_VALUE and JSON_QUERY.
  func value(_ call: JSONCall, at position: Int, depth: Int) throws -> CompiledValue {
    guard call.function != .exists else {
      throw OracleError(code: 923, message: "FROM keyword not found where expected", position: position)
    }
    if call.function == .serialize { return try serialized(call, at: position, depth: depth) }
    let source = try source(call, at: position, depth: depth)
    let result = try result(call.output, depth: depth)
    let isQuery = call.function == .query
    return CompiledValue(type: result.type, dependence: source.dependence.union(result.dependence)) { frame in
      let matches: [JSONValue]
      do {
        guard let found = try source.matches(frame) else { return .null }
        matches = found
      } catch let error as OracleError where error.code == 40441 {
        return try result.failed(error, frame)
      }
      return isQuery ? try result.document(matches, frame) : try result.scalar(matches, frame)
    }
  }

  /// JSON_SERIALIZE: the whole document, scalars too, without blanks unless it is to be PRETTY.
  ///
  /// Release 19 has it first; what isn't JSON is an error where nothing else is said, but NULL in 21c.
  private func serialized(_ call: JSONCall, at position: Int, depth: Int) throws -> CompiledValue {
    let release = compiler.context.session.database.release.number
    guard release >= 19 else { throw OracleError.invalidIdentifier("\"JSON_SERIALIZE\"", at: position) }
    let document = try document(call.document, depth: depth)
    let result = try result(call.output, isErrorByDefault: release != 21, depth: depth)
    return CompiledValue(type: result.type, dependence: document.dependence.union(result.dependence)) { frame in
      do {
        guard let parsed = try Self.parse(document.evaluate(frame)) else { return .null }
        return try result.written(parsed, frame)
      } catch let error as OracleError where error.code == 40441 {
        return try result.failed(error, frame)
      }
    }
  }

  /// JSON_EXISTS.
  func exists(_ call: JSONCall, at position: Int, depth: Int) throws -> CompiledCondition {
    let source = try source(call, at: position, depth: depth)
    let onError = call.output.onError
    return CompiledCondition(dependence: source.dependence) { frame in
      do {
        guard let matches = try source.matches(frame) else { return nil }
        return !matches.isEmpty
      } catch let error as OracleError where error.code == 40441 {
        switch onError {
        case .error?: throw error
        case .true?: return true
        default: return false
        }
      }
    }
  }

  /// IS JSON: a document of its own is an object or an array before release 21; what a JSON column holds always is one.
  func isJSON(
    _ operand: Expression, isStrict: Bool, uniqueKeys: Bool, negated: Bool, depth: Int
  ) throws -> CompiledCondition {
    let document = try document(operand, depth: depth)
    let allowsScalars = compiler.context.session.database.release.number >= 21
    let parser = JSONParser(isStrict: isStrict, uniqueKeys: uniqueKeys, allowsScalars: allowsScalars)
    return CompiledCondition(dependence: document.dependence) { frame in
      let value = try document.evaluate(frame)
      if value.isNull { return nil }
      let isJSON = value.type == .json || (try? parser.parse(value.bytes)) != nil
      return isJSON != negated
    }
  }
}
