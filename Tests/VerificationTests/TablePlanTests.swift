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

  /// An object is compared by whether it is there and by its attributes, each with a form of its own; xml by its text.
  @Test func objectsAreComparedByTheirAttributes() throws {
    let type = ObjectType(
      owner: "OT", name: "A_T",
      attributes: [.init(name: "X", type: .binaryDouble), .init(name: "NOTE", type: .varchar2(length: 9))])
    let composite = CompositeType(
      name: QualifiedName(schema: "ot", name: "a_t"),
      fields: [.init(name: "x", type: .doublePrecision), .init(name: "note", type: .varchar(length: 9))])
    let mapping = TableMapping(
      sourceOwner: "OT", sourceName: "T", target: QualifiedName(schema: "ot", name: "t"),
      columns: [
        Self.column("ID"),
        ColumnMapping(
          sourceName: "A", oracleType: .object(type), targetName: "a", postgresType: .composite(composite),
          isNullable: true),
        ColumnMapping(sourceName: "D", oracleType: .xml, targetName: "d", postgresType: .xml, isNullable: true),
      ], primaryKey: ["id"])
    let integer = PostgresColumnType(oid: 23, name: "integer")
    let target = TargetTable(
      types: ["id": integer, "a": PostgresColumnType(oid: 99_999, name: "ot.a_t"), "d": .init(oid: 142, name: "xml")],
      fields: ["a": ["x": .init(oid: 701, name: "double precision"), "note": .init(oid: 1043, name: "varchar(9)")]])
    let plan = try TablePlan(mapping, target: target, scn: 1, rule: .round)
    #expect(plan.columns == ["id", "a", "a.x", "a.note", "d"])
    #expect(
      plan.sourceStatement
        == #"SELECT "ID", CASE WHEN "oraferry"."A" IS NULL THEN NULL ELSE 1 END AS "A", "oraferry"."A"."X" AS "X", "#
        + #""oraferry"."A"."NOTE" AS "NOTE", XMLSERIALIZE(CONTENT "D" AS CLOB) AS "D" "#
        + #"FROM "OT"."T" AS OF SCN 1 "oraferry""#)
    #expect(
      plan.targetStatement
        == #"COPY (SELECT "id", CASE WHEN "a" IS DISTINCT FROM NULL THEN 1 END, ("a")."x", ("a")."note", "d"::text "#
        + #"FROM "ot"."t") TO STDOUT (FORMAT binary)"#)
    let form = try plan.form(described: [
      ColumnDescription(name: "ID", typeCode: .number), ColumnDescription(name: "A", typeCode: .number),
      ColumnDescription(name: "X", typeCode: .binaryDouble), ColumnDescription(name: "NOTE", typeCode: .varchar),
      ColumnDescription(name: "D", typeCode: .clob),
    ])
    #expect(form.columns.map(\.postgres) == [.int4, .int4, .double, .text, .xml])
    var partial = target
    partial.fields["a"]?["note"] = nil
    #expect {
      try TablePlan(mapping, target: partial, scn: nil, rule: .round)
    } throws: { error in
      "\(error)".contains("it has no column a.note in PostgreSQL")
    }
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
