import Model

/// What the comparison of PostgreSQL's schema with what the conversion makes of Oracle's found.
public struct SchemaComparison: Sendable, Hashable {
  /// An object that is not as the conversion makes it.
  public struct Difference: Sendable, Hashable {
    /// The object for people: `index ix_orders of orders`.
    public var object: String
    /// PostgreSQL's definition of what the conversion makes.
    public var expected: String
    /// Its definition of what is there; nil where it is missing.
    public var actual: String?

    /// A difference made of its parts.
    public init(object: String, expected: String, actual: String?) {
      self.object = object
      self.expected = expected
      self.actual = actual
    }
  }

  /// Objects, columns and grants that were compared.
  public var compared = 0
  /// What is missing or different.
  public var differences: [Difference] = []
  /// Objects that the migration could not make, and said so in a finding.
  public var declared: [String] = []
  /// Objects on converted tables that the conversion does not make.
  public var extra: [String] = []
  /// Objects that could not be made once more, each with the reason: nothing is known of their definitions.
  public var notCompared: [String] = []
  /// Sequences whose next value lies behind the data, though Oracle's does not.
  public var behind: [String] = []
  /// Why nothing was compared; nil where it was.
  public var reason: String?

  /// An empty comparison.
  public init(reason: String? = nil) {
    self.reason = reason
  }

  /// Whether all is as the conversion makes it.
  public var isEqual: Bool { differences.isEmpty && behind.isEmpty }

  /// What was found, a line each.
  public var lines: [String] {
    if let reason { return ["the schema was not compared: \(reason)"] }
    var lines: [String] = []
    for difference in differences {
      guard let actual = difference.actual else {
        lines.append("\(difference.object): missing in PostgreSQL; expected: \(Self.shortened(difference.expected))")
        continue
      }
      lines.append("\(difference.object): another definition")
      lines.append("  expected:  \(Self.shortened(difference.expected))")
      lines.append("  is:        \(Self.shortened(actual))")
    }
    lines += behind
    if !declared.isEmpty {
      lines.append("not made by the migration, each with a finding: \(declared.joined(separator: ", "))")
    }
    lines += notCompared.map { "not compared, as it could not be made once more: \($0)" }
    if !extra.isEmpty { lines.append("more than the conversion makes: \(extra.joined(separator: ", "))") }
    return lines.map(\.printable)
  }

  private static func shortened(_ definition: String) -> String {
    let line = definition.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 300 ? line.prefix(300) + " ..." : line
  }
}
