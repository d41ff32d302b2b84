import Catalog
import Model
import OracleClient
import OracleStandIn
import Testing

/// The dictionary is read over the wire from a stand-in that was told a schema.
@Suite struct OracleCatalogTests {
  private static let script = [
    """
    CREATE TABLE customers (
      customer_id NUMBER(10) GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5 NOCACHE),
      name VARCHAR2(30 CHAR) NOT NULL,
      country CHAR(2 CHAR) DEFAULT 'AT',
      credit NUMBER(8,2) DEFAULT 0 NOT NULL,
      rating FLOAT,
      amount NUMBER,
      created DATE DEFAULT SYSDATE,
      changed TIMESTAMP(3),
      key RAW(16),
      weight BINARY_DOUBLE,
      note CLOB,
      picture BLOB,
      CONSTRAINT customers_pk PRIMARY KEY (customer_id),
      CONSTRAINT customers_uk UNIQUE (name, country),
      CONSTRAINT customers_credit_ck CHECK (credit >= 0))
    """,
    """
    CREATE TABLE orders (
      order_id NUMBER(12) PRIMARY KEY,
      customer_id NUMBER(10) CONSTRAINT orders_customer_fk REFERENCES customers ON DELETE CASCADE,
      state VARCHAR2(10 CHAR))
    """,
    "ALTER TABLE orders ADD CONSTRAINT orders_state_ck CHECK (state IN ('new', 'done')) DISABLE",
    "CREATE INDEX orders_customer_ix ON orders (customer_id, state DESC)",
    "CREATE INDEX customers_name_ix ON customers (UPPER(name))",
    "CREATE SEQUENCE order_seq START WITH 7 INCREMENT BY 2 MAXVALUE 999 CYCLE CACHE 10",
    "COMMENT ON TABLE orders IS 'what was ordered'",
    "COMMENT ON COLUMN orders.state IS 'it''s new or done'",
  ]

  private func withCatalog(_ body: (OracleCatalog, OracleConnection) async throws -> Void) async throws {
    let database = StandInDatabase()
    database.createUser("OT", password: "secret")
    database.createUser("EMPTY", password: "secret")
    let server = try await StandInServer.start(database: database)
    let connection = try await OracleConnection.connect(
      .init(
        host: "127.0.0.1", port: server.port, service: .serviceName(database.configuration.serviceName), user: "OT",
        password: "secret", connectTimeout: 300))
    do {
      try await body(OracleCatalog(connection: connection), connection)
    } catch {
      await server.stop()
      throw error
    }
    await connection.close()
    await server.stop()
  }

  @Test func readsASchema() async throws {
    try await withCatalog { catalog, connection in
      for statement in Self.script { _ = try await connection.execute(statement) }
      let schema = try await catalog.schema(owner: "OT")
      #expect(schema.tables.map(\.name) == ["CUSTOMERS", "ORDERS"])
      expectCustomers(schema.tables[0])
      expectOrders(schema.tables[1])
      let sequence = try #require(schema.sequences.first)
      #expect(schema.sequences.count == 1)
      #expect(
        sequence
          == SequenceDefinition(
            name: "ORDER_SEQ",
            options: SequenceOptions(maximum: "999", increment: "2", cycles: true, cacheSize: 10, lastNumber: "7")))
      #expect(schema.otherObjects.isEmpty)
    }
  }

  private func expectCustomers(_ table: Table) {
    #expect(
      table.columns.map(\.type) == [
        .number(precision: 10, scale: 0), .varchar2(length: 30), .char(length: 2), .number(precision: 8, scale: 2),
        .float(binaryPrecision: 126), .number(precision: nil, scale: nil), .date, .timestamp(precision: 3),
        .raw(length: 16), .binaryDouble, .clob, .blob,
      ])
    #expect(table.columns.filter { !$0.isNullable }.map(\.name) == ["CUSTOMER_ID", "NAME", "CREDIT"])
    #expect(
      table.columns.map(\.defaultExpression) == [nil, nil, "'AT'", "0", nil, nil, "SYSDATE", nil, nil, nil, nil, nil])
    let identity = table.columns[0].identity
    #expect(identity?.isAlways == true)
    #expect(identity?.options.lastNumber == "100")
    #expect(identity?.options.increment == "5")
    #expect(identity?.options.cacheSize == 0)
    #expect(table.primaryKey == KeyConstraint(name: "CUSTOMERS_PK", columns: ["CUSTOMER_ID"]))
    #expect(table.uniqueConstraints == [KeyConstraint(name: "CUSTOMERS_UK", columns: ["NAME", "COUNTRY"])])
    #expect(table.checks.map(\.name) == ["CUSTOMERS_CREDIT_CK"])
    #expect(table.indexes.map(\.name) == ["CUSTOMERS_NAME_IX"])
    guard case .expression(let text)? = table.indexes.first?.parts.first?.key else {
      Issue.record("the index has no expression")
      return
    }
    #expect(text.uppercased().contains("UPPER("))
  }

  private func expectOrders(_ table: Table) {
    #expect(table.comment == "what was ordered")
    #expect(table.columns.map(\.comment) == [nil, nil, "it's new or done"])
    #expect(table.primaryKey?.state.hasGeneratedName == true)
    #expect(table.primaryKey?.columns == ["ORDER_ID"])
    #expect(table.checks.map(\.state) == [ConstraintState(isEnabled: false, isValidated: false)])
    #expect(
      table.foreignKeys == [
        ForeignKey(
          name: "ORDERS_CUSTOMER_FK", columns: ["CUSTOMER_ID"], referencedOwner: "OT", referencedTable: "CUSTOMERS",
          referencedColumns: ["CUSTOMER_ID"], deleteRule: .cascade)
      ])
    #expect(
      table.indexes == [
        TableIndex(
          name: "ORDERS_CUSTOMER_IX",
          parts: [.init(key: .column("CUSTOMER_ID")), .init(key: .column("STATE"), isDescending: true)])
      ])
  }

  @Test func aMissingSchemaIsNamedWithASuggestion() async throws {
    try await withCatalog { catalog, _ in
      await #expect(throws: CatalogError.schemaNotFound(owner: "ot", suggestion: "OT")) {
        _ = try await catalog.schema(owner: "ot")
      }
      await #expect(throws: CatalogError.schemaNotFound(owner: "NOBODY", suggestion: nil)) {
        _ = try await catalog.schema(owner: "NOBODY")
      }
    }
  }

  @Test func anEmptySchemaIsAnError() async throws {
    try await withCatalog { catalog, _ in
      await #expect(throws: CatalogError.schemaEmpty(owner: "EMPTY")) { _ = try await catalog.schema(owner: "EMPTY") }
    }
  }

  @Test func theSCNGoesForward() async throws {
    try await withCatalog { catalog, connection in
      let before = try await catalog.currentSCN()
      _ = try await connection.execute("CREATE TABLE t (a NUMBER)")
      _ = try await connection.execute("INSERT INTO t VALUES (1)")
      try await connection.commit()
      #expect(try await catalog.currentSCN() > before)
    }
  }

  @Test func databaseParametersTellTheCharacterSets() async throws {
    try await withCatalog { catalog, _ in
      let parameters = try await catalog.databaseParameters()
      #expect(parameters.characterSet == "AL32UTF8")
      #expect(parameters.nationalCharacterSet == "AL16UTF16")
      #expect(parameters.version.contains("."))
    }
  }
}
