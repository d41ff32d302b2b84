import OracleWire

/// One value in Oracle's internal format: the bytes of every type but text of CHAR compare bytewise.
///
/// Text is UTF-8, whatever the column's character set; a ROWID is its 18 characters.
struct Value: Sendable, Hashable {
  var type: ValueType
  var bytes: [UInt8]

  static let null = Value(type: .null, bytes: [])

  init(type: ValueType, bytes: [UInt8]) {
    self.type = type
    self.bytes = bytes
  }

  /// Text; empty text is NULL.
  init(text: [UInt8], type: ValueType = .varchar) {
    self.init(type: text.isEmpty && type != .clob ? .null : type, bytes: text)
  }

  init(_ text: String) {
    self.init(text: Array(text.utf8))
  }

  init(_ text: String?) {
    self = text.map { Value($0) } ?? .null
  }

  init(_ number: Int) {
    self.init(type: .number, bytes: number == 0 ? [0x80] : OracleNumber(number).bytes)
  }

  init(_ number: Int?) {
    self = number.map { Value($0) } ?? .null
  }

  init(_ number: OracleNumber) {
    self.init(type: .number, bytes: number.bytes)
  }

  init(date: OracleTimestamp) {
    self.init(type: .date, bytes: date.dateBytes())
  }

  init(timestamp: OracleTimestamp) {
    self.init(type: .timestamp, bytes: timestamp.timestampBytes())
  }

  init(double: Double) {
    let normal = double == 0 ? 0 : double.isNaN ? Double.nan : double
    self.init(type: .binaryDouble, bytes: BinaryFloats.bytes(normal))
  }

  init(float: Float) {
    let normal = float == 0 ? 0 : float.isNaN ? Float.nan : float
    self.init(type: .binaryFloat, bytes: BinaryFloats.bytes(normal))
  }

  init(boolean: Bool) {
    self.init(type: .boolean, bytes: boolean ? [1, 1] : [0])
  }

  init(json: OSONValue) throws {
    self.init(type: .json, bytes: try Self.checked { try json.osonBytes() })
  }

  init(rowID: StandInRowID) {
    self.init(type: .rowid, bytes: rowID.textBytes)
  }

  /// Takes a bind.
  ///
  /// - Throws: ORA-01722 and kin for bytes that are no value of the type, ORA-03001 for a type that cannot be bound.
  init(_ datum: StandInDatum) throws {
    guard let bytes = datum.bytes else {
      self = .null
      return
    }
    guard let type = ValueType(datum.typeCode) else { throw OracleError.unsupported("binds of \(datum.typeCode.name)") }
    switch type {
    case .number:
      guard OracleNumber.isValid(bytes), !Self.beginsWithZero(bytes) else {
        throw OracleError(code: 1461, message: "a bind variable's bytes cannot be read: they are no NUMBER")
      }
      self.init(type: .number, bytes: bytes)
    case .date where bytes.count == 7 && Self.isDate(bytes):
      self.init(type: .date, bytes: bytes)
    case .date:
      self.init(type: .date, bytes: try Self.checked { try OracleTimestamp(wireBytes: bytes).dateBytes() })
    case .timestamp, .timestampLTZ:
      self.init(type: type, bytes: try Self.checked { try OracleTimestamp(wireBytes: bytes).timestampBytes() })
    case .timestampTZ:
      _ = try Self.checked { try OracleTimestamp(wireBytes: bytes).dateBytes() }
      guard bytes.count == 13 else { throw OracleError(code: 1847, message: "invalid TIMESTAMP WITH TIME ZONE bind") }
      self.init(type: type, bytes: try Self.withOffset(bytes))
    case .binaryDouble:
      self.init(double: try Self.checked { try BinaryFloats.double(bytes) })
    case .binaryFloat:
      self.init(float: try Self.checked { try BinaryFloats.float(bytes) })
    case .varchar, .char, .long, .raw, .rowid:
      self = bytes.isEmpty ? .null : Value(type: type, bytes: bytes)
    // Clients may mix the fields' signs; what is held has one.
    case .intervalDS: self = try DayInterval(bytes: bytes).value
    case .intervalYM: self = try YearInterval(bytes: bytes).value
    case .boolean:
      // A 0; or 1 1, before which clients up to 3.4 of python-oracledb put a 2.
      guard (1...3).contains(bytes.count), let last = bytes.last else {
        throw OracleError(code: 1461, message: "a bind variable's bytes cannot be read: they are no BOOLEAN")
      }
      self.init(boolean: last == 1)
    case .json:
      _ = try Self.checked { try OSONValue(osonBytes: bytes[...]) }
      self.init(type: type, bytes: bytes)
    case .vector:
      _ = try Self.checked { try OracleVector(wireBytes: bytes[...]) }
      self.init(type: type, bytes: bytes)
    case .clob, .blob, .null, .longRaw, .urowid, .xml, .object, .cursor:
      self.init(type: type, bytes: bytes)
    }
  }

  /// A time whose zone is a region, as one with an offset: clients send UTC so.
  private static func withOffset(_ bytes: [UInt8]) throws -> [UInt8] {
    guard bytes[11] & 0x80 != 0 else { return bytes }
    let utc: [UInt8] = [208, 4]
    guard Array(bytes[11...]) == utc else { throw OracleError.unsupported("a bind whose time zone is a region") }
    return bytes[..<11] + [20, 60]
  }

  /// Whether the first digit of a NUMBER's bytes is 0: another form of a smaller number or of zero, which no arithmetic
  /// expects.
  private static func beginsWithZero(_ bytes: [UInt8]) -> Bool {
    bytes.count > 1 && bytes[1] == (bytes[0] & 0x80 == 0 ? 101 : 1)
  }

  /// Whether seven bytes are a date of our era with fields in range.
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    bytes[0] >= 100 && bytes[0] < 200 && bytes[1] >= 100 && bytes[1] < 200 && bytes[2] >= 1 && bytes[2] <= 12
      && bytes[3] >= 1 && bytes[3] <= 31 && bytes[4] >= 1 && bytes[4] <= 24 && bytes[5] >= 1 && bytes[5] <= 60
      && bytes[6] >= 1 && bytes[6] <= 60
  }

  private static func checked<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as WireError {
      throw OracleError(code: 1461, message: "a bind variable's bytes cannot be read: \(error)")
    }
  }

  var isNull: Bool { type == .null }

  /// The bytes as text; for text types and ROWIDs.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes as a NUMBER; for values whose type is `number`.
  var number: OracleNumber { (try? OracleNumber(wireBytes: bytes)) ?? .zero }

  /// Calendar fields of a date or timestamp, nil for other types.
  var timestamp: OracleTimestamp? {
    type.isTemporal ? try? OracleTimestamp(wireBytes: bytes) : nil
  }

  /// The number as a Double for the binary types.
  var double: Double? {
    switch type {
    case .binaryDouble: try? BinaryFloats.double(bytes)
    case .binaryFloat: (try? BinaryFloats.float(bytes)).map(Double.init)
    case .number: Double(number.description)
    default: nil
    }
  }
}

/// How two values of comparable types stand to each other.
enum ValueOrder {
  /// Compares bytes: negative, zero or positive.
  static func bytes(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let common = min(left.count, right.count)
    var place = 0
    while place < common {
      let a = left[place]
      let b = right[place]
      if a != b { return a < b ? -1 : 1 }
      place += 1
    }
    return left.count - right.count
  }

  /// Compares text as if the shorter one were padded with blanks.
  static func blankPadded(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let common = min(left.count, right.count)
    var place = 0
    while place < common {
      let a = left[place]
      let b = right[place]
      if a != b { return a < b ? -1 : 1 }
      place += 1
    }
    for rest in left.dropFirst(common) where rest != 0x20 { return rest < 0x20 ? -1 : 1 }
    for rest in right.dropFirst(common) where rest != 0x20 { return rest < 0x20 ? 1 : -1 }
    return 0
  }
}
