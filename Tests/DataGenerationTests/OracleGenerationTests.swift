import OracleClient
import OracleWire
import Testing

@testable import DataGeneration

/// The stand-in enforces Oracle's constraints: the rows keep to them.
@Suite struct OracleGenerationTests {
  private static let hard = [
    "CREATE TABLE tenants (id NUMBER(9) GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name VARCHAR2(40) NOT NULL UNIQUE)",
    "CREATE SEQUENCE order_seq START WITH 50",
    """
    CREATE TABLE customers (tenant_id NUMBER(9) NOT NULL REFERENCES tenants, id NUMBER(9) NOT NULL,
      last_name VARCHAR2(5 BYTE) NOT NULL, email VARCHAR2(60), vip CHAR(1) NOT NULL CHECK (vip IN ('Y', 'N')),
      is_active NUMBER(1) NOT NULL CHECK (is_active IN (0, 1)), zip VARCHAR2(5) CHECK (LENGTH(zip) = 5),
      sku VARCHAR2(8) NOT NULL UNIQUE CHECK (REGEXP_LIKE(sku, '^[A-Z]{3}[0-9]{5}$')), valid_from DATE NOT NULL,
      valid_to DATE CHECK (valid_to > DATE '2024-06-30'), changed TIMESTAMP(6) WITH TIME ZONE, notes CLOB, photo BLOB,
      token RAW(16), factor NUMBER, score BINARY_DOUBLE, spent INTERVAL DAY(3) TO SECOND(0), age INTERVAL YEAR TO MONTH,
      doc VARCHAR2(100) CHECK (doc IS JSON), whole VARCHAR2(60) GENERATED ALWAYS AS (last_name || '!') VIRTUAL,
      CONSTRAINT pk_customers PRIMARY KEY (tenant_id, id),
      CONSTRAINT ck_valid CHECK (valid_to IS NULL OR valid_to > valid_from))
    """,
    "CREATE UNIQUE INDEX uq_email ON customers (UPPER(email))",
    """
    CREATE TABLE orders (id NUMBER(12) DEFAULT order_seq.NEXTVAL PRIMARY KEY, tenant_id NUMBER(9) NOT NULL,
      customer_id NUMBER(9) NOT NULL, parent_id NUMBER(12) REFERENCES orders, total NUMBER(12,2) NOT NULL CHECK (total > 0),
      FOREIGN KEY (tenant_id, customer_id) REFERENCES customers ON DELETE CASCADE)
    """,
    "CREATE TABLE items (order_id NUMBER(12) REFERENCES orders, line_no NUMBER(3), PRIMARY KEY (order_id, line_no))",
    "CREATE TABLE a (id NUMBER(6) PRIMARY KEY, b_id NUMBER(6))",
    "CREATE TABLE b (id NUMBER(6) PRIMARY KEY, a_id NUMBER(6) NOT NULL REFERENCES a)",
    "ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b",
    """
    CREATE TABLE events (id NUMBER(12) NOT NULL, happened DATE NOT NULL, CONSTRAINT pk_events PRIMARY KEY (id, happened))
    PARTITION BY RANGE (happened) (PARTITION p21 VALUES LESS THAN (DATE '2021-06-01'),
      PARTITION p22 VALUES LESS THAN (DATE '2022-03-01'))
    """,
    """
    CREATE TABLE areas (area VARCHAR2(5) NOT NULL, weight NUMBER(4))
    PARTITION BY LIST (area) (PARTITION pn VALUES ('north', 'south'), PARTITION po VALUES ('east'))
    """,
    "CREATE GLOBAL TEMPORARY TABLE scratch (id NUMBER) ON COMMIT PRESERVE ROWS",
  ]

  private func count(_ sql: String, _ connection: OracleConnection) async throws -> Int {
    guard case .number(let number)? = try await connection.rows(sql).first?.first else { return -1 }
    return number.intValue ?? -1
  }

  @Test func everyTableIsFilledTwiceChangedAndThinnedOut() async throws {
    try await GeneratorFixtures.withOracle(Self.hard) { store, connection in
      let generator = SchemaGenerator(store: store, seed: 5)
      for rows in [200, 50] {
        let made = try await generator.make(create: rows)
        #expect(made.report.findings.isEmpty, "\(made.report.findings)")
        #expect(made.created.count == 8 && made.created.values.allSatisfy { $0 == rows }, "\(made.created)")
      }
      // Keys of identity and sequence are the server's own.
      #expect(try await count("SELECT MIN(id) FROM orders", connection) == 50)
      #expect(try await count("SELECT COUNT(*) FROM events WHERE happened >= DATE '2022-03-01'", connection) == 0)
      #expect(
        try await count("SELECT COUNT(*) FROM areas WHERE area NOT IN ('north', 'south', 'east')", connection) == 0)
      #expect(try await count("SELECT COUNT(*) FROM a WHERE b_id IS NOT NULL", connection) > 100)
      #expect(try await count("SELECT COUNT(*) FROM customers WHERE token IS NOT NULL", connection) > 100)
      let changed = try await generator.make(update: 20, delete: 10)
      let customers = changed.report.lines.filter { $0.table == "CUSTOMERS" }
      #expect(customers.first { $0.action == "updated" }?.rows == 20)
      let deleted = customers.first { $0.action == "deleted" }?.rows ?? 0
      #expect(deleted >= 10)
      #expect(try await count("SELECT COUNT(*) FROM customers", connection) == 250 - deleted)
    }
  }

  @Test func triggersThatFillKeysAreSeen() async throws {
    try await GeneratorFixtures.withOracle([
      "CREATE TABLE t (id NUMBER PRIMARY KEY, label VARCHAR2(10))",
      "CREATE SEQUENCE s",
      "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.id FROM dual; END;",
      "CREATE TABLE u (id NUMBER PRIMARY KEY, label VARCHAR2(10))",
      "CREATE TRIGGER tu BEFORE INSERT ON u FOR EACH ROW WHEN (new.id IS NULL) BEGIN :new.\"ID\" := s.NEXTVAL; END;",
    ]) { store, _ in
      for table in try await store.tables() {
        #expect(table.columns.map(\.isLeftToServer) == [true, false])
        #expect(table.hasInsertTriggers)
      }
    }
  }
}
