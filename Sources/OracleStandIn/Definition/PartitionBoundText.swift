import OracleSQL
import OracleWire

/// The bounds of partitions as HIGH_VALUE has them: their values, not what was written.
///
/// Dates are `TO_DATE(' 2024-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')`, timestamps
/// `TIMESTAMP' 2024-01-01 00:00:00'`, the rows of a key of several columns `( 'A', 1 ), ( 'B', 2 )` (Oracle Database
/// VLDB and Partitioning Guide, "Viewing Information About Partitioned Tables and Indexes"; Database Reference,
/// ALL_TAB_PARTITIONS).
struct PartitionBoundText {
  let definer: TableDefiner
  let table: Table
  let columns: [Column]

  /// A value, or MAXVALUE, which is above all of them.
  struct Bound {
    var text: String
    /// Nil for MAXVALUE; bytes of one type sort as its values do.
    var bytes: [UInt8]?
  }

  /// VALUES LESS THAN.
  func values(_ values: [PartitionValue]) throws -> [Bound] {
    guard values.count >= columns.count else {
      throw OracleError(code: 14_018, message: "partition bound list contains too few elements")
    }
    guard values.count == columns.count else {
      throw OracleError(code: 14_017, message: "partition bound list contains too many elements")
    }
    return try zip(values, columns).map { value, column in
      switch value {
      case .maxValue: return Bound(text: "MAXVALUE", bytes: nil)
      case .defaultValue: throw OracleError(code: 14_019, message: Self.noConstant)
      case .expression(let expression):
        let value = try constant(expression, column)
        guard !value.isNull else { throw OracleError(code: 14_019, message: Self.noConstant) }
        return Bound(text: try text(value), bytes: value.bytes)
      }
    }
  }

  private static let noConstant =
    "partition bound element must be one of: datetime or interval literal, string, number, or MAXVALUE"

  private static let noListValue =
    "partition bound element must be one of: string, datetime or interval literal, number, or NULL"

  /// VALUES (...).
  func list(_ rows: [[PartitionValue]]) throws -> (text: String, bound: TablePartitions.Bound) {
    if rows.count == 1, rows[0].count == 1, case .defaultValue = rows[0][0] { return ("DEFAULT", .rest) }
    var keys: Set<[[UInt8]?]> = []
    let texts = try rows.map { row in
      guard row.count == columns.count else {
        throw OracleError(code: 14_308, message: Self.noListValue)
      }
      let values = try zip(row, columns).map { value, column in
        guard case .expression(let expression) = value else {
          throw OracleError(code: 14_308, message: Self.noListValue)
        }
        return try constant(expression, column)
      }
      keys.insert(values.map(TablePartitions.bytes))
      let texts = try values.map(text)
      return texts.count == 1 ? texts[0] : "( " + texts.joined(separator: ", ") + " )"
    }
    return (texts.joined(separator: ", "), .list(keys))
  }

  /// Whether one bound lies below another.
  static func isBelow(_ lower: [Bound], _ upper: [Bound]) -> Bool {
    for (left, right) in zip(lower, upper) {
      guard let leftBytes = left.bytes else {
        if right.bytes == nil { continue }
        return false
      }
      guard let rightBytes = right.bytes else { return true }
      let order = ValueOrder.bytes(leftBytes, rightBytes)
      if order != 0 { return order < 0 }
    }
    return false
  }

  private func constant(_ expression: Expression, _ column: Column) throws -> Value {
    let session = definer.session
    let compiled = try TableRules.compile(definer.context.source(expression), Scope(parent: nil), table, session)
    let execution = Execution(session: session, binds: [], snapshot: session.snapshot())
    let frame = Frame(execution: execution, parent: nil, sources: [])
    let value = try compiled.evaluate(frame)
    // The blanks behind a CHAR are not shown.
    if column.type.base == .char { return try ColumnStore.convert(value, to: column.type, session.rules) }
    return try ColumnStore.cast(value, to: column.type, session.rules)
  }

  private func text(_ value: Value) throws -> String {
    switch value.type {
    case .null: return "NULL"
    case .number: return value.number.description
    case .date:
      return "TO_DATE(' \(seconds(value))', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')"
    case .timestamp: return "TIMESTAMP' \(value.timestamp?.description ?? "")'"
    case .varchar, .char:
      let doubled = value.string.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      return "'\(doubled)'"
    default:
      throw OracleError.unsupported("partition keys of the type \(value.type.name)")
    }
  }

  private func seconds(_ value: Value) -> String { String((value.timestamp?.description ?? "").prefix(19)) }
}
