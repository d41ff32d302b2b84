import CharacterSets
import Model
import OracleWire

/// How one table is read and written: the query, the COPY, and a plan for each column once the query is described.
public struct CopyPlan: Sendable {
  /// The table and its columns on both sides.
  public let mapping: TableMapping
  /// The query, all names quoted, `AS OF SCN` when an SCN was given; a range's bounds are its binds.
  ///
  /// Virtual columns are not in the mapping's columns, and so neither read nor written.
  public let selectStatement: String
  /// The values of the query's binds: the bounds that the range has.
  public let binds: [OracleValue]
  /// `COPY schema.table (columns) FROM STDIN (FORMAT binary)`.
  public let copyStatement: String
  /// What the query selects, in order.
  let values: [SourceValue]
  /// What is read, from behind FROM: the table, the SCN, the conditions.
  let rows: String
  /// The SCN that is read at; nil for what is committed when the query starts.
  let scn: UInt64?
  private let hasConditions: Bool
  /// Whether the address of each row, ROWID, is selected behind the values.
  public let readsAddresses: Bool

  /// Plans the copy of a table.
  ///
  /// - Parameters:
  ///   - scn: the SCN that the table is read at; nil reads what is committed when the query starts.
  ///   - range: which of its rows.
  ///   - address: of one row, as ROWID gave it, instead of a range.
  ///   - readsAddresses: whether the address of each row is read as well.
  /// - Throws: `TransferError` for a table without columns and for names that Oracle cannot have.
  public init(
    mapping: TableMapping, scn: UInt64?, range: RowRange = RowRange(), address: String? = nil,
    readsAddresses: Bool = false
  ) throws(TransferError) {
    self.mapping = mapping
    self.readsAddresses = readsAddresses
    let context = TransferError.Context(mapping)
    guard !mapping.columns.isEmpty else { throw TransferError(context, .plan("the table has no column to copy")) }
    var values: [SourceValue] = []
    self.scn = scn
    do {
      let (conditions, binds) = try address.map { (["ROWID = :1"], [OracleValue.text($0)]) } ?? range.conditions
      self.binds = binds
      hasConditions = !conditions.isEmpty || mapping.condition != nil
      for column in mapping.columns { values += try column.sourceValues() }
      rows = try mapping.carriedRows(scn: scn, and: conditions)
    } catch {
      throw TransferError(context, .plan("\(error)"))
    }
    self.values = values
    let selected = values.map(\.sql) + (readsAddresses ? ["ROWID"] : [])
    selectStatement = "SELECT \(selected.joined(separator: ", ")) FROM \(rows)"
    let targets = PostgresIdentifier.quotedList(mapping.columns.map(\.targetName))
    copyStatement = "COPY \(mapping.target.quoted) (\(targets)) FROM STDIN (FORMAT binary)"
  }

  /// The query with one more condition.
  func selectStatement(where condition: String) -> String {
    selectStatement + (hasConditions ? " AND " : " WHERE ") + "(\(condition))"
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
    let expected = values.count + (readsAddresses ? 1 : 0)
    guard described.count == expected else {
      throw TransferError(
        context, .description("Oracle describes \(described.count) columns, \(expected) were asked for"))
    }
    if readsAddresses, let address = described.last, ![.rowid, .urowid].contains(address.typeCode) {
      throw TransferError(context, .description("ROWID is of type \(address.typeCode.name)"))
    }
    var plans: [ColumnPlan] = []
    for (wire, column) in zip(described, values) {
      let context = TransferError.Context(mapping, column: column.label)
      guard wire.name == column.name else {
        throw TransferError(context, .description("Oracle describes a column \(wire.name) in its place"))
      }
      guard column.oracleType.agrees(with: wire) else {
        throw TransferError(
          context,
          .description(
            "its type was \(column.oracleType) in the dictionary and is \(wire.typeCode.name) in the query; "
              + "was the table altered meanwhile? Run the migration again"))
      }
      if case .object(let attributes) = column.role {
        plans.append(.composite(fields: attributes))
        continue
      }
      if let declared = column.declaredText {
        plans.append(try Self.plan(of: declared, to: column, context))
        continue
      }
      guard
        let plan = ColumnPlan(wire: wire, to: column.postgresType, holdsInfinity: serverVersion >= 140_000)
      else {
        throw TransferError(
          context, .plan("there is no exact way from \(column.oracleType) to PostgreSQL's \(column.postgresType)"))
      }
      plans.append(plan)
    }
    var transcoder = Transcoder(
      table: sourceTable, columns: values.map(\.label), plans: plans,
      fieldTypes: values.map { if case .attribute = $0.role { $0.postgresType.number } else { 0 } },
      fractionPolicy: fractionPolicy)
    transcoder.unwrittenColumns = readsAddresses ? 1 : 0
    return transcoder
  }

  /// The plan of a column that is read as bytes.
  private static func plan(
    of declared: DeclaredText, to column: SourceValue, _ context: TransferError.Context
  ) throws(TransferError) -> ColumnPlan {
    guard let set = OracleCharacterSet(name: declared.characterSet) else {
      throw TransferError(context, .plan("the character set \(declared.characterSet) is not known"))
    }
    let text = ColumnPlan.text(to: column.postgresType, isNational: false)
    guard case .text(let maximum, let ignoresTrailingBlanks)? = text else {
      throw TransferError(
        context,
        .plan("text of a declared character set can't go into PostgreSQL's \(column.postgresType)"))
    }
    do {
      _ = try DecodingTable.of(set)
      return .declaredText(
        DeclaredTextPlan(
          set: set, maximum: maximum, ignoresTrailingBlanks: ignoresTrailingBlanks,
          isWhole: declared.isWhole))
    } catch {
      throw TransferError(context, .plan("\(error)"))
    }
  }
}
