import OracleWire

/// Views about objects that the stand-in never has: columns right, no rows.
enum EmptyViews {
  private static func family(_ suffix: String, _ columns: [String]) -> [DictionaryView] {
    DictionaryBuilder.family(
      suffix, columns.map { DictionaryColumn<Int>($0) }, owner: { _ in "" }, elements: { _ in [] })
  }

  static let all: [DictionaryView] =
    family(
      "MVIEWS",
      [
        "OWNER V128!", "MVIEW_NAME V128!", "CONTAINER_NAME V128!", "QUERY L", "QUERY_LEN N", "UPDATABLE V1",
        "MASTER_LINK V128", "REWRITE_ENABLED V1", "REWRITE_CAPABILITY V9", "REFRESH_MODE V6", "REFRESH_METHOD V8",
        "BUILD_MODE V9", "FAST_REFRESHABLE V18", "LAST_REFRESH_TYPE V8", "LAST_REFRESH_DATE D", "STALENESS V19",
        "COMPILE_STATE V19",
      ])
    + family("MVIEW_COMMENTS", ["OWNER V128!", "MVIEW_NAME V128!", "COMMENTS V4000"])
    + family(
      "MVIEW_LOGS",
      [
        "LOG_OWNER V128", "MASTER V128", "LOG_TABLE V128", "LOG_TRIGGER V128", "ROWIDS V3", "PRIMARY_KEY V3",
        "OBJECT_ID V3", "FILTER_COLUMNS V3", "SEQUENCE V3", "INCLUDE_NEW_VALUES V3",
      ])
    + family(
      "EXTERNAL_TABLES",
      [
        "OWNER V128!", "TABLE_NAME V128!", "TYPE_OWNER V3", "TYPE_NAME V128!", "DEFAULT_DIRECTORY_OWNER V3",
        "DEFAULT_DIRECTORY_NAME V128!", "REJECT_LIMIT V40", "ACCESS_TYPE V7", "ACCESS_PARAMETERS V4000", "PROPERTY V10",
      ])
    + family(
      "POLICIES",
      [
        "OBJECT_OWNER V128!", "OBJECT_NAME V128!", "POLICY_GROUP V128!", "POLICY_NAME V128!", "PF_OWNER V128!",
        "PACKAGE V128", "FUNCTION V128!", "SEL V3", "INS V3", "UPD V3", "DEL V3", "IDX V3", "CHK_OPTION V3",
        "ENABLE V3", "STATIC_POLICY V3", "POLICY_TYPE V24", "LONG_PREDICATE V3",
      ])
    + family(
      "PART_TABLES",
      [
        "OWNER V128", "TABLE_NAME V128", "PARTITIONING_TYPE V9", "SUBPARTITIONING_TYPE V9", "PARTITION_COUNT N",
        "DEF_SUBPARTITION_COUNT N", "PARTITIONING_KEY_COUNT N", "SUBPARTITIONING_KEY_COUNT N", "STATUS V8",
        "INTERVAL V1000",
      ])
    + family(
      "TAB_PARTITIONS",
      [
        "TABLE_OWNER V128", "TABLE_NAME V128", "COMPOSITE V3", "PARTITION_NAME V128", "SUBPARTITION_COUNT N",
        "HIGH_VALUE L", "HIGH_VALUE_LENGTH N", "PARTITION_POSITION N", "TABLESPACE_NAME V30", "NUM_ROWS N", "BLOCKS N",
      ])
    + family(
      "TYPES",
      [
        "OWNER V128", "TYPE_NAME V128!", "TYPE_OID R16!", "TYPECODE V128", "ATTRIBUTES N", "METHODS N",
        "PREDEFINED V3", "INCOMPLETE V3", "FINAL V3", "INSTANTIABLE V3", "SUPERTYPE_OWNER V128", "SUPERTYPE_NAME V128",
      ])
    + family(
      "LOBS",
      [
        "OWNER V128", "TABLE_NAME V128", "COLUMN_NAME V4000", "SEGMENT_NAME V128", "TABLESPACE_NAME V30",
        "INDEX_NAME V128", "CHUNK N", "IN_ROW V3", "SECUREFILE V3",
      ])
    + family("DB_LINKS", ["OWNER V128!", "DB_LINK V128!", "USERNAME V128", "HOST V2000", "CREATED D!"])
    + family(
      "ERRORS",
      [
        "OWNER V128!", "NAME V128!", "TYPE V12", "SEQUENCE N!", "LINE N!", "POSITION N!", "TEXT V4000!",
        "ATTRIBUTE V9", "MESSAGE_NUMBER N",
      ])
    + family(
      "DEPENDENCIES",
      [
        "OWNER V128!", "NAME V128!", "TYPE V19", "REFERENCED_OWNER V128", "REFERENCED_NAME V128",
        "REFERENCED_TYPE V19", "REFERENCED_LINK_NAME V128", "DEPENDENCY_TYPE V4",
      ])
    + family(
      "EXTENTS",
      [
        "OWNER V128", "SEGMENT_NAME V128", "PARTITION_NAME V128", "SEGMENT_TYPE V18", "TABLESPACE_NAME V30",
        "EXTENT_ID N", "FILE_ID N", "BLOCK_ID N", "BYTES N", "BLOCKS N", "RELATIVE_FNO N",
      ])
}
