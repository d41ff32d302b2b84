import Model
import OracleSQL

/// CONNECT BY as a recursive query.
///
/// A table of all rows (`base`) numbers them in the order of siblings. The tree starts with the rows of START WITH, and joins
/// each row with its children; a path of numbers gives Oracle's order and finds loops.
extension ExpressionTranslator {
  /// Turns the sources of the innermost block into a tree.
  ///
  /// Conditions of WHERE that join sources come before the hierarchy, the others behind it; `clause` keeps the latter.
  mutating func plantTree(
    _ hierarchy: HierarchicalClause, _ block: SelectBlock, _ clause: inout FromClause, siblings: [OrderItem]
  ) throws(ConversionRefusal) {
    let place = scopes.count - 1
    var joins: [Expression] = []
    var filters: [Expression] = []
    for conjunct in clause.conjuncts {
      if try isJoin(conjunct) { joins.append(conjunct) } else { filters.append(conjunct) }
    }
    let joined = try conditions(joins)
    var keys: [String] = []
    for item in siblings { keys.append(try orderKey(item)) }
    let taken = Set(commonTables.map(\.name)).union(scopes.flatMap { $0.sources.map(\.alias) })
    let base = Self.free("base", taken)
    let tree = Self.free("tree", taken)
    let names = block.namedColumns.map { names in
      siblings.reduce(into: names) { names, item in
        item.expression.walk { part in
          if case .column(let reference) = part.kind { names.insert(reference.column.name) }
        }
      }
    }
    var outputs = flatten(into: base, keeping: names)
    let order = keys.isEmpty ? "" : "ORDER BY \(keys.joined(separator: ", "))"
    outputs.append("row_number() OVER (\(order)) AS \"row\"")
    let sources = clause.parts.filter { !$0.isDual || scopes[place].usesDual }.map(\.sql)
    var rows = "SELECT \(outputs.joined(separator: ", "))"
    if !sources.isEmpty { rows += " FROM " + sources.joined(separator: ", ") }
    if !joined.isEmpty { rows += " WHERE " + joined.joined(separator: " AND ") }
    let (baseSources, baseMerged) = (scopes[place].sources, scopes[place].merged)
    // The same columns under the tree's name.
    for index in scopes[place].sources.indices {
      scopes[place].sources[index].alias = tree
      for column in scopes[place].sources[index].columns.indices {
        scopes[place].sources[index].columns[column].value.moved(from: base, to: tree)
      }
    }
    for index in scopes[place].merged.indices { scopes[place].merged[index].column.value.moved(from: base, to: tree) }
    scopes[place].hierarchy = HierarchyScope(
      base: base, tree: tree, baseSources: baseSources, baseMerged: baseMerged, treeSources: scopes[place].sources,
      treeMerged: scopes[place].merged, clause: hierarchy, rows: rows)
    let isDual = scopes[place].sources.count == 1 && scopes[place].sources[0].isDual
    scopes[place].hierarchy?.isChain = isDual && !hierarchy.connectBy.contains(where: \.isPrior)
    if let start = hierarchy.startWith {
      let condition = try at(.roots) { (self) throws(ConversionRefusal) in try self.condition(start).sql }
      scopes[place].hierarchy?.start = condition
    }
    let step = hierarchy.connectBy
    let condition = try at(.step) { (self) throws(ConversionRefusal) in try self.condition(step).sql }
    scopes[place].hierarchy?.step = condition
    scopes[place].hierarchy?.stage = .rows
    scopes[place].rowNumber = scopes[place].hierarchy.map { "row_number() OVER (ORDER BY \($0.order))" }
    clause.conjuncts = filters
  }

  /// Whether a condition names more than one source.
  private func isJoin(_ condition: Expression) throws(ConversionRefusal) -> Bool {
    guard scopes[scopes.count - 1].sources.count > 1 else { return false }
    if condition.contains(where: \.isQuery) { return false }
    var places: Set<Int> = []
    var references: [ColumnReference] = []
    condition.walk { part in if case .column(let reference) = part.kind { references.append(reference) } }
    for reference in references {
      if let place = try scopes[scopes.count - 1].place(of: reference) { places.insert(place) }
    }
    return places.count > 1
  }

  /// Translates something as it means at another stage of the innermost hierarchy.
  private mutating func at<Result>(
    _ stage: HierarchyScope.Stage, _ body: (inout Self) throws(ConversionRefusal) -> Result
  ) throws(ConversionRefusal) -> Result {
    guard let place = scopes.lastIndex(where: { $0.hierarchy != nil }), let hierarchy = scopes[place].hierarchy else {
      throw Self.noHierarchy
    }
    let (sources, merged) = (scopes[place].sources, scopes[place].merged)
    let usesTree = stage == .rows
    scopes[place].sources = usesTree ? hierarchy.treeSources : hierarchy.baseSources
    scopes[place].merged = usesTree ? hierarchy.treeMerged : hierarchy.baseMerged
    scopes[place].hierarchy?.stage = stage
    defer {
      scopes[place].sources = sources
      scopes[place].merged = merged
      scopes[place].hierarchy?.stage = hierarchy.stage
    }
    return try body(&self)
  }

  private static let noHierarchy = ConversionRefusal("PRIOR, LEVEL and their kin belong to hierarchical queries")

  private var hierarchy: HierarchyScope? { scopes.last { $0.hierarchy != nil }?.hierarchy }

  /// LEVEL.
  func level() throws(ConversionRefusal) -> TranslatedExpression {
    guard let hierarchy else { throw Self.noHierarchy }
    let tree = hierarchy.tree.quotedName
    switch hierarchy.stage {
    case .roots: return TranslatedExpression(sql: "1", type: .number, isAtomic: true, isNullable: false)
    case .step:
      return TranslatedExpression(sql: "\(tree).\"level\" + 1", type: .number, isNullable: false)
    case .rows: return .integer("\(tree).\"level\"", isNullable: false)
    }
  }

  /// `PRIOR x`: of the parent's row; NULL for a root.
  mutating func prior(_ operand: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    guard let hierarchy else { throw Self.noHierarchy }
    switch hierarchy.stage {
    case .roots: throw ConversionRefusal("PRIOR in START WITH")
    case .step: return try at(.rows) { (self) throws(ConversionRefusal) in try self.value(operand) }
    case .rows:
      let parent = try at(.rows) { (self) throws(ConversionRefusal) in try self.value(operand) }
      return try carry("prior", parent.asStored, root: "NULL", child: parent.sql, isNullable: true)
    }
  }

  /// `CONNECT_BY_ROOT x`: of the root's row.
  mutating func root(_ operand: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    guard let hierarchy else { throw Self.noHierarchy }
    guard hierarchy.stage == .rows else { throw ConversionRefusal("CONNECT_BY_ROOT in START WITH or CONNECT BY") }
    let value = try at(.roots) { (self) throws(ConversionRefusal) in try self.value(operand) }
    return try carry("root", value.asStored, root: value.sql, child: nil, isNullable: value.isNullable)
  }

  /// `SYS_CONNECT_BY_PATH(x, separator)`.
  mutating func connectPath(_ arguments: [Expression]) throws(ConversionRefusal) -> TranslatedExpression {
    guard let hierarchy else { throw Self.noHierarchy }
    guard hierarchy.stage == .rows, arguments.count == 2, let separator = try value(arguments[1]).literal else {
      throw ConversionRefusal("SYS_CONNECT_BY_PATH with a separator that is no literal")
    }
    let value = try at(.roots) { (self) throws(ConversionRefusal) in try self.text(arguments[0]) }
    let text = value.isNullable ? "COALESCE(\(value.sql), '')" : value.operand
    let part = "\(PostgresLiteral.quoted(separator)) || \(text)"
    let name = carriedName("path")
    let whole = "\(hierarchy.tree.quotedName).\(PostgresIdentifier.quoted(name))"
    return try carry(
      "path", .atom("", .text(.variable)), root: part, child: "\(whole) || \(part)", isNullable: false)
  }

  private func carriedName(_ kind: String) -> String { "\(kind)_\((hierarchy?.carried.count ?? 0) + 1)" }

  /// Lets each row of the tree carry a value; a nil child takes over its parent's.
  private mutating func carry(
    _ kind: String, _ value: TranslatedExpression, root: String, child: String?, isNullable: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard let place = scopes.lastIndex(where: { $0.hierarchy != nil }), let hierarchy = scopes[place].hierarchy,
      let type = value.type.generalType
    else { throw Self.noHierarchy }
    var result = value
    if case .text(.fixed) = value.type { result.type = .text(.variable) }
    result.stored = nil
    result.oracleType = nil
    result.postgresType = nil
    result.isNumeric = value.type == .number
    result.isNullable = isNullable
    result.isAtomic = true
    let rootSQL = "CAST(\(root) AS \(type))"
    if let known = hierarchy.carried.first(where: { $0.root == rootSQL && kind != "prior" && $0.name.hasPrefix(kind) })
    {
      result.sql = "\(hierarchy.tree.quotedName).\(known.name.quotedName)"
      return result
    }
    let name = carriedName(kind)
    result.sql = "\(hierarchy.tree.quotedName).\(name.quotedName)"
    let childSQL = child.map { "CAST(\($0) AS \(type))" } ?? result.sql
    scopes[place].hierarchy?.carried.append(.init(name: name, root: rootSQL, child: childSQL))
    return result
  }

  /// CONNECT_BY_ISLEAF and CONNECT_BY_ISCYCLE; nil for other names.
  mutating func hierarchyColumn(_ name: String) throws(ConversionRefusal) -> TranslatedExpression? {
    guard name == "CONNECT_BY_ISLEAF" || name == "CONNECT_BY_ISCYCLE", let hierarchy else { return nil }
    guard hierarchy.stage == .rows else { throw ConversionRefusal("\(name) in START WITH or CONNECT BY") }
    let base = hierarchy.base.quotedName
    let tree = hierarchy.tree.quotedName
    let children = "SELECT 1 FROM \(base) WHERE (\(hierarchy.step))"
    if name == "CONNECT_BY_ISLEAF" {
      guard !hierarchy.clause.isNoCycle else { throw ConversionRefusal("CONNECT_BY_ISLEAF with NOCYCLE") }
      return .integer("CASE WHEN EXISTS (\(children)) THEN 0 ELSE 1 END", isNullable: false)
    }
    guard hierarchy.clause.isNoCycle else { throw ConversionRefusal("CONNECT_BY_ISCYCLE without NOCYCLE") }
    return .integer(
      "CASE WHEN EXISTS (\(children) AND \(base).\"row\" = ANY (\(tree).\"path\")) THEN 1 ELSE 0 END",
      isNullable: false)
  }

  /// The WITH clause of the innermost block's tree; empty when it has none.
  func treeClause() throws(ConversionRefusal) -> String {
    guard let hierarchy = scopes.last?.hierarchy else { return "" }
    let base = hierarchy.base.quotedName
    let tree = hierarchy.tree.quotedName
    func list(_ part: (HierarchyScope.Carried) -> String) -> String {
      hierarchy.carried.map { ", \(part($0)) AS \($0.name.quotedName)" }.joined()
    }
    let path =
      hierarchy.isChain
      ? ["", ""] : [", ARRAY[\(base).\"row\"] AS \"path\"", ", \(tree).\"path\" || \(base).\"row\""]
    let start = hierarchy.start.isEmpty ? "" : " WHERE \(hierarchy.start)"
    let roots = "SELECT \(base).*, 1 AS \"level\"\(path[0])\(list(\.root)) FROM \(base)\(start)"
    var loop = ""
    if hierarchy.hasPrior {
      let isLoop = "\(base).\"row\" = ANY (\(tree).\"path\")"
      loop =
        hierarchy.clause.isNoCycle
        ? " WHERE NOT \(isLoop)"
        // Oracle's ORA-01436.
        : " WHERE CASE WHEN \(isLoop) THEN ('CONNECT BY loop at level ' || \(tree).\"level\")::boolean ELSE TRUE END"
    }
    let children =
      "SELECT \(base).*, \(tree).\"level\" + 1\(path[1])\(list(\.child)) "
      + "FROM \(tree) JOIN \(base) ON \(hierarchy.step)\(loop)"
    return "WITH RECURSIVE \(base) AS MATERIALIZED (\(hierarchy.rows)), \(tree) AS (\(roots) UNION ALL \(children))"
  }
}

extension TranslatedExpression {
  /// Lets a column of one table be the same one of another.
  fileprivate mutating func moved(from old: String, to new: String) {
    let lead = old.quotedName + "."
    if output.hasPrefix(lead) { self = placed(at: new.quotedName + "." + output.dropFirst(lead.count)) }
  }
}
