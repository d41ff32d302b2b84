/// One parsed statement.
public struct Statement: Sendable {
  /// What it does.
  public var kind: Kind
  /// Placeholders in the order they stand in the text; their `position` is the index here.
  public var binds: [BindVariable]
  /// Where it stands, without terminator.
  public var range: SourceRange
  /// Constructs in it that few readers carry out, in the order they were read.
  public var uncommon: [UncommonSyntax] = []

  /// The statements that are understood.
  public enum Kind: Sendable {
    case query(Query)
    case insert(Insert)
    case insertAll(MultiTableInsert)
    case merge(Merge)
    case update(Update)
    case delete(Delete)
    case createTable(CreateTable)
    case alterTable(AlterTable)
    case createIndex(CreateIndex)
    case createSequence(CreateSequence)
    case alterSequence(AlterSequence)
    case createView(CreateView)
    case createMaterializedView(CreateMaterializedView)
    case createMaterializedViewLog(CreateMaterializedViewLog)
    case createSynonym(CreateSynonym)
    case createDirectory(CreateDirectory)
    case createDatabaseLink(CreateDatabaseLink)
    case createContext(CreateContext)
    case createCluster(CreateCluster)
    case createUser(UserDefinition)
    case alterUser(UserDefinition)
    case createRole(Identifier)
    case grant(Privileges)
    case revoke(Privileges)
    case drop(Drop)
    case truncate(ObjectName)
    case comment(Comment)
    /// `RENAME a TO b`
    case rename(Identifier, to: Identifier)
    case alterSession(AlterSession)
    /// Other ALTER statements about objects that hold no rows, such as ALTER INDEX ... REBUILD; the keyword, upper case.
    case alterOther(String, ObjectName, isEnabled: Bool?)
    /// Statements about the database itself.
    case administrative(AdministrativeStatement)
    indirect case explainPlan(ExplainPlan)
    case commit
    /// ROLLBACK, perhaps TO SAVEPOINT.
    case rollback(toSavepoint: Identifier?)
    case savepoint(Identifier)
    /// SET TRANSACTION; true for READ ONLY.
    case setTransaction(readOnly: Bool)
    /// SET CONSTRAINT[S]; empty is ALL.
    case setConstraints([ObjectName], deferred: Bool)
    /// LOCK TABLE; the mode is read and dropped.
    case lockTable([ObjectName])
    case plsql(PLSQLUnit)
  }
}
