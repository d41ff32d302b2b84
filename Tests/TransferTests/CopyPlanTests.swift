import Model
import OracleWire
import Testing

@testable import Transfer

/// Statements, and plans from descriptions.
struct CopyPlanTests {
  static let mapping = TableMapping(
    sourceOwner: "OT", sourceName: "Odd Table", target: QualifiedName(schema: "ot", name: "odd \"table\""),
    columns: [
      ColumnMapping(
        sourceName: "ID", oracleType: .number(precision: 9, scale: 0), targetName: "id", postgresType: .integer,
        isNullable: false),
      ColumnMapping(
        sourceName: "Mixed", oracleType: .varchar2(length: 10), targetName: "Mixed", postgresType: .varchar(length: 10),
        isNullable: true),
    ],
    generatedColumns: [
      ColumnMapping(
        sourceName: "TWICE", oracleType: .number(precision: nil, scale: nil), targetName: "twice",
        postgresType: .unboundedNumeric, isNullable: true)
    ])

  static let described = [
    ColumnDescription(name: "ID", typeCode: .number, precision: 9),
    ColumnDescription(name: "Mixed", typeCode: .varchar),
  ]

  @Test("the query and the COPY quote every name, and leave generated columns out")
  func statements() throws {
    let plan = try CopyPlan(mapping: Self.mapping, scn: 18_446_744_073_709_551_615)
    #expect(plan.selectStatement == #"SELECT "ID", "Mixed" FROM "OT"."Odd Table" AS OF SCN 18446744073709551615"#)
    #expect(plan.copyStatement == #"COPY "ot"."odd ""table""" ("id", "Mixed") FROM STDIN (FORMAT binary)"#)
    #expect(
      try CopyPlan(mapping: Self.mapping, scn: nil).selectStatement == #"SELECT "ID", "Mixed" FROM "OT"."Odd Table""#)
  }

  @Test("names that Oracle cannot have, and tables without columns, are refused")
  func refusals() {
    var odd = Self.mapping
    odd.columns[0].sourceName = "A\" FROM DUAL--"
    #expect(throws: TransferError.self) { try CopyPlan(mapping: odd, scn: nil) }
    odd.columns = []
    #expect(throws: TransferError.self) { try CopyPlan(mapping: odd, scn: nil) }
  }

  @Test("plans are chosen once, from the description")
  func plans() throws {
    let transcoder = try CopyPlan(mapping: Self.mapping, scn: nil)
      .transcoder(for: Self.described, serverVersion: 150_000)
    #expect(transcoder.plans == [.integer, .text(maximum: 10, ignoresTrailingBlanks: false)])
    #expect(transcoder.table == "OT.Odd Table" && transcoder.columns == ["ID", "Mixed"])
  }

  @Test("a description that differs from the mapping is an error with the column's name")
  func differences() throws {
    let plan = try CopyPlan(mapping: Self.mapping, scn: nil)
    var other = Self.described
    other[1].typeCode = .number
    let altered = #expect(throws: TransferError.self) { try plan.transcoder(for: other, serverVersion: 150_000) }
    #expect(altered?.context == TransferError.Context(table: "OT.Odd Table", column: "Mixed"))
    #expect(throws: TransferError.self) { try plan.transcoder(for: Self.described.reversed(), serverVersion: 150_000) }
    #expect(throws: TransferError.self) { try plan.transcoder(for: [], serverVersion: 150_000) }
    other[1] = Self.described[1]
    other[1].isNational = true
    #expect(throws: TransferError.self) { try plan.transcoder(for: other, serverVersion: 150_000) }
  }

  @Test(
    "types without an exact way have no plan",
    arguments: [
      (OracleTypeCode.number, PostgresType.text), (.varchar, .integer),
      (.date, .timestamptz(precision: 0)), (.timestampTZ, .timestamp(precision: 6)), (.binaryDouble, .real),
      (.binaryDouble, .unboundedNumeric), (.raw, .text), (.blob, .text), (.clob, .bytea),
      (.boolean, .smallint), (.json, .text), (.vector, .text), (.bfile, .bytea), (.intervalDS, .text),
      (.intervalDS, .intervalYearToMonth), (.intervalYM, .intervalDayToSecond(precision: 6)),
    ])
  func noWay(wire: OracleTypeCode, type: PostgresType) {
    #expect(ColumnPlan(wire: ColumnDescription(name: "V", typeCode: wire), to: type) == nil)
  }

  @Test("infinities depend on the server's version")
  func infinities() throws {
    var mapping = Self.mapping
    mapping.columns[0].postgresType = .unboundedNumeric
    let plan = try CopyPlan(mapping: mapping, scn: nil)
    #expect(try plan.transcoder(for: Self.described, serverVersion: 130_011).plans[0] == .numeric(holdsInfinity: false))
    #expect(try plan.transcoder(for: Self.described, serverVersion: 140_000).plans[0] == .numeric(holdsInfinity: true))
  }
}
