import Model

/// What ora2pg's directives are to oraferry.
///
/// Source: ora2pg's documentation, which names them, their values and their defaults.
struct Ora2PgDirectives {
  /// Those that become settings.
  static let carried: Set<String> = [
    "ORACLE_DSN", "ORACLE_USER", "ORACLE_PWD", "SCHEMA", "PG_DSN", "PG_USER", "PG_PWD", "PG_SCHEMA", "EXPORT_SCHEMA",
    "ALLOW", "EXCLUDE", "REPLACE_TABLES", "REPLACE_COLS", "EXCLUDE_COLUMNS", "MODIFY_TYPE", "REPLACE_AS_BOOLEAN",
    "WHERE",
    "TRUNCATE_TABLE", "PRESERVE_CASE",
  ]

  /// A directive that is not carried over.
  struct Known {
    var severity: Finding.Severity
    var defaults: [String]
    var reason: String
    var remedy: String

    func isDefault(_ value: String) -> Bool {
      defaults.contains { $0.lowercased() == value.lowercased() }
    }
  }

  /// All others that the documentation has, by name.
  static let known: [String: Known] = {
    var known: [String: Known] = [:]
    func add(
      _ names: String, _ severity: Finding.Severity, defaults: [String] = ["0"], _ reason: String, _ remedy: String
    ) {
      for name in names.split(separator: " ") {
        known[String(name)] = Known(severity: severity, defaults: defaults, reason: reason, remedy: remedy)
      }
    }
    add(
      "ORACLE_HOME LOGFILE DEBUG OUTPUT OUTPUT_DIR BZIP2 FILE_PER_TABLE FILE_PER_INDEX FILE_PER_CONSTRAINT FILE_PER_FUNCTION "
        + "FILE_PER_FKEYS NLS_LANG NLS_NCHAR CLIENT_ENCODING BINMODE USER_GRANTS TRANSACTION LONGREADLEN LONGTRUNKOK "
        + "USE_LOB_LOCATOR NO_LOB_LOCATOR LOB_CHUNK_SIZE XML_PRETTY DATA_LIMIT BLOB_LIMIT NOESCAPE SYNCHRONOUS_COMMIT "
        + "STANDARD_CONFORMING_STRINGS COPY_FREEZE STOP_ON_ERROR NO_HEADER PSQL_RELATIVE_PATH TEMP_DIR QUIET LOG_ON_ERROR "
        + "PREFIX_PARTITION PREFIX_SUB_PARTITION TOP_MAX HUMAN_DAYS_LIMIT COST_UNIT_VALUE ESTIMATE_COST DUMP_AS_HTML "
        + "AUDIT_USER PG_SUPPORTS_IFEXISTS PG_SUPPORTS_ROLE PG_SUPPORTS_INOUT PG_SUPPORTS_DEFAULT PG_SUPPORTS_WHEN "
        + "PG_SUPPORTS_INSTEADOF PG_SUPPORTS_CHECKOPTION PG_SUPPORTS_MVIEW PG_SUPPORTS_PARTITION PG_SUPPORTS_SUBSTR "
        + "PG_SUPPORTS_NAMED_OPERATOR PG_SUPPORTS_IDENTITY PG_SUPPORTS_PROCEDURE PG_SUPPORTS_LPARALLEL PG_VERSION "
        + "CREATE_SCHEMA STOP_ON_ERROR USE_RESERVED_WORDS ORA_RESERVED_WORDS NO_START_SCN NO_VIEW_ORDERING "
        + "DISABLE_SEQUENCE GEN_USER_PWD INTERNAL_DATE_MAX INPUT_FILE KEEP_PKEY_NAMES PKEY_IN_CREATE ENABLE_MICROSECOND",
      .info,
      defaults: [
        "0", "1", "10", "5", "10000", "output.sql", "serializable", "readonly", "utf8", "AMERICAN_AMERICA.AL32UTF8",
        "AL32UTF8", "1047552", "audit,comment", "49", "11", "9.6", "10", "12", "13", "14", "15", "16", "17",
      ],
      "it is about how ora2pg works, writes its files or meets old servers: oraferry has its own ways",
      "nothing needs to be done")
    add(
      "JOBS ORACLE_COPIES PARALLEL_TABLES DEFINED_PK DEFINED_PKEY", .info, defaults: ["1"],
      "oraferry copies in parallel by itself", "nothing, or see --workers and --chunk-rows")
    add(
      "TYPE", .info, defaults: ["TABLE"], "what is done is said by the command",
      "COPY and INSERT are oraferry migrate --data-only; oraferry migrate does everything; see also oraferry schema convert"
    )
    add(
      "DISABLE_TRIGGERS DROP_FKEY DEFER_FKEY", .info,
      "migrate --data-only holds triggers and foreign keys off by itself",
      "nothing needs to be done")
    add(
      "DROP_INDEXES", .warning, "indexes of tables that are there stay while rows come",
      "drop them before migrate --data-only and make them again behind it, or let oraferry migrate make the tables")
    add(
      "DELETE", .warning, defaults: [], "rows of before can be removed all together alone",
      "DELETE them by hand, then migrate --data-only --existing-rows append")
    add(
      "REPLACE_QUERY", .warning, defaults: [], "a table is read by its own columns and a condition",
      "make a table of the query in Oracle, or write a condition into [where]")
    add(
      "MODIFY_STRUCT", .warning, defaults: [], "which columns are carried can't be listed",
      "leave the others behind with TABLE.COLUMN = - in [columns], for migrate --data-only")
    add(
      "VIEW_AS_TABLE MVIEW_AS_TABLE", .warning, defaults: [], "rows of views are not carried",
      "make a table of each in Oracle")
    add(
      "DATA_TYPE", .warning, defaults: [],
      "other types for Oracle's are not carried over; tables that are there keep theirs",
      "write what differs from oraferry's choice into [types], such as DATE = date")
    add(
      "DEFAULT_NUMERIC PG_NUMERIC_TYPE PG_INTEGER_TYPE", .info, defaults: ["1", "bigint"],
      "tables that oraferry makes have numeric for NUMBER where it has no precision; those that are there keep their types",
      "write another choice into [types], such as NUMBER(*) = bigint")
    add(
      "BOOLEAN_VALUES", .warning, defaults: [], "only NUMBER columns with 0 and 1 become boolean",
      "map other values in Oracle")
    add(
      "REPLACE_ZERO_DATE", .warning, defaults: [],
      "no date is replaced: one that PostgreSQL can't hold is refused by name",
      "correct it in Oracle")
    add(
      "ORA_INITIAL_COMMAND PG_INITIAL_COMMAND", .warning, defaults: [], "no statements are sent before the work",
      "use a log-on trigger in Oracle, ALTER ROLE ... SET in PostgreSQL")
    add(
      "SKIP", .warning, defaults: [], "keys, checks and indexes are all made by oraferry migrate",
      "make the tables with oraferry schema convert, edit the file, apply it, and migrate --data-only")
    add(
      "FKEY_ADD_UPDATE FKEY_DEFERRABLE INDEXES_SUFFIX INDEXES_RENAMING REORDERING_COLUMNS USE_TABLESPACE WITH_OID FORCE_OWNER "
        + "FORCE_SECURITY_INVOKER BITMAP_AS_GIN USE_INDEX_OPCLASS UNLOGGED_TABLE DOUBLE_MAX CASE_INSENSITIVE_SEARCH "
        + "DISABLE_PARTITION DISABLE_UNLOGGED PARTITION_BY_REFERENCE RENAME_PARTITION DISABLE_COMMENT RANDOM_ID",
      .warning, defaults: ["0", "never", "none", "citext"],
      "tables are made as Oracle's are",
      "make them with oraferry schema convert, edit the file, apply it, and migrate --data-only")
    add(
      "TRIM_TYPE TRIM_CHAR", .warning, defaults: ["BOTH"],
      "no text is trimmed: blanks of CHAR are kept, or are padding of char(n)",
      "UPDATE the rows in PostgreSQL")
    add(
      "NULL_EQUAL_EMPTY EMPTY_LOB_NULL PLSQL_PGSQL PACKAGE_AS_SCHEMA EXPORT_INVALID COMPILE_SCHEMA LOOK_FORWARD_FUNCTION "
        + "NO_FUNCTION_METADATA FUNCTION_CHECK FUNCTION_STABLE COMMENT_COMMIT_ROLLBACK COMMENT_SAVEPOINT USE_ORAFCE "
        + "AUTONOMOUS_TRANSACTION REWRITE_OUTER_JOIN UUID_FUNCTION STRING_CONSTANT_REGEXP ALTERNATIVE_QUOTING_REGEXP "
        + "DATE_FUNCTION_REWRITE GRANT_OBJECT",
      .warning, defaults: ["0", "1"], "code is converted by oraferry's own rules",
      "see what oraferry assess and schema convert make of it")
    add(
      "FDW_SERVER FDW_IMPORT_SCHEMA EXTERNAL_TO_FDW ORACLE_FDW_TRANSFORM DBLINK_CONN ORACLE_FDW_PREFETCH ORACLE_FDW_COPY_MODE "
        + "ORACLE_FDW_COPY_FORMAT",
      .warning, defaults: ["0", "1", "orcl", "1000", "local", "binary"], "no foreign tables are made or used",
      "make them by hand where they are wanted")
    add(
      "AUTODETECT_SPATIAL_TYPE CONVERT_SRID DEFAULT_SRID GEOMETRY_EXTRACT_TYPE POSTGIS_SCHEMA ST_SRID_FUNCTION "
        + "ST_DIMENSION_FUNCTION ST_GEOMETRYTYPE_FUNCTION ST_ASBINARY_FUNCTION ST_ASTEXT_FUNCTION",
      .warning,
      defaults: [
        "0", "1", "4326", "INTERNAL", "ST_SRID", "ST_DIMENSION", "ST_GEOMETRYTYPE", "ST_ASBINARY", "ST_ASTEXT",
      ],
      "rows with SDO_GEOMETRY are not carried", "carry these columns by other means")
    add(
      "SYSUSERS", .info, defaults: [], "one schema is migrated, and no other is looked at", "nothing needs to be done")
    add(
      "MYSQL_PIPES_AS_CONCAT MYSQL_INTERNAL_EXTRACT_FORMAT IS_MYSQL IS_MSSQL", .warning, "oraferry reads Oracle alone",
      "nothing, where the source is Oracle")
    add(
      "START_SCN CDC_READY CDC_FILE", .warning, "the SCN is fixed when a migration begins", "nothing needs to be done")
    return known
  }()
}
