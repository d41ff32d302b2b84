import Model

/// Materialised views, from ALL_MVIEWS, with what the tables say that hold their rows.
struct MaterialisedViewAssembly {
  /// Ordered by name.
  private(set) var views: [ViewDefinition] = []
  /// Tables that hold the rows of one of these, or of one whose query the session may not see.
  private(set) var containers: Set<String> = []
  private(set) var findings: [Finding] = []
  /// What is named by a view or a finding.
  private var settled: Set<String> = []

  init(
    _ contents: DictionaryContents, columns: ColumnAssembly, indexes: IndexAssembly, constraints: ConstraintAssembly
  ) throws(CatalogError) {
    var comments: [String: String] = [:]
    for row in contents.materialisedViewComments {
      let comment = try row.optionalText("COMMENTS")
      // Oracle's own words where nobody gave others.
      if comment?.hasPrefix("snapshot table for snapshot ") != true { comments[try row.text("MVIEW_NAME")] = comment }
    }
    let timed = try Set(contents.refreshedByClock.map { row throws(CatalogError) in try row.text("NAME") })
    for row in contents.objects where try row.text("OBJECT_TYPE") == "MATERIALIZED VIEW" {
      containers.insert(try row.text("OBJECT_NAME"))
    }
    for row in contents.materialisedViews {
      let name = try row.text("MVIEW_NAME")
      let container = try row.optionalText("CONTAINER_NAME") ?? name
      guard try row.optionalText("BUILD_MODE") != "PREBUILT" else {
        containers.remove(name)
        settled.insert(name)
        report(
          "view.not-converted", name,
          "it refreshes a table that is there (ON PREBUILT TABLE), which stays a table; nothing refreshes it",
          "fill the table by a job")
        continue
      }
      containers.insert(container)
      guard let query = try row.optionalText("QUERY") else { continue }
      settled.insert(name)
      let own = columns.columns(of: container)
      // A materialised view has no keys: the unique indexes below them stand for these. Those that Oracle makes for its
      // refreshing are left out.
      let kept = indexes.indexes(of: container, backing: [:]).filter {
        !$0.hasGeneratedName && !$0.name.hasPrefix("I_SNAP$_") && !$0.name.hasPrefix("U_SNAP$_")
      }
      views.append(
        ViewDefinition(
          name: name, columns: own.map(\.name), query: query, comment: comments[name],
          columnComments: Dictionary(
            own.compactMap { column in column.comment.map { (column.name, $0) } },
            uniquingKeysWith: { first, _ in first }),
          materialization: try Self.materialization(row, isTimed: timed.contains(name)),
          indexes: kept))
      var table = Table(owner: contents.owner, name: container, columns: own)
      try constraints.add(to: &table)
      reportConstraints(of: table, as: name, kept)
      if try row.flag("UPDATABLE", is: "Y") {
        report(
          "view.form", name, "FOR UPDATE has no counterpart: its rows can't be changed",
          "use a table and triggers where the application depends on it")
      }
    }
    views.sort { $0.name < $1.name }
  }

  /// Whether an object of the dictionary is one of these.
  func holds(_ object: OtherObject) -> Bool {
    object.kind == "MATERIALIZED VIEW" && settled.contains(object.name)
  }

  /// Names the constraints that no unique index stands for, but for keys that Oracle named: it makes such for refreshing.
  private mutating func reportConstraints(
    of container: Table, as name: String, _ indexes: [TableIndex]
  ) {
    let unique = indexes.filter(\.isUnique).map { Set($0.parts.map(\.key)) }
    let keys = ([container.primaryKey].compactMap { $0 } + container.uniqueConstraints).filter { key in
      !key.state.hasGeneratedName && !unique.contains(Set(key.columns.map { .column($0) }))
    }
    for constraint in keys.map(\.name) + container.checks.map(\.name) + container.foreignKeys.map(\.name) {
      report(
        "view.constraint", name, "its constraint \(constraint) is left out: PostgreSQL's materialized views have none",
        "put it on the tables that the view reads")
    }
  }

  private mutating func report(_ rule: String, _ name: String, _ reason: String, _ remedy: String) {
    findings.append(
      Finding(severity: .warning, rule: rule, object: "materialized view \(name)", reason: reason, remedy: remedy))
  }

  /// In the words of the statement that made it; FORCE ON DEMAND is what Oracle does when nothing is said.
  private static func materialization(
    _ row: DictionaryRow, isTimed: Bool
  ) throws(CatalogError) -> ViewDefinition.Materialization {
    let method = try row.optionalText("REFRESH_METHOD") ?? "FORCE"
    let mode = try row.optionalText("REFRESH_MODE") ?? "DEMAND"
    var words = mode == "NEVER" || method == "NEVER" ? ["NEVER"] : [method, "ON \(mode)"]
    if words == ["FORCE", "ON DEMAND"] { words = [] }
    if isTimed { words.append("by the clock") }
    // BUILD_MODE says how it was made, whatever has refreshed it since.
    let lastRefresh = try row.optionalText("LAST_REFRESH_TYPE") ?? "NA"
    let build = try row.optionalText("BUILD_MODE")
    return ViewDefinition.Materialization(
      isBuilt: lastRefresh != "NA" || build != "DEFERRED", refresh: words.joined(separator: " "),
      isRefreshedByItself: isTimed || mode == "COMMIT" || mode == "STATEMENT")
  }
}
