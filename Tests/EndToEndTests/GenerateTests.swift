import PostgresClient
import PostgresCluster
import Testing

/// `generate` in schemas that are not the demo's, as a user types it.
@Suite struct GenerateTests {
  private static let script = """
    CREATE TABLE tenants (tenant_id NUMBER(9) CONSTRAINT pk_tenants PRIMARY KEY,
      name VARCHAR2(40 CHAR) NOT NULL CONSTRAINT uq_tenants_name UNIQUE, founded DATE);
    CREATE TABLE customers (tenant_id NUMBER(9) NOT NULL CONSTRAINT fk_customers_tenants REFERENCES tenants,
      customer_no NUMBER(9) NOT NULL, last_name VARCHAR2(20) NOT NULL, email VARCHAR2(60) NOT NULL,
      status VARCHAR2(10) NOT NULL CONSTRAINT ck_status CHECK (status IN ('open', 'closed')),
      credit_limit NUMBER(10,2) CHECK (credit_limit BETWEEN 0 AND 50000), created_at TIMESTAMP(6) NOT NULL,
      updated_at TIMESTAMP(6), notes CLOB, photo BLOB, factor NUMBER, spent INTERVAL DAY(3) TO SECOND(0),
      CONSTRAINT pk_customers PRIMARY KEY (tenant_id, customer_no));
    CREATE UNIQUE INDEX uq_customers_email ON customers (UPPER(email));
    CREATE TABLE orders (order_id NUMBER(12) CONSTRAINT pk_orders PRIMARY KEY, tenant_id NUMBER(9) NOT NULL,
      customer_no NUMBER(9) NOT NULL, parent_id NUMBER(12) CONSTRAINT fk_parent REFERENCES orders,
      total NUMBER(12,2) NOT NULL CHECK (total > 0), paid NUMBER(12,2), CONSTRAINT ck_paid CHECK (paid <= total),
      CONSTRAINT fk_orders FOREIGN KEY (tenant_id, customer_no) REFERENCES customers ON DELETE CASCADE);
    CREATE TABLE departments (dept_id NUMBER(6) PRIMARY KEY, head_id NUMBER(6), title VARCHAR2(30) NOT NULL);
    CREATE TABLE staff (staff_id NUMBER(6) PRIMARY KEY,
      dept_id NUMBER(6) NOT NULL CONSTRAINT fk_staff REFERENCES departments);
    ALTER TABLE departments ADD CONSTRAINT fk_head FOREIGN KEY (head_id) REFERENCES staff;
    """

  /// The schema goes across empty; rows are made on both sides, and verify finds them equal.
  @Test func theSameSeedKeepsBothSidesEqual() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    #expect(migrated.status == 0, "\(migrated.output)\(migrated.errors)")
    for steps in [["--create", "150"], ["--create", "30"], ["--update", "40"], ["--delete", "15"]] {
      for (side, schema) in [("oracle", "SALES"), ("postgres", "sales")] {
        let outcome = try await workspace.run(
          "generate", ["--database", side, "--seed", "3", "--confirm", schema] + steps)
        #expect(outcome.status == 0, "\(side) \(steps): \(outcome.output)\(outcome.errors)")
      }
      let verified = try await workspace.run("verify", ["--full"])
      #expect(verified.status == 0, "\(steps): \(verified.output.suffix(2000))\(verified.errors.suffix(500))")
    }
    standIn.kill()
    await cluster.stop()
  }

  @Test func nothingIsWrittenWithoutAWord() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(
      cluster.connectionParameters.merging(["connect_timeout": "300"]) { $1 })
    _ = try await session.execute(
      """
      CREATE SCHEMA sales; CREATE TABLE sales.accounts (id int PRIMARY KEY, owner_name varchar(30) NOT NULL);
      CREATE TABLE sales.flags (flag char(1) PRIMARY KEY CHECK (flag IN ('Y', 'N')));
      INSERT INTO sales.accounts VALUES (7, 'real');
      """)
    let workspace = try TestWorkspace(oraclePort: 1, postgres: cluster.connectionParameters)
    func run(_ arguments: String...) async throws -> OraferryProcess.Outcome {
      try await workspace.run("generate", ["--database", "postgres"] + arguments)
    }
    func rows() async throws -> String? { try await session.execute("SELECT count(*) FROM sales.accounts").firstValue }

    let planned = try await run("--create", "5", "--dry-run")
    #expect(
      planned.status == 0 && planned.output.contains("accounts")
        && planned.errors.contains("would write to schema sales"))
    let refused = try await run("--create", "5")
    #expect(refused.status == 1 && refused.errors.contains("accounts (1 rows)"))
    #expect(refused.errors.contains("--confirm sales"))
    let other = try await run("--create", "5", "--confirm", "prod")
    #expect(other.status == 1 && other.errors.contains("names another schema"))
    #expect(try await rows() == "1")

    let made = try await run("--create", "5", "--confirm", "sales", "--json")
    #expect(made.status == 2 && made.output.contains("\"generate.exhausted\""), "\(made.output)\(made.errors)")
    #expect(made.errors.contains("writes to schema sales"))
    #expect(try await rows() == "6")
    #expect(try await session.execute("SELECT min(id) FROM sales.accounts WHERE id > 7").firstValue == "8")
    let chosen = try await run("--tables", "accounts=4", "--confirm", "sales")
    #expect(chosen.status == 0 && chosen.output.contains("4 rows of accounts"), "\(chosen.output)\(chosen.errors)")
    let missing = try await run("--create", "1", "--tables", "nobody")
    #expect(missing.status == 1 && missing.errors.contains("there is no table nobody"))
    let nothing = try await run("--tables", "accounts=x")
    #expect(nothing.status == 64)
    // Another schema's tables are none of ours: where there are none the sales schema is made, unless that is not wanted.
    _ = try await session.execute("CREATE TABLE public.stranger (id int); ALTER SCHEMA sales RENAME TO elsewhere")
    let empty = try await run("--create", "5", "--no-sales")
    #expect(empty.status == 1 && empty.errors.contains("no tables to fill"), "\(empty.errors)")
    await session.close()
    await cluster.stop()
  }
}
