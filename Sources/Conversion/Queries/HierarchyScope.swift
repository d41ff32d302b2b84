import OracleSQL

/// What a hierarchical block knows besides its columns.
struct HierarchyScope {
  /// Where an expression stands.
  enum Stage {
    /// START WITH.
    case roots
    /// CONNECT BY, with PRIOR.
    case step
    /// Everything behind the hierarchy.
    case rows
  }

  /// A value that each row of the tree carries: from its root, its path or its parent.
  struct Carried {
    var name: String
    var root: String
    var child: String
  }

  var stage = Stage.roots
  /// The table of all rows, and that of the tree.
  var base: String
  var tree: String
  /// The sources as columns of each.
  var baseSources: [ScopeSource]
  var baseMerged: [QueryScope.MergedColumn]
  var treeSources: [ScopeSource]
  var treeMerged: [QueryScope.MergedColumn]
  var clause: HierarchicalClause
  var carried: [Carried] = []
  /// The query behind the table of all rows.
  var rows: String
  /// START WITH and CONNECT BY in PostgreSQL's words.
  var start = ""
  var step = ""

  /// Whether there is one row in all, such as DUAL's, so that the tree is a chain and needs no paths.
  var isChain = false

  /// Whether a child is found from its parent: else each row is a child of each, and there are no loops to find.
  var hasPrior: Bool { clause.connectBy.contains(where: \.isPrior) }
  /// What the tree is sorted by: the path from the root.
  var order: String { "\(tree.quotedName).\(isChain ? "\"level\"" : "\"path\"")" }
}

extension String {
  /// The name in quotes; the names are made here.
  var quotedName: String { "\"" + self + "\"" }
}
