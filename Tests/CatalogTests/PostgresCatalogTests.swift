import Catalog
import Model
import PostgresClient
import PostgresCluster
import Testing

@Suite struct PostgresCatalogTests {
  @Test func inventoryTellsWhatIsThere() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(
      cluster.connectionParameters.merging(["connect_timeout": "300"]) { $1 })
    _ = try await session.execute(
      """
      CREATE SCHEMA ot;
      CREATE TABLE ot.orders (id bigint GENERATED ALWAYS AS IDENTITY, "Code" varchar(5) NOT NULL, price numeric(8,2),
        CONSTRAINT orders_pk PRIMARY KEY (id), CONSTRAINT orders_uk UNIQUE ("Code"));
      CREATE TABLE ot.empty ();
      ALTER TABLE ot.orders ADD CONSTRAINT orders_ck CHECK (price > 0);
      ALTER TABLE ot.orders ADD CONSTRAINT orders_fk FOREIGN KEY (id) REFERENCES ot.orders;
      CREATE INDEX orders_ix ON ot.orders (price);
      CREATE SEQUENCE ot.order_seq;
      CREATE TABLE public.other (id int);
      """)
    let catalog = PostgresCatalog(session: session)
    let inventory = try await catalog.inventory(of: "ot")
    let missing = try await catalog.inventory(of: "OT")
    await session.close()
    await cluster.stop()

    #expect(inventory.schemaExists && !missing.schemaExists)
    #expect(inventory.encoding == "UTF8")
    #expect(inventory.majorVersion >= 14)
    #expect(inventory.tables.keys.sorted() == ["empty", "orders"])
    #expect(inventory.tables["empty"] == [])
    #expect(
      inventory.tables["orders"] == [
        TargetTableColumn(name: "id", type: "bigint", isNotNull: true),
        TargetTableColumn(name: "Code", type: "character varying(5)", isNotNull: true),
        TargetTableColumn(name: "price", type: "numeric(8,2)", isNotNull: false),
      ])
    #expect(
      inventory.objects == [
        TargetObject(kind: .primaryKey, table: "orders", name: "orders_pk"),
        TargetObject(kind: .unique, table: "orders", name: "orders_uk"),
        TargetObject(kind: .check, table: "orders", name: "orders_ck"),
        TargetObject(kind: .foreignKey, table: "orders", name: "orders_fk"),
        TargetObject(kind: .index, table: "orders", name: "orders_ix"),
        TargetObject(kind: .sequence, name: "order_seq"),
      ])
    #expect(inventory.contains(TargetObject(kind: .table, table: "orders", name: "orders")))
    #expect(!inventory.contains(TargetObject(kind: .statistics, name: "orders")))
    #expect(missing.tables.isEmpty && missing.objects.isEmpty)
  }
}
