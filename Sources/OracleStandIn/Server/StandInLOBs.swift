import OracleWire

/// LOB values that were handed out as locators in one session.
struct StandInLOBs {
  /// Bytes of every locator.
  static let locatorLength = 40
  private static let isBLOB: UInt8 = 0x01
  private static let isCLOB: UInt8 = 0x02
  private static let isInitialised: UInt8 = 0x08
  private static let isVariableWidth: UInt8 = 0x80

  private var values: [UInt64: [UInt8]] = [:]
  private var nextIdentifier: UInt64 = 1

  /// Keeps a value and gives its locator.
  ///
  /// Text is kept as UTF-16, which is what the wire carries.
  mutating func add(_ bytes: [UInt8], isText: Bool) -> (locator: [UInt8], size: UInt64) {
    let kept = isText ? StandInLOBs.utf16(bytes) : bytes
    let identifier = nextIdentifier
    nextIdentifier += 1
    values[identifier] = kept
    var locator = [UInt8](repeating: 0, count: StandInLOBs.locatorLength)
    locator[1] = UInt8(StandInLOBs.locatorLength - 2)
    locator[4] = isText ? StandInLOBs.isCLOB : StandInLOBs.isBLOB
    locator[5] = StandInLOBs.isInitialised
    locator[6] = isText ? StandInLOBs.isVariableWidth : 0
    for place in 0..<8 { locator[20 + place] = UInt8(truncatingIfNeeded: identifier >> (56 - 8 * UInt64(place))) }
    return (locator, UInt64(isText ? kept.count / 2 : kept.count))
  }

  private static func utf16(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      result.append(UInt8(unit >> 8))
      result.append(UInt8(unit & 0xFF))
    }
    return result
  }

  /// The value behind a locator, in the wire's form, and the bytes of one of its characters.
  ///
  /// - Throws: `OracleError` 22275 for a locator of no value here.
  func value(_ locator: [UInt8]) throws -> (bytes: [UInt8], width: Int) {
    guard locator.count == StandInLOBs.locatorLength,
      let bytes = values[locator[20..<28].reduce(0) { $0 << 8 | UInt64($1) }]
    else { throw OracleError(code: 22275, message: "invalid LOB locator specified") }
    return (bytes, locator[4] & StandInLOBs.isCLOB != 0 ? 2 : 1)
  }
}
