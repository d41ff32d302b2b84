import Foundation
import OracleClient
import OracleWire
import PostgresClient
import PostgresCluster

/// Tables that a vendor made, with other names and types than oraferry's, and Oracle's that go into them.
final class ExistingTarget: Sendable {
  static let script = """
    CREATE TABLE customers (
      id NUMBER(9) PRIMARY KEY, name VARCHAR2(40) NOT NULL, born DATE, token RAW(16), is_active NUMBER(1) NOT NULL,
      notes CLOB, photo BLOB, code CHAR(3));
    CREATE TABLE orders (
      id NUMBER(9) PRIMARY KEY, customer_id NUMBER(9) NOT NULL REFERENCES customers, placed TIMESTAMP(6),
      amount NUMBER(12,2), status VARCHAR2(10));
    CREATE TABLE items (
      order_id NUMBER(9) NOT NULL REFERENCES orders, line NUMBER(4), quantity NUMBER, CONSTRAINT items_pk PRIMARY KEY
      (order_id, line));
    CREATE SEQUENCE tickets START WITH 700;
    INSERT INTO customers SELECT LEVEL, 'customer ' || LEVEL, DATE '1980-01-01' + LEVEL,
      HEXTORAW(LPAD(TO_CHAR(LEVEL), 32, '0')), MOD(LEVEL, 2), 'note ' || LEVEL, HEXTORAW('00FF0102'), 'C' || MOD(LEVEL, 10)
      FROM dual CONNECT BY LEVEL <= 100;
    INSERT INTO orders SELECT LEVEL, MOD(LEVEL, 100) + 1, TIMESTAMP '2024-01-01 00:00:00.123456', LEVEL / 100,
      CASE WHEN MOD(LEVEL, 5) = 0 THEN 'cancelled' ELSE 'paid' END FROM dual CONNECT BY LEVEL <= 3000;
    INSERT INTO items SELECT LEVEL, 1, LEVEL FROM dual CONNECT BY LEVEL <= 500;
    COMMIT;

    """

  static let tables = """
    CREATE SCHEMA shop;
    CREATE SEQUENCE shop.order_numbers;
    CREATE SEQUENCE shop.tickets;
    CREATE DOMAIN shop.label AS varchar(60) NOT NULL;
    CREATE TABLE shop.clients (
      client_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, full_name shop.label, born date, token uuid,
      is_active boolean NOT NULL, notes text, photo bytea, "CODE" char(3),
      loaded_at timestamptz NOT NULL DEFAULT '2000-01-01 00:00:00+00',
      long_name text GENERATED ALWAYS AS (upper(full_name)) STORED);
    CREATE TABLE shop."Orders" (
      id integer PRIMARY KEY DEFAULT nextval('shop.order_numbers'), client integer NOT NULL, placed timestamp(6),
      amount numeric(14,2), status text, remark text);
    CREATE TABLE shop.items (order_id bigint NOT NULL, line smallint, quantity bigint, PRIMARY KEY (order_id, line));
    ALTER TABLE shop.items ADD CONSTRAINT items_orders FOREIGN KEY (order_id) REFERENCES shop."Orders"
      ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
    ALTER TABLE shop."Orders" ADD CONSTRAINT orders_clients FOREIGN KEY (client) REFERENCES shop.clients;
    COMMENT ON CONSTRAINT items_orders ON shop.items IS 'it''s the vendor''s';
    CREATE TABLE shop.settings (key text PRIMARY KEY);
    CREATE TABLE shop.journal (entry text);
    CREATE FUNCTION shop.note() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO shop.journal VALUES (TG_TABLE_NAME || ' ' || TG_OP);
        RETURN coalesce(new, old);
      END $$;
    CREATE TRIGGER plain BEFORE INSERT OR DELETE ON shop."Orders" FOR EACH ROW EXECUTE FUNCTION shop.note();
    CREATE TRIGGER always AFTER INSERT OR DELETE ON shop."Orders" FOR EACH ROW EXECUTE FUNCTION shop.note();
    CREATE TRIGGER quiet AFTER INSERT ON shop.clients FOR EACH ROW EXECUTE FUNCTION shop.note();
    ALTER TABLE shop."Orders" ENABLE ALWAYS TRIGGER always;
    ALTER TABLE shop.clients DISABLE TRIGGER quiet;
    """

  /// config.ini's sections for them.
  static let sections = """

    [tables]
    CUSTOMERS = clients

    [columns]
    CUSTOMERS.ID = client_id
    CUSTOMERS.NAME = full_name
    orders.customer_id = client

    """

  let cluster: PostgresCluster
  let standIn: StandInProcess

  private init(cluster: PostgresCluster, standIn: StandInProcess) {
    self.cluster = cluster
    self.standIn = standIn
  }

  static func start(script more: String = "", tables statements: String = "") async throws -> ExistingTarget {
    let cluster = try await PostgresCluster.start(.fast)
    let target = ExistingTarget(
      cluster: cluster, standIn: try await StandInProcess.start(script: script + more))
    let session = try await target.session()
    _ = try await session.execute("DO \(quoted(tables + statements))")
    await session.close()
    return target
  }

  /// One statement for many, whose own texts stay as they are.
  private static func quoted(_ statements: String) -> String {
    "$oraferry$ BEGIN " + statements + " END $oraferry$"
  }

  func session(as user: String? = nil) async throws -> PostgresSession {
    try await PostgresSession.connect(parameters(as: user))
  }

  func parameters(as user: String? = nil) -> [String: String] {
    cluster.connectionParameters.merging(user.map { ["user": $0] } ?? [:]) { _, new in new }
  }

  func workspace(as user: String? = nil, sections: String = ExistingTarget.sections) throws -> TestWorkspace {
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: parameters(as: user), schema: "shop")
    let file = workspace.folder.appending(path: "config/config.ini")
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(sections.utf8))
    try handle.close()
    return workspace
  }

  /// Makes a role without any attribute that owns the schema and what is in it.
  func makeOwner(_ name: String) async throws {
    let session = try await session()
    _ = try await session.execute("CREATE ROLE \(name) LOGIN")
    _ = try await session.execute("GRANT CREATE ON DATABASE postgres TO \(name)")
    _ = try await session.execute("ALTER SCHEMA shop OWNER TO \(name)")
    _ = try await session.execute(
      """
      DO $$ DECLARE r record; BEGIN
        FOR r IN SELECT relname, relkind FROM pg_class c WHERE relnamespace = 'shop'::regnamespace
            AND relkind IN ('r', 'p', 'S') AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i')
              AND d.refclassid = 'pg_class'::regclass AND c.relkind = 'S')
        LOOP EXECUTE format('ALTER TABLE shop.%I OWNER TO \(name)', r.relname); END LOOP; END $$
      """)
    await session.close()
  }

  /// Everything that watches over the rows: triggers with their state, foreign keys with definition and comment.
  static func guards(_ session: PostgresSession) async throws -> [[String?]] {
    try await session.execute(
      """
      SELECT tgrelid::regclass::text, tgname::text, tgenabled::text, NULL FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
        WHERE NOT tgisinternal AND c.relnamespace = 'shop'::regnamespace
      UNION ALL
      SELECT conrelid::regclass::text, conname::text, pg_get_constraintdef(oid), obj_description(oid, 'pg_constraint')
        FROM pg_constraint WHERE contype = 'f' AND connamespace = 'shop'::regnamespace
      ORDER BY 1, 2, 3
      """
    ).rows
  }

  func stop() async {
    standIn.kill()
    await cluster.stop()
  }
}
