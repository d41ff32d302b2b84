/// One thing that was looked at before a migration.
public struct ReadinessItem: Sendable, Hashable, Codable {
  /// What the look gave, from good to bad.
  public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// As it should be.
    case ok
    /// Good to know.
    case note
    /// It could not be looked at.
    case unknown
    /// Something will be left behind, differ, or may go wrong.
    case warning
    /// The migration cannot begin.
    case blocking

    /// Orders from ok to blocking.
    public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

    private var rank: Int { Verdict.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The place and the subject, such as `oracle: character set`.
  public var name: String
  public var verdict: Verdict
  /// What was found.
  public var detail: String
  /// What can be done about it; empty where nothing need be.
  public var remedy: String
  /// The statement that a DBA of Oracle would run, where a privilege is missing.
  public var grant: String?

  /// Makes one from its parts.
  public init(_ name: String, _ verdict: Verdict, _ detail: String, remedy: String = "", grant: String? = nil) {
    self.name = name
    self.verdict = verdict
    self.detail = detail
    self.remedy = remedy
    self.grant = grant
  }
}

/// What all looks together say.
public struct ReadinessReport: Sendable, Hashable, Codable {
  public var items: [ReadinessItem]

  /// Makes one from its items.
  public init(items: [ReadinessItem]) {
    self.items = items
  }

  /// The worst verdict.
  public var verdict: ReadinessItem.Verdict { items.map(\.verdict).max() ?? .ok }

  /// The statements that mend missing privileges, each once.
  public var grants: [String] {
    var seen: Set<String> = []
    return items.compactMap(\.grant).filter { seen.insert($0).inserted }
  }
}
