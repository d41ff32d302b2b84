import OracleSQL
import OracleWire

/// MVIEWS, MVIEW_COMMENTS and REFRESH_CHILDREN, as the Oracle Database Reference describes them.
enum MaterializedViewViews {
  private static func views(_ session: StandInSession) -> [MaterializedView] {
    session.database.catalog.materializedViews.values.sorted { $0.name.description < $1.name.description }
  }

  private static let columns: [DictionaryColumn<MaterializedView>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("MVIEW_NAME") { Value($0.name.name) },
    DictionaryColumn("CONTAINER_NAME") { Value($0.name.name) },
    DictionaryColumn("QUERY") { Value(type: .long, bytes: Array($0.text.utf8)) },
    DictionaryColumn("QUERY_LEN") { Value($0.text.utf8.count) },
    DictionaryColumn("UPDATABLE") { Value($0.isUpdatable ? "Y" : "N") },
    DictionaryColumn("REWRITE_ENABLED") { Value($0.rewrites ? "Y" : "N") },
    DictionaryColumn("REWRITE_CAPABILITY", constant: "GENERAL"),
    DictionaryColumn("REFRESH_MODE") { Value($0.mode) },
    DictionaryColumn("REFRESH_METHOD") { Value($0.method) },
    DictionaryColumn("BUILD_MODE") { view in
      Value(view.isPrebuilt ? "PREBUILT" : view.buildsImmediately ? "IMMEDIATE" : "DEFERRED")
    },
    DictionaryColumn("FAST_REFRESHABLE", constant: "NO"),
    DictionaryColumn("LAST_REFRESH_TYPE") { Value($0.buildsImmediately ? "COMPLETE" : "NA") },
    DictionaryColumn("LAST_REFRESH_DATE") { $0.buildsImmediately ? Value(date: $0.created) : .null },
    DictionaryColumn("STALENESS") { Value($0.buildsImmediately ? "FRESH" : "UNUSABLE") },
    DictionaryColumn("AFTER_FAST_REFRESH", constant: "NA"),
    DictionaryColumn("UNKNOWN_PREBUILT") { Value($0.isPrebuilt ? "Y" : "N") },
    DictionaryColumn("COMPILE_STATE", constant: "VALID"),
    DictionaryColumn("USE_NO_INDEX", constant: "N"),
    DictionaryColumn("SEGMENT_CREATED", constant: "YES"),
    DictionaryColumn("DEFAULT_COLLATION", constant: "USING_NLS_COMP"),
    DictionaryColumn("ON_QUERY_COMPUTATION", constant: "N"),
  ]

  private static let commentColumns: [DictionaryColumn<MaterializedView>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("MVIEW_NAME") { Value($0.name.name) },
    // Oracle's own words where nobody gave others.
    DictionaryColumn("COMMENTS") { Value($0.comment ?? "snapshot table for snapshot \($0.name)") },
  ]

  private static let refreshColumns: [DictionaryColumn<MaterializedView>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("NAME") { Value($0.name.name) },
    DictionaryColumn("TYPE", constant: "SNAPSHOT"),
    DictionaryColumn("ROWNER") { Value($0.name.owner) },
    DictionaryColumn("RNAME") { Value($0.name.name) },
    DictionaryColumn("IMPLICIT_DESTROY", constant: "Y"),
    DictionaryColumn("INTERVAL") { Value($0.next) },
    DictionaryColumn("BROKEN", constant: "N"),
  ]

  static let all: [DictionaryDefinition] =
    DictionaryBuilder.family("MVIEWS", columns, owner: { $0.name.owner }, elements: { views($0) })
    + DictionaryBuilder.family("MVIEW_COMMENTS", commentColumns, owner: { $0.name.owner }, elements: { views($0) })
    + DictionaryBuilder.family(
      "REFRESH_CHILDREN", refreshColumns, owner: { $0.name.owner },
      elements: { views($0).filter { $0.next != nil || $0.refresh?.startWith != nil } })
}
