import FuzzSupport
@testable import OracleStandIn
@testable import OracleWire

nonisolated(unsafe) private let session: StandInSession? = {
  let database = StandInDatabase()
  database.createUser("APP", password: "secret")
  return try? database.openSession(user: "APP")
}()

/// What is done with two binds of any type.
private let expressions = [
  "SELECT :1 + :2, :1 - :2 FROM DUAL", "SELECT :1 * :2 FROM DUAL", "SELECT :1 / :2 FROM DUAL",
  "SELECT TO_CHAR(:1), TO_CHAR(:2) FROM DUAL", "SELECT MOD(:1, :2), POWER(:1, :2) FROM DUAL",
  "SELECT ROUND(:1, 2), TRUNC(:2), SQRT(:1) FROM DUAL", "SELECT GREATEST(:1, :2), NVL(:1, :2) FROM DUAL",
  "SELECT ADD_MONTHS(:1, :2), LAST_DAY(:1) FROM DUAL", "SELECT MONTHS_BETWEEN(:1, :2) FROM DUAL",
  "SELECT EXTRACT(DAY FROM :1), EXTRACT(YEAR FROM :2) FROM DUAL", "SELECT :1 || :2, LENGTH(:1) FROM DUAL",
  "SELECT 1 FROM DUAL WHERE :1 < :2 OR :1 = :2", "SELECT TO_CHAR(:1, '999G999D99'), TO_CHAR(:2, 'YYYY') FROM DUAL",
  "SELECT CAST(:1 AS NUMBER), CAST(:2 AS DATE) FROM DUAL", "SELECT CAST(:1 AS VARCHAR2(10)), HEXTORAW(:2) FROM DUAL",
  "SELECT SUBSTR(:1, :2), INSTR(:1, :2), LPAD(:1, 5, :2) FROM DUAL", "SELECT RAWTOHEX(:1), DUMP(:2) FROM DUAL",
  "SELECT :1 + INTERVAL '1' DAY, :2 + INTERVAL '1' YEAR FROM DUAL", "SELECT SUM(:1), MAX(:2) FROM DUAL",
  "SELECT TO_NUMBER(:1), TO_DATE(:2, 'YYYY-MM-DD') FROM DUAL",
]

private let types = OracleTypeCode.allCases

nonisolated(unsafe) private var prepared: [Int: StandInStatement] = [:]

/// Values by themselves, and as binds of expressions.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = Input(start, count)
  switch input.choice(4) {
  case 0: number(input.bytes)
  case 1: others(&input)
  case 2: decimal(input.text)
  default: evaluate(&input)
  }
  return 0
}

private func number(_ bytes: [UInt8]) {
  guard let number = try? OracleNumber(wireBytes: bytes) else { return }
  _ = number.intValue
  let (digits, shift) = number.digits
  _ = OracleNumber.fromDigits(negative: number.isNegative, digits: digits, pointShift: shift)
  // A first digit of 0 and the longest numbers, which no server stores, may not be written again.
  guard bytes.count > 1, bytes.count < 20, bytes[1] != (number.isNegative ? 101 : 1) else { return }
  if let again = try? OracleNumber(decimal: number.description), again.description != number.description {
    fatalError("\(number) becomes \(again)")
  }
}

private func decimal(_ text: String) {
  guard let number = try? OracleNumber(decimal: text) else { return }
  guard let again = try? OracleNumber(wireBytes: number.bytes), again == number,
    let printed = try? OracleNumber(decimal: number.description), printed == number
  else { fatalError("\(number) of \(text.utf8.count) bytes is no number") }
}

private func others(_ input: inout Input) {
  let type = types[input.choice(types.count)]
  let bytes = input.bytes
  let column = ColumnDescription(name: "C", typeCode: type, bufferSize: 10, isNational: bytes.count % 2 == 0)
  if let value = try? OracleValue(wireBytes: bytes[...], column: column), let written = value.wireBytes {
    survives(written, of: column)
  }
  if let timestamp = try? OracleTimestamp(wireBytes: bytes) {
    guard (try? OracleTimestamp(wireBytes: timestamp.fullTimestampBytes())) == timestamp else {
      fatalError("\(timestamp)")
    }
    _ = timestamp.description
  }
  if let address = RowAddress(text: bytes), address.text != bytes { fatalError("a row address changes") }
  var reader = TTCReader(bytes)
  _ = try? RowAddress.columnText(from: &reader)
  reader = TTCReader(bytes)
  _ = try? RowAddress.universalText(from: &reader)
  if let interval = try? DayInterval(bytes: bytes) { _ = interval.bytes + Array(interval.description.utf8) }
  if let interval = try? YearInterval(bytes: bytes) { _ = interval.bytes + Array(interval.description.utf8) }
}

/// Types whose bytes on the wire a bind may have too, not another type's in their place.
private let bindTypes: Set<OracleTypeCode> = [
  .number, .date, .timestamp, .timestampTZ, .timestampLTZ, .intervalYM, .intervalDS, .binaryFloat, .binaryDouble,
  .boolean,
  .raw,
]

/// What was written once is read and written again as it is.
private func survives(_ written: [UInt8], of column: ColumnDescription) {
  guard bindTypes.contains(column.typeCode) else { return }
  guard let again = try? OracleValue(wireBytes: written[...], column: column), again.wireBytes == written else {
    fatalError("a \(column.typeCode) is not read as it was written")
  }
}

private func evaluate(_ input: inout Input) {
  guard let session else { return }
  let place = input.choice(expressions.count)
  let first = types[input.choice(types.count)]
  let second = types[input.choice(types.count)]
  let slots = StatementSlots.count(expressions[place])
  let key = (place * 256 + Int(first.rawValue)) * 256 + Int(second.rawValue)
  if prepared[key] == nil {
    let bindTypes = slots.map { $0 == 1 ? first : second }
    prepared[key] = try? session.prepare(expressions[place], bindTypes: bindTypes)
  }
  guard let statement = prepared[key] else { return }
  let one = StandInDatum(typeCode: first, bytes: input.piece())
  let two = StandInDatum(typeCode: second, bytes: input.piece())
  guard let cursor = try? session.open(statement, binds: slots.map { $0 == 1 ? one : two }) else { return }
  _ = try? cursor.fetchValues(maxRows: 3)
  cursor.close()
}

/// Which of the two binds each place of a statement names.
private enum StatementSlots {
  static func count(_ sql: String) -> [Int] {
    let bytes = Array(sql.utf8)
    return bytes.indices.dropLast().filter { bytes[$0] == UInt8(ascii: ":") }.map { Int(bytes[$0 + 1]) - 0x30 }
  }
}

@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  guard var seeds = Seeds() else { return 0 }
  let moment = OracleTimestamp(year: 2024, month: 2, day: 29, hour: 23, nanosecond: 5)
  let values: [OracleValue] = [
    .number(.zero), .number(OracleNumber(-37)), .number(.positiveInfinity), .date(moment), .timestamp(moment),
    .timestampTZ(moment, .offset(minutes: -90)), .boolean(true), .text("1.5e3"), .raw([1, 2]), .binaryFloat(1.5),
    .binaryDouble(-2.5),
  ]
  for (index, value) in values.enumerated() {
    guard let bytes = value.wireBytes, let type = types.firstIndex(of: value.bindTypeCode) else { continue }
    seeds.add([0] + bytes)
    seeds.add([1, UInt8(type)] + bytes)
    for place in expressions.indices {
      let size = [UInt8(bytes.count)]
      seeds.add([3, UInt8(place), UInt8(type), UInt8(type)] + size + bytes + size + bytes)
      let other = values[(index + 1) % values.count]
      guard let more = other.wireBytes, let kind = types.firstIndex(of: other.bindTypeCode) else { continue }
      seeds.add([3, UInt8(place), UInt8(type), UInt8(kind)] + size + bytes + [UInt8(more.count)] + more)
    }
  }
  for interval in [[0x80, 0, 7, 0xE5, 0x46], [0x7F, 0xFF, 0xFF, 0xFE, 0x30, 0x25, 0x1A, 0x64, 0xC5, 0xF3, 0xF8]] {
    seeds.add([1, 0] + interval.map { UInt8($0) })
  }
  for text in ["-12.50", "1e-5", "Infinity", "AAASpyAAPAAAALdAAA", "9999999999999999999999999999999999999999"] {
    seeds.add([2] + Array(text.utf8))
    seeds.add([1, 0] + Array(text.utf8))
  }
  seeds.finish()
}
