/// What a describe says of one column of a query.
public struct ColumnDescription: Sendable, Hashable {
  /// The column's name or alias, in the dictionary's spelling.
  public var name: String
  public var typeCode: OracleTypeCode
  /// Decimal digits of a NUMBER, binary digits of a FLOAT; 0 when there is none.
  public var precision: Int
  /// Digits after the point; -127 for a NUMBER or FLOAT without scale.
  ///
  /// Fractional digits of a TIMESTAMP.
  public var scale: Int
  /// Bytes that a value may take.
  ///
  /// 0 means "null by describe": rows hold no bytes for the column.
  public var bufferSize: Int
  /// Characters that a value may take; 0 for types that are not text.
  public var maxCharacters: Int
  /// Whether the text is in the national character set (NVARCHAR2, NCHAR, NCLOB).
  public var isNational: Bool
  public var isNullable: Bool
  /// How a CLOB's or BLOB's values arrive: nil in-line, as LONG and LONG RAW.
  ///
  /// Otherwise as locators, with so many of their first bytes or characters. No describe says this: whoever defines the
  /// columns does.
  public var locatorPrefetch: Int?

  public init(
    name: String, typeCode: OracleTypeCode, precision: Int = 0, scale: Int = 0, bufferSize: Int = 0,
    maxCharacters: Int = 0, isNational: Bool = false, isNullable: Bool = true
  ) {
    self.name = name
    self.typeCode = typeCode
    self.precision = precision
    self.scale = scale
    self.bufferSize = bufferSize
    self.maxCharacters = maxCharacters
    self.isNational = isNational
    self.isNullable = isNullable
    locatorPrefetch = nil
  }

  /// Whether rows carry no bytes at all for this column.
  ///
  /// A buffer size of 0 says so, except for the types whose size is unknown at describe time.
  @inlinable
  public var isNullByDescribe: Bool {
    guard bufferSize == 0 else { return false }
    switch typeCode {
    case .long, .longRaw, .urowid: return false
    default: return true
    }
  }
}
