import NIOCore
import OracleWire

/// A cursor as the client knows it by its number: a statement, how its columns are wanted, and its open rows.
final class StandInOpenCursor {
  let identifier: UInt32
  let statement: StandInStatement
  var bindMetadata: [ColumnMetadata] = []
  /// How the client defined the columns; empty before it did.
  var defines: [ColumnMetadata] = []
  var rows: StandInCursor?
  /// Binds that a block only writes, by index: once the client knows, it sends no values for them.
  var outputBinds: Set<Int> = []
  /// The cursor in whose row this one stands: it is closed with it.
  weak var parent: StandInOpenCursor?
  /// Whether the client has been told the columns: a statement compiled again for other bind types has others.
  var isDescribed = false

  init(identifier: UInt32, statement: StandInStatement) {
    self.identifier = identifier
    self.statement = statement
  }

  func metadata(ofBind place: Int) -> ColumnMetadata? {
    bindMetadata.indices.contains(place) ? bindMetadata[place] : nil
  }

  /// Whether rows can be sent: LOB columns must be defined first.
  var canFetch: Bool {
    !defines.isEmpty || !statement.columns.contains { $0.typeCode.isLOB }
  }

  /// Whether rows open cursors of their own.
  var hasCursors: Bool { statement.columns.contains { $0.typeCode == .cursor } }

  /// Whether some column is sent as a locator.
  private var hasLocators: Bool {
    statement.columns.indices.contains { index in
      statement.columns[index].typeCode.isLOB && (definition(ofColumn: index).map { $0.type.isLOB } ?? true)
    }
  }

  /// How the client defined a column; nil before it did.
  private func definition(ofColumn column: Int) -> (type: OracleTypeCode, metadata: ColumnMetadata)? {
    guard column < defines.count else { return nil }
    let code = defines[column].typeCode
    let type =
      switch code {
      // VARCHAR and RAW with long lengths, which clients of OCI's line ask for.
      case 94: OracleTypeCode.long
      case 95: OracleTypeCode.longRaw
      default: OracleTypeCode(rawValue: code) ?? statement.columns[column].typeCode
      }
    return (type, defines[column])
  }

  private var forms: [StandInCursor.CellForm] {
    statement.columns.enumerated().map { index, column in
      if column.typeCode == .long || column.typeCode == .longRaw { return .long }
      guard let type = definition(ofColumn: index)?.type else { return .value }
      return type == .long || type == .longRaw ? .long : .value
    }
  }

  /// Writes up to so many rows as row data messages.
  ///
  /// - Parameter writeQuery: writes a query that a row has opened.
  func writeRows(
    _ maxRows: Int, lobs: inout StandInLOBs, to writer: inout TTCWriter,
    writeQuery: (OpenedQuery, inout TTCWriter) throws -> Void
  ) throws -> Int {
    guard let rows else { return 0 }
    if hasCursors { return try writeRowsOfCursors(maxRows, rows, lobs: &lobs, to: &writer, writeQuery: writeQuery) }
    guard hasLocators else {
      // A response is kept to a size that a client's memory bears, however many rows it asked for.
      return try rows.fetch(maxRows: maxRows, maxBytes: 64 << 20, forms: forms, into: &writer.buffer)
    }
    let values = try rows.fetchValues(maxRows: maxRows)
    for row in values {
      writer.u8(MessageType.rowData.rawValue)
      for (index, value) in row.enumerated() { writeCell(value, column: index, lobs: &lobs, to: &writer) }
    }
    return values.count
  }

  /// Rows one by one: each opens cursors, of which there may not be many.
  private func writeRowsOfCursors(
    _ maxRows: Int, _ rows: StandInCursor, lobs: inout StandInLOBs, to writer: inout TTCWriter,
    writeQuery: (OpenedQuery, inout TTCWriter) throws -> Void
  ) throws -> Int {
    var count = 0
    while count < maxRows, let row = try rows.fetchValues(maxRows: 1).first {
      var opened = rows.takeOpened()[...]
      writer.u8(MessageType.rowData.rawValue)
      for (index, value) in row.enumerated() {
        if statement.columns[index].typeCode == .cursor, let query = opened.popFirst() {
          writer.u8(1)
          try writeQuery(query, &writer)
        } else {
          writeCell(value, column: index, lobs: &lobs, to: &writer)
        }
      }
      count += 1
    }
    return count
  }

  private func writeCell(_ value: [UInt8]?, column: Int, lobs: inout StandInLOBs, to writer: inout TTCWriter) {
    let type = statement.columns[column].typeCode
    let definition = definition(ofColumn: column)
    switch (type, definition?.type) {
    case (.clob, .clob?), (.blob, .blob?), (.clob, nil), (.blob, nil):
      let kind = StandInLOBs.Kind(type, isNational: statement.columns[column].isNational)
      // A client that defines nothing gets the locator alone.
      let metadata = definition?.metadata ?? ColumnMetadata(typeCode: type, bufferSize: 0)
      lobs.write(value, kind: kind, metadata: metadata, to: &writer)
    case (.json, .json?), (.vector, .vector?), (.json, nil), (.vector, nil):
      guard let value else { return writer.ub4(0) }
      let (locator, size) = lobs.add(value, kind: .bytes)
      writer.count(locator.count)
      writer.ub8(size)
      writer.ub4(StandInLOBs.chunkSize)
      writer.clr(value)
      writer.clr(locator)
    case (.urowid, _):
      writer.raw(CellWriter.universal(value.map { Value(type: .urowid, bytes: $0) } ?? .null))
    case (.long, _), (.longRaw, _), (_, .long?), (_, .longRaw?):
      writer.clr(value)
      writer.sb4(value == nil ? -1 : 0)
      writer.ub4(value == nil ? 1405 : 0)
    case (.rowid, _):
      guard let address = value.flatMap({ RowAddress(text: $0) }) else { return writer.u8(0) }
      address.writeColumn(to: &writer)
    default:
      writer.clr(value)
    }
  }
}
