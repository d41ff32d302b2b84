/// Message 4: how a call ended: an error or none, the cursor, the rows.
public struct EndOfCallMessage: Sendable, Hashable {
  /// Error 1403: the query has no more rows.
  public static let noDataFound = 1403
  /// How an array DML ends that went on behind the rows whose errors it collected.
  public static let batchErrorsCollected = 24381

  /// One failed execution of an array DML call.
  public struct BatchError: Sendable, Hashable {
    public var error: OracleError
    /// The index of the bind row, from 0.
    public var row: Int

    public init(error: OracleError, row: Int) {
      self.error = error
      self.row = row
    }
  }

  /// The first field version (12.1) with lists of batch errors, a wide error number and a wide row count.
  private static let firstWithBatchErrors: UInt8 = 7

  /// Bits of the call status.
  public static let transactionIsOpen: UInt32 = 0x2

  public var callStatus: UInt32
  public var sequence: UInt16
  /// Rows of this call.
  public var row: UInt32
  public var cursor: UInt16
  /// 0-based offset in the statement.
  public var errorPosition: Int16
  /// 1 CREATE TABLE, 2 INSERT, 3 SELECT, 6 UPDATE, 7 DELETE...
  public var sqlType: UInt8
  public var rowAddress: RowAddress
  /// The sequence number of the request that is answered.
  public var callNumber: UInt8
  public var batchErrors: [BatchError]
  /// 0 for none.
  public var errorNumber: UInt32
  /// Rows that were fetched from the cursor in all, or that a DML statement touched.
  public var rowCount: UInt64
  /// Whether `rowCount` is a count of its own: 11.2 has none, so that the one of the call stands in for it.
  public var hasTotal = true
  public var message: String
  /// 0x20: something was compiled with errors.
  public var warningFlags: UInt8

  public init() {
    callStatus = 1
    sequence = 0
    row = 0
    cursor = 0
    errorPosition = 0
    sqlType = 0
    rowAddress = RowAddress()
    callNumber = 0
    batchErrors = []
    errorNumber = 0
    rowCount = 0
    message = ""
    warningFlags = 0
  }

  /// Reads the message after its type byte.
  public init(from reader: inout TTCReader, dialect: Dialect) throws(WireError) {
    callStatus = try reader.ub4()
    sequence = try reader.ub2()
    row = try reader.ub4()
    let shortNumber = try reader.ub2()
    _ = try reader.ub2()
    _ = try reader.ub2()
    cursor = try reader.ub2()
    errorPosition = Int16(truncatingIfNeeded: try reader.sb4())
    sqlType = try reader.u8()
    try reader.skip(1)
    _ = try reader.signedByte(dialect)
    _ = try reader.signedByte(dialect)
    try reader.skip(1)
    warningFlags = try reader.u8()
    rowAddress = try RowAddress(from: &reader)
    _ = try reader.ub4()
    try reader.skip(1)
    callNumber = try reader.u8()
    _ = try reader.ub2()
    _ = try reader.ub4()
    _ = try reader.dalc()
    if dialect.fieldVersion >= EndOfCallMessage.firstWithBatchErrors {
      batchErrors = try EndOfCallMessage.readBatchErrors(from: &reader)
      errorNumber = try reader.ub4()
      rowCount = try reader.ub8()
    } else {
      for _ in 0..<3 { _ = try reader.dalc() }
      batchErrors = []
      errorNumber = UInt32(shortNumber)
      rowCount = UInt64(row)
      hasTotal = false
    }
    if dialect.errorHas20cFields, dialect.fieldVersion >= 14 {
      _ = try reader.ub4()
      _ = try reader.ub4()
    }
    message = errorNumber == 0 ? "" : EndOfCallMessage.trimmed(try reader.clrText())
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isNewline || last == " " { text.removeLast() }
    return String(text)
  }

  private static func readBatchErrors(from reader: inout TTCReader) throws(WireError) -> [BatchError] {
    let codes = try readBatchList(count: Int(try reader.ub2()), from: &reader, isWide: false)
    let rows = try readBatchList(count: try reader.count(limit: 65535), from: &reader, isWide: true)
    let messageCount = Int(try reader.ub2())
    var messages: [String] = []
    if messageCount > 0 {
      try reader.skip(1)
      for _ in 0..<messageCount {
        _ = try reader.ub2()
        messages.append(trimmed(try reader.clrText()))
        try reader.skip(2)
      }
    }
    return codes.indices.map { index in
      let message = index < messages.count ? messages[index] : ""
      return BatchError(
        error: OracleError(code: Int(codes[index]), message: message),
        row: index < rows.count ? Int(rows[index]) : 0)
    }
  }

  private static func readBatchList(
    count: Int, from reader: inout TTCReader, isWide: Bool
  ) throws(WireError) -> [UInt32] {
    guard count > 0 else { return [] }
    let first = try reader.u8()
    var values: [UInt32] = []
    for _ in 0..<count {
      if first == 254 { _ = try reader.ub4() }
      values.append(isWide ? try reader.ub4() : UInt32(try reader.ub2()))
    }
    if first == 254 { try reader.skip(1) }
    return values
  }

  public func write(to writer: inout TTCWriter, dialect: Dialect) {
    writer.u8(MessageType.error.rawValue)
    writer.ub4(callStatus)
    writer.ub2(sequence)
    // Before 12.1 this is the only count of rows.
    writer.ub4(
      dialect.fieldVersion >= EndOfCallMessage.firstWithBatchErrors ? row : UInt32(truncatingIfNeeded: rowCount))
    writer.ub2(UInt16(truncatingIfNeeded: errorNumber))
    writer.zeros(2)
    writer.ub2(cursor)
    writer.ub2(UInt16(bitPattern: max(errorPosition, 0)))
    writer.u8(sqlType)
    writer.u8(0)
    writer.signedByte(0, dialect)
    writer.signedByte(0, dialect)
    writer.u8(0)
    writer.u8(warningFlags)
    rowAddress.write(to: &writer)
    writer.ub4(0)
    writer.u8(0)
    writer.u8(callNumber)
    writer.ub2(0)
    writer.ub4(0)
    writer.ub4(0)
    if dialect.fieldVersion >= EndOfCallMessage.firstWithBatchErrors {
      writeBatchErrors(to: &writer)
      writer.ub4(errorNumber)
      writer.ub8(rowCount)
    } else {
      writer.zeros(3)
    }
    if dialect.errorHas20cFields, dialect.fieldVersion >= 14 {
      writer.ub4(UInt32(sqlType))
      writer.ub4(0)
    }
    if errorNumber != 0 { writer.clr(Array((message + "\n").utf8)) }
  }

  private func writeBatchErrors(to writer: inout TTCWriter) {
    guard !batchErrors.isEmpty else { return writer.zeros(3) }
    let count = batchErrors.count
    writer.count(count)
    writer.u8(UInt8(min(count, 253)))
    for error in batchErrors { writer.ub2(UInt16(truncatingIfNeeded: error.error.code)) }
    writer.count(count)
    writer.u8(UInt8(min(count, 253)))
    for error in batchErrors { writer.count(error.row) }
    writer.count(count)
    writer.u8(UInt8(min(count, 253)))
    for error in batchErrors {
      let text = Array((error.error.message + "\n").utf8)
      writer.ub2(UInt16(truncatingIfNeeded: text.count))
      writer.clr(text)
      writer.zeros(2)
    }
  }
}

/// Message 9: how a call without rows or errors ended.
public struct StatusMessage: Sendable, Hashable {
  public var callStatus: UInt32
  public var sequence: UInt16

  public init(callStatus: UInt32, sequence: UInt16 = 0) {
    self.callStatus = callStatus
    self.sequence = sequence
  }

  public init(from reader: inout TTCReader) throws(WireError) {
    callStatus = try reader.ub4()
    sequence = try reader.ub2()
  }

  public func write(to writer: inout TTCWriter) {
    writer.u8(MessageType.status.rawValue)
    writer.ub4(callStatus)
    writer.ub2(sequence)
  }
}
