import OracleSQL
import OracleWire

/// Makes JSON texts of SQL values: JSON_OBJECT, JSON_ARRAY and, over groups, JSON_OBJECTAGG and JSON_ARRAYAGG.
struct JSONMaker {
  /// Whether members and elements without a value stay.
  var keepsNulls: Bool
  var isStrict: Bool
  var uniqueKeys: Bool
  var type: ColumnType

  init(_ making: JSONMaking, isObject: Bool, release: OracleRelease) throws {
    keepsNulls = making.keepsNulls ?? isObject
    isStrict = making.isStrict
    uniqueKeys = making.uniqueKeys
    type = try making.returning.map { try ColumnTypes.type($0, in: release) } ?? .varchar(4000)
  }

  /// The text of a value inside of JSON.
  ///
  /// - Parameter isFormatted: whether it is JSON already.
  /// - Throws: ORA-40441 for text that should be JSON and isn't, where STRICT asks for a look.
  static func text(_ value: Value, isFormatted: Bool, _ rules: ConversionRules) throws -> [UInt8] {
    if value.isNull { return Array("null".utf8) }
    if value.type == .boolean { return Array((value.bytes == [0] ? "false" : "true").utf8) }
    if isFormatted || value.type == .json { return try rules.text(value) }
    switch value.type {
    case .number, .binaryFloat, .binaryDouble:
      // JSON wants a digit before the point.
      var text = String(decoding: try rules.text(value.type == .number ? value : rules.number(value)), as: UTF8.self)
      if text.hasPrefix(".") { text = "0" + text }
      if text.hasPrefix("-.") { text = "-0" + text.dropFirst() }
      return Array(text.utf8)
    case .date, .timestamp, .timestampTZ, .timestampLTZ:
      let hasFraction = value.type != .date
      var model = "YYYY-MM-DD\"T\"HH24:MI:SS" + (hasFraction ? ".FF6" : "")
      let offset = value.type == .timestampTZ ? rules.offset(value) : nil
      if offset != nil { model += "TZH:TZM" }
      let printed = try rules.formats.format(Array(model.utf8)).print(rules.fields(value), offsetMinutes: offset)
      return JSONSerializer().text(.string(String(decoding: printed, as: UTF8.self)))
    default: return JSONSerializer().text(.string(String(decoding: try rules.text(value), as: UTF8.self)))
    }
  }

  /// An object of keys and values that are JSON already.
  func object(_ members: [(key: Value, text: [UInt8]?)], _ rules: ConversionRules) throws -> Value {
    var parts: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    for (key, text) in members {
      guard !key.isNull else { throw OracleError(code: 40633, message: "key in JSON object must not be null") }
      let name = try rules.text(key)
      if uniqueKeys, !seen.insert(name).inserted {
        throw OracleError(code: 40473, message: "duplicate key names in JSON object")
      }
      guard let text = text ?? (keepsNulls ? Array("null".utf8) : nil) else { continue }
      parts.append(JSONSerializer().text(.string(String(decoding: name, as: UTF8.self))) + [UInt8(ascii: ":")] + text)
    }
    return try made(parts, "{", "}")
  }

  /// An array of texts that are JSON already.
  func array(_ elements: [[UInt8]?]) throws -> Value {
    try made(elements.compactMap { $0 ?? (keepsNulls ? Array("null".utf8) : nil) }, "[", "]")
  }

  private func made(_ parts: [[UInt8]], _ open: Character, _ close: Character) throws -> Value {
    let text = Array(String(open).utf8) + parts.joined(separator: [UInt8(ascii: ",")]) + Array(String(close).utf8)
    if isStrict { _ = try checked(text) }
    let value = Value(text: text, type: type.base == .clob ? .clob : .varchar)
    guard ColumnStore.fits(value, type) else {
      throw OracleError(code: 40478, message: "output value too large (maximum: \(type.length))")
    }
    return type.base == .blob ? Value(type: .blob, bytes: text) : value
  }

  private func checked(_ text: [UInt8]) throws -> JSONValue {
    do {
      return try JSONParser(isStrict: true).parse(text)
    } catch {
      throw OracleError(code: 40441, message: "JSON syntax error (at byte \(error.offset))")
    }
  }

  // MARK: Compiling

  /// JSON_OBJECT and JSON_ARRAY of values.
  static func compile(
    _ call: FunctionCall, _ making: JSONMaking, _ compiler: ExpressionCompiler, at position: Int, depth: Int
  ) throws -> CompiledValue {
    let isObject = call.path[0].name == "JSON_OBJECT"
    let maker = try JSONMaker(making, isObject: isObject, release: compiler.context.session.database.release)
    var keys: [CompiledValue] = []
    var values: [(value: CompiledValue, isFormatted: Bool)] = []
    if call.isStar {
      for (source, entry) in compiler.scope.sources.enumerated() {
        for (index, column) in entry.columns.enumerated() where !column.isHidden {
          let place = ColumnPlace(source: source, column: index)
          let name = Value(column.name)
          keys.append(CompiledValue(type: .varchar(128)) { _ in name })
          values.append(
            (
              CompiledValue(type: column.type, dependence: Dependence(sources: .only(source))) {
                $0.sources[place.source].value($0.handles[place.source], column: place.column)
              }, false
            ))
        }
      }
    } else {
      for (index, argument) in call.arguments.enumerated() {
        let compiled = try compiler.value(argument.value, depth: depth)
        if isObject, index % 2 == 0 {
          keys.append(compiled)
        } else {
          let entry = isObject ? index / 2 : index
          let isMarked = making.isFormatted.indices.contains(entry) && making.isFormatted[entry]
          values.append((compiled, isMarked || isJSON(argument.value)))
        }
      }
    }
    let dependence = (keys + values.map(\.value)).reduce(Dependence()) { $0.union($1.dependence) }
    let names = keys
    let entries = values
    return CompiledValue(type: maker.type, isNullable: false, dependence: dependence) { frame in
      let rules = frame.execution.rules
      let texts = try entries.map { entry -> [UInt8]? in
        let value = try entry.value.evaluate(frame)
        return value.isNull ? nil : try text(value, isFormatted: entry.isFormatted, rules)
      }
      guard isObject else { return try maker.array(texts) }
      return try maker.object(zip(names, texts).map { (try $0.evaluate(frame), $1) }, rules)
    }
  }

  /// Whether an expression gives JSON by itself.
  static func isJSON(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .call(let call): call.json != nil
    case .json(let call): call.function == .query
    default: false
    }
  }
}
