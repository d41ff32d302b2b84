/// Function 5: more rows of an open cursor.
public struct FetchRequest: Sendable, Hashable {
  public var cursor: UInt32
  public var rows: UInt32

  public init(cursor: UInt32, rows: UInt32) {
    self.cursor = cursor
    self.rows = rows
  }

  public init(from reader: inout TTCReader) throws(WireError) {
    cursor = try reader.ub4()
    rows = try reader.ub4()
  }

  public func write(sequence: UInt8, to writer: inout TTCWriter, dialect: Dialect) {
    RequestHeader.write(.fetch, sequence: sequence, to: &writer, dialect: dialect)
    writer.ub4(cursor)
    writer.ub4(rows)
  }
}

/// Functions 4 and 78: execute a cursor again with binds as they were, and fetch.
public struct ReexecuteRequest: Sendable, Hashable {
  static let commit: UInt32 = 1

  public var cursor: UInt32
  /// Executions (4) or rows to fetch (78).
  public var iterations: UInt32
  public var commits: Bool

  /// Reads the body after the function's header; bind rows follow it.
  public init(from reader: inout TTCReader) throws(WireError) {
    cursor = try reader.ub4()
    iterations = try reader.ub4()
    _ = try reader.ub4()
    commits = try reader.ub4() & ReexecuteRequest.commit != 0
  }
}

/// Piggyback 105 (and 120): cursors that the client needs no more.
public struct CloseCursorsPiggyback: Sendable, Hashable {
  public var cursors: [UInt32]

  public init(cursors: [UInt32]) {
    self.cursors = cursors
  }

  public init(from reader: inout TTCReader) throws(WireError) {
    try reader.skip(1)
    let count = try reader.count(limit: 65536)
    cursors = []
    for _ in 0..<count { cursors.append(try reader.ub4()) }
  }

  public func write(sequence: UInt8, to writer: inout TTCWriter, dialect: Dialect) {
    RequestHeader.write(.closeCursors, sequence: sequence, isPiggyback: true, to: &writer, dialect: dialect)
    writer.u8(1)
    writer.count(cursors.count)
    for cursor in cursors { writer.ub4(cursor) }
  }
}

/// Piggybacks of session attributes, which carry no length: most are read only to find their end.
public enum AttributePiggyback {
  /// Reads the body of piggyback 152, which does matter: the schema's name.
  public static func readSchema(from reader: inout TTCReader, dialect: Dialect) throws(WireError) -> String {
    try reader.skip(1)
    return try text(length: Int(try reader.ub4()), from: &reader, dialect: dialect)
  }

  /// A text whose length was told before; it brings its own only where the client announced so.
  static func text(
    length: Int, from reader: inout TTCReader, dialect: Dialect
  ) throws(WireError) -> String {
    guard length > 0 else { return "" }
    return dialect.convertsLength
      ? try reader.clrText() : String(decoding: try reader.raw(length), as: UTF8.self)
  }

  /// Reads the body of piggyback 191.
  public static func readClientFeatures(from reader: inout TTCReader) throws(WireError) {
    try reader.skip(1)
    let count = Int(try reader.ub4())
    try reader.skip(1)
    try reader.skip(count)
  }
}

/// Functions without a body: commit, rollback, ping, logoff.
public enum PlainRequest {
  public static func write(_ function: FunctionCode, sequence: UInt8, to writer: inout TTCWriter, dialect: Dialect) {
    RequestHeader.write(function, sequence: sequence, to: &writer, dialect: dialect)
  }
}
