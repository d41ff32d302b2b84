import Canonical
import Model
import OracleWire
import Testing

@testable import Verification

@Suite struct TablePlanTests {
  static func column(_ name: String) -> ColumnMapping {
    ColumnMapping(
      sourceName: name, oracleType: .number(precision: 9, scale: 0), targetName: name.lowercased(),
      postgresType: .integer, isNullable: false)
  }

  let mapping = TableMapping(
    sourceOwner: "OT", sourceName: "ORDER ITEMS", target: QualifiedName(schema: "ot", name: "order items"),
    columns: ["QTY", "ITEM", "ORD"].map(column), generatedColumns: [column("TOTAL")], primaryKey: ["ord", "item"])
  let target = TargetTable(
    types: Dictionary(
      uniqueKeysWithValues: ["qty", "item", "ord", "total"].map { ($0, PostgresColumnType(oid: 23, name: "integer")) }))

  @Test func keyColumnsComeFirstInTheirOrder() throws {
    let plan = try TablePlan(mapping, target: target, scn: 4711, rule: .round)
    #expect(plan.columns == ["ord", "item", "qty", "total"])
    #expect(plan.keyCount == 2)
    #expect(plan.sourceStatement == #"SELECT "ORD", "ITEM", "QTY", "TOTAL" FROM "OT"."ORDER ITEMS" AS OF SCN 4711"#)
    #expect(
      plan.targetStatement
        == #"COPY (SELECT "ord", "item", "qty", "total" FROM "ot"."order items") TO STDOUT (FORMAT binary)"#)
    let form = try plan.form(
      described: Array(repeating: ColumnDescription(name: "C", typeCode: .number), count: 4))
    #expect(
      form == RowForm(columns: Array(repeating: ColumnForm(oracle: .number, postgres: .int4), count: 4), keyCount: 2))
  }

  @Test func currentDataWithoutAnSCN() throws {
    let plan = try TablePlan(mapping, target: target, scn: nil, rule: .round)
    #expect(plan.sourceStatement.hasSuffix(#"FROM "OT"."ORDER ITEMS""#))
  }

  @Test func whatCannotBeCheckedIsNamed() throws {
    var partial = target
    partial.types["qty"] = nil
    #expect {
      try TablePlan(mapping, target: partial, scn: nil, rule: .round)
    } throws: { error in
      "\(error)".contains("table ot.order items could not be checked: it has no column qty in PostgreSQL")
    }
    var keyless = mapping
    keyless.primaryKey = ["id"]
    #expect(throws: VerificationError.self) { try TablePlan(keyless, target: target, scn: nil, rule: .round) }
    var empty = mapping
    (empty.columns, empty.generatedColumns, empty.primaryKey) = ([], [], [])
    #expect(throws: VerificationError.self) { try TablePlan(empty, target: target, scn: nil, rule: .round) }
    let plan = try TablePlan(mapping, target: target, scn: nil, rule: .round)
    let text = Array(repeating: ColumnDescription(name: "C", typeCode: .varchar), count: 4)
    #expect {
      try plan.form(described: text)
    } throws: { error in
      "\(error)".contains("column ord: VARCHAR2 in Oracle and integer in PostgreSQL cannot be compared")
    }
    #expect(throws: VerificationError.self) { try plan.form(described: []) }
  }
}
