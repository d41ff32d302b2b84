import OracleWire

/// How Oracle's bytes of one column become canonical; chosen once for a column.
public enum OracleReading: Sendable, Hashable {
  case text
  /// CHAR: blanks at the end are padding.
  case paddedText
  /// NVARCHAR2, NCHAR and NCLOB arrive as UTF-16.
  case nationalText(isPadded: Bool)
  /// The bytes of a text in a declared character set.
  case declaredText(DeclaredTextReading)
  case bytes
  case number
  case timestamp(SubMicrosecondRule)
  case instant(SubMicrosecondRule)
  case double
  case float
  /// A BINARY_FLOAT whose target is a double.
  case floatAsDouble
  case boolean
  /// A NUMBER whose target is a boolean.
  case flag
  /// A NUMBER whose target is a binary number: the nearest one.
  case numberAsDouble
  case numberAsFloat
  case intervalYM
  case intervalDS(SubMicrosecondRule)
  /// The text that XMLSERIALIZE makes.
  case xml
  /// The text that FROM_VECTOR makes.
  case vector(CanonicalElement)
}

extension CanonicalBuffer {
  /// Appends the value that Oracle's bytes hold.
  ///
  /// - Parameter bytes: The value without its wire length. NULL has no bytes and is appended by `appendNull`.
  /// - Throws: `CanonicalError.invalidValue` for bytes that are no value of the type.
  @inline(__always)
  public mutating func append(oracle bytes: RawSpan, as reading: OracleReading) throws(CanonicalError) {
    switch reading {
    case .text: append(.text, contentsOf: bytes)
    case .paddedText: append(paddedText: bytes)
    case .nationalText(let isPadded): try append(nationalText: bytes, isPadded: isPadded)
    case .declaredText(let reading): append(declaredText: bytes, as: reading)
    case .bytes: append(.bytes, contentsOf: bytes)
    case .number: try append(oracleNumber: bytes)
    case .timestamp(let rule): try append(oracleTimestamp: bytes, as: .timestamp, rule: rule)
    case .instant(let rule): try append(oracleTimestamp: bytes, as: .instant, rule: rule)
    case .double: append(double: try CanonicalBuffer.oracleDouble(bytes))
    case .float: append(float: try CanonicalBuffer.oracleFloat(bytes))
    case .floatAsDouble: append(double: Double(try CanonicalBuffer.oracleFloat(bytes)))
    case .boolean: append(boolean: try CanonicalBuffer.oracleBoolean(bytes))
    case .flag: try append(oracleFlag: bytes)
    case .numberAsDouble: append(double: try CanonicalBuffer.nearest(to: bytes))
    case .numberAsFloat: append(float: try CanonicalBuffer.nearest(to: bytes))
    case .intervalYM: try append(oracleIntervalYM: bytes)
    case .intervalDS(let rule): try append(oracleIntervalDS: bytes, rule: rule)
    case .xml: append(xml: bytes)
    case .vector(let element): try append(oracleVector: bytes, of: element)
    }
  }

  /// Appends a NULL.
  @inline(__always)
  public mutating func appendNull() {
    append(CanonicalTag.null.rawValue)
  }

  /// IEEE bits that sort: the sign bit set for values that are not negative, all bits inverted for those that are.
  @inline(__always)
  private static func oracleDouble(_ bytes: RawSpan) throws(CanonicalError) -> Double {
    guard bytes.byteCount == 8 else { throw .length(bytes.byteCount, type: "BINARY_DOUBLE") }
    let sortable = bytes.bigEndianUInt64(at: 0)
    return Double(bitPattern: sortable >> 63 == 1 ? sortable ^ 1 << 63 : ~sortable)
  }

  @inline(__always)
  private static func oracleFloat(_ bytes: RawSpan) throws(CanonicalError) -> Float {
    guard bytes.byteCount == 4 else { throw .length(bytes.byteCount, type: "BINARY_FLOAT") }
    let sortable = bytes.bigEndianUInt32(at: 0)
    return Float(bitPattern: sortable >> 31 == 1 ? sortable ^ 1 << 31 : ~sortable)
  }

  /// `01 01` is true, `00` is false.
  private static func oracleBoolean(_ bytes: RawSpan) throws(CanonicalError) -> Bool {
    guard (1...2).contains(bytes.byteCount), bytes.byte(at: bytes.byteCount - 1) <= 1 else {
      throw .invalidValue(type: "BOOLEAN", reason: "it is neither 01 01 nor 00")
    }
    return bytes.byte(at: bytes.byteCount - 1) == 1
  }
}
