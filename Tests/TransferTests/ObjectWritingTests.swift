import Model
import OracleWire
import PostgresClient
import Testing

@testable import Transfer

/// Objects to composite values, by a mapping as the plan of a migration has it.
struct ObjectWritingTests {
  static let type = ObjectType(
    owner: "OT", name: "ADDRESS_T",
    attributes: [
      .init(name: "STREET", type: .varchar2(length: 30)), .init(name: "Zip", type: .number(precision: 5, scale: 0)),
    ])
  static let mapping = TableMapping(
    sourceOwner: "OT", sourceName: "T", target: QualifiedName(schema: "ot", name: "t"),
    columns: [
      ColumnMapping(
        sourceName: "ID", oracleType: .number(precision: 9, scale: 0), targetName: "id", postgresType: .integer,
        isNullable: false),
      ColumnMapping(
        sourceName: "HOME", oracleType: .object(type), targetName: "home",
        postgresType: .composite(
          CompositeType(
            name: QualifiedName(schema: "ot", name: "address_t"),
            fields: [.init(name: "street", type: .varchar(length: 30)), .init(name: "Zip", type: .integer)])),
        isNullable: true),
      ColumnMapping(
        sourceName: "NOTE", oracleType: .json, targetName: "note", postgresType: .json, isNullable: true),
    ])
  static let described = [
    ColumnDescription(name: "ID", typeCode: .number), ColumnDescription(name: "HOME", typeCode: .number),
    ColumnDescription(name: "STREET", typeCode: .varchar), ColumnDescription(name: "Zip", typeCode: .number),
    ColumnDescription(name: "NOTE", typeCode: .blob),
  ]

  @Test("whether the object is there, and its attributes, are read by the table's alias")
  func statement() throws {
    let plan = try CopyPlan(mapping: Self.mapping, scn: 7)
    #expect(
      plan.selectStatement
        == #"SELECT "ID", CASE WHEN "oraferry"."HOME" IS NULL THEN NULL ELSE 1 END AS "HOME", "#
        + #""oraferry"."HOME"."STREET" AS "STREET", "oraferry"."HOME"."Zip" AS "Zip", "#
        + #"JSON_SERIALIZE("NOTE" RETURNING BLOB ERROR ON ERROR) AS "NOTE" FROM "OT"."T" AS OF SCN 7 "oraferry""#)
    #expect(plan.copyStatement == #"COPY "ot"."t" ("id", "home", "note") FROM STDIN (FORMAT binary)"#)
  }

  @Test("an object without values is not NULL, and NULL is no object")
  func crossing() async throws {
    var transcoder = try CopyPlan(mapping: Self.mapping, scn: nil)
      .transcoder(for: Self.described, serverVersion: 150_000)
    let one = OracleNumber(1).bytes
    let text = { (text: String) -> [UInt8]? in Array(text.utf8) }
    let rows: [[[UInt8]?]] = [
      [OracleNumber(1).bytes, one, text("Größe, \"3\""), OracleNumber(12345).bytes, text("[1]")],
      [OracleNumber(2).bytes, nil, nil, nil, nil],
      [OracleNumber(3).bytes, one, nil, nil, text("{}")],
    ]
    var arena = CopyArena(capacity: 64)
    arena.appendHeader()
    #expect(try transcoder.transcode(RowBatch(rows: rows), into: &arena) == 3)
    arena.appendTrailer()
    let session = try await TestCluster.session()
    _ = try await session.execute("CREATE TYPE pg_temp.address_t AS (street varchar(30), \"Zip\" integer)")
    _ = try await session.execute("CREATE TEMPORARY TABLE objects (id integer, home pg_temp.address_t, note json)")
    try await session.copyIn("COPY objects FROM STDIN (FORMAT binary)")
    try await session.sendCopyData(arena.withUnsafeBytes { Array($0) })
    #expect(try await session.endCopyIn() == 3)
    let result = try await session.execute(
      "SELECT concat_ws(' ', home, note, home IS DISTINCT FROM NULL) FROM objects ORDER BY id")
    #expect(result.rows.map { $0[0] } == ["(\"Größe, \"\"3\"\"\",12345) [1] t", "f", "(,) {} t"])
    await session.close()
  }

  @Test("a reject names the attribute")
  func reject() throws {
    var transcoder = try CopyPlan(mapping: Self.mapping, scn: nil)
      .transcoder(for: Self.described, serverVersion: 150_000)
    var arena = CopyArena(capacity: 64)
    let row: [[UInt8]?] = [OracleNumber(1).bytes, OracleNumber(1).bytes, [0x61, 0], nil, nil]
    #expect {
      try transcoder.transcode(RowBatch(rows: [row]), into: &arena)
    } throws: { error in
      (error as? RejectError)?.column == "HOME.STREET"
    }
  }

  @Test("a query that describes other attributes is refused")
  func descriptions() throws {
    let plan = try CopyPlan(mapping: Self.mapping, scn: nil)
    var other = Self.described
    other[3].name = "CITY"
    #expect(throws: TransferError.self) { try plan.transcoder(for: other, serverVersion: 150_000) }
    #expect(throws: TransferError.self) { try plan.transcoder(for: Array(other.dropLast()), serverVersion: 150_000) }
  }
}
