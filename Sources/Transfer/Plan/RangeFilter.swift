import Model
import OracleWire

extension RowRange {
  /// The conditions of a query for the rows, none for all, and the values of their binds.
  ///
  /// - Throws: `IdentifierError` for names that Oracle cannot have, `WireError` for bounds that are no values.
  public var conditions: ([String], binds: [OracleValue]) {
    get throws { try keys.map { try $0.conditions } ?? addressConditions() }
  }

  /// CHARTOROWID makes Oracle compare addresses as such, where text would sort by letters.
  ///
  /// Of text that is no address it makes ORA-01410, which is what a table gives that was moved meanwhile.
  private func addressConditions() throws -> ([String], [OracleValue]) {
    for bound in [low, high].compactMap(\.self) where RowAddress(text: bound.utf8) == nil {
      throw WireError.invalidValue("address of a row")
    }
    let bounds = [(">=", low), ("<", high)].compactMap { sign, bound in bound.map { (sign, $0) } }
    let conditions = bounds.enumerated().map { place, bound in "ROWID \(bound.0) CHARTOROWID(:\(place + 1))" }
    return (conditions, bounds.map { .text($0.1) })
  }
}

extension KeyRange {
  /// The conditions on the key's columns, and the values of their binds, each of which stands once.
  fileprivate var conditions: ([String], [OracleValue]) {
    get throws {
      var builder = Builder(names: try columns.map { column in try OracleIdentifier.quoted(column.name) })
      var conditions: [String] = []
      if let low { conditions.append(builder.condition(try values(low), ">")) }
      if let high { conditions.append(builder.condition(try values(high), "<")) }
      return (conditions, builder.binds)
    }
  }

  private func values(_ bound: [String]) throws -> [OracleValue] {
    guard !columns.isEmpty, bound.count == columns.count else { throw WireError.invalidValue("bound of a key") }
    return try zip(bound, columns).map { digits, column in
      guard let bytes = KeyRange.bytes(ofDigits: digits) else { throw WireError.invalidValue("bound of a key") }
      return try column.kind.value(bytes[...])
    }
  }

  /// Compares the columns one after the other, as Oracle sorts the key.
  private struct Builder {
    let names: [String]
    var binds: [OracleValue] = []

    /// `>` includes the bound itself, `<` doesn't.
    ///
    /// `A >= :1 AND (A > :2 OR B >= :3)`: what is said of the first column alone lets Oracle scan a range of the index.
    mutating func condition(_ bound: [OracleValue], _ sign: String) -> String {
      func isLast(_ place: Int) -> Bool { place == names.count - 1 }
      var text = ""
      for (place, name) in names.enumerated() {
        let includes = isLast(place) ? sign == ">" : true
        text += "\(name) \(sign)\(includes ? "=" : "") \(bind(bound[place]))"
        if !isLast(place) { text += " AND (\(name) \(sign) \(bind(bound[place])) OR " }
      }
      return text + String(repeating: ")", count: names.count - 1)
    }

    private mutating func bind(_ value: OracleValue) -> String {
      binds.append(value)
      return ":\(binds.count)"
    }
  }
}

extension KeyRange.Kind {
  /// The value of Oracle's bytes, as it is bound.
  func value(_ bytes: ArraySlice<UInt8>) throws(WireError) -> OracleValue {
    switch self {
    case .number: return .number(try OracleNumber(wireBytes: bytes))
    case .text:
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidValue("UTF-8 text") }
      return .text(text)
    case .date: return .date(try OracleTimestamp(wireBytes: bytes))
    case .timestamp: return .timestamp(try OracleTimestamp(wireBytes: bytes))
    case .raw: return .raw(Array(bytes))
    }
  }

  /// The type under which Oracle describes a column of it; CHAR is one of text, too.
  func agrees(with code: OracleTypeCode) -> Bool {
    switch self {
    case .number: code == .number
    case .text: code == .varchar || code == .char
    case .date: code == .date
    case .timestamp: code == .timestamp
    case .raw: code == .raw
    }
  }
}

extension KeyRange {
  static func digits(_ bytes: some Sequence<UInt8>) -> String {
    let letters = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] }, as: UTF8.self)
  }

  static func bytes(ofDigits digits: String) -> [UInt8]? {
    let digits = Array(digits.utf8)
    guard digits.count % 2 == 0 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).reduce(into: [UInt8]?.some([])) { bytes, place in
      let byte = UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16)
      if let byte { bytes?.append(byte) } else { bytes = nil }
    }
  }
}
