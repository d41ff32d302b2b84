import Model

@testable import Conversion

/// Short forms for the schemas of these tests.
func column(
  _ name: String, _ type: OracleDataType = .number(precision: 9, scale: 0), notNull: Bool = false,
  default text: String? = nil
) -> Column {
  Column(name: name, type: type, isNullable: !notNull, defaultExpression: text)
}

func schema(_ tables: [Table], sequences: [SequenceDefinition] = [], others: [OtherObject] = []) -> Schema {
  Schema(owner: "OT", tables: tables, sequences: sequences, otherObjects: others)
}

func table(
  _ name: String, _ columns: [Column], key: [String] = [], uniques: [KeyConstraint] = [],
  checks: [CheckConstraint] = [],
  foreignKeys: [ForeignKey] = [], indexes: [TableIndex] = []
) -> Table {
  Table(
    owner: "OT", name: name, columns: columns,
    primaryKey: key.isEmpty ? nil : KeyConstraint(name: name + "_PK", columns: key), uniqueConstraints: uniques,
    checks: checks, foreignKeys: foreignKeys, indexes: indexes)
}

func reference(
  _ name: String, _ columns: [String], to table: String, _ referenced: [String],
  rule: ForeignKey.DeleteRule = .noAction,
  state: ConstraintState = ConstraintState()
) -> ForeignKey {
  ForeignKey(
    name: name, columns: columns, referencedOwner: "OT", referencedTable: table, referencedColumns: referenced,
    deleteRule: rule, state: state)
}

func plan(_ tables: [Table], options: ConversionOptions = ConversionOptions()) throws -> MigrationPlan {
  try SchemaConversion.plan(for: schema(tables), options: options)
}

extension MigrationPlan {
  func sql(_ id: String) -> String? {
    (preparation + tables.map(\.creation) + completion).first { $0.id == id }?.sql
  }

  var rules: [String] { findings.map(\.rule) }

  /// The part of CREATE TABLE that makes a column.
  func columnSQL(_ table: String, _ column: String) -> String? {
    let head = "  \"\(column)\" "
    return sql("table:\(table)")?.split(separator: "\n").first { $0.hasPrefix(head) }
      .map { String($0.dropFirst(head.count)).trimmingCommas }
  }
}

extension String {
  fileprivate var trimmingCommas: String { hasSuffix(",") ? String(dropLast()) : self }
}
