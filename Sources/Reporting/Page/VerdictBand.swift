import Foundation

/// The one sentence at the top of a report: whether the two databases were found equal, and what that is worth by now.
struct VerdictBand {
  let migration: MigrationRecord?
  let verification: VerificationRecord?
  let attempt: AttemptRecord?

  /// How sure one may be.
  enum Verdict: Hashable {
    case equal
    case partlyEqual
    case different
    /// Verified before the last rows came.
    case outdated
    /// Rows are on their way, or a migration broke off.
    case unfinished
    case unverified

    /// Whether what the verification found of each table still holds.
    var holds: Bool { [.equal, .partlyEqual, .different].contains(self) }
  }

  var verdict: Verdict {
    let identity = migration?.identity ?? attempt?.identity
    let verification = self.verification.flatMap { identity == nil || $0.identity == identity ? $0 : nil }
    // Whatever was found since: it may be at work still.
    if let attempt, identity == attempt.identity { return .unfinished }
    guard let verification else { return .unverified }
    if let migration, verification.begun < migration.changed { return .outdated }
    guard verification.isEqual else { return .different }
    let compared = Set(verification.tables.filter { !$0.isView }.map(\.name))
    let isComplete =
      verification.isWhole && verification.unchecked.isEmpty && !compared.isEmpty
      && (migration?.tables.allSatisfy { compared.contains($0.name) } ?? true)
    return isComplete ? .equal : .partlyEqual
  }

  /// For the template.
  var values: [String: Any] {
    let tables = verification?.tables.filter { !$0.isView } ?? []
    let rows = FigureText.grouped(tables.reduce(0) { $0 &+ $1.sourceRows })
    let compared = "\(FigureText.grouped(tables.count)) \(tables.count == 1 ? "table" : "tables"), \(rows) rows"
    let exception = verification?.tables.contains { !$0.notes.isEmpty } == true ? ", but for what is noted below" : ""
    let definitions =
      verification?.definitions.flatMap {
        $0.compared > 0 ? ", and \(FigureText.grouped($0.compared)) definitions of the schema" : nil
      } ?? ""
    switch verdict {
    case .equal:
      return Self.values(
        "good", "Equal", "Every value of every row is the same on both sides\(exception): \(compared)\(definitions).")
    case .partlyEqual:
      return Self.values(
        "warn", "Equal, as far as it was compared",
        "\(compared)\(exception); not all tables and views were compared, see below.")
    case .different:
      let different = verification?.tables.count { !$0.isEqual } ?? 0
      return Self.values(
        "bad", "Different",
        different == 0
          ? "The rows are the same on both sides, but the schema is not as the conversion makes it."
          : "\(different) of \(verification?.tables.count ?? 0) are not the same on both sides.")
    case .outdated:
      return Self.values(
        "warn", "To be verified again", "Rows have come since the last verification: run oraferry verify.")
    case .unfinished:
      let begun = attempt.map { FigureText.moment($0.begun) } ?? ""
      return Self.values(
        "warn", "Not finished",
        "The migration that began \(begun) is at work, or broke off: oraferry status tells, and oraferry migrate goes on."
      )
    case .unverified:
      return Self.values("warn", "Not verified yet", "Run oraferry verify: it compares every value on both sides.")
    }
  }

  private static func values(_ style: String, _ title: String, _ text: String) -> [String: Any] {
    ["style": style, "title": title, "text": text]
  }
}
