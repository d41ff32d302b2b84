import Conversion
import Model
import Transfer

/// What the user says of values that PostgreSQL cannot hold: usually, by column, and how many rows may be left out.
public struct BadValueRules: Sendable, Hashable {
  /// A policy for columns by name.
  public struct Entry: Sendable, Hashable {
    var owner: NamePattern?
    var table: NamePattern
    var column: NamePattern
    var policy: BadValuePolicy

    /// Reads `TABLE.COLUMN` or `OWNER.TABLE.COLUMN`, with `*` and `?`, and one of the policies.
    ///
    /// - Throws: `OptionError`, which says what is possible.
    public init(_ columns: String, policy: String, origin: String?) throws(OptionError) {
      let entry = "\(columns) = \(policy)"
      let parts = NamePattern.parts(of: columns)
      let patterns = parts.compactMap { NamePattern($0) }
      guard (2...3).contains(parts.count), patterns.count == parts.count else {
        throw OptionError(
          entry, origin: origin, "not the name of a column",
          remedy: "write TABLE.COLUMN or OWNER.TABLE.COLUMN, with * and ? where wanted")
      }
      owner = patterns.count == 3 ? patterns[0] : nil
      table = patterns[patterns.count - 2]
      column = patterns[patterns.count - 1]
      self.policy = try BadValueRules.policy(policy, entry: entry, origin: origin)
    }
  }

  /// For columns that no entry names.
  public var usual = BadValuePolicy.reject
  /// Of those that fit a column the last one wins.
  public var entries: [Entry] = []
  /// The most rows that a run may leave out; nil for any number.
  public var limit: Int? = BadValueRules.usualLimit

  /// Rows that a run may leave out unless somebody says otherwise: enough for the odd row of a large database, too few
  /// for a choice of types that does not fit.
  public static let usualLimit = 1_000

  /// Rejects, up to the usual limit.
  public init() {}

  /// One of the policies by its word.
  public static func policy(
    _ word: String, entry: String, origin: String?
  ) throws(OptionError) -> BadValuePolicy {
    guard let policy = BadValuePolicy(rawValue: word.lowercased()) else {
      throw OptionError(
        entry, origin: origin, "none of the policies",
        remedy: "it is one of \(BadValuePolicy.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return policy
  }

  /// The policies of a table's columns.
  func handling(of mapping: TableMapping, _ budget: RejectBudget) -> BadValueHandling {
    var byColumn: [String: BadValuePolicy] = [:]
    for column in mapping.columns {
      let entry = entries.last {
        $0.column.matches(column.sourceName) && $0.table.matches(mapping.sourceName)
          && $0.owner?.matches(mapping.sourceOwner) != false
      }
      if let entry { byColumn[column.sourceName] = entry.policy }
    }
    return BadValueHandling(usual: usual, byColumn: byColumn, budget: budget)
  }
}
