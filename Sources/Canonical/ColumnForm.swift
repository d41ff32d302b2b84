import OracleWire

/// How one column is read on each side, so that equal values give equal bytes.
public struct ColumnForm: Sendable, Hashable {
  /// How Oracle's bytes are read.
  public var oracle: OracleReading
  /// How PostgreSQL's bytes are read.
  public var postgres: PostgresReading

  /// A form made by hand.
  public init(oracle: OracleReading, postgres: PostgresReading) {
    self.oracle = oracle
    self.postgres = postgres
  }

  /// Chooses the form for a column as Oracle describes it and a type as PostgreSQL's catalogue names it.
  ///
  /// - Throws: `CanonicalError.notComparable` when the types have no common form: a proof is then impossible, which is
  ///   not the same as a difference.
  public init(
    oracle column: ColumnDescription, postgres type: PostgresColumnType, rule: SubMicrosecondRule = .round
  ) throws(CanonicalError) {
    guard let builtIn = PostgresColumnType.BuiltIn(rawValue: type.oid) else {
      throw .notComparable(
        oracle: column.typeCode.name, postgres: type.name, reason: "this PostgreSQL type has no canonical form")
    }
    let form: (OracleReading, PostgresReading)? =
      switch column.typeCode {
      case .varchar, .long, .clob, .rowid, .urowid: try ColumnForm.text(column, builtIn, type)
      case .char: ColumnForm.paddedText(column, builtIn)
      case .number: ColumnForm.number(builtIn)
      case .date, .timestamp: ColumnForm.timestamp(builtIn, rule)
      case .timestampTZ, .timestampLTZ: builtIn == .timestamptz ? (.instant(rule), .instant) : nil
      case .longRaw where builtIn == .json, .blob where builtIn == .json: (.text, .text)
      case .raw, .longRaw, .blob: builtIn == .bytea || builtIn == .uuid ? (.bytes, .bytes) : nil
      case .binaryDouble: builtIn == .float8 ? (.double, .double) : nil
      case .binaryFloat: ColumnForm.float(builtIn)
      case .boolean: builtIn == .bool ? (.boolean, .boolean) : nil
      case .intervalYM: builtIn == .interval ? (.intervalYM, .interval) : nil
      case .intervalDS: builtIn == .interval ? (.intervalDS(rule), .interval) : nil
      case .binaryInteger, .cursor, .object, .bfile, .json, .vector: nil
      }
    guard let form else {
      throw .notComparable(
        oracle: column.typeCode.name, postgres: type.name, reason: "the types have no canonical form in common")
    }
    self.init(oracle: form.0, postgres: form.1)
  }

  private static func text(
    _ column: ColumnDescription, _ builtIn: PostgresColumnType.BuiltIn, _ type: PostgresColumnType
  ) throws(CanonicalError) -> (OracleReading, PostgresReading)? {
    switch builtIn {
    case .xml: return (.xml, .xml)
    case .int2Array: return (.vector(.integer), .array(.integer))
    case .float4Array: return (.vector(.float), .array(.float))
    case .float8Array: return (.vector(.double), .array(.double))
    case .text, .varchar, .json:
      return (column.isNational ? .nationalText(isPadded: false) : .text, .text)
    case .bpchar:
      throw .notComparable(
        oracle: column.typeCode.name, postgres: type.name,
        reason: "blanks at the end are data in Oracle's type and padding in PostgreSQL's; use varchar or text")
    default:
      return nil
    }
  }

  /// CHAR against char(n) leaves the padding out.
  ///
  /// Against varchar or text, where nothing is padding, all blanks count.
  private static func paddedText(
    _ column: ColumnDescription, _ builtIn: PostgresColumnType.BuiltIn
  ) -> (OracleReading, PostgresReading)? {
    switch builtIn {
    case .bpchar: (column.isNational ? .nationalText(isPadded: true) : .paddedText, .paddedText)
    case .text, .varchar: (column.isNational ? .nationalText(isPadded: false) : .text, .text)
    default: nil
    }
  }

  private static func number(_ builtIn: PostgresColumnType.BuiltIn) -> (OracleReading, PostgresReading)? {
    switch builtIn {
    case .int2: (.number, .int2)
    case .int4: (.number, .int4)
    case .int8: (.number, .int8)
    case .numeric: (.number, .numeric)
    // By the user's choice.
    case .bool: (.flag, .boolean)
    case .float4: (.numberAsFloat, .float)
    case .float8: (.numberAsDouble, .double)
    default: nil
    }
  }

  private static func timestamp(
    _ builtIn: PostgresColumnType.BuiltIn, _ rule: SubMicrosecondRule
  ) -> (OracleReading, PostgresReading)? {
    switch builtIn {
    case .timestamp: (.timestamp(rule), .timestamp)
    case .date: (.timestamp(rule), .date)
    default: nil
    }
  }

  private static func float(_ builtIn: PostgresColumnType.BuiltIn) -> (OracleReading, PostgresReading)? {
    switch builtIn {
    case .float4: (.float, .float)
    case .float8: (.floatAsDouble, .double)
    default: nil
    }
  }
}
