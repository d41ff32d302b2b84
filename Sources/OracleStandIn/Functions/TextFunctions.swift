import OracleSQL
import OracleWire

/// Functions on text.
///
/// Positions count characters (code points), or bytes in the B variants.
enum TextFunctions {
  /// Bytes that a value of a type takes as text.
  static func textLength(_ type: ColumnType) -> Int {
    switch type.base {
    case .null: 0
    case .varchar, .char: type.bufferSize
    case .long, .clob, .blob, .longRaw, .json, .vector, .xml, .object, .cursor: 4000
    case .boolean: 5
    case .urowid: type.length
    case .number: 40
    case .binaryFloat, .binaryDouble: 40
    case .date: 75
    case .timestamp, .timestampTZ, .timestampLTZ: 75
    case .raw: type.length * 2
    case .rowid: 18
    case .intervalDS, .intervalYM: 30
    }
  }

  private static func sameText(_ arguments: [CompiledValue]) -> ColumnType {
    guard let first = arguments.first?.type else { return .varchar(4000) }
    return first.base == .clob ? first : .varchar(max(1, min(textLength(first), 4000)))
  }

  /// The character offsets of UTF-8 text, with the end.
  static func boundaries(_ text: [UInt8]) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(text.count + 1)
    for (index, byte) in text.enumerated() where byte & 0xC0 != 0x80 { offsets.append(index) }
    offsets.append(text.count)
    return offsets
  }

  /// A number without its fraction.
  ///
  /// - Throws: ORA-01426 for one beyond 64 bits.
  static func wholeNumber(_ value: Value, _ execution: Execution) throws -> Int {
    let number = try NumberArithmetic.round(execution.rules.number(value).number, scale: 0, .towardZero)
    guard let whole = number.intValue else { throw OracleError.numericOverflow }
    return whole
  }

  /// A place, a width or a count: what is far beyond any text is brought to where sums don't overflow.
  static func integer(_ value: Value, _ execution: Execution) throws -> Int {
    let whole = try wholeNumber(value, execution)
    return max(-1 << 40, min(1 << 40, whole))
  }

  /// Refuses a text that is longer than a VARCHAR2 can be, or than is made of LOBs here.
  ///
  /// - Throws: ORA-01489.
  static func checkLength(_ length: Int, isLarge: Bool) throws {
    guard length <= (isLarge ? 1 << 28 : 32767) else {
      throw OracleError(code: 1489, message: "result of string concatenation is too long")
    }
  }

  private static func result(_ text: [UInt8], like value: Value) -> Value {
    Value(text: text, type: value.type == .clob ? .clob : .varchar)
  }

  static func substring(_ text: [UInt8], from start: Int, count: Int?, inBytes: Bool) -> [UInt8] {
    let offsets = inBytes ? Array(0...text.count) : boundaries(text)
    let length = offsets.count - 1
    var first = start == 0 ? 0 : start > 0 ? start - 1 : length + start
    guard first >= 0, first < length else { return [] }
    if let count, count < 1 { return [] }
    let end = min(length, first + min(count ?? length, length))
    first = min(first, end)
    return Array(text[offsets[first]..<offsets[end]])
  }

  /// The 1-based place of the nth occurrence, 0 for none.
  static func position(
    of part: [UInt8], in text: [UInt8], from start: Int, occurrence: Int, inBytes: Bool
  ) -> Int {
    let offsets = inBytes ? Array(0...text.count) : boundaries(text)
    let length = offsets.count - 1
    guard start != 0, occurrence > 0, !part.isEmpty else { return 0 }
    var found = 0
    func matches(_ place: Int) -> Bool {
      let offset = offsets[place]
      guard offset + part.count <= text.count else { return false }
      for index in part.indices where text[offset + index] != part[index] { return false }
      return true
    }
    var place = start > 0 ? start - 1 : length + start
    while place >= 0, place < length {
      if matches(place) {
        found += 1
        if found == occurrence { return place + 1 }
      }
      place += start > 0 ? 1 : -1
    }
    return 0
  }

  private static func strip(_ text: [UInt8], _ set: [UInt8], leading: Bool, trailing: Bool) -> [UInt8] {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    let unwanted = Set(String(decoding: set, as: UTF8.self).unicodeScalars)
    var slice = scalars[...]
    if leading { while let first = slice.first, unwanted.contains(first) { slice = slice.dropFirst() } }
    if trailing { while let last = slice.last, unwanted.contains(last) { slice = slice.dropLast() } }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: slice)
    return Array(String(view).utf8)
  }

  static func trim(_ side: TrimSide, character: CompiledValue?, _ operand: CompiledValue) throws -> CompiledValue {
    var dependence = operand.dependence
    if let character { dependence = dependence.union(character.dependence) }
    return CompiledValue(type: sameText([operand]), dependence: dependence) { frame in
      let rules = frame.execution.rules
      let value = try operand.evaluate(frame)
      if value.isNull { return .null }
      var set: [UInt8] = [0x20]
      if let character {
        let mark = try character.evaluate(frame)
        if mark.isNull { return .null }
        set = try rules.text(mark)
        guard boundaries(set).count == 2 else {
          throw OracleError(code: 30001, message: "trim set should have only one character")
        }
      }
      return try result(
        strip(rules.text(value), set, leading: side != .trailing, trailing: side != .leading), like: value)
    }
  }

  private static func pad(_ values: [Value], _ execution: Execution, left: Bool) throws -> Value {
    let text = try execution.rules.text(values[0])
    let width = try integer(values[1], execution)
    let fill = values.count > 2 ? try execution.rules.text(values[2]) : [0x20]
    return Padding.pad(text, to: width, with: fill, atStart: left).map { result($0, like: values[0]) } ?? .null
  }

  private static func mapped(_ transform: @escaping @Sendable (String) -> String) -> ScalarFunction {
    ScalarFunction(arguments: 1...1, type: { sameText($0) }) { values, execution in
      let text = String(decoding: try execution.rules.text(values[0]), as: UTF8.self)
      return result(Array(transform(text).utf8), like: values[0])
    }
  }

  private static func stripping(leading: Bool, trailing: Bool) -> ScalarFunction {
    ScalarFunction(arguments: 1...2, type: { sameText($0) }) { values, execution in
      let set = values.count > 1 ? try execution.rules.text(values[1]) : [0x20]
      let text = try execution.rules.text(values[0])
      return result(strip(text, set, leading: leading, trailing: trailing), like: values[0])
    }
  }

  private static func paddingType(_ arguments: [CompiledValue]) -> ColumnType {
    arguments.first?.type.base == .clob ? ColumnType(base: .clob) : .varchar(4000)
  }

  private static func substringFunction(inBytes: Bool) -> ScalarFunction {
    ScalarFunction(arguments: 2...3, type: { sameText($0) }) { values, execution in
      let text = try execution.rules.text(values[0])
      let count = values.count > 2 ? try integer(values[2], execution) : nil
      let part = substring(
        text, from: try integer(values[1], execution), count: count, inBytes: inBytes || hasSingleBytes(execution))
      return Value(text: part, type: values[0].type == .clob && !part.isEmpty ? .clob : .varchar)
    }
  }

  private static func positionFunction(inBytes: Bool) -> ScalarFunction {
    ScalarFunction(arguments: 2...4, type: { _ in .number }) { values, execution in
      let rules = execution.rules
      let start = values.count > 2 ? try integer(values[2], execution) : 1
      let occurrence = values.count > 3 ? try integer(values[3], execution) : 1
      return Value(
        position(
          of: try rules.text(values[1]), in: try rules.text(values[0]), from: start, occurrence: occurrence,
          inBytes: inBytes || hasSingleBytes(execution)))
    }
  }

  /// Whether each byte of the database's text is a character.
  static func hasSingleBytes(_ execution: Execution) -> Bool {
    execution.session.database.configuration.characterSet.isSingleByte
  }

  private static func titled(_ text: String) -> String {
    var result = ""
    var isInWord = false
    for character in text {
      let isWord = character.isLetter || character.isNumber
      result += isInWord ? character.lowercased() : character.uppercased()
      isInWord = isWord
    }
    return result
  }

  /// REPLACE(text, part, replacement).
  private static let replace = ScalarFunction(arguments: 2...3, type: { paddingType($0) }, isStrict: false) {
    values, execution in
    let rules = execution.rules
    if values[0].isNull { return .null }
    let text = try rules.text(values[0])
    let part = try rules.text(values[1])
    guard !part.isEmpty else { return values[0] }
    let new = values.count > 2 ? try rules.text(values[2]) : []
    var out: [UInt8] = []
    var place = 0
    while place < text.count {
      if text[place] == part[0], text[place...].starts(with: part) {
        out += new
        place += part.count
        try checkLength(out.count, isLarge: values[0].type == .clob)
      } else {
        out.append(text[place])
        place += 1
      }
    }
    try checkLength(out.count, isLarge: values[0].type == .clob)
    return result(out, like: values[0])
  }

  /// CONCAT(text, text).
  private static let concatenate = ScalarFunction(
    arguments: 2...2,
    type: { arguments in
      arguments.contains { $0.type.base == .clob } ? ColumnType(base: .clob) : .varchar(4000)
    }, isStrict: false
  ) { values, execution in
    let text = try execution.rules.text(values[0]) + execution.rules.text(values[1])
    let isLarge = values.contains { $0.type == .clob }
    try checkLength(text.count, isLarge: isLarge)
    return Value(text: text, type: isLarge && !text.isEmpty ? .clob : .varchar)
  }

  private static let translate = ScalarFunction(arguments: 3...3, type: { sameText($0) }) { values, execution in
    let rules = execution.rules
    let text = String(decoding: try rules.text(values[0]), as: UTF8.self)
    let from = Array(String(decoding: try rules.text(values[1]), as: UTF8.self).unicodeScalars)
    let to = Array(String(decoding: try rules.text(values[2]), as: UTF8.self).unicodeScalars)
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let index = from.firstIndex(of: scalar) else {
        view.append(scalar)
        continue
      }
      if index < to.count { view.append(to[index]) }
    }
    return result(Array(String(view).utf8), like: values[0])
  }

  static let table: [String: ScalarFunction] = [
    "UPPER": mapped { $0.uppercased() },
    "LOWER": mapped { $0.lowercased() },
    "NLS_UPPER": mapped { $0.uppercased() },
    "NLS_LOWER": mapped { $0.lowercased() },
    "INITCAP": mapped(titled),
    "SUBSTR": substringFunction(inBytes: false),
    "SUBSTRB": substringFunction(inBytes: true),
    "INSTR": positionFunction(inBytes: false),
    "INSTRB": positionFunction(inBytes: true),
    "LENGTH": ScalarFunction(arguments: 1...1, type: { _ in .number }) { values, execution in
      if values[0].type == .blob { return Value(values[0].bytes.count) }
      let text = try execution.rules.text(values[0])
      return Value(hasSingleBytes(execution) ? text.count : ColumnStore.characterCount(text))
    },
    "LENGTHB": ScalarFunction(arguments: 1...1, type: { _ in .number }) { values, execution in
      if values[0].type == .blob || values[0].type == .raw { return Value(values[0].bytes.count) }
      return Value(try execution.rules.text(values[0]).count)
    },
    "LTRIM": stripping(leading: true, trailing: false),
    "RTRIM": stripping(leading: false, trailing: true),
    "LPAD": ScalarFunction(arguments: 2...3, type: { paddingType($0) }) { try pad($0, $1, left: true) },
    "RPAD": ScalarFunction(arguments: 2...3, type: { paddingType($0) }) { try pad($0, $1, left: false) },
    "CONCAT": concatenate,
    "REPLACE": replace,
    "TRANSLATE": translate,
    "ASCII": ScalarFunction(arguments: 1...1, type: { _ in .number }) { values, execution in
      let text = try execution.rules.text(values[0])
      let end = boundaries(text).dropFirst().first ?? text.count
      return Value(text[..<end].reduce(0) { $0 << 8 | Int($1) })
    },
    "CHR": ScalarFunction(arguments: 1...1, type: { _ in .varchar(4) }) { values, execution in
      var code = try integer(values[0], execution)
      guard code >= 0, code <= 0xFFFF_FFFF else { throw OracleError.numericOverflow }
      var bytes: [UInt8] = []
      repeat {
        bytes.insert(UInt8(code & 255), at: 0)
        code >>= 8
      } while code > 0
      return Value(text: bytes)
    },
    "REVERSE": mapped { String($0.reversed()) },
  ]
}
