/// An estimate of the hours that are left for people, with what it assumes.
///
/// A rule of thumb, not a measurement: each object that is not the same costs a time by its kind, and code that is not
/// converted a time by its lines.
public struct Effort: Sendable, Hashable, Encodable {
  /// One line of the estimate.
  public struct Item: Sendable, Hashable, Encodable {
    /// What is to be done, such as `write 3 views`.
    public var work: String
    /// How many objects.
    public var count: Int
    /// Hours for all of them.
    public var hours: Double
  }

  /// The most expensive first.
  public var items: [Item] = []
  /// Hours, when all goes well.
  public var low: Double = 0
  /// Hours, when it does not.
  public var high: Double = 0
  /// What the estimate rests on.
  public var assumptions: [String] = Effort.assumptions

  /// Hours to review an object that is there and behaves differently, by kind; `others` for kinds not named.
  private static let review: (kinds: [String: Double], others: Double) = (["view": 0.25, "trigger": 0.25], 0.1)

  /// Hours to write an object that is left out.
  private static let writing: (kinds: [String: Double], others: Double) = (
    [
      "view": 1.5, "materialized view": 1.5, "trigger": 0.5, "function": 0.5, "procedure": 0.5, "package": 1,
      "type": 1, "table": 1, "column": 1, "index": 0.25, "primary key": 0.25, "unique constraint": 0.25,
      "check constraint": 0.25, "foreign key": 0.25, "sequence": 0.1, "synonym": 0.1, "grant": 0.1,
      "other statement": 0.25, "database link": 4, "queue": 8, "job": 1,
    ], 0.5
  )

  /// Lines of PL/SQL that one hour turns into tested PL/pgSQL.
  private static let linesPerHour = 60.0

  private static let assumptions = [
    "one person who knows both databases, with this report at hand",
    "0.1 hours to look at an object that behaves differently; 0.25 for a view or a trigger",
    "to write what is left out: 1.5 hours for a view, 1 for a package, a type or a column, 0.5 for a function, a "
      + "procedure or a trigger, 0.25 for an index or a constraint",
    "1 hour more for each 60 lines of PL/SQL that are left out, tests included",
    "the range is 0.6 to 2 times the sum; the application's own SQL and the data's clean-up are not in it",
  ]

  init(_ inventory: [KindCount], codeLines: [String: Int]) {
    for kind in inventory {
      if kind.lossy > 0 {
        add("look at", kind.kind, kind.lossy, Double(kind.lossy) * (Self.review.kinds[kind.kind] ?? Self.review.others))
      }
      if kind.notConverted > 0 {
        let lines = codeLines[kind.kind] ?? 0
        // Code is known as a whole by kind: its share that is left out is taken by the number of objects.
        let share = Double(kind.notConverted) / Double(max(kind.total, 1))
        let each = Self.writing.kinds[kind.kind] ?? Self.writing.others
        add(
          "write", kind.kind, kind.notConverted,
          Double(kind.notConverted) * each + Double(lines) * share / Self.linesPerHour)
      }
    }
    items.sort { ($0.hours, $1.work) > ($1.hours, $0.work) }
    let sum = items.reduce(0) { $0 + $1.hours }
    (low, high) = (Self.rounded(sum * 0.6), Self.rounded(sum * 2))
  }

  private mutating func add(_ verb: String, _ kind: String, _ count: Int, _ hours: Double) {
    items.append(
      Item(work: "\(verb) \(count) \(KindNames.name(kind, count: count))", count: count, hours: Self.rounded(hours)))
  }

  /// To a tenth of an hour.
  private static func rounded(_ hours: Double) -> Double { (hours * 10).rounded() / 10 }
}

/// Names of kinds, one or many.
enum KindNames {
  static func name(_ kind: String, count: Int) -> String {
    guard count != 1 else { return kind }
    switch kind.last {
    case "x": return kind + "es"
    case "y": return String(kind.dropLast()) + (kind.hasSuffix("ey") ? "ys" : "ies")
    default: return kind + "s"
    }
  }
}
