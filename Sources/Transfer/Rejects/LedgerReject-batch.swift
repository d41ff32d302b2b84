import CharacterSets
import Foundation
import Ledger
import Model
import OracleWire
import PostgresClient

extension LedgerReject {
  /// Bytes of a row above which they are not kept: row and key say where it is.
  static let largestKeptRow = 1 << 20

  private static func note(isKept: Bool) -> String {
    isKept ? "" : " (the row's bytes are too many to be kept)"
  }

  /// The primary key of a row, Oracle's columns with their values as text; empty where a part of it is not in the batch,
  /// or is no text of the set that it is read in.
  static func key(
    of row: Int, in batch: RowBatch, columns: [ColumnDescription], plan: CopyPlan
  ) -> [String: String] {
    var key: [String: String] = [:]
    for name in plan.mapping.primaryKey {
      guard let column = plan.mapping.columns.first(where: { $0.targetName == name }) else { continue }
      let source = column.sourceName
      if let declared = column.declaredText {
        guard let place = plan.values.firstIndex(where: { $0.label == source }),
          let bytes = batch.value(row: row, column: place), let text = declared.text(of: Array(bytes))
        else { return [:] }
        key[source] = text.replacing("\0", with: "\u{2400}")
        continue
      }
      guard let place = plan.values.firstIndex(where: { $0.label == source }), columns.indices.contains(place),
        let value = try? OracleValue(wireBytes: batch.value(row: row, column: place), column: columns[place])
      else { continue }
      key[source] = value.keyText?.replacing("\0", with: "\u{2400}")
    }
    return key
  }

  /// A row of a batch whose last column is its address.
  ///
  /// - Parameter isWhole: whether all of its values are in the batch: where LOBs are read in pieces, they are not.
  init(
    _ row: Int, of batch: RowBatch, columns: [ColumnDescription], plan: CopyPlan,
    _ reason: TransferError.RejectReasonOfRow, isWhole: Bool = true
  ) {
    let address = batch.value(row: row, column: batch.columnCount - 1).map { String(decoding: $0, as: UTF8.self) }
    let key = Self.key(of: row, in: batch, columns: columns, plan: plan)
    // The address is no part of the row.
    var bytes: [UInt8] = []
    let size = (0..<batch.columnCount - 1).reduce(0) { $0 + 4 + (batch.value(row: row, column: $1)?.count ?? 0) }
    let isKept = isWhole && size <= Self.largestKeptRow
    for column in 0..<batch.columnCount - 1 where isKept {
      let value = batch.value(row: row, column: column)
      let length = value.map { Int32(clamping: $0.count) } ?? -1
      withUnsafeBytes(of: length.bigEndian) { bytes += $0 }
      bytes += value ?? []
    }
    switch reason {
    case .value(let error):
      let (fault, remedy) = error.reason.explanation
      self.init(
        address: address, key: key, column: error.column, reason: error.reason.rawValue,
        detail: "\(fault); \(remedy)" + Self.note(isKept: isKept),
        sqlState: nil, bytes: bytes)
    case .server(let error):
      self.init(
        address: address, key: key, column: error.rejectedColumn(of: plan.mapping), reason: "refused-by-server",
        detail: error.rowFault + Self.note(isKept: isKept), sqlState: error.sqlState, bytes: bytes)
    }
  }
}

extension DeclaredText {
  /// What people read; nil where the bytes are no text of the set, or did not come whole.
  fileprivate func text(of selected: [UInt8]) -> String? {
    guard let set = OracleCharacterSet(name: characterSet), let converter = try? TextConverter(set) else { return nil }
    let bytes: [UInt8]
    if isWhole {
      bytes = selected
    } else {
      guard let digits = DeclaredDigits(selected) else { return nil }
      bytes = (0..<digits.count).compactMap { digits.byte($0) }
      guard bytes.count == digits.count else { return nil }
    }
    return bytes.withUnsafeBytes { converter.utf8($0) }.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension PostgresError {
  /// The message without the place in the COPY, which is that of a part.
  fileprivate var rowFault: String {
    var text = maskedMessage
    if let constraintName { text += " (constraint \(constraintName))" }
    return text + "; mend the value in Oracle, or give the column a type that holds it"
  }

  /// Oracle's name of the column that the server refused, where it names one.
  fileprivate func rejectedColumn(of mapping: TableMapping) -> String? {
    let named = columnName ?? copyPlace?.firstRange(of: ", column ").map { String(copyPlace?[$0.upperBound...] ?? "") }
    return mapping.columns.first { $0.targetName == named }?.sourceName
  }
}

extension OracleValue {
  /// The value of a key's column for people to find the row by; nil for types that are rarely in keys.
  fileprivate var keyText: String? {
    switch self {
    case .text(let text): text
    case .number(let number): number.description
    case .date(let time), .timestamp(let time): time.description
    case .raw(let bytes): bytes.map { String(format: "%02X", $0) }.joined()
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    default: nil
    }
  }
}
