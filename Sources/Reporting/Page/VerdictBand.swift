/// The one sentence at the top of a report: whether the two databases were found equal, and what that is worth by now.
struct VerdictBand {
  let migration: MigrationRecord?
  let verification: VerificationRecord?

  /// How sure one may be.
  enum Verdict: Hashable {
    case equal
    case partlyEqual
    case different
    /// Verified before the last rows came.
    case outdated
    case unverified
  }

  var verdict: Verdict {
    guard let verification else { return .unverified }
    if let migration {
      guard migration.source == verification.source, migration.target == verification.target else { return .unverified }
      if verification.begun < migration.ended { return .outdated }
    }
    guard verification.isEqual else { return .different }
    let compared = Set(verification.tables.filter { !$0.isView }.map(\.name))
    let isComplete =
      verification.isWhole && verification.unchecked.isEmpty
      && (migration?.tables.allSatisfy { compared.contains($0.name) } ?? true)
    return isComplete ? .equal : .partlyEqual
  }

  /// For the template.
  var values: [String: Any] {
    let tables = verification?.tables.filter { !$0.isView } ?? []
    let rows = FigureText.grouped(tables.reduce(0) { $0 &+ $1.sourceRows })
    let compared = "\(FigureText.grouped(tables.count)) \(tables.count == 1 ? "table" : "tables"), \(rows) rows"
    switch verdict {
    case .equal: return Self.values("good", "Equal", "Every value of every row is the same on both sides: \(compared).")
    case .partlyEqual:
      return Self.values(
        "warn", "Equal, as far as it was compared", "\(compared); not all tables and views were compared, see below.")
    case .different:
      let different = verification?.tables.filter { !$0.isEqual } ?? []
      return Self.values(
        "bad", "Different", "\(different.count) of \(verification?.tables.count ?? 0) are not the same on both sides.")
    case .outdated:
      return Self.values(
        "warn", "To be verified again", "Rows have come since the last verification: run oraferry verify.")
    case .unverified:
      return Self.values("warn", "Not verified yet", "Run oraferry verify: it compares every value on both sides.")
    }
  }

  private static func values(_ style: String, _ title: String, _ text: String) -> [String: Any] {
    ["style": style, "title": title, "text": text]
  }
}
