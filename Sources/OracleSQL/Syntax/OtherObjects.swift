/// `CREATE [OR REPLACE] DIRECTORY name AS 'path'`.
public struct CreateDirectory: Sendable {
  /// The directory.
  public var name: Identifier
  /// OR REPLACE.
  public var orReplace: Bool
  /// The path on the database's machine.
  public var path: String
  /// SHARING and the like.
  public var clauses: [PhysicalClause] = []
}

/// `CREATE [SHARED] [PUBLIC] DATABASE LINK name ...`; passwords are not kept.
public struct CreateDatabaseLink: Sendable {
  /// The link: words with dots between them.
  public var name: String
  /// Where the name stands.
  public var nameRange: SourceRange
  /// PUBLIC.
  public var isPublic: Bool
  /// SHARED.
  public var isShared: Bool
  /// CONNECT TO user; nil is the current user.
  public var user: Identifier?
  /// USING 'connect string'.
  public var connectString: String?
}

/// `CREATE [OR REPLACE] CONTEXT namespace USING package`.
public struct CreateContext: Sendable {
  /// The namespace.
  public var name: Identifier
  /// OR REPLACE.
  public var orReplace: Bool
  /// The package that may set it.
  public var package: ObjectName
  /// INITIALIZED or ACCESSED.
  public var clauses: [PhysicalClause] = []
}

/// `CREATE CLUSTER name (columns)`: tables that share blocks.
public struct CreateCluster: Sendable {
  /// The cluster.
  public var name: ObjectName
  /// Its key.
  public var columns: [ColumnDefinition]
  /// INDEX, HASHKEYS, SIZE and storage clauses.
  public var physical: [PhysicalClause]
}

/// `EXPLAIN PLAN [SET STATEMENT_ID = 'x'] [INTO table] FOR statement`.
public struct ExplainPlan: Sendable {
  /// STATEMENT_ID.
  public var statementID: String?
  /// INTO.
  public var table: ObjectName?
  /// What is explained.
  public var statement: Statement
}

/// A statement about the database, its files, users or rights to look: it changes neither tables nor rows of a schema.
///
/// ALTER SYSTEM, CREATE TABLESPACE, AUDIT, ADMINISTER KEY MANAGEMENT, ...
public struct AdministrativeStatement: Sendable {
  /// The first word, such as `CREATE`.
  public var verb: String
  /// What it is about, such as `TABLESPACE` or `AUDIT POLICY`; empty where the verb says it all.
  public var object: String
  /// The name, where such statements have one.
  public var name: ObjectName?
  /// OR REPLACE.
  public var orReplace: Bool
  /// What follows, kept as text: its first word and its place.
  public var clauses: [PhysicalClause]
}
