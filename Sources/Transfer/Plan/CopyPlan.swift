import Model
import OracleWire

/// How one table is read and written: the query, the COPY, and a plan for each column once the query is described.
public struct CopyPlan: Sendable {
  /// The table and its columns on both sides.
  public let mapping: TableMapping
  /// The query, all names quoted, `AS OF SCN` when an SCN was given.
  ///
  /// Virtual columns are not in the mapping's columns, and so neither read nor written.
  public let selectStatement: String
  /// `COPY schema.table (columns) FROM STDIN (FORMAT binary)`.
  public let copyStatement: String

  /// Plans the copy of a table.
  ///
  /// - Parameter scn: the SCN that the table is read at; nil reads what is committed when the query starts.
  /// - Throws: `TransferError` for a table without columns and for names that Oracle cannot have.
  public init(mapping: TableMapping, scn: UInt64?) throws(TransferError) {
    self.mapping = mapping
    let context = TransferError.Context(mapping)
    guard !mapping.columns.isEmpty else { throw TransferError(context, .plan("the table has no column to copy")) }
    var names: [String] = []
    let table: String
    do {
      for column in mapping.columns { names.append(try OracleIdentifier.quoted(column.sourceName)) }
      table = try OracleIdentifier.quoted(owner: mapping.sourceOwner, name: mapping.sourceName)
    } catch {
      throw TransferError(context, .plan("\(error)"))
    }
    let snapshot = scn.map { " AS OF SCN \($0)" } ?? ""
    selectStatement = "SELECT \(names.joined(separator: ", ")) FROM \(table)\(snapshot)"
    let targets = PostgresIdentifier.quotedList(mapping.columns.map(\.targetName))
    copyStatement = "COPY \(mapping.target.quoted) (\(targets)) FROM STDIN (FORMAT binary)"
  }

  /// The Oracle table for messages, owner first.
  public var sourceTable: String { mapping.sourceOwner + "." + mapping.sourceName }

  /// Chooses each column's plan, having compared the query's description with the mapping.
  ///
  /// - Parameters:
  ///   - described: what Oracle says of the query's columns.
  ///   - serverVersion: PostgreSQL's, as libpq numbers it; infinities in numeric need 140000.
  /// - Throws: `TransferError` when the description doesn't fit: the table was altered, or a type has no exact way.
  public func transcoder(
    for described: [ColumnDescription], serverVersion: Int, fractionPolicy: FractionPolicy = .round
  ) throws(TransferError) -> Transcoder {
    let context = TransferError.Context(mapping)
    guard described.count == mapping.columns.count else {
      throw TransferError(
        context, .description("Oracle describes \(described.count) columns, \(mapping.columns.count) were asked for"))
    }
    var plans: [ColumnPlan] = []
    for (wire, column) in zip(described, mapping.columns) {
      let context = TransferError.Context(mapping, column: column.sourceName)
      guard wire.name == column.sourceName else {
        throw TransferError(context, .description("Oracle describes a column \(wire.name) in its place"))
      }
      guard column.oracleType.agrees(with: wire) else {
        throw TransferError(
          context,
          .description(
            "its type was \(column.oracleType) in the dictionary and is \(wire.typeCode.name) in the query; "
              + "was the table altered meanwhile? Run the migration again"))
      }
      guard
        let plan = ColumnPlan(wire: wire, to: column.postgresType, holdsInfinity: serverVersion >= 140_000)
      else {
        throw TransferError(
          context, .plan("there is no exact way from \(column.oracleType) to PostgreSQL's \(column.postgresType)"))
      }
      plans.append(plan)
    }
    return Transcoder(
      table: sourceTable, columns: mapping.columns.map(\.sourceName), plans: plans, fractionPolicy: fractionPolicy)
  }
}
