/// A datatype as written in DDL or CAST.
public struct DataType: Sendable {
  /// Oracle's built-in type behind the spelling, with ANSI names already mapped to it.
  public var kind: Kind
  /// REF: a pointer to a row of an object table of type `kind`.
  public var isReference = false
  /// What stands behind the type, such as (OBJECT) of JSON: kept as text.
  public var modifiers: [PhysicalClause] = []
  /// Where it stands.
  public var range: SourceRange

  /// Makes a datatype.
  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// BYTE or CHAR behind a length.
  public enum LengthUnit: Sendable, Hashable {
    /// `VARCHAR2(10 BYTE)`
    case byte
    /// `VARCHAR2(10 CHAR)`
    case char
  }

  /// What a TIMESTAMP knows about time zones.
  public enum TimeZoneKind: Sendable, Hashable {
    /// `TIMESTAMP`
    case none
    /// `TIMESTAMP WITH TIME ZONE`
    case zoned
    /// `TIMESTAMP WITH LOCAL TIME ZONE`
    case local
  }

  /// How a VECTOR keeps its numbers.
  public enum VectorFormat: String, Sendable, Hashable {
    case float32 = "FLOAT32"
    case float64 = "FLOAT64"
    case int8 = "INT8"
    case binary = "BINARY"
  }

  /// The built-in types; nil means "not written", so that the reader applies Oracle's default.
  public enum Kind: Sendable {
    /// VARCHAR2, VARCHAR, CHAR VARYING, CHARACTER VARYING.
    case varchar2(length: Int?, unit: LengthUnit?)
    /// CHAR, CHARACTER.
    case char(length: Int?, unit: LengthUnit?)
    /// NVARCHAR2, NCHAR VARYING, NATIONAL CHARACTER VARYING.
    case nvarchar2(length: Int?)
    /// NCHAR, NATIONAL CHARACTER.
    case nchar(length: Int?)
    /// NUMBER as the dictionary shows it.
    ///
    /// NUMBER is (nil, nil), NUMBER(5) is (5, 0), NUMBER(*, 2) is (nil, 2), INTEGER, SMALLINT and bare DECIMAL are (nil, 0).
    case number(precision: Int?, scale: Int?)
    /// FLOAT(b): b binary digits; FLOAT and DOUBLE PRECISION are 126, REAL is 63.
    case float(binaryPrecision: Int)
    /// BINARY_FLOAT.
    case binaryFloat
    /// BINARY_DOUBLE.
    case binaryDouble
    /// DATE.
    case date
    /// TIMESTAMP(p) [WITH [LOCAL] TIME ZONE]; Oracle's default precision is 6.
    case timestamp(precision: Int?, zone: TimeZoneKind)
    /// INTERVAL YEAR(p) TO MONTH; Oracle's default precision is 2.
    case intervalYearToMonth(yearPrecision: Int?)
    /// INTERVAL DAY(p) TO SECOND(s); Oracle's defaults are 2 and 6.
    case intervalDayToSecond(dayPrecision: Int?, secondPrecision: Int?)
    /// RAW(n).
    case raw(length: Int?)
    /// LONG.
    case long
    /// LONG RAW.
    case longRaw
    /// CLOB.
    case clob
    /// NCLOB.
    case nclob
    /// BLOB.
    case blob
    /// BFILE.
    case bfile
    /// ROWID.
    case rowid
    /// UROWID(n).
    case urowid(length: Int?)
    /// JSON (21c).
    case json
    /// BOOLEAN (23ai).
    case boolean
    /// VECTOR(dimensions, format) (23ai); nil where nothing or `*` is written.
    case vector(dimensions: Int?, format: VectorFormat?)
    /// Any other name: an object type, XMLTYPE, SDO_GEOMETRY, ...
    case userDefined(ObjectName)
  }
}
