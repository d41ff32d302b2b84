/// Function 94: parse, bind, define, execute and fetch in one call.
public struct ExecuteRequest: Sendable, Hashable {
  /// The field version of 12.1, before which there are no row counts.
  public static let rowCountsVersion: UInt8 = 7

  /// What the call is to do.
  public struct Options: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let parse = Options(rawValue: 0x01)
    public static let bind = Options(rawValue: 0x08)
    public static let define = Options(rawValue: 0x10)
    public static let execute = Options(rawValue: 0x20)
    public static let fetch = Options(rawValue: 0x40)
    public static let commit = Options(rawValue: 0x100)
    public static let plsqlBind = Options(rawValue: 0x400)
    public static let notPLSQL = Options(rawValue: 0x8000)
    public static let describeOnly = Options(rawValue: 0x20000)
    public static let batchErrors = Options(rawValue: 0x80000)
  }

  static let maximumLong: UInt32 = 0x7FFF_FFFF

  public var options: Options
  /// 0 for a statement that the server has not seen.
  public var cursor: UInt32
  /// Nil when the cursor's own text is executed again.
  public var sql: String?
  /// Rows that come with the reply of a query.
  public var prefetchRows: UInt32
  /// Executions of a DML statement; for a query 0 at first, then rows.
  public var iterations: UInt32
  public var isQuery: Bool
  /// 0x02 scrollable, 0x4000 row counts of each execution, 0x8000 implicit results.
  public var flags: UInt32
  public var wantsRowCounts: Bool
  public var fetchOrientation: UInt32
  public var binds: [ColumnMetadata]
  public var defines: [ColumnMetadata]

  /// A call for a statement that the server has not seen.
  public init(options: Options, cursor: UInt32 = 0, sql: String?, isQuery: Bool) {
    self.options = options
    self.cursor = cursor
    self.sql = sql
    self.isQuery = isQuery
    prefetchRows = 0
    iterations = isQuery ? 0 : 1
    flags = 0x8000
    wantsRowCounts = false
    fetchOrientation = 0
    binds = []
    defines = []
  }

  /// Reads the body after the function's header; bind rows follow it.
  public init(from reader: inout TTCReader, dialect: Dialect) throws(WireError) {
    options = Options(rawValue: try reader.ub4())
    cursor = try reader.ub4()
    let hasSQL = try reader.u8() != 0
    let sqlLength = Int(try reader.ub4())
    try reader.skip(1)
    let integerCount = try reader.count(limit: 64)
    try reader.skip(2)
    _ = try reader.ub4()  // prefetch buffer size
    prefetchRows = try reader.ub4()
    _ = try reader.ub4()  // longest LONG
    let hasBinds = try reader.u8() != 0
    let bindCount = try reader.count(limit: 65536)
    try reader.skip(5)
    let hasDefines = try reader.u8() != 0
    let defineCount = try reader.count(limit: 65536)
    _ = try reader.ub4()
    try reader.skip(3)
    _ = try reader.ub4()
    try reader.skip(1)
    _ = try reader.ub4()
    _ = try reader.ub4()
    wantsRowCounts = false
    if dialect.fieldVersion >= Self.rowCountsVersion {
      wantsRowCounts = try reader.u8() != 0
      _ = try reader.ub4()
      try reader.skip(1)
    }
    if dialect.fieldVersion >= 8 {
      try reader.skip(1)
      _ = try reader.ub4()
      try reader.skip(1)
      _ = try reader.ub4()
      try reader.skip(1)
    }
    if dialect.fieldVersion >= 9 {
      try reader.skip(1)
      _ = try reader.ub4()
    }
    sql = nil
    if hasSQL {
      sql =
        dialect.convertsLength
        ? try reader.clrText() : String(decoding: try reader.raw(sqlLength), as: UTF8.self)
    }
    var integers: [UInt32] = []
    for _ in 0..<integerCount { integers.append(try reader.ub4()) }
    guard integers.count >= 11 else { throw .malformed("an execute call with \(integers.count) integers") }
    iterations = integers[1]
    isQuery = integers[7] != 0
    flags = integers[9]
    fetchOrientation = integers[10]
    defines = []
    binds = []
    if hasDefines {
      for _ in 0..<defineCount { defines.append(try ColumnMetadata(from: &reader, dialect: dialect)) }
    }
    if hasBinds {
      for _ in 0..<bindCount { binds.append(try ColumnMetadata(from: &reader, dialect: dialect)) }
    }
  }

  /// Writes header and body; bind rows are written after it.
  public func write(sequence: UInt8, to writer: inout TTCWriter, dialect: Dialect) {
    RequestHeader.write(.execute, sequence: sequence, to: &writer, dialect: dialect)
    let sqlBytes = sql.map { Array($0.utf8) }
    writer.ub4(options.rawValue)
    writer.ub4(cursor)
    writer.u8(sqlBytes == nil ? 0 : 1)
    writer.count(sqlBytes?.count ?? 0)
    writer.u8(1)
    writer.count(13)
    writer.zeros(2)
    writer.ub4(0)
    writer.ub4(prefetchRows)
    writer.ub4(ExecuteRequest.maximumLong)
    writer.u8(binds.isEmpty ? 0 : 1)
    writer.count(binds.count)
    writer.zeros(5)
    writer.u8(defines.isEmpty ? 0 : 1)
    writer.count(defines.count)
    writer.ub4(0)
    writer.raw([0, 1, 0])
    writer.ub4(0)
    writer.u8(0)
    writer.ub4(0)
    writer.ub4(0)
    if dialect.fieldVersion >= Self.rowCountsVersion {
      writer.u8(wantsRowCounts ? 1 : 0)
      writer.ub4(wantsRowCounts ? iterations : 0)
      writer.u8(wantsRowCounts ? 1 : 0)
    }
    if dialect.fieldVersion >= 8 { writer.zeros(5) }
    if dialect.fieldVersion >= 9 { writer.zeros(2) }
    if let sqlBytes {
      if dialect.convertsLength { writer.clr(sqlBytes) } else { writer.raw(sqlBytes) }
    }
    writer.ub4(sqlBytes == nil ? 0 : 1)
    writer.ub4(iterations)
    writer.zeros(5)
    writer.ub4(isQuery ? 1 : 0)
    writer.ub4(0)
    writer.ub4(flags)
    writer.ub4(fetchOrientation)
    writer.zeros(2)
    for column in defines { column.write(to: &writer, dialect: dialect) }
    for column in binds { column.write(to: &writer, dialect: dialect) }
  }
}
