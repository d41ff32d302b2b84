import Model
import PostgresClient
import Testing

@testable import DataGeneration

/// A PostgreSQL server accepts the rows: its constraints are the proof.
@Suite struct PostgresGenerationTests {
  private static let hard = """
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
    CREATE DOMAIN release_year AS integer CHECK (VALUE >= 1901 AND VALUE <= 2155);
    CREATE TABLE tenants (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name varchar(40) NOT NULL UNIQUE);
    CREATE TABLE customers (tenant_id bigint NOT NULL REFERENCES tenants, id integer NOT NULL, email varchar(60) NOT NULL,
      flag char(1) NOT NULL CHECK (flag IN ('Y', 'N')), active boolean NOT NULL,
      small smallint CHECK (small BETWEEN 3 AND 7), credit numeric(10,2) CHECK (credit >= 0),
      created_at timestamptz NOT NULL, updated_at timestamptz CHECK (updated_at >= created_at), start_date date,
      end_date date, CHECK (start_date < end_date), notes text, photo bytea, guid uuid NOT NULL UNIQUE, doc jsonb,
      feel mood, released release_year, zip varchar(5) CHECK (length(zip) = 5), iso char(3) CHECK (iso = upper(iso)),
      sku varchar(12) NOT NULL UNIQUE CHECK (sku ~ '^[A-Z]{3}[0-9]{5}$'), second_mail text CHECK (second_mail LIKE '%@%'),
      spent interval, opened time, address inet, tags text[] NOT NULL,
      doubled integer GENERATED ALWAYS AS (id * 2) STORED, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, email));
    CREATE UNIQUE INDEX customers_mail ON customers (lower(email));
    CREATE TABLE orders (order_no serial PRIMARY KEY, tenant_id bigint NOT NULL, customer_id integer NOT NULL,
      parent_order integer REFERENCES orders, total numeric(12,2) NOT NULL CHECK (total > 0), paid numeric(12,2),
      CHECK (paid <= total), FOREIGN KEY (tenant_id, customer_id) REFERENCES customers ON DELETE CASCADE);
    CREATE TABLE items (order_no integer REFERENCES orders, line smallint, qty integer NOT NULL CHECK (qty > 0),
      PRIMARY KEY (order_no, line));
    CREATE TABLE a (id integer PRIMARY KEY, b_id integer);
    CREATE TABLE b (id integer PRIMARY KEY, a_id integer NOT NULL REFERENCES a);
    ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b;
    CREATE TABLE tags (name text PRIMARY KEY);
    CREATE TABLE item_tags (order_no integer, line smallint, tag text REFERENCES tags,
      PRIMARY KEY (order_no, line, tag), FOREIGN KEY (order_no, line) REFERENCES items);
    CREATE TABLE profile (order_no integer PRIMARY KEY REFERENCES orders, bio text NOT NULL);
    CREATE TABLE events (id bigint NOT NULL, at timestamp NOT NULL, kind text NOT NULL, PRIMARY KEY (id, at))
      PARTITION BY RANGE (at);
    CREATE TABLE events_24 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
    CREATE TABLE events_20 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
    CREATE TABLE regions (r text NOT NULL, v int) PARTITION BY LIST (r);
    CREATE TABLE regions_a PARTITION OF regions FOR VALUES IN ('n', 's');
    CREATE TABLE hashed (k int PRIMARY KEY, v text) PARTITION BY HASH (k);
    CREATE TABLE hashed_0 PARTITION OF hashed FOR VALUES WITH (MODULUS 2, REMAINDER 0);
    CREATE TABLE hashed_1 PARTITION OF hashed FOR VALUES WITH (MODULUS 2, REMAINDER 1);
    CREATE TABLE either (id int PRIMARY KEY, x int, y int, z int NOT NULL CHECK (z % 10 = 3),
      CHECK ((x IS NULL AND y IS NOT NULL) OR (x IS NOT NULL AND y IS NULL)), CHECK (id % 2 = 1));
    CREATE TABLE tree (id int PRIMARY KEY, up int NOT NULL REFERENCES tree);
    CREATE TABLE pairs (id int PRIMARY KEY, left_id int NOT NULL REFERENCES tree, points int,
      tenant_id bigint NOT NULL, customer_id int NOT NULL, UNIQUE (customer_id, points),
      FOREIGN KEY (tenant_id, customer_id) REFERENCES customers);
    """

  @Test func everyTableIsFilledTwiceChangedAndThinnedOut() async throws {
    try await GeneratorFixtures.withPostgres(Self.hard) { store, session in
      let generator = SchemaGenerator(store: store, seed: 5)
      let first = try await generator.make(create: 300)
      #expect(first.report.findings.isEmpty, "\(first.report.findings)")
      #expect(first.created.count == 15 && first.created.values.allSatisfy { $0 == 300 }, "\(first.created)")
      let second = try await generator.make(create: 100)
      #expect(second.created.values.allSatisfy { $0 == 100 }, "\(second.created)")
      func number(_ sql: String) async throws -> Int {
        Int(try await session.execute(sql).firstValue ?? "") ?? -1
      }
      #expect(try await number("SELECT count(*) FROM a WHERE b_id IS NULL") < 400)
      // Sequences stand behind the rows: a user's own row gets a free key.
      #expect(try await number("INSERT INTO tenants (name) VALUES ('mine') RETURNING id") == 401)
      #expect(
        try await number(
          "INSERT INTO orders (tenant_id, customer_id, total) SELECT tenant_id, id, 1 FROM customers LIMIT 1 RETURNING order_no"
        )
          == 401)

      let before = try await number("SELECT count(*) FROM customers")
      let changed = try await generator.make(update: 50)
      let updated = Dictionary(changed.report.lines.map { ($0.table, $0.rows) }) { $1 }
      #expect(updated["customers"] == 50 && updated["profile"] == 50 && updated["tags"] == nil)
      #expect(try await number("SELECT count(*) FROM customers WHERE updated_at < created_at") == 0)

      let removed = try await generator.make(delete: 40)
      let deleted = Dictionary(
        removed.report.lines.filter { $0.action == "deleted" }.map { ($0.table, $0.rows) }
      ) { $1 }
      #expect(deleted["customers"] ?? 0 >= 40)
      #expect(try await number("SELECT count(*) FROM customers") == before - (deleted["customers"] ?? 0))
    }
  }

  @Test func aSeedSaysAllThatHappens() async throws {
    func contents(_ seed: UInt64) async throws -> [[String?]] {
      try await GeneratorFixtures.withPostgres(Self.hard) { store, session in
        let generator = SchemaGenerator(store: store, seed: seed)
        _ = try await generator.make(create: 60, update: 10, delete: 5)
        var rows: [[String?]] = []
        for table in ["customers", "orders", "items", "item_tags", "events", "either", "a"] {
          rows += try await session.execute("SELECT t::text FROM \(table) t ORDER BY t::text COLLATE \"C\"").rows
        }
        return rows
      }
    }
    let first = try await contents(3)
    #expect(try await contents(3) == first && first.count > 300)
    #expect(try await contents(4) != first)
  }

  @Test func whatCannotBeFilledIsSaidWithTheReason() async throws {
    let ddl = """
      CREATE TABLE lone (id int PRIMARY KEY, place point NOT NULL);
      CREATE TABLE one (id int PRIMARY KEY, two_id int NOT NULL);
      CREATE TABLE two (id int PRIMARY KEY, one_id int NOT NULL REFERENCES one);
      ALTER TABLE one ADD FOREIGN KEY (two_id) REFERENCES two;
      CREATE TABLE child (id int PRIMARY KEY, lone_id int NOT NULL REFERENCES lone);
      CREATE TABLE never (id int PRIMARY KEY, x int NOT NULL CHECK (x > 5 AND x < 3));
      CREATE TABLE few (flag boolean PRIMARY KEY);
      CREATE TABLE fine (id int PRIMARY KEY, place point);
      CREATE TABLE side (id int PRIMARY KEY, fine_id int NOT NULL, flag char(1) NOT NULL, UNIQUE (flag, fine_id, id),
        FOREIGN KEY (fine_id) REFERENCES fine);
      """
    try await GeneratorFixtures.withPostgres(ddl) { store, _ in
      let made = try await SchemaGenerator(store: store, seed: 1).make(create: 10)
      #expect(made.created == ["few": 2, "fine": 10, "side": 10])
      func finding(_ table: String) -> Finding? { made.report.findings.first { $0.object == "table \(table)" } }
      #expect(finding("lone")?.reason.contains("place of type point") == true)
      #expect(finding("one")?.reason.contains("circle") == true)
      #expect(finding("child")?.reason.contains("lone") == true)
      #expect(finding("never")?.reason.contains("no value for x") == true)
      #expect(finding("few")?.rule == "generate.exhausted")
    }
  }

  @Test func aRefusedRowLeavesNothingBehind() async throws {
    let ddl = """
      CREATE FUNCTION odd(i int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT i % 2 = 1';
      CREATE TABLE good (id int PRIMARY KEY);
      CREATE TABLE picky (id int PRIMARY KEY CONSTRAINT picky_odd CHECK (odd(id)));
      """
    try await GeneratorFixtures.withPostgres(ddl) { store, session in
      let generator = SchemaGenerator(store: store, seed: 1)
      let error = await #expect(throws: GenerationError.self) { try await generator.make(create: 10) }
      #expect(error?.description.contains("picky_odd") == true && error?.description.contains("--tables") == true)
      #expect(try await session.execute("SELECT count(*) FROM good").firstValue == "0")
      let prepared = try await generator.prepare(GenerationRequest(create: 10, update: 0, delete: 0))
      #expect(prepared.plan.findings.contains { $0.reason.contains("picky_odd was not understood") })
    }
  }

  @Test func rowsThatWereThereAreKeptApart() async throws {
    let ddl = """
      CREATE TABLE p (id int PRIMARY KEY, code varchar(2) NOT NULL UNIQUE, name varchar(30) NOT NULL UNIQUE);
      INSERT INTO p VALUES (900, 'AA', 'River 7'), (5, 'AC', 'ember'), (7, 'zz', 'K 12');
      CREATE TABLE c (p_id int REFERENCES p, n numeric(2), PRIMARY KEY (p_id, n));
      INSERT INTO c VALUES (5, 1), (7, 2), (900, 3);
      """
    try await GeneratorFixtures.withPostgres(ddl) { store, session in
      let made = try await SchemaGenerator(store: store, seed: 2).make(create: 200)
      #expect(made.created == ["p": 200, "c": 200])
      #expect(try await session.execute("SELECT min(id) FROM p WHERE id > 900").firstValue == "901")
      #expect(try await session.execute("SELECT count(*) FROM p WHERE name LIKE '% 13'").firstValue == "1")
    }
  }

  @Test func tablesAreChosenByName() async throws {
    try await GeneratorFixtures.withPostgres(Self.hard) { store, _ in
      let generator = SchemaGenerator(store: store, seed: 2)
      let made = try await generator.make(create: 3, tables: [("TENANTS", nil), ("tree", 7), ("items", nil)])
      #expect(made.created == ["tenants": 3, "tree": 7])
      #expect(made.report.findings.contains { $0.object == "table items" && $0.reason.contains("orders") })
      let error = await #expect(throws: GenerationError.self) {
        try await generator.make(create: 1, tables: [("no", 1)])
      }
      #expect(error?.description.contains("tenants") == true)
    }
  }
}
