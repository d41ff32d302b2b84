/// What came back in one bind of a block, or in one row of a RETURNING clause.
public enum OutValue: Sendable, Hashable {
  /// The value's bytes as they stand in a row, nil for NULL.
  case bytes([UInt8]?)
  /// The value was longer than its room, and so it was cut off.
  case truncated
  /// A query that the block opened.
  case cursor(ReturnedCursor)
  /// A LOB's locator, nil for NULL.
  case lob(LOBColumnValue?)
}

/// A query that a block or a CURSOR expression opened, and whose rows are to be fetched.
public struct ReturnedCursor: Sendable, Hashable {
  /// None for a cursor variable that was not opened.
  public var columns: [ColumnDescription]
  /// The server's number of the cursor, 0 for none.
  public var number: UInt16

  public init(columns: [ColumnDescription], number: UInt16) {
    self.columns = columns
    self.number = number
  }

  /// Reads a describe body and the cursor's number.
  init(from reader: inout TTCReader, dialect: Dialect) throws(WireError) {
    columns = try DescribeMessage(bodyFrom: &reader, dialect: dialect).columns
    number = try reader.ub2()
  }

  /// Reads the value of a bind or of a column: a byte that tells nothing stands first.
  ///
  /// Source: python-oracledb's reading of both.
  init(valueFrom reader: inout TTCReader, dialect: Dialect) throws(WireError) {
    try reader.skip(1)
    try self.init(from: &reader, dialect: dialect)
  }
}

/// Reads the values that a statement's binds bring back: message 7 of a call that is no query.
public struct OutBinds: Sendable {
  /// The binds as they were announced.
  let binds: [ColumnMetadata]
  /// Places of the binds behind RETURNING INTO; a block's are told by its I/O vector.
  let returning: [Int]

  /// - Parameter returning: places in `binds`; others are passed over.
  public init(binds: [ColumnMetadata], returning: [Int] = []) {
    self.binds = binds
    self.returning = returning.filter(binds.indices.contains)
  }

  /// Reads the values of one execution.
  ///
  /// - Parameters:
  ///   - vector: what the server said of a block's binds, nil for RETURNING.
  ///   - before: for each bind, what came before.
  /// - Returns: for each bind, what came before and now; a message that is read again, since some of it was missing, has
  ///   changed nothing.
  func read(
    from reader: inout TTCReader, vector: IOVectorMessage?, dialect: Dialect, after before: [[OutValue]]
  ) throws(WireError) -> [[OutValue]] {
    var values = before
    guard let vector else {
      guard !returning.isEmpty else { throw .malformed("values of binds that were not announced") }
      for place in returning {
        for _ in 0..<(try reader.count()) {
          values[place].append(try value(place, from: &reader, dialect: dialect))
        }
      }
      return values
    }
    guard vector.directions.count <= values.count else {
      throw .malformed("directions of \(vector.directions.count) binds where there are \(values.count)")
    }
    for (place, direction) in vector.directions.enumerated() where direction != IOVectorMessage.input {
      values[place].append(try value(place, from: &reader, dialect: dialect))
    }
    return values
  }

  private func value(_ place: Int, from reader: inout TTCReader, dialect: Dialect) throws(WireError) -> OutValue {
    let type = OracleTypeCode(rawValue: binds[place].typeCode)
    let value: OutValue
    switch type {
    case .cursor:
      value = .cursor(try ReturnedCursor(valueFrom: &reader, dialect: dialect))
    case .json, .vector:
      value = .bytes(try OutBinds.image(from: &reader))
    case .clob, .blob:
      value = .lob(
        try LOBColumnValue.read(
          from: &reader, isText: type == .clob, hasStart: binds[place].lobPrefetchLength > 0))
    case .bfile, .object, .rowid, .urowid:
      throw .unsupportedType("a bind of type \(type?.name ?? "") that brings a value back")
    default:
      value = .bytes(try reader.clr())
    }
    let actualLength = try reader.sb4()
    // A NULL is never cut off, whatever its length says; among BOOLEANs a length below 0 makes one.
    if case .bytes(nil) = value { return value }
    if type == .boolean, actualLength < 0 { return .bytes(nil) }
    return actualLength == 0 ? value : .truncated
  }

  private static func image(from reader: inout TTCReader) throws(WireError) -> [UInt8]? {
    guard try reader.ub4() > 0 else { return nil }
    _ = try reader.ub8()
    _ = try reader.ub4()
    let image = try reader.clr()
    _ = try reader.clr()
    return image ?? []
  }
}
