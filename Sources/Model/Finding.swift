/// Something that is not carried over exactly, or not in the same form: named, reasoned, with a remedy.
public struct Finding: Sendable, Hashable, Codable {
  /// How much is lost.
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Nothing is lost: the meaning is kept in another form (a changed name, a clamped sequence limit).
    case info
    /// Something was left out or behaves differently; the data is whole.
    case warning
    /// Data cannot be carried over: the migration must not begin.
    case blocking

    /// Orders from info to blocking.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .blocking: 2
      }
    }
  }

  /// How much is lost.
  public var severity: Severity
  /// A stable name of the rule that speaks, such as `default.not-converted`.
  public var rule: String
  /// The object, kind first, in Oracle's spelling: `check constraint ORDERS.ORDERS_CK`.
  public var object: String
  /// Why it is not carried over as it is.
  public var reason: String
  /// What the user can do about it.
  public var remedy: String
  /// How many values it speaks of, where it counts some: the reason begins with that number then.
  public var count: Int?

  /// Makes one from its parts.
  public init(severity: Severity, rule: String, object: String, reason: String, remedy: String) {
    self.severity = severity
    self.rule = rule
    self.object = object
    self.reason = reason
    self.remedy = remedy
  }
}

extension Finding {
  /// The rule of findings that count the values of a column with replacement characters.
  public static let replacedText = "text.replaced"
  /// The rule of the finding about a database in whose character set text may be lost.
  public static let databaseCharacterSet = "database.character-set"

  /// One that counts values: the reason is the number and what follows it.
  public init(severity: Severity, rule: String, object: String, count: Int, _ what: String, remedy: String) {
    self.init(severity: severity, rule: rule, object: object, reason: "\(count) \(what)", remedy: remedy)
    self.count = count
  }

  /// Findings of the parts of one thing, those of the same words made one with the sum of their counts.
  public static func summed(_ findings: [Finding]) -> [Finding] {
    var result: [Finding] = []
    for finding in findings {
      let place = result.firstIndex { $0.words == finding.words }
      guard let place else {
        result.append(finding)
        continue
      }
      guard let count = result[place].count, let more = finding.count else { continue }
      let what = String(finding.reason.dropFirst("\(more) ".count))
      result[place] = Finding(
        severity: finding.severity, rule: finding.rule, object: finding.object, count: count + more, what,
        remedy: finding.remedy)
    }
    return result
  }

  /// All but the number.
  private var words: [String] {
    [
      severity.rawValue, rule, object, count.map { String(reason.dropFirst("\($0) ".count)) } ?? reason, remedy,
      count == nil ? "" : "counted",
    ]
  }
}

extension Finding: CustomStringConvertible {
  /// One line for people.
  public var description: String { "\(severity.rawValue): \(object): \(reason) (\(remedy))" }
}
