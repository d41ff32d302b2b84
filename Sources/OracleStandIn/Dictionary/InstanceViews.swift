import OracleWire

/// DUAL, V$ views and NLS parameters.
enum InstanceViews {
  private struct Pair {
    var name: String
    var value: String
  }

  private static func parameters(_ name: String, _ source: @escaping @Sendable (StandInSession) -> [String: String])
    -> DictionaryDefinition
  {
    DictionaryBuilder.view(
      name, isCached: false,
      [
        DictionaryColumn<Pair>("PARAMETER") { Value($0.name) },
        DictionaryColumn<Pair>("VALUE") { Value($0.value) },
      ]
    ) { session in source(session).sorted { $0.key < $1.key }.map { Pair(name: $0.key, value: $0.value) } }
  }

  private static func release(_ session: StandInSession) -> String { session.database.configuration.version }

  private static func banner(_ session: StandInSession) -> String { "oraferry stand-in \(release(session))" }

  private static let database = DictionaryBuilder.view(
    "V$DATABASE", isCached: false,
    [
      DictionaryColumn<StandInSession>("DBID") { Value(Int($0.database.configuration.databaseID)) },
      DictionaryColumn("NAME") { Value(String($0.database.configuration.serviceName.uppercased().prefix(9))) },
      DictionaryColumn("CREATED") { Value(date: $0.database.started) },
      DictionaryColumn("RESETLOGS_CHANGE#") { _ in Value(1) },
      DictionaryColumn("LOG_MODE", constant: "NOARCHIVELOG"),
      DictionaryColumn("OPEN_MODE") { Value($0.isReadOnly ? "READ ONLY WITH APPLY" : "READ WRITE") },
      DictionaryColumn("PROTECTION_MODE", constant: "MAXIMUM PERFORMANCE"),
      DictionaryColumn("DATABASE_ROLE") { Value($0.isReadOnly ? "PHYSICAL STANDBY" : "PRIMARY") },
      DictionaryColumn("PLATFORM_NAME", constant: "oraferry stand-in"),
      DictionaryColumn("CURRENT_SCN") { Value(Int($0.database.lastSCN)) },
      DictionaryColumn("FLASHBACK_ON", constant: "NO"),
      DictionaryColumn("DB_UNIQUE_NAME") { Value($0.database.configuration.serviceName.uppercased()) },
      DictionaryColumn("CDB", constant: "NO"),
      DictionaryColumn<StandInSession>("CON_DBID") { Value(Int($0.database.configuration.databaseID)) },
      DictionaryColumn("CON_ID") { _ in Value(0) },
    ]
  ) { [$0] }

  private static let instance = DictionaryBuilder.view(
    "V$INSTANCE", isCached: false,
    [
      DictionaryColumn<StandInSession>("INSTANCE_NUMBER") { _ in Value(1) },
      DictionaryColumn("INSTANCE_NAME") {
        Value(String($0.database.configuration.serviceName.uppercased().prefix(16)))
      },
      DictionaryColumn("HOST_NAME", constant: "localhost"),
      DictionaryColumn("VERSION") { Value(release($0)) },
      DictionaryColumn("VERSION_LEGACY") { Value(release($0)) },
      DictionaryColumn("VERSION_FULL") { Value(release($0)) },
      DictionaryColumn("STARTUP_TIME") { Value(date: $0.database.started) },
      DictionaryColumn("STATUS", constant: "OPEN"),
      DictionaryColumn("PARALLEL", constant: "NO"),
      DictionaryColumn("LOGINS", constant: "ALLOWED"),
      DictionaryColumn("DATABASE_STATUS", constant: "ACTIVE"),
      DictionaryColumn("INSTANCE_ROLE", constant: "PRIMARY_INSTANCE"),
      DictionaryColumn("CON_ID") { _ in Value(0) },
      DictionaryColumn("EDITION", constant: "STANDIN"),
    ]
  ) { [$0] }

  private static let version = DictionaryBuilder.view(
    "V$VERSION", isCached: false,
    [
      DictionaryColumn<StandInSession>("BANNER") { Value(banner($0)) },
      DictionaryColumn("BANNER_FULL") { Value(banner($0)) },
      DictionaryColumn("BANNER_LEGACY") { Value(banner($0)) },
      DictionaryColumn("CON_ID") { _ in Value(0) },
    ]
  ) { [$0] }

  private static let product = DictionaryBuilder.view(
    "PRODUCT_COMPONENT_VERSION", isCached: false,
    [
      DictionaryColumn<StandInSession>("PRODUCT", constant: "oraferry stand-in"),
      DictionaryColumn("VERSION") { Value(release($0)) },
      DictionaryColumn("VERSION_FULL") { Value(release($0)) },
      DictionaryColumn("STATUS", constant: "stand-in"),
    ]
  ) { [$0] }

  private static let dual = DictionaryBuilder.view("DUAL", [DictionaryColumn<Int>("DUMMY", constant: "X")]) { _ in
    [1]
  }

  private static let sessions = DictionaryBuilder.view(
    "V$SESSION", isCached: false,
    [
      DictionaryColumn<StandInSession>("SID") { Value($0.identifier) },
      DictionaryColumn("SERIAL#") { _ in Value(1) },
      DictionaryColumn("AUDSID") { Value($0.identifier) },
      DictionaryColumn("USERNAME") { Value($0.user) },
      DictionaryColumn("SCHEMANAME") { Value($0.currentSchema) },
      DictionaryColumn("STATUS") { Value($0.isKilled ? "KILLED" : "ACTIVE") },
      DictionaryColumn("TYPE", constant: "USER"),
    ]
  ) { $0.database.openSessions }

  private static let optionView = DictionaryBuilder.view(
    "V$OPTION",
    [DictionaryColumn<Pair>("PARAMETER") { Value($0.name) }, DictionaryColumn("VALUE") { Value($0.value) }]
  ) { _ in [Pair(name: "Partitioning", value: "FALSE")] }

  private static let parameterView = DictionaryBuilder.view(
    "V$PARAMETER", isCached: false,
    [
      DictionaryColumn("NAME") { Value($0.name) },
      DictionaryColumn("VALUE") { Value($0.value) },
    ]
  ) { session in
    [
      Pair(name: "compatible", value: release(session)),
      Pair(name: "db_name", value: session.database.configuration.serviceName),
      Pair(name: "max_string_size", value: "STANDARD"),
      Pair(name: "undo_retention", value: String(session.database.undo.retention ?? 900)),
    ]
  }

  private static let privileges = DictionaryBuilder.view(
    "SESSION_PRIVS", [DictionaryColumn<String>("PRIVILEGE") { Value($0) }]
  ) { _ in
    [
      "CREATE SESSION", "CREATE TABLE", "CREATE SEQUENCE", "CREATE VIEW", "SELECT ANY DICTIONARY", "SELECT ANY TABLE",
      "FLASHBACK ANY TABLE", "UNLIMITED TABLESPACE",
    ]
  }

  private static let roles = DictionaryBuilder.view(
    "SESSION_ROLES", [DictionaryColumn<String>("ROLE") { Value($0) }]
  ) { _ in ["CONNECT", "RESOURCE", "SELECT_CATALOG_ROLE"] }

  private static let dictionary = DictionaryBuilder.view(
    "DICTIONARY", [DictionaryColumn<String>("TABLE_NAME") { Value($0) }]
  ) { $0.database.dictionary.names }

  private struct Place {
    var view: String
    var column: String
  }

  private static let dictionaryColumns = DictionaryBuilder.view(
    "DICT_COLUMNS",
    [DictionaryColumn<Place>("TABLE_NAME") { Value($0.view) }, DictionaryColumn("COLUMN_NAME") { Value($0.column) }]
  ) { session in
    session.database.dictionary.names.flatMap { name in
      (session.database.dictionary.view(name)?.columns ?? []).map { Place(view: name, column: $0.name) }
    }
  }

  private static let globalName = DictionaryBuilder.view(
    "GLOBAL_NAME", isCached: false,
    [DictionaryColumn<StandInSession>("GLOBAL_NAME") { Value($0.database.configuration.serviceName.uppercased()) }]
  ) { [$0] }

  static let all: [DictionaryDefinition] = [
    dictionary, dictionaryColumns, globalName, dual, database, instance, version, product, sessions, optionView,
    parameterView, privileges, roles,
    parameters("NLS_DATABASE_PARAMETERS") { NLSDefaults.database(of: $0.database.configuration.characterSet) },
    parameters("NLS_INSTANCE_PARAMETERS") { _ in NLSDefaults.session },
    parameters("NLS_SESSION_PARAMETERS") { $0.nls },
    parameters("V$NLS_PARAMETERS") {
      NLSDefaults.database(of: $0.database.configuration.characterSet).merging($0.nls) { _, new in new }
    },
  ]
}
