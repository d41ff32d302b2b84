import OracleWire

/// DUAL, V$ views and NLS parameters.
enum InstanceViews {
  private struct Pair {
    var name: String
    var value: String
  }

  private static func parameters(_ name: String, _ source: @escaping @Sendable (StandInSession) -> [String: String])
    -> DictionaryView
  {
    DictionaryBuilder.view(
      name, isCached: false,
      [
        DictionaryColumn<Pair>("PARAMETER V128") { Value($0.name) },
        DictionaryColumn<Pair>("VALUE V64") { Value($0.value) },
      ]
    ) { session in source(session).sorted { $0.key < $1.key }.map { Pair(name: $0.key, value: $0.value) } }
  }

  private static func release(_ session: StandInSession) -> String { session.database.configuration.version }

  private static func banner(_ session: StandInSession) -> String { "oraferry stand-in \(release(session))" }

  private static let database = DictionaryBuilder.view(
    "V$DATABASE", isCached: false,
    [
      DictionaryColumn<StandInSession>("DBID N") { Value(Int($0.database.configuration.databaseID)) },
      DictionaryColumn("NAME V9") { Value(String($0.database.configuration.serviceName.uppercased().prefix(9))) },
      DictionaryColumn("CREATED D") { Value(date: $0.database.started) },
      DictionaryColumn("RESETLOGS_CHANGE# N") { _ in Value(1) },
      DictionaryColumn("LOG_MODE V12", constant: "NOARCHIVELOG"),
      DictionaryColumn("OPEN_MODE V20", constant: "READ WRITE"),
      DictionaryColumn("PROTECTION_MODE V20", constant: "MAXIMUM PERFORMANCE"),
      DictionaryColumn("DATABASE_ROLE V16", constant: "PRIMARY"),
      DictionaryColumn("PLATFORM_NAME V101", constant: "oraferry stand-in"),
      DictionaryColumn("CURRENT_SCN N") { Value(Int($0.database.lastSCN)) },
      DictionaryColumn("FLASHBACK_ON V18", constant: "NO"),
      DictionaryColumn("DB_UNIQUE_NAME V30") { Value($0.database.configuration.serviceName.uppercased()) },
      DictionaryColumn("CDB V3", constant: "NO"),
      DictionaryColumn<StandInSession>("CON_DBID N") { Value(Int($0.database.configuration.databaseID)) },
      DictionaryColumn("CON_ID N") { _ in Value(0) },
    ]
  ) { [$0] }

  private static let instance = DictionaryBuilder.view(
    "V$INSTANCE", isCached: false,
    [
      DictionaryColumn<StandInSession>("INSTANCE_NUMBER N") { _ in Value(1) },
      DictionaryColumn("INSTANCE_NAME V16") {
        Value(String($0.database.configuration.serviceName.uppercased().prefix(16)))
      },
      DictionaryColumn("HOST_NAME V64", constant: "localhost"),
      DictionaryColumn("VERSION V17") { Value(release($0)) },
      DictionaryColumn("VERSION_LEGACY V17") { Value(release($0)) },
      DictionaryColumn("VERSION_FULL V17") { Value(release($0)) },
      DictionaryColumn("STARTUP_TIME D") { Value(date: $0.database.started) },
      DictionaryColumn("STATUS V12", constant: "OPEN"),
      DictionaryColumn("PARALLEL V3", constant: "NO"),
      DictionaryColumn("LOGINS V10", constant: "ALLOWED"),
      DictionaryColumn("DATABASE_STATUS V17", constant: "ACTIVE"),
      DictionaryColumn("INSTANCE_ROLE V18", constant: "PRIMARY_INSTANCE"),
      DictionaryColumn("CON_ID N") { _ in Value(0) },
      DictionaryColumn("EDITION V7", constant: "STANDIN"),
    ]
  ) { [$0] }

  private static let version = DictionaryBuilder.view(
    "V$VERSION", isCached: false,
    [
      DictionaryColumn<StandInSession>("BANNER V80") { Value(banner($0)) },
      DictionaryColumn("BANNER_FULL V160") { Value(banner($0)) },
      DictionaryColumn("BANNER_LEGACY V80") { Value(banner($0)) },
      DictionaryColumn("CON_ID N") { _ in Value(0) },
    ]
  ) { [$0] }

  private static let product = DictionaryBuilder.view(
    "PRODUCT_COMPONENT_VERSION", isCached: false,
    [
      DictionaryColumn<StandInSession>("PRODUCT V80", constant: "oraferry stand-in"),
      DictionaryColumn("VERSION V80") { Value(release($0)) },
      DictionaryColumn("VERSION_FULL V80") { Value(release($0)) },
      DictionaryColumn("STATUS V80", constant: "stand-in"),
    ]
  ) { [$0] }

  private static let dual = DictionaryBuilder.view("DUAL", [DictionaryColumn<Int>("DUMMY V1", constant: "X")]) { _ in
    [1]
  }

  private static let sessions = DictionaryBuilder.view(
    "V$SESSION", isCached: false,
    [
      DictionaryColumn<StandInSession>("SID N") { Value($0.identifier) },
      DictionaryColumn("SERIAL# N") { _ in Value(1) },
      DictionaryColumn("AUDSID N") { Value($0.identifier) },
      DictionaryColumn("USERNAME V128") { Value($0.user) },
      DictionaryColumn("SCHEMANAME V128") { Value($0.currentSchema) },
      DictionaryColumn("STATUS V8", constant: "ACTIVE"),
      DictionaryColumn("TYPE V10", constant: "USER"),
    ]
  ) { [$0] }

  private static let optionView = DictionaryBuilder.view(
    "V$OPTION",
    [DictionaryColumn<Pair>("PARAMETER V64") { Value($0.name) }, DictionaryColumn("VALUE V64") { Value($0.value) }]
  ) { _ in [Pair(name: "Partitioning", value: "FALSE")] }

  private static let parameterView = DictionaryBuilder.view(
    "V$PARAMETER", isCached: false,
    [
      DictionaryColumn<Pair>("NUM N"), DictionaryColumn("NAME V80") { Value($0.name) },
      DictionaryColumn("VALUE V4000") { Value($0.value) },
    ]
  ) { session in
    [
      Pair(name: "compatible", value: release(session)),
      Pair(name: "db_name", value: session.database.configuration.serviceName),
      Pair(name: "max_string_size", value: "STANDARD"), Pair(name: "undo_retention", value: "900"),
    ]
  }

  private static let privileges = DictionaryBuilder.view(
    "SESSION_PRIVS", [DictionaryColumn<String>("PRIVILEGE V40") { Value($0) }]
  ) { _ in
    [
      "CREATE SESSION", "CREATE TABLE", "CREATE SEQUENCE", "CREATE VIEW", "SELECT ANY DICTIONARY", "SELECT ANY TABLE",
      "FLASHBACK ANY TABLE", "UNLIMITED TABLESPACE",
    ]
  }

  private static let roles = DictionaryBuilder.view(
    "SESSION_ROLES", [DictionaryColumn<String>("ROLE V128") { Value($0) }]
  ) { _ in ["CONNECT", "RESOURCE", "SELECT_CATALOG_ROLE"] }

  static let all: [DictionaryView] = [
    dual, database, instance, version, product, sessions, optionView, parameterView, privileges, roles,
    parameters("NLS_DATABASE_PARAMETERS") { _ in NLSDefaults.database },
    parameters("NLS_INSTANCE_PARAMETERS") { _ in NLSDefaults.session },
    parameters("NLS_SESSION_PARAMETERS") { $0.nls },
    parameters("V$NLS_PARAMETERS") { NLSDefaults.database.merging($0.nls) { _, new in new } },
  ]
}
