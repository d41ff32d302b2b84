import Testing

@testable import DataGeneration

@Suite struct PostgresDictionaryTests {
  @Test func boundsAreRead() {
    #expect(
      PostgresDictionary.bounds([
        "FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')", "FOR VALUES FROM (MINVALUE) TO ('-5')",
      ])
        == .ranges([
          PartitionBounds.Range(lower: "2020-01-01", upper: "2021-01-01"),
          PartitionBounds.Range(lower: nil, upper: "-5"),
        ]))
    #expect(
      PostgresDictionary.bounds(["FOR VALUES IN ('it''s', 'b')", "FOR VALUES IN (NULL, '3')"])
        == .list(["it's", "b", "3"]))
    #expect(PostgresDictionary.bounds(["FOR VALUES FROM (1, 2) TO (3, 4)"]) == nil)
    #expect(PostgresDictionary.bounds(["FOR VALUES WITH (modulus 2, remainder 0)"]) == nil)
    #expect(PostgresDictionary.bounds(["DEFAULT"]) == nil)
  }

  @Test func tablesAreDescribed() async throws {
    let ddl = """
      CREATE SCHEMA other; CREATE TABLE other.far (code text PRIMARY KEY);
      CREATE DOMAIN money2 AS numeric(9,2) NOT NULL CHECK (VALUE > 0);
      CREATE TABLE t ("Id" serial PRIMARY KEY, name varchar(12) DEFAULT 'x', price money2, far text REFERENCES other.far
        ON DELETE SET NULL, gone int, twice int GENERATED ALWAYS AS (gone * 2) STORED, tags int[], EXCLUDE USING btree (gone WITH =));
      CREATE UNIQUE INDEX t_name ON t (upper(name)); CREATE UNIQUE INDEX t_twice ON t (twice);
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
      ALTER TABLE t DROP COLUMN gone CASCADE;
      """
    try await GeneratorFixtures.withPostgres(ddl) { store, _ in
      let tables = try await store.tables()
      let table = try #require(tables.first)
      #expect(tables.count == 1 && table.columns.map(\.name) == ["Id", "name", "price", "far", "tags"])
      #expect(table.columns[0].sequence == "\"t_Id_seq\"" && table.columns[0].hasDefault && table.primaryKey == [0])
      #expect(table.columns[2].type == .number(digits: 9, scale: 2) && !table.columns[2].isNullable)
      #expect(table.checks.count == 1 && table.checks[0].condition != nil)
      #expect(table.uniques == [[0], [1]] && table.hasInsertTriggers)
      #expect(table.foreignKeys.first?.otherSchema == "other" && table.foreignKeys.first?.rule == .setNull)
      // The table of the other schema has no rows: the column stays NULL.
      let made = try await SchemaGenerator(store: store, seed: 1).make(create: 20)
      #expect(made.created == ["t": 20])
    }
  }
}
