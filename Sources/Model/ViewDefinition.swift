/// A view, as its owner wrote it.
public struct ViewDefinition: Sendable, Hashable, Codable {
  /// The name in the dictionary's spelling.
  public var name: String
  /// The names of the columns where they are written; empty where the query gives them.
  public var columns: [String]
  /// The query's text.
  public var query: String
  /// WITH READ ONLY.
  public var isReadOnly: Bool
  /// WITH CHECK OPTION.
  public var hasCheckOption: Bool
  /// COMMENT ON, if any.
  public var comment: String?
  /// Comments of columns, by Oracle name.
  public var columnComments: [String: String]
  /// Set for a materialised view: its rows are stored.
  public var materialization: Materialization?
  /// The indexes of a materialised view.
  public var indexes: [TableIndex]

  /// How a materialised view comes to its rows.
  public struct Materialization: Sendable, Hashable, Codable {
    /// BUILD IMMEDIATE, as against DEFERRED.
    public var isBuilt: Bool
    /// When and how Oracle refreshes it, such as `FAST ON COMMIT`; empty for its default, on demand.
    public var refresh: String
    /// Whether Oracle refreshes it by itself: on commit, on each statement, or by the clock.
    public var isRefreshedByItself: Bool

    /// Makes one from its parts.
    public init(isBuilt: Bool = true, refresh: String = "", isRefreshedByItself: Bool = false) {
      self.isBuilt = isBuilt
      self.refresh = refresh
      self.isRefreshedByItself = isRefreshedByItself
    }
  }

  /// What findings call it: kind and name.
  public var object: String { (materialization == nil ? "view " : "materialized view ") + name }

  /// Makes one from its parts.
  public init(
    name: String, columns: [String] = [], query: String, isReadOnly: Bool = false, hasCheckOption: Bool = false,
    comment: String? = nil, columnComments: [String: String] = [:], materialization: Materialization? = nil,
    indexes: [TableIndex] = []
  ) {
    self.name = name
    self.columns = columns
    self.query = query
    self.isReadOnly = isReadOnly
    self.hasCheckOption = hasCheckOption
    self.comment = comment
    self.columnComments = columnComments
    self.materialization = materialization
    self.indexes = indexes
  }
}

/// Another name for a table, view or other object.
public struct SynonymDefinition: Sendable, Hashable, Codable {
  /// The name in the dictionary's spelling.
  public var name: String
  /// Whether every user sees it.
  public var isPublic: Bool
  /// Whose object it stands for.
  public var targetOwner: String
  /// The object.
  public var targetName: String

  /// Makes one from its parts.
  public init(name: String, isPublic: Bool = false, targetOwner: String, targetName: String) {
    self.name = name
    self.isPublic = isPublic
    self.targetOwner = targetOwner
    self.targetName = targetName
  }
}
