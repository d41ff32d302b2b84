import OracleSQL
import OracleWire

/// A parsed statement, and what a server must know to answer a describe.
public final class StandInStatement {
  /// Which call of the session runs a statement.
  public enum Kind: Sendable, Hashable {
    /// Run by `StandInSession.open`.
    case query
    /// INSERT, UPDATE, DELETE: run by `StandInSession.execute`.
    case dml
    /// Commits before and after: run by `execute` with one row of no binds.
    case ddl
    /// COMMIT, ROLLBACK, SAVEPOINT, ALTER SESSION and such: run by `execute`.
    case transaction
    /// An anonymous block: run by `execute`, which does the little that is supported.
    case plsql
  }

  /// The text as it was sent.
  public let sql: String
  public let kind: Kind
  /// The columns of a query; empty for other kinds.
  public let columns: [ColumnDescription]
  /// Names of bind variables in the order of their placeholders, upper case, without the colon; `:1` is `1`.
  ///
  /// A name that occurs twice in SQL is listed twice: clients of Oracle send one value a placeholder. In PL/SQL each
  /// name is listed once.
  public let bindNames: [String]
  /// Oracle's statement type number for the end-of-call message: 3 SELECT, 2 INSERT, 6 UPDATE, 7 DELETE and so on.
  public let sqlTypeCode: Int
  /// Which of `bindNames` are targets of RETURNING INTO, by index: clients send no value for them.
  public let returningBinds: [Int]
  /// Whether this is an INSERT (for `sqlTypeCode` 2), so that clients keep the last ROWID.
  public var isInsert: Bool { sqlTypeCode == 2 }

  let body: StatementBody
  /// The catalog's version at which the statement was compiled.
  let catalogVersion: Int
  let bindTypes: [OracleTypeCode]

  init(
    sql: String, kind: Kind, columns: [ColumnDescription] = [], bindNames: [String], returningBinds: [Int] = [],
    sqlTypeCode: Int, body: StatementBody, catalogVersion: Int,
    bindTypes: [OracleTypeCode]
  ) {
    self.sql = sql
    self.kind = kind
    self.columns = columns
    self.bindNames = bindNames
    self.returningBinds = returningBinds
    self.sqlTypeCode = sqlTypeCode
    self.body = body
    self.catalogVersion = catalogVersion
    self.bindTypes = bindTypes
  }
}
