import Model

/// One reason for a column's type, in the order in which they were weighed.
public struct TypeStep: Sendable, Hashable, Codable {
  /// The rule that speaks, such as `number-integers`, `type-map` or `foreign-key`.
  public var rule: String
  /// What it said.
  public var text: String

  /// Makes one.
  public init(rule: String, text: String) {
    self.rule = rule
    self.text = text
  }
}

/// A column's type with the reasons for it.
struct SettledType {
  var type: PostgresType
  var steps: [TypeStep]
  /// What the user should know.
  var findings: [Finding] = []

  mutating func change(to type: PostgresType, rule: String, _ text: String) {
    self.type = type
    steps.append(TypeStep(rule: rule, text: text))
  }

  /// Adds a finding of the column.
  mutating func report(
    _ severity: Finding.Severity, _ rule: String, _ column: OwnedColumn, _ reason: String, _ remedy: String
  ) {
    findings.append(
      Finding(
        severity: severity, rule: rule, object: "column \(column.key.table).\(column.key.column)", reason: reason,
        remedy: remedy))
  }
}
