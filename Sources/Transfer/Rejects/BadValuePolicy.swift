/// What becomes of a value that PostgreSQL cannot hold.
public enum BadValuePolicy: String, Sendable, Hashable, CaseIterable, Codable {
  /// Its row is left out, and kept in `oraferry.rejects`.
  case reject
  /// Characters that PostgreSQL cannot hold are left out of the text; other faults reject the row.
  case strip
  /// Each of them becomes U+FFFD, the replacement character; other faults reject the row.
  case replace
  /// The copy fails.
  case abort
}

/// The policies of one table's columns, and how many rows may be left out.
public struct BadValueHandling: Sendable {
  /// For columns that `byColumn` does not name, and for rows that only the server refuses.
  public var usual: BadValuePolicy
  /// By Oracle's column name.
  public var byColumn: [String: BadValuePolicy]
  /// Shared by all copies of a run.
  public var budget: RejectBudget

  /// Any bad value fails the copy.
  public static var abort: BadValueHandling { BadValueHandling(usual: .abort) }

  /// Takes policies as they are.
  public init(
    usual: BadValuePolicy, byColumn: [String: BadValuePolicy] = [:], budget: RejectBudget = RejectBudget(limit: nil)
  ) {
    self.usual = usual
    self.byColumn = byColumn
    self.budget = budget
  }

  /// The policy of a column; an attribute of an object has its column's.
  func policy(of label: String) -> BadValuePolicy {
    if let own = byColumn[label] { return own }
    guard !byColumn.isEmpty else { return usual }
    return byColumn.first { label.hasPrefix($0.key + ".") }?.value ?? usual
  }

  /// Whether a copy that failed so may be done again with bad rows left out.
  func allowsRejects(after error: TransferError) -> Bool {
    switch error.cause {
    case .reject(let reject): policy(of: reject.column) != .abort
    case .postgres: usual != .abort && error.postgresError.map { $0.isOfRow } == true
    case .plan, .description, .oracle, .ledger, .spool, .count, .tooManyRejects: false
    }
  }
}
