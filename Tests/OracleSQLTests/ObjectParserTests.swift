import Testing

@testable import OracleSQL

/// Objects beside tables, indexes, views and sequences, and rare forms of these.
struct ObjectParserTests {
  private func kind(_ text: String) throws -> Statement.Kind { try SQLParser.parse(text).kind }

  private func table(_ text: String) throws -> CreateTable {
    guard case .createTable(let table) = try kind(text) else { throw Unexpected() }
    return table
  }

  private func index(_ text: String) throws -> CreateIndex {
    guard case .createIndex(let index) = try kind(text) else { throw Unexpected() }
    return index
  }

  @Test func materializedViews() throws {
    let text =
      "CREATE MATERIALIZED VIEW v (a, b) TABLESPACE x BUILD DEFERRED REFRESH FAST ON DEMAND START WITH SYSDATE "
      + "NEXT SYSDATE + 1 WITH PRIMARY KEY ENABLE QUERY REWRITE AS SELECT 1, 2 FROM dual"
    guard case .createMaterializedView(let view) = try kind(text) else { throw Unexpected() }
    #expect(view.columns.map(\.name) == ["A", "B"] && view.buildsImmediately == false && view.queryRewrite == true)
    #expect(view.refresh?.method == .fast && view.refresh?.moment == .onDemand)
    #expect(view.refresh?.next.map { SQLPrinter.print($0) } == "SYSDATE + 1")
    #expect(view.physical.map(\.keyword) == ["TABLESPACE"] && view.refresh?.clauses.map(\.keyword) == ["WITH"])
    #expect(view.query.range.text(in: text) == "SELECT 1, 2 FROM dual")
    guard
      case .createMaterializedView(let other) = try kind(
        "CREATE MATERIALIZED VIEW v ON PREBUILT TABLE NEVER REFRESH AS SELECT 1 FROM dual")
    else { throw Unexpected() }
    #expect(other.isPrebuilt && other.refresh?.isNever == true)
  }

  @Test func materializedViewLogs() throws {
    guard
      case .createMaterializedViewLog(let log) = try kind(
        "CREATE MATERIALIZED VIEW LOG ON s.t TABLESPACE x WITH PRIMARY KEY, ROWID (a, b) INCLUDING NEW VALUES")
    else { throw Unexpected() }
    #expect(log.table.schema?.name == "S" && log.contents == ["PRIMARY KEY", "ROWID"] && log.columns.count == 2)
    #expect(log.includesNewValues == true && log.physical.map(\.keyword) == ["TABLESPACE"])
  }

  @Test func specialIndexes() throws {
    let domain = try index("CREATE INDEX i ON t (a) INDEXTYPE IS mdsys.spatial_index PARAMETERS ('x=1') PARALLEL")
    #expect(domain.domain?.indextype.name.name == "SPATIAL_INDEX" && domain.domain?.parameters == "x=1")
    let join = try index("CREATE BITMAP INDEX i ON t (u.a) FROM t, u WHERE t.id = u.id LOCAL")
    #expect(join.join?.tables.count == 2 && join.isBitmap)
    #expect(join.join.map { SQLPrinter.print($0.condition) } == "T.ID = U.ID")
    #expect(try index("CREATE INDEX i ON CLUSTER c").isOnCluster)
    #expect(try index("CREATE INDEX i ON t x (x.a)").alias?.name == "X")
    #expect(try index("CREATE SEARCH INDEX i ON t (a) FOR JSON").form == "SEARCH")
  }

  @Test func objectAndTemporaryTables() throws {
    let object = try table("CREATE TABLE t OF s.ty (id PRIMARY KEY, n NOT NULL) OBJECT IDENTIFIER IS PRIMARY KEY")
    #expect(object.objectType?.name.name == "TY" && object.columns.map(\.name.name) == ["ID", "N"])
    #expect(object.clauses.map(\.keyword) == ["OBJECT"])
    let hidden = try table("CREATE PRIVATE TEMPORARY TABLE ora$ptt_t (a NUMBER) ON COMMIT PRESERVE DEFINITION")
    #expect(hidden.isPrivate && hidden.preservesDefinition && hidden.temporary == .preserveOnCommit)
    #expect(try table("CREATE IMMUTABLE TABLE t (a NUMBER) NO DROP NO DELETE LOCKED").forms == ["IMMUTABLE"])
    let plain = try table("CREATE TABLE t (scope NUMBER, period DATE, domain VARCHAR2(5), ref NUMBER)")
    #expect(plain.columns.count == 4)
  }

  @Test func externalTables() throws {
    let text = """
      CREATE TABLE t (a NUMBER) ORGANIZATION EXTERNAL (TYPE ORACLE_LOADER DEFAULT DIRECTORY d
        ACCESS PARAMETERS (RECORDS DELIMITED BY NEWLINE FIELDS TERMINATED BY ',') LOCATION ('a.csv', e:'b.csv'))
        REJECT LIMIT 5
      """
    let external = try #require(try table(text).external)
    #expect(external.accessDriver == "ORACLE_LOADER" && external.directory?.name == "D" && external.rejectLimit == 5)
    #expect(external.locations.map(\.file) == ["a.csv", "b.csv"] && external.locations[1].directory?.name == "E")
    #expect(external.accessParameters?.range.text(in: text).hasSuffix("BY ',')") == true)
  }

  @Test func columnProperties() throws {
    let columns = try table(
      "CREATE TABLE t (a NUMBER ENCRYPT USING 'AES256' NO SALT NOT NULL, b VARCHAR2(5) COLLATE BINARY_CI INVISIBLE, "
        + "c DATE DEFAULT ON NULL FOR INSERT AND UPDATE SYSDATE, d REF ty SCOPE IS u, e NUMBER DOMAIN dom)"
    ).columns
    #expect(columns[0].physical.map(\.keyword) == ["ENCRYPT"] && columns[0].constraints.count == 1)
    #expect(columns[1].collation?.name == "BINARY_CI" && columns[1].isInvisible && columns[1].isVisibilityWritten)
    #expect(columns[2].defaultValue?.onNullForUpdate == true)
    #expect(columns[3].type?.isReference == true && columns[3].physical.map(\.keyword) == ["SCOPE"])
    #expect(columns[4].domain?.name.name == "DOM")
  }

  @Test func views() throws {
    guard
      case .createView(let view) = try kind(
        "CREATE OR REPLACE VIEW v (a, b UNIQUE RELY DISABLE NOVALIDATE, CONSTRAINT p PRIMARY KEY (a) DISABLE) "
          + "BEQUEATH DEFINER AS SELECT 1, 2 FROM dual WITH CHECK OPTION CONSTRAINT c")
    else { throw Unexpected() }
    #expect(view.columns.count == 2 && view.constraints.count == 1 && view.columnConstraints.count == 1)
    #expect(view.hasCheckOption && view.optionName?.name == "C")
    #expect(view.clauses.map(\.keyword) == ["COLUMN", "BEQUEATH"])
  }

  @Test func directoriesLinksContexts() throws {
    guard case .createDirectory(let directory) = try kind("CREATE OR REPLACE DIRECTORY d AS '/x'"),
      case .createDatabaseLink(let link) = try kind(
        "CREATE PUBLIC DATABASE LINK a.b.com CONNECT TO u IDENTIFIED BY \"secret\" USING 'x'"),
      case .createContext(let context) = try kind("CREATE OR REPLACE CONTEXT c USING s.p ACCESSED GLOBALLY"),
      case .createCluster(let cluster) = try kind("CREATE CLUSTER c (a NUMBER(4)) SIZE 512 HASHKEYS 10 TABLESPACE x")
    else { throw Unexpected() }
    #expect(directory.path == "/x" && directory.orReplace)
    #expect(link.name == "A.B.COM" && link.user?.name == "U" && link.connectString == "x" && link.isPublic)
    #expect(!String(reflecting: link).contains("secret"))
    #expect(context.package.name.name == "P" && cluster.physical.map(\.keyword) == ["SIZE", "HASHKEYS", "TABLESPACE"])
  }

  @Test func grants() throws {
    guard
      case .grant(let grant) = try kind(
        "GRANT SELECT, UPDATE (a, b), REFERENCES (c) ON s.t TO u, PUBLIC WITH GRANT OPTION"),
      case .grant(let directory) = try kind("GRANT READ ON DIRECTORY d TO u"),
      case .revoke(let revoke) = try kind("REVOKE REFERENCES ON t FROM u CASCADE CONSTRAINTS")
    else { throw Unexpected() }
    #expect(grant.privileges == ["SELECT", "UPDATE", "REFERENCES"] && grant.withGrantOption)
    #expect(grant.columns.map { $0.map(\.name) } == [[], ["A", "B"], ["C"]])
    #expect(directory.objectKind == "DIRECTORY" && revoke.cascadesConstraints)
  }

  @Test(arguments: [
    ("ALTER SYSTEM SET open_cursors = 300 SCOPE = BOTH", "ALTER", "SYSTEM"),
    ("CREATE BIGFILE TABLESPACE x DATAFILE 'f' SIZE 5M", "CREATE", "BIGFILE TABLESPACE"),
    ("CREATE PROFILE p LIMIT SESSIONS_PER_USER 5", "CREATE", "PROFILE"), ("AUDIT SELECT ON t", "AUDIT", ""),
    ("ANALYZE TABLE t COMPUTE STATISTICS", "ANALYZE", ""), ("FLASHBACK TABLE t TO BEFORE DROP", "FLASHBACK", ""),
    ("PURGE RECYCLEBIN", "PURGE", ""), ("SET ROLE r", "SET", "ROLE"), ("DROP DISKGROUP d", "DROP", "DISKGROUP"),
    ("ALTER MATERIALIZED VIEW v REFRESH FAST", "ALTER", "MATERIALIZED VIEW"),
    ("ALTER INDEX i RENAME TO j", "ALTER", "INDEX"), ("CREATE LIBRARY l AS '/x.so'", "CREATE", "LIBRARY"),
  ])
  func administration(text: String, verb: String, object: String) throws {
    let statement = try SQLParser.parse(text)
    guard case .administrative(let administrative) = statement.kind else { throw Unexpected() }
    #expect(administrative.verb == verb && administrative.object == object)
    #expect(statement.uncommon.count == 1)
  }

  @Test(arguments: [
    ("DROP MATERIALIZED VIEW LOG ON t", Drop.Kind.materializedViewLog), ("DROP PACKAGE BODY p", .packageBody),
    ("DROP DIRECTORY d", .directory), ("DROP PUBLIC DATABASE LINK a.b", .publicDatabaseLink),
    ("DROP CONTEXT c", .context), ("DROP TABLESPACE x INCLUDING CONTENTS AND DATAFILES", .tablespace),
    ("DROP TYPE t FORCE", .type), ("DROP PROFILE p CASCADE", .profile), ("DROP INDEX i ONLINE FORCE", .index),
    ("DROP MATERIALIZED VIEW v PRESERVE TABLE", .materializedView),
  ])
  func drops(text: String, kind: Drop.Kind) throws {
    guard case .drop(let drop) = try self.kind(text) else { throw Unexpected() }
    #expect(drop.kind == kind)
  }

  @Test func explainPlan() throws {
    guard
      case .explainPlan(let plan) = try kind(
        "EXPLAIN PLAN SET STATEMENT_ID = 'x' INTO p FOR SELECT a FROM t WHERE b = :b"),
      case .query = plan.statement.kind
    else { throw Unexpected() }
    #expect(plan.statementID == "x" && plan.table?.name.name == "P" && plan.statement.binds.count == 1)
  }

  @Test func uncommonSyntaxIsNamed() throws {
    let text = "CREATE TABLE t (a NUMBER ENCRYPT, CHECK (a > 0) PRECHECK)"
    let uncommon = try SQLParser.parse(text).uncommon
    #expect(uncommon == [UncommonSyntax(name: "ENCRYPT", offset: 25), UncommonSyntax(name: "PRECHECK", offset: 48)])
    let refusal = uncommon[0].refusal(in: Array(text.utf8))
    #expect(refusal.description == "ORA-03001: unimplemented feature: ENCRYPT (line 1, column 26)")
  }
}
