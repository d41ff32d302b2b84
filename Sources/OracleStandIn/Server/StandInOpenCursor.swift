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
  /// Whether the client has been told the columns: a statement compiled again for other bind types has others.
  var isDescribed = false

  init(identifier: UInt32, statement: StandInStatement) {
    self.identifier = identifier
    self.statement = statement
  }

  /// Whether rows can be sent: LOB columns must be defined first.
  var canFetch: Bool {
    !defines.isEmpty || !statement.columns.contains { $0.typeCode.isLOB }
  }

  /// Whether some column is sent as a locator.
  private var hasLocators: Bool {
    zip(statement.columns, defines).contains { column, define in
      column.typeCode.isLOB && OracleTypeCode(rawValue: define.typeCode)?.isLOB == true
    }
  }

  private var forms: [StandInCursor.CellForm] {
    statement.columns.enumerated().map { index, column in
      if column.typeCode == .long || column.typeCode == .longRaw { return .long }
      guard index < defines.count else { return .value }
      let type = OracleTypeCode(rawValue: defines[index].typeCode)
      return type == .long || type == .longRaw ? .long : .value
    }
  }

  /// Writes up to so many rows as row data messages.
  func writeRows(_ maxRows: Int, lobs: inout StandInLOBs, to writer: inout TTCWriter) throws -> Int {
    guard let rows else { return 0 }
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

  private func writeCell(_ value: [UInt8]?, column: Int, lobs: inout StandInLOBs, to writer: inout TTCWriter) {
    let type = statement.columns[column].typeCode
    let define = column < defines.count ? OracleTypeCode(rawValue: defines[column].typeCode) : nil
    switch (type, define) {
    case (.clob, .clob?), (.blob, .blob?):
      guard let value else { return writer.ub4(0) }
      let (locator, size) = lobs.add(value, isText: type == .clob)
      writer.count(locator.count)
      if defines[column].prefetchesLOB {
        writer.ub8(size)
        writer.ub4(8132)
        if defines[column].lobPrefetchLength > 0 { writer.u8(0) }
      }
      writer.clr(locator)
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
