/// `CREATE [UNIQUE | BITMAP] INDEX`.
public struct CreateIndex: Sendable {
  /// The index.
  public var name: ObjectName
  /// UNIQUE.
  public var isUnique: Bool
  /// BITMAP.
  public var isBitmap: Bool
  /// 23ai's IF NOT EXISTS.
  public var ifNotExists: Bool
  /// The table.
  public var table: ObjectName
  /// Keys in order: bare columns are `.column` expressions.
  public var keys: [OrderItem]
  /// REVERSE.
  public var isReverse: Bool
  /// Storage clauses.
  public var physical: [PhysicalClause]
  /// LOCAL, or GLOBAL PARTITION BY; nil for GLOBAL without partitions, too.
  public var partitioning: IndexPartitioning?
  /// INDEXTYPE of a domain index.
  public var domain: DomainIndex?
  /// FROM and WHERE of a bitmap join index.
  public var join: BitmapJoin?
  /// ON CLUSTER: `table` is the cluster.
  public var isOnCluster = false
  /// The alias behind the table.
  public var alias: Identifier?
  /// VECTOR, SEARCH or MULTIVALUE before INDEX.
  public var form: String?
}

/// `INDEXTYPE IS type [PARAMETERS ('...')]`.
public struct DomainIndex: Sendable {
  /// Who keeps the index, such as MDSYS.SPATIAL_INDEX_V2 or CTXSYS.CONTEXT.
  public var indextype: ObjectName
  /// PARAMETERS.
  public var parameters: String?
}

/// `FROM tables WHERE condition` behind a bitmap index's keys.
public struct BitmapJoin: Sendable {
  /// The tables with their aliases.
  public var tables: [TableReference]
  /// How their rows belong together.
  public var condition: Expression
}

/// Options of CREATE SEQUENCE, ALTER SEQUENCE and IDENTITY; nil means "not written".
///
/// Numbers are exact decimal texts with sign, as sequences go to 28 digits.
public struct SequenceOptions: Sendable, Hashable {
  /// START WITH.
  public var startWith: String?
  /// INCREMENT BY.
  public var incrementBy: String?
  /// MINVALUE or NOMINVALUE.
  public var minValue: Bound?
  /// MAXVALUE or NOMAXVALUE.
  public var maxValue: Bound?
  /// CYCLE or NOCYCLE.
  public var isCycle: Bool?
  /// CACHE n; NOCACHE is 0.
  public var cache: Int?
  /// ORDER or NOORDER.
  public var isOrdered: Bool?
  /// KEEP or NOKEEP.
  public var isKeep: Bool?
  /// SCALE [EXTEND] or NOSCALE.
  public var isScale: Bool?
  /// SESSION (true) or GLOBAL.
  public var isSession: Bool?
  /// RESTART, in ALTER SEQUENCE.
  public var restart: Bool
  /// SHARD or NOSHARD, SHARING and the like: words that say nothing about the numbers.
  public var others: [String] = []

  /// A bound, or the word that there is none.
  public enum Bound: Sendable, Hashable {
    /// NOMINVALUE, NOMAXVALUE.
    case none
    /// The bound's decimal text.
    case value(String)
  }

  /// Nothing written.
  public init() { restart = false }
}

/// `CREATE SEQUENCE`.
public struct CreateSequence: Sendable {
  /// The sequence.
  public var name: ObjectName
  /// 23ai's IF NOT EXISTS.
  public var ifNotExists: Bool
  /// The options.
  public var options: SequenceOptions
}

/// `ALTER SEQUENCE`.
public struct AlterSequence: Sendable {
  /// The sequence.
  public var name: ObjectName
  /// The options.
  public var options: SequenceOptions
}

/// `CREATE [OR REPLACE] [[NO]FORCE] VIEW name [(columns)] AS query`.
public struct CreateView: Sendable {
  /// The view.
  public var name: ObjectName
  /// OR REPLACE.
  public var orReplace: Bool
  /// FORCE.
  public var isForce: Bool
  /// Column aliases; empty when not written.
  public var columns: [Identifier]
  /// The query; its range is the text that ALL_VIEWS shows.
  public var query: Query
  /// WITH READ ONLY.
  public var isReadOnly: Bool
  /// WITH CHECK OPTION.
  public var hasCheckOption: Bool
  /// CONSTRAINT behind WITH READ ONLY or WITH CHECK OPTION.
  public var optionName: Identifier?
  /// IF NOT EXISTS.
  public var ifNotExists = false
  /// OF type: an object view.
  public var objectType: ObjectName?
  /// Constraints in the column list, which Oracle never enforces; and its SHARING, BEQUEATH and the like.
  public var constraints: [TableConstraint] = []
  /// Inline constraints of columns in the list.
  public var columnConstraints: [ColumnConstraint] = []
  /// What else is written, such as BEQUEATH.
  public var clauses: [PhysicalClause] = []
}

/// `CREATE [PUBLIC] SYNONYM name FOR object`.
public struct CreateSynonym: Sendable {
  /// The synonym.
  public var name: ObjectName
  /// OR REPLACE.
  public var orReplace: Bool
  /// PUBLIC.
  public var isPublic: Bool
  /// What it stands for.
  public var target: ObjectName
  /// IF NOT EXISTS.
  public var ifNotExists = false
  /// SHARING.
  public var clauses: [PhysicalClause] = []
}

/// `CREATE USER name IDENTIFIED BY password` or `ALTER USER`, whose other clauses are read and dropped.
public struct UserDefinition: Sendable {
  /// The user.
  public var name: Identifier
  /// The password, exactly as quoted, or as written; nil when authentication is external or unchanged.
  public var password: String?
  /// QUOTA, DEFAULT TABLESPACE and the like, which have no effect on rows.
  public var otherClauses: [PhysicalClause]
  /// GRANT CONNECT THROUGH: who may be this user by a password of his own.
  public var proxies: [Identifier] = []
}

/// GRANT or REVOKE, read loosely.
public struct Privileges: Sendable {
  /// Privileges and roles in upper case, such as `CREATE SESSION` or `SELECT`.
  public var privileges: [String]
  /// For each privilege the columns behind it; empty where none are written.
  public var columns: [[Identifier]] = []
  /// DIRECTORY, EDITION, JAVA SOURCE and the like before the object; nil for tables, views, packages and the like.
  public var objectKind: String?
  /// WITH GRANT OPTION.
  public var withGrantOption = false
  /// WITH ADMIN OPTION.
  public var withAdminOption = false
  /// WITH HIERARCHY OPTION.
  public var withHierarchyOption = false
  /// CASCADE CONSTRAINTS, of REVOKE.
  public var cascadesConstraints = false
  /// FORCE, CONTAINER, and IDENTIFIED BY, whose passwords are not kept.
  public var clauses: [PhysicalClause] = []
  /// The object behind ON.
  public var object: ObjectName?
  /// Who gets or loses them; PUBLIC is a name here.
  public var grantees: [Identifier]
}

/// `DROP kind name`.
public struct Drop: Sendable {
  /// What kind of object.
  public var kind: Kind
  /// The object.
  public var name: ObjectName
  /// IF EXISTS.
  public var ifExists: Bool
  /// CASCADE CONSTRAINTS, or CASCADE of DROP USER.
  public var isCascade: Bool
  /// PURGE.
  public var isPurge: Bool
  /// FORCE, ONLINE, INCLUDING CONTENTS and the like.
  public var clauses: [PhysicalClause] = []

  /// Objects that DROP knows; the raw value is the keyword.
  public enum Kind: String, Sendable, Hashable {
    case table = "TABLE"
    case view = "VIEW"
    case materializedView = "MATERIALIZED VIEW"
    case index = "INDEX"
    case sequence = "SEQUENCE"
    case synonym = "SYNONYM"
    case publicSynonym = "PUBLIC SYNONYM"
    case user = "USER"
    case role = "ROLE"
    case procedure = "PROCEDURE"
    case function = "FUNCTION"
    case package = "PACKAGE"
    case trigger = "TRIGGER"
    case type = "TYPE"
    case packageBody = "PACKAGE BODY"
    case typeBody = "TYPE BODY"
    case materializedViewLog = "MATERIALIZED VIEW LOG"
    case directory = "DIRECTORY"
    case databaseLink = "DATABASE LINK"
    case publicDatabaseLink = "PUBLIC DATABASE LINK"
    case context = "CONTEXT"
    case cluster = "CLUSTER"
    case profile = "PROFILE"
    case tablespace = "TABLESPACE"
    case library = "LIBRARY"
    case indextype = "INDEXTYPE"
    case `operator` = "OPERATOR"
    case dimension = "DIMENSION"
    case domain = "DOMAIN"
  }
}

/// `COMMENT ON TABLE t IS '...'`, `COMMENT ON COLUMN t.c IS '...'`.
public struct Comment: Sendable {
  /// Table or view.
  public var object: ObjectName
  /// The column; nil when the table is meant.
  public var column: Identifier?
  /// The text; empty removes the comment.
  public var text: String
  /// What kind of object has it.
  public var kind = Object.table

  /// What COMMENT ON names; the raw value is the keyword.
  public enum Object: String, Sendable, Hashable {
    /// A table, a view, a materialised view, or a column of one.
    case table = "TABLE"
    case indextype = "INDEXTYPE"
    case `operator` = "OPERATOR"
    case edition = "EDITION"
    case miningModel = "MINING MODEL"
    case auditPolicy = "AUDIT POLICY"
  }
}

/// `ALTER SESSION SET name = value ...`, `ALTER SYSTEM` alike.
public struct AlterSession: Sendable {
  /// Assignments in order; names in upper case; values as text, quotes undone, unquoted words in upper case.
  public var settings: [(name: String, value: String)]
}

/// A PL/SQL unit, recognised by its head and kept as text.
public struct PLSQLUnit: Sendable {
  /// What it is.
  public var kind: Kind
  /// The name of a stored unit.
  public var name: ObjectName?
  /// OR REPLACE.
  public var orReplace: Bool

  /// Kinds of units; the raw value is the dictionary's OBJECT_TYPE.
  public enum Kind: String, Sendable, Hashable {
    case anonymousBlock = "ANONYMOUS BLOCK"
    case call = "CALL"
    case procedure = "PROCEDURE"
    case function = "FUNCTION"
    case package = "PACKAGE"
    case packageBody = "PACKAGE BODY"
    case trigger = "TRIGGER"
    case type = "TYPE"
    case typeBody = "TYPE BODY"
  }
}
