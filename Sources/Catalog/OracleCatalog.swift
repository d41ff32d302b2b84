import Model
import OracleClient
import OracleWire

/// Reads Oracle's data dictionary through one connection.
public struct OracleCatalog: Sendable {
  let connection: OracleConnection

  /// Uses a connection that stays the caller's.
  public init(connection: OracleConnection) {
    self.connection = connection
  }

  /// Everything that an owner has, in about forty queries whatever the number of tables.
  ///
  /// - Parameter owner: the user's name in the dictionary's spelling, usually upper case.
  /// - Throws: `CatalogError`, or the connection's own errors.
  public func schema(owner: String) async throws -> Schema {
    try await requireUser(owner)
    var contents = DictionaryContents(owner: owner)
    contents.tables = try await answer(.tables, owner)
    contents.externalTables = try await optionalAnswer(.externalTables, owner)
    contents.columns = try await columns(owner)
    contents.types = try await optionalAnswer(.types, owner)
    contents.typeAttributes = try await optionalAnswer(.typeAttributes, owner)
    contents.collectionTypes = try await optionalAnswer(.collectionTypes, owner)
    contents.objectTables = try await optionalAnswer(.objectTables, owner)
    contents.identityColumns = try await optionalAnswer(.identityColumns, owner)
    contents.constraints = try await answer(.constraints, owner)
    contents.constraintColumns = try await answer(.constraintColumns, owner)
    contents.indexes = try await answer(.indexes, owner)
    contents.indexColumns = try await answer(.indexColumns, owner)
    contents.indexExpressions = try await answer(.indexExpressions, owner)
    contents.sequences = try await answer(.sequences, owner)
    contents.tableComments = try await answer(.tableComments, owner)
    contents.columnComments = try await answer(.columnComments, owner)
    contents.objects = try await answer(.objects, owner)
    contents.rowPolicies = try await optionalAnswer(.rowPolicies, owner)
    try await readPartitions(of: owner, into: &contents)
    contents.triggers = try await optionalAnswer(.triggers, owner)
    contents.sources = try await optionalAnswer(.sources, owner)
    contents.sourceLines = try await optionalAnswer(.sourceLines, owner)
    contents.views = try await answer(.views, owner)
    contents.viewRestrictions = try await answer(.viewRestrictions, owner)
    contents.materialisedViews = try await optionalAnswer(.materialisedViews, owner)
    if !contents.materialisedViews.isEmpty {
      contents.materialisedViewComments = try await optionalAnswer(.materialisedViewComments, owner)
      contents.refreshedByClock = try await optionalAnswer(.refreshedByClock, owner)
    }
    contents.synonyms = try await answer(.synonyms, owner)
    contents.redactions = try await optionalAnswer(.redactions, owner)
    contents.collations = try await optionalAnswer(.collations, owner)
    try await readRights(of: owner, into: &contents)
    contents.databaseParameters = try await databaseParameters()
    try await readVisibility(of: owner, into: &contents)
    for other in try contents.referencedOwners() {
      contents.foreignOwners[other] = DictionaryContents.ReferencedKeys(
        constraints: try await answer(.constraints, other), columns: try await answer(.constraintColumns, other))
    }
    let schema = try SchemaAssembly(contents).schema()
    guard !schema.tables.isEmpty else { throw CatalogError.schemaEmpty(owner: owner) }
    return schema
  }

  /// Makes the session see archived rows (ROW ARCHIVAL), which are rows like others and are hidden without this.
  ///
  /// - Throws: what Oracle says, but for ORA-00922 and ORA-02248: versions before 12.1 know neither setting nor such rows.
  public func showArchivedRows() async throws {
    do {
      try await connection.execute("ALTER SESSION SET ROW ARCHIVAL VISIBILITY = ALL")
    } catch let error as OracleError where [922, 2248].contains(error.code) {
      return
    }
  }

  /// Lets the session compare and sort text by its bytes, whatever the server or a logon trigger set: ranges of keys must
  /// mean the same rows in all sessions, and in those of a later start.
  public func compareBytes() async throws {
    try await connection.execute("ALTER SESSION SET NLS_COMP = BINARY NLS_SORT = BINARY")
  }

  /// The system change number that stands for "now": everything committed before is visible AS OF it.
  ///
  /// Asks V$DATABASE, and DBMS_FLASHBACK where that is out of reach.
  ///
  /// - Throws: `CatalogError.privilege` when neither is granted.
  public func currentSCN() async throws -> UInt64 {
    do {
      return try await scn(.currentSCN)
    } catch let error as OracleError where Self.isOutOfReach(error) {
      do {
        return try await scn(.flashbackSCN)
      } catch let fallback as OracleError where Self.isOutOfReach(fallback) {
        throw CatalogError.privilege(
          what: "reading the current SCN",
          grant: "GRANT SELECT ON SYS.V_$DATABASE TO <user>, or GRANT EXECUTE ON SYS.DBMS_FLASHBACK TO <user>",
          oracle: fallback)
      }
    }
  }

  /// Character sets, length semantics and version of the database.
  public func databaseParameters() async throws -> DatabaseParameters {
    var values: [String: String] = [:]
    for row in try await answer(.databaseParameters) {
      values[try row.text("PARAMETER")] = try row.optionalText("VALUE")
    }
    return DatabaseParameters(
      characterSet: values["NLS_CHARACTERSET"], nationalCharacterSet: values["NLS_NCHAR_CHARACTERSET"],
      version: values["NLS_RDBMS_VERSION"] ?? connection.serverVersion)
  }

  /// Nothing more is asked where no table has partitions: these views are slow in large databases.
  private func readPartitions(of owner: String, into contents: inout DictionaryContents) async throws {
    do {
      contents.partitionedTables = try await answer(.partitionedTables, owner)
    } catch let error as OracleError where error.code == 904 {
      contents.partitionedTables = try await answer(.olderPartitionedTables, owner)
    }
    guard !contents.partitionedTables.isEmpty else { return }
    contents.partitionKeys = try await answer(.partitionKeys, owner)
    contents.subpartitionKeys = try await answer(.subpartitionKeys, owner)
    contents.partitions = try await answer(.partitions, owner)
    contents.subpartitions = try await answer(.subpartitions, owner)
  }

  /// ALL_ views leave out what the user has no right to: what may be missing is found here.
  private func readVisibility(of owner: String, into contents: inout DictionaryContents) async throws {
    if try await ownsSession(owner) { return }
    do {
      contents.allTableNames = try await answer(.allTableNames, owner)
    } catch let error as OracleError where Self.isOutOfReach(error) {
      contents.seesEverything = try await !answer(.sessionPrivileges).isEmpty
    }
  }

  /// Whether the session is the owner's own.
  func ownsSession(_ owner: String) async throws -> Bool {
    let user = try await connection.rows("SELECT SYS_CONTEXT('USERENV', 'SESSION_USER') FROM DUAL").first?.first
    return user == .text(owner)
  }

  private func requireUser(_ owner: String) async throws {
    if try await answer(.user, owner).isEmpty {
      let upper = owner.uppercased()
      let exists = upper == owner ? false : try await !answer(.user, upper).isEmpty
      throw CatalogError.schemaNotFound(owner: owner, suggestion: exists ? upper : nil)
    }
  }

  private func scn(_ query: DictionaryQuery) async throws -> UInt64 {
    guard let row = try await answer(query).first, let number = UInt64(try row.text(query.columns[0])) else {
      throw CatalogError.unreadable(view: query.view, column: query.columns[0])
    }
    return number
  }

  private func columns(_ owner: String) async throws -> [DictionaryRow] {
    for query in [DictionaryQuery.newerColumns, .columns] {
      do {
        return try await answer(query, owner)
      } catch let error as OracleError where error.code == 904 {
        continue
      }
    }
    return try await answer(.olderColumns, owner)
  }

  /// The answer, or nothing where this version has no such view, or the user no right to see it.
  func optionalAnswer(_ query: DictionaryQuery, _ owner: String) async throws -> [DictionaryRow] {
    do {
      return try await answer(query, owner)
    } catch let error as OracleError where Self.isOutOfReach(error) {
      return []
    }
  }

  func answer(_ query: DictionaryQuery, _ owner: String? = nil) async throws -> [DictionaryRow] {
    let binds = owner.map { [OracleValue](repeating: .text($0), count: query.ownerCount) } ?? []
    return try await connection.rows(query.sql, binds: binds).map { try DictionaryRow(query, $0) }
  }

  /// ORA-00942 no such table or view, 00904 no such column, 01031 insufficient privileges, 06564 no such object.
  static func isOutOfReach(_ error: OracleError) -> Bool {
    [942, 904, 1031, 6564].contains(error.code)
  }
}

/// What NLS_DATABASE_PARAMETERS says of a database.
public struct DatabaseParameters: Sendable, Hashable {
  /// Such as `AL32UTF8`.
  public var characterSet: String?
  /// Such as `AL16UTF16`.
  public var nationalCharacterSet: String?
  /// Such as `19.0.0.0.0`.
  public var version: String

  /// Makes one from its parts.
  public init(characterSet: String?, nationalCharacterSet: String?, version: String) {
    self.characterSet = characterSet
    self.nationalCharacterSet = nationalCharacterSet
    self.version = version
  }
}
