// ALTER TABLE, and what is no table.
extension ClauseCatalogue {
  private static let t = "CREATE TABLE t (a NUMBER(5), b VARCHAR2(10), c DATE, CONSTRAINT t_u UNIQUE (b))"
  private static let p = "CREATE TABLE p (a NUMBER(5) CONSTRAINT p_k PRIMARY KEY, b NUMBER(5), c NUMBER(5))"
  private static let pq = p + "; CREATE TABLE q (a NUMBER(5), CONSTRAINT q_f FOREIGN KEY (a) REFERENCES p (a))"

  // MARK: ALTER TABLE

  static let alterations: [ClauseCase] =
    [
      "ADD d NUMBER", "ADD (d NUMBER, e NUMBER)", "ADD CONSTRAINT k PRIMARY KEY (a)", "MODIFY a NUMBER(12)",
      "MODIFY (a DEFAULT 5)", "MODIFY CONSTRAINT t_u DISABLE", "MODIFY UNIQUE (b) DISABLE",
      "DROP COLUMN c", "DROP (a, c)", "SET UNUSED COLUMN c", "SET UNUSED (a, c)", "DROP CONSTRAINT t_u",
      "DROP UNIQUE (b)", "DISABLE CONSTRAINT t_u", "DISABLE UNIQUE (b)", "DISABLE VALIDATE CONSTRAINT t_u",
      "RENAME TO u", "RENAME COLUMN a TO z", "RENAME CONSTRAINT t_u TO t_v", "READ ONLY", "ADD PERIOD FOR life",
      "MODIFY CONSTRAINT t_u DISABLE CASCADE", "MEMOPTIMIZE FOR READ", "ALLOCATE EXTENT", "DROP UNUSED COLUMNS",
      "DROP CONSTRAINT nobody", "DROP COLUMN nobody", "DROP PRIMARY KEY",
    ].map { ClauseCase("{ALTER TABLE t \($0)}", after: t) }
    + [
      "TABLESPACE", "PCTFREE", "LOGGING", "NOLOGGING", "PARALLEL", "NOPARALLEL", "CACHE", "MOVE", "SHRINK",
      "MONITORING", "COMPRESS",
    ].map { word in
      let rest = ["TABLESPACE": " x", "PCTFREE": " 5", "SHRINK": " SPACE"][word] ?? ""
      return ClauseCase("{ALTER TABLE t \(word)\(rest)}", after: t, named: word)
    }
    + [
      ClauseCase("{ALTER TABLE t ENABLE ROW MOVEMENT}", after: t, named: "ROW MOVEMENT"),
      ClauseCase("{ALTER TABLE t ADD SUPPLEMENTAL LOG DATA (ALL) COLUMNS}", after: t, named: "SUPPLEMENTAL LOG"),
      ClauseCase("ALTER TABLE t MODIFY CONSTRAINT t_u{ RELY}", after: t, named: "RELY of T_U"),
      ClauseCase("{ALTER TABLE q ENABLE CONSTRAINT q_f}", after: pq + "; ALTER TABLE q DISABLE CONSTRAINT q_f"),
      ClauseCase(
        "ALTER TABLE q ENABLE {NOVALIDATE }CONSTRAINT q_f", after: pq + "; ALTER TABLE q DISABLE CONSTRAINT q_f"),
      ClauseCase("{ALTER TABLE p DISABLE PRIMARY KEY}", after: p),
      ClauseCase("ALTER TABLE p DISABLE PRIMARY KEY{ CASCADE}", after: pq),
      ClauseCase("ALTER TABLE p DROP PRIMARY KEY{ CASCADE}", after: pq),
      ClauseCase("ALTER TABLE p DROP COLUMN a{ CASCADE CONSTRAINTS}", after: pq),
      ClauseCase("ALTER TABLE p SET UNUSED COLUMN a{ CASCADE CONSTRAINTS}", after: pq),
      ClauseCase(
        "{ALTER TABLE t DROP CONSTRAINT nn}", after: "CREATE TABLE t (a NUMBER CONSTRAINT nn NOT NULL, b NUMBER)"),
      ClauseCase(
        "{ALTER TABLE t DISABLE CONSTRAINT nn}", after: "CREATE TABLE t (a NUMBER CONSTRAINT nn NOT NULL, b NUMBER)"),
      ClauseCase(
        "{ALTER TABLE t DISABLE ALL TRIGGERS}",
        after: t + ";\nCREATE OR REPLACE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a "
          + "FROM dual; END;\n/\nCREATE SEQUENCE s"),
      ClauseCase("{ALTER TABLE nobody ADD a NUMBER}"),
    ]

  // MARK: Indexes

  static let indexes: [ClauseCase] =
    [
      "{CREATE INDEX i ON t (a)}", "CREATE {UNIQUE }INDEX i ON t (a)", "CREATE {BITMAP }INDEX i ON t (a)",
      "CREATE INDEX {i|j} ON t (a)", "CREATE INDEX i ON t{ x} (UPPER(x.b))", "CREATE INDEX i ON t (a{, c})",
      "CREATE INDEX i ON t (a{ DESC})",
      "CREATE INDEX i ON t ({UPPER(b)|a})", "CREATE INDEX i ON t (a){ REVERSE}",
      "CREATE INDEX i ON t (a){ INDEXTYPE IS ctxsys.context}",
      "CREATE INDEX i ON t (a) INDEXTYPE IS ctxsys.context{ PARAMETERS ('sync (on commit)')}",
      "CREATE BITMAP INDEX i ON t (a){ FROM t, u WHERE t.a = u.a}", "CREATE {VECTOR }INDEX i ON t (a)",
      "{CREATE INDEX i ON CLUSTER k}", "CREATE INDEX i ON {t|nobody} (a)",
    ].map { ClauseCase($0, after: t) }
    + [
      "TABLESPACE x", "PCTFREE 5", "INITRANS 3", "STORAGE (INITIAL 1M)", "LOGGING", "NOLOGGING", "PARALLEL 4",
      "NOPARALLEL", "COMPRESS 1", "NOCOMPRESS", "ONLINE", "NOSORT", "INVISIBLE", "VISIBLE", "UNUSABLE",
      "COMPUTE STATISTICS", "LOCAL", "GLOBAL", "LOCAL STORE IN (x)", "LOCAL (PARTITION x)", "INDEXING PARTIAL",
      "GLOBAL PARTITION BY HASH (a) PARTITIONS 4",
    ].map { ClauseCase("CREATE INDEX i ON t (a) {\($0)}", after: t, named: String($0.prefix { $0 != " " })) }
    + [
      ClauseCase("CREATE INDEX {IF NOT EXISTS }i ON t (a)", after: t + "; CREATE INDEX i ON t (c)"),
      ClauseCase("CREATE INDEX i ON t (a){ LOCAL STORE IN (x)}", after: t, named: "STORE IN"),
      ClauseCase("CREATE INDEX i ON t (a){ LOCAL (PARTITION x)}", after: t, named: "PARTITION"),
      ClauseCase("{ALTER INDEX i REBUILD}", after: t + "; CREATE INDEX i ON t (a)", named: "ALTER INDEX"),
      ClauseCase("{ALTER INDEX i RENAME TO j}", after: t + "; CREATE INDEX i ON t (a)"),
    ]

  // MARK: Sequences

  static let sequences: [ClauseCase] =
    [
      "START WITH 5", "INCREMENT BY 2", "MINVALUE -5", "MAXVALUE 500", "CACHE 50", "NOCACHE", "ORDER",
      "CYCLE MAXVALUE 9", "SCALE", "SESSION",
    ].map { ClauseCase("CREATE SEQUENCE s {\($0)}") }
    + [
      "{CREATE SEQUENCE s}", "CREATE SEQUENCE {s|r}", "CREATE SEQUENCE s {NOCYCLE|CYCLE} MAXVALUE 9",
      "CREATE SEQUENCE s {NOORDER|ORDER}", "CREATE SEQUENCE s {GLOBAL|SESSION}", "CREATE SEQUENCE s {NOSCALE|SCALE}",
      "CREATE SEQUENCE s INCREMENT BY -1 {NOMAXVALUE|MAXVALUE 5}", "CREATE SEQUENCE s {NOMINVALUE|MINVALUE 0}",
      "CREATE SEQUENCE s {NOKEEP|KEEP}",
    ].map { ClauseCase($0) }
    + [
      ClauseCase("CREATE SEQUENCE s{ KEEP}", named: "KEEP"),
      ClauseCase("CREATE SEQUENCE s{ NOSHARD}", named: "NOSHARD"),
      ClauseCase("CREATE SEQUENCE {IF NOT EXISTS }s", after: "CREATE SEQUENCE s"),
      ClauseCase("{ALTER SEQUENCE s INCREMENT BY 7}", after: "CREATE SEQUENCE s"),
      ClauseCase("ALTER SEQUENCE s {RESTART }INCREMENT BY 7", after: "CREATE SEQUENCE s START WITH 50"),
      ClauseCase("{ALTER SEQUENCE nobody NOCACHE}"),
    ]

  // MARK: Views and synonyms

  private static let v = t + "; CREATE VIEW v AS SELECT c FROM t"

  static let views: [ClauseCase] =
    [
      "{CREATE VIEW v AS SELECT a FROM t}", "CREATE VIEW {v|w} AS SELECT a FROM t",
      "CREATE VIEW v{ (x)} AS SELECT a FROM t",
      "CREATE VIEW v AS SELECT {a|b} FROM t", "CREATE VIEW v AS SELECT a FROM t{ WITH CHECK OPTION}",
      "CREATE VIEW v AS SELECT a FROM t{ WITH READ ONLY}", "CREATE VIEW v{ BEQUEATH DEFINER} AS SELECT a FROM t",
      "CREATE VIEW v{ OF x_t WITH OBJECT IDENTIFIER (a)} AS SELECT a FROM t",
      "CREATE VIEW v (x{ UNIQUE RELY DISABLE NOVALIDATE}) AS SELECT a FROM t",
      "CREATE VIEW v (x{, CONSTRAINT v_k PRIMARY KEY (x) RELY DISABLE NOVALIDATE}) AS SELECT a FROM t",
      "{CREATE SYNONYM y FOR t}", "CREATE SYNONYM {y|z} FOR t",
      "CREATE SYNONYM y FOR t{@far}",
    ].map { ClauseCase($0, after: t) }
    + [
      ClauseCase("CREATE {PUBLIC }SYNONYM y FOR t", after: t + "; CREATE VIEW s.v AS SELECT a FROM y"),
      ClauseCase("CREATE {OR REPLACE }VIEW v AS SELECT a FROM t", after: v),
      ClauseCase("CREATE VIEW {IF NOT EXISTS }v AS SELECT a FROM t", after: v),
      ClauseCase("CREATE {FORCE }VIEW v AS SELECT a FROM t", after: t, named: "FORCE"),
      ClauseCase(
        "CREATE VIEW v AS SELECT a FROM t WITH CHECK OPTION{ CONSTRAINT v_o}", after: t, named: "CONSTRAINT V_O"),
      ClauseCase("CREATE VIEW v{ SHARING = METADATA} AS SELECT a FROM t", after: t, named: "SHARING"),
      ClauseCase("CREATE SYNONYM y{ SHARING = METADATA} FOR t", after: t, named: "SHARING"),
      ClauseCase("{ALTER VIEW v COMPILE}", after: v, named: "ALTER VIEW"),
      ClauseCase(
        "CREATE {OR REPLACE }SYNONYM y FOR t",
        after: t + "; CREATE TABLE u (z NUMBER); CREATE SYNONYM y FOR u; CREATE VIEW v AS SELECT * FROM y"),
      ClauseCase(
        "CREATE SYNONYM y FOR {t|u}", after: t + "; CREATE TABLE u (z NUMBER); CREATE VIEW v AS SELECT * FROM y"),
      ClauseCase("CREATE SYNONYM {IF NOT EXISTS }y FOR t", after: t + "; CREATE SYNONYM y FOR t"),
    ]

  // MARK: Other objects

  private static let everything =
    "CREATE MATERIALIZED VIEW o AS SELECT 1 AS a FROM dual; CREATE MATERIALIZED VIEW LOG ON o; CREATE DIRECTORY o AS '/d'; "
    + "CREATE DATABASE LINK o; CREATE CONTEXT o USING k; CREATE CLUSTER o (a NUMBER);\n"
    + "CREATE OR REPLACE PROCEDURE pr IS BEGIN NULL; END;\n/\nCREATE FUNCTION fu RETURN NUMBER IS BEGIN RETURN 1; END;\n/\n"
    + "CREATE PACKAGE pa IS x NUMBER; END;\n/\nCREATE TYPE ty AS OBJECT (a NUMBER);\n/\n"
    + "CREATE PACKAGE BODY pb IS y NUMBER; END;\n/\nCREATE TYPE BODY tb IS MEMBER FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; "
    + "END; END;\n/\nCREATE TRIGGER tr BEFORE LOGON ON SCHEMA BEGIN NULL; END;\n/\nCREATE TABLE ta (a NUMBER); "
    + "CREATE INDEX ix ON ta (a); CREATE VIEW vi AS SELECT a FROM ta; CREATE SEQUENCE se; CREATE SYNONYM sy FOR ta; "
    + "CREATE PUBLIC SYNONYM psy FOR ta; CREATE PUBLIC DATABASE LINK po; CREATE LIBRARY li AS '/l'\n/\n"

  static let others: [ClauseCase] =
    [
      "TABLE ta", "VIEW vi", "MATERIALIZED VIEW o", "INDEX ix", "SEQUENCE se", "SYNONYM sy", "PUBLIC SYNONYM psy",
      "PROCEDURE pr", "FUNCTION fu", "PACKAGE pa", "TRIGGER tr", "TYPE ty", "PACKAGE BODY pb", "TYPE BODY tb",
      "MATERIALIZED VIEW LOG ON o", "DIRECTORY o", "DATABASE LINK o", "PUBLIC DATABASE LINK po", "CONTEXT o",
      "CLUSTER o",
      "LIBRARY li", "INDEXTYPE it", "OPERATOR op", "DIMENSION di", "DOMAIN do",
    ].map { ClauseCase("{DROP \($0)}", after: everything) }
    + [
      ClauseCase("{DROP USER s CASCADE}", after: "CREATE TABLE s.t (a NUMBER)"),
      ClauseCase("DROP USER s{ CASCADE}", after: "CREATE TABLE s.t (a NUMBER)"),
      ClauseCase("DROP TABLE p{ CASCADE CONSTRAINTS}", after: pq),
      ClauseCase("{DROP ROLE r}", named: "DROP ROLE"), ClauseCase("{DROP PROFILE r}", named: "DROP PROFILE"),
      ClauseCase("{DROP TABLESPACE r}", named: "DROP TABLESPACE"),
      ClauseCase("DROP TABLE t{ PURGE}", after: t, named: "PURGE"),
      ClauseCase("DROP TABLE {IF EXISTS }t", after: t, named: "IF EXISTS"),
      ClauseCase("DROP TYPE ty{ FORCE}", after: everything, named: "FORCE"),
      ClauseCase("DROP INDEX i{ ONLINE}", after: t + "; CREATE INDEX i ON t (a)", named: "ONLINE"),
      ClauseCase("{COMMENT ON TABLE t IS 'x'}", after: t), ClauseCase("COMMENT ON TABLE t IS '{x|y}'", after: t),
      ClauseCase("COMMENT ON COLUMN t.{a|b} IS 'x'", after: t),
      ClauseCase("COMMENT ON {COLUMN t.a|TABLE t} IS 'x'", after: t),
      ClauseCase("COMMENT ON TABLE {t|nobody} IS 'x'", after: t),
      ClauseCase("{RENAME t TO u}", after: t), ClauseCase("{GRANT SELECT ON t TO r}", after: t),
      ClauseCase("GRANT {SELECT|UPDATE} ON t TO r", after: t), ClauseCase("GRANT UPDATE{ (a)} ON t TO r", after: t),
      ClauseCase("GRANT SELECT ON t TO {r|PUBLIC}", after: t),
      ClauseCase("GRANT SELECT ON {t|p} TO r", after: t + ";" + p),
      ClauseCase("GRANT SELECT ON t TO r{ WITH GRANT OPTION}", after: t),
      ClauseCase("GRANT SELECT ON t TO r{ WITH HIERARCHY OPTION}", after: t),
      ClauseCase("GRANT CREATE SESSION TO r{ WITH ADMIN OPTION}"),
      ClauseCase("GRANT CREATE SESSION TO r{ CONTAINER = ALL}"),
      ClauseCase("GRANT READ ON {DIRECTORY }t TO r", after: t),
      ClauseCase("GRANT SELECT ON t TO r;{REVOKE SELECT ON t FROM r}", after: t),
      ClauseCase("{REVOKE CREATE SESSION FROM r}"),
      ClauseCase("REVOKE REFERENCES ON t FROM r{ CASCADE CONSTRAINTS}", after: t),
      ClauseCase("{ALTER USER u IDENTIFIED BY x}"), ClauseCase("{CREATE ROLE r}"),
      ClauseCase("{CREATE USER u IDENTIFIED BY x QUOTA 5M ON y}"), ClauseCase("{ALTER USER u GRANT CONNECT THROUGH x}"),
      ClauseCase(
        "{ALTER SESSION SET CURRENT_SCHEMA = s};CREATE TABLE z (a NUMBER)"), ClauseCase("{ALTER SYSTEM SET x = 1}"),
      ClauseCase("{CREATE TABLESPACE x}"), ClauseCase("{AUDIT SELECT ON t}", after: t),
      ClauseCase("{COMMENT ON INDEXTYPE x IS 'y'}"), ClauseCase("{COMMENT ON OPERATOR x IS 'y'}"),
      ClauseCase("{COMMENT ON EDITION x IS 'y'}"), ClauseCase("{COMMENT ON MINING MODEL x IS 'y'}"),
      ClauseCase("{COMMENT ON AUDIT POLICY x IS 'y'}"),
      ClauseCase("{CREATE MATERIALIZED VIEW m AS SELECT a FROM t}", after: t),
      ClauseCase("{CREATE MATERIALIZED VIEW LOG ON t}", after: t), ClauseCase("{CREATE DIRECTORY d AS '/x'}"),
      ClauseCase("{CREATE DATABASE LINK l CONNECT TO u IDENTIFIED BY p USING 'x'}"),
      ClauseCase("{CREATE CONTEXT c USING p}"),
      ClauseCase("{CREATE CLUSTER k (a NUMBER) SIZE 512}"),
    ]
}
