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

  private static let more = [
    "CREATE TYPE spot AS OBJECT (x NUMBER(5), named VARCHAR2(12))", "CREATE TYPE path AS VARRAY(10) OF spot",
    "CREATE TABLE spots OF spot (named PRIMARY KEY)", "CREATE TYPE open_t AS OBJECT (n NUMBER) NOT FINAL",
    "CREATE TABLE opens OF open_t",
    """
    CREATE TABLE days (d DATE, s VARCHAR2(5)) PARTITION BY RANGE (d) SUBPARTITION BY HASH (s) SUBPARTITIONS 2
    (PARTITION old VALUES LESS THAN (DATE '2024-01-01'), PARTITION rest VALUES LESS THAN (MAXVALUE))
    """,
    "CREATE MATERIALIZED VIEW m (k) REFRESH COMPLETE ON COMMIT AS SELECT d FROM days", "CREATE INDEX m_k ON m (k)",
    "CREATE ROLE reader", "GRANT SELECT ON m TO reader", "GRANT UPDATE (s) ON days TO reader",
  ]

  /// Each release has what is asked for, or another form of it.
  @Test(arguments: ["11.2.0.4.0", "12.1.0.2.0", "19.3.0.0.0", "23.4.0.0.0"])
  func partitionsTypesMaterialisedViewsAndRights(version: String) async throws {
    try await withCatalog(version: version) { catalog, connection in
      for statement in Self.more { _ = try await connection.execute(statement) }
      let schema = try await catalog.schema(owner: "OT")
      #expect(schema.tables.map(\.name) == ["DAYS", "SPOTS"])
      let partitioning = schema.tables[0].partitioning
      #expect(partitioning?.method == .range && partitioning?.columns == ["D"])
      #expect(partitioning?.subpartitioning == .init(method: .hash, columns: ["S"]))
      #expect(
        partitioning?.partitions == [
          TablePartition(
            name: "OLD",
            bound: "TO_DATE(' 2024-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')",
            subpartitions: [TablePartition(name: nil), TablePartition(name: nil)]),
          TablePartition(
            name: "REST", bound: "MAXVALUE", subpartitions: [TablePartition(name: nil), TablePartition(name: nil)]),
        ])
      #expect(
        schema.tables[1].columns.map(\.name) == ["X", "NAMED"] && schema.tables[1].primaryKey?.columns == ["NAMED"])
      #expect(schema.types.map(\.description) == ["OT.OPEN_T", "OT.PATH", "OT.SPOT"])
      #expect(
        schema.views == [
          ViewDefinition(
            name: "M", columns: ["K"], query: "SELECT d FROM days",
            materialization: .init(refresh: "COMPLETE ON COMMIT", isRefreshedByItself: true),
            indexes: [TableIndex(name: "M_K", parts: [.init(key: .column("K"))])])
        ])
      #expect(
        schema.grants == [
          ObjectGrant(object: "DAYS", privilege: "UPDATE", columns: ["S"], grantee: "READER"),
          ObjectGrant(object: "M", privilege: "SELECT", grantee: "READER"),
        ])
      #expect(
        schema.otherObjects.filter { $0.kind != "TYPE" }.map { "\($0.kind) \($0.name)" } == ["OBJECT TABLE OPENS"])
    }
  }

  /// A user sees of somebody else's rights what it takes part in: the DBA_ views tell the others.
  @Test func rightsOnTheObjectsOfAnother() async throws {
    try await withCatalog(user: "EMPTY") { catalog, connection in
      for statement in [
        "CREATE TABLE ot.t (a NUMBER)", "CREATE TYPE ot.thing_t AS OBJECT (a NUMBER)",
        "CREATE TABLE ot.things OF ot.thing_t", "CREATE ROLE reader", "CREATE ROLE writer", "GRANT reader TO empty",
        "GRANT writer TO system", "ALTER SESSION SET CURRENT_SCHEMA = ot", "GRANT UPDATE (a) ON t TO reader",
        "GRANT INSERT ON t TO writer", "ALTER SESSION SET CURRENT_SCHEMA = empty",
      ] { _ = try await connection.execute(statement) }
      let all = try await catalog.schema(owner: "OT")
      #expect(all.grants.map { "\($0.privilege) \($0.grantee)" } == ["UPDATE READER", "INSERT WRITER"])
      #expect(all.findings.map { "\($0.rule) \($0.object)" } == ["table.object-rows table THINGS"])
      _ = try await connection.execute("CREATE SYNONYM dba_col_privs FOR nothing")
      let known = try await catalog.schema(owner: "OT")
      #expect(known.findings.map(\.rule) == ["schema.rights-in-part", "table.object-rows"])
      #expect(known.grants.map(\.grantee) == ["READER"])
      _ = try await connection.execute("CREATE SYNONYM dba_role_privs FOR nothing")
      let least = try await catalog.schema(owner: "OT")
      #expect(least.roleGrants.isEmpty)
      #expect(least.findings.map(\.rule) == ["schema.rights-in-part", "schema.role-members", "table.object-rows"])
    }
  }

  /// A role that has rights on columns only is one, too.
  @Test func membersOfRoles() async throws {
    try await withCatalog { catalog, connection in
      for statement in [
        "CREATE TABLE t (a NUMBER)", "CREATE ROLE reader", "GRANT reader TO empty", "GRANT UPDATE (a) ON t TO reader",
      ] { _ = try await connection.execute(statement) }
      let schema = try await catalog.schema(owner: "OT")
      #expect(schema.roleGrants == [RoleGrant(role: "READER", grantee: "EMPTY")])
      #expect(schema.findings.isEmpty)
    }
  }

  private func withCatalog(
    version: String? = nil, user: String = "OT", _ body: (OracleCatalog, OracleConnection) async throws -> Void
  ) async throws {
    var configuration = StandInDatabase.Configuration()
    if let version { configuration.version = version }
    let database = StandInDatabase(configuration: configuration)
    database.createUser("OT", password: "secret")
    database.createUser("EMPTY", password: "secret")
    let server = try await StandInServer.start(database: database)
    let connection = try await OracleConnection.connect(
      .init(
        host: "127.0.0.1", port: server.port, service: .serviceName(database.configuration.serviceName), user: user,
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
