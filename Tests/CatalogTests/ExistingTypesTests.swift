import Model
import PostgresClient
import PostgresCluster
import Testing

@testable import Catalog

/// The real types of tables that are there, and what watches over them, from a real catalogue.
@Suite struct ExistingTypesTests {
  private static let types: [(String, [PostgresType])] = [
    ("smallint", [.smallint]), ("int", [.integer]), ("bigint", [.bigint]), ("numeric", [.unboundedNumeric]),
    ("numeric(12,2)", [.numeric(precision: 12, scale: 2)]), ("numeric(3,-2)", [.numeric(precision: 3, scale: -2)]),
    ("numeric(2,5)", [.numeric(precision: 2, scale: 5)]), ("real", [.real]), ("double precision", [.doublePrecision]),
    ("text", [.text]), ("varchar", [.text]), ("varchar(7)", [.varchar(length: 7)]), ("char(3)", [.char(length: 3)]),
    ("bytea", [.bytea]), ("uuid", [.uuid]), ("boolean", [.boolean]), ("json", [.json]), ("xml", [.xml]),
    ("date", [.date]),
    ("timestamp", [.timestamp(precision: 6)]), ("timestamp(0)", [.timestamp(precision: 0)]),
    ("timestamptz(3)", [.timestamptz(precision: 3)]),
    ("interval", [.intervalYearToMonth, .intervalDayToSecond(precision: 6)]),
    ("interval year to month", [.intervalYearToMonth]),
    ("interval day to second(3)", [.intervalDayToSecond(precision: 3)]), ("interval hour to minute", []),
    ("real[]", [.array(.real)]), ("text[]", []), ("inet", []), ("jsonb", []), ("s.inner_label", [.varchar(length: 9)]),
    ("s.label", [.varchar(length: 9)]), ("s.mood", []),
    (
      "s.point",
      [
        .composite(
          CompositeType(
            name: QualifiedName(schema: "s", name: "point"),
            fields: [.init(name: "x", type: .integer), .init(name: "y", type: .numeric(precision: 5, scale: 1))]))
      ]
    ),
  ]

  @Test func typesOfColumns() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(
      cluster.connectionParameters.merging(["connect_timeout": "300"]) { $1 })
    for statement in [
      "CREATE SCHEMA s", "CREATE DOMAIN s.inner_label AS varchar(9) NOT NULL",
      "CREATE DOMAIN s.label AS s.inner_label DEFAULT 'x'", "CREATE TYPE s.mood AS ENUM ('sad')",
      "CREATE TYPE s.point AS (x int, y numeric(5,1))",
      "CREATE TABLE s.\"T t\" ("
        + Self.types.enumerated().map { "c\($0.offset) \($0.element.0)" }.joined(separator: ", ")
        + ", id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, g int GENERATED ALWAYS AS (c1 + 1) STORED)",
      "CREATE VIEW s.v AS SELECT 1 AS one",
      "CREATE TABLE s.parts (id int, at date) PARTITION BY RANGE (at)",
      "CREATE TABLE s.part PARTITION OF s.parts FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
    ] { _ = try await session.execute(statement) }
    let tables = try await PostgresCatalog(session: session).existingTables(of: "s")
    #expect(tables.map(\.name.name) == ["T t", "part", "parts", "v"])
    #expect(tables.map(\.kind) == [.table, .table, .partitioned, .view])
    #expect(tables.map(\.isPartition) == [false, true, false, false])
    let table = try #require(tables.first)
    for (index, (name, types)) in Self.types.enumerated() {
      #expect(table.columns[index].types == types, "\(name)")
    }
    #expect(table.primaryKey == ["id"] && table.isOwned && table.isWritable && !table.hasRowSecurity)
    let label = table.columns[31]
    #expect(label.typeName == "s.label" && label.isNotNull && label.hasDefault)
    #expect(table.columns.suffix(2).map(\.hasDefault) == [true, true])
    #expect(table.columns.suffix(2).map(\.isGenerated) == [false, true])
    await session.close()
    await cluster.stop()
  }

  @Test func whatWatchesOverTables() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(
      cluster.connectionParameters.merging(["connect_timeout": "300"]) { $1 })
    for statement in [
      "CREATE SCHEMA s", "CREATE TABLE s.a (id int, no int, PRIMARY KEY (id, no))",
      "CREATE TABLE s.p (id int, a int, n int) PARTITION BY LIST (id)",
      "CREATE TABLE s.p1 PARTITION OF s.p FOR VALUES IN (1)",
      "ALTER TABLE s.p ADD CONSTRAINT to_a FOREIGN KEY (n, a) REFERENCES s.a (id, no) MATCH FULL ON DELETE CASCADE",
      "CREATE TABLE s.other (id int, no int, CONSTRAINT other_a FOREIGN KEY (id, no) REFERENCES s.a)",
      "CREATE FUNCTION s.f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$",
      "CREATE TRIGGER t AFTER INSERT ON s.p FOR EACH ROW EXECUTE FUNCTION s.f()",
      "CREATE TRIGGER u BEFORE UPDATE ON s.a FOR EACH ROW EXECUTE FUNCTION s.f()",
      "CREATE TRIGGER off BEFORE UPDATE ON s.a FOR EACH ROW EXECUTE FUNCTION s.f()",
      "ALTER TABLE s.a DISABLE TRIGGER off", "ALTER TABLE s.a ENABLE REPLICA TRIGGER u",
    ] { _ = try await session.execute(statement) }
    let catalog = PostgresCatalog(session: session)
    let tables = try await catalog.existingTables(of: "s").filter { ["a", "p"].contains($0.name.name) }
    let guards = try await catalog.guards(of: tables.map(\.oid))
    #expect(
      guards.triggers.map { "\($0.table.name).\($0.name) \($0.firing) \($0.isOnInsert)" } == [
        "a.u R false", "p.t O true", "p1.t O true",
      ])
    #expect(guards.foreignKeys.map(\.name) == ["other_a", "to_a"])
    #expect(guards.foreignKeys.map(\.isReferring) == [false, true])
    let key = try #require(guards.foreignKeys.last)
    #expect(key.definition == "FOREIGN KEY (n, a) REFERENCES s.a(id, no) MATCH FULL ON DELETE CASCADE")
    #expect(key.columns == ["n", "a"] && key.referencedColumns == ["id", "no"])
    #expect(key.isFull && key.isPartitioned && key.hasAction && key.isValidated && key.canBeMade)
    await session.close()
    await cluster.stop()
  }
}
