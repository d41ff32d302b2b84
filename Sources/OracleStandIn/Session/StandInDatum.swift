import OracleWire

/// One bind value or one value for the bulk loader, in Oracle's internal format.
public struct StandInDatum: Sendable, Hashable {
  /// The type under which the value was announced.
  public var typeCode: OracleTypeCode
  /// The value's bytes without any length prefix; nil is NULL.
  ///
  /// Text is UTF-8, national text too.
  public var bytes: [UInt8]?

  public init(typeCode: OracleTypeCode, bytes: [UInt8]?) {
    self.typeCode = typeCode
    self.bytes = bytes
  }

  /// Takes a decoded value.
  public init(_ value: OracleValue) {
    self.init(typeCode: value.bindTypeCode, bytes: value.wireBytes)
  }
}
