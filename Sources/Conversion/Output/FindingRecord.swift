import Model

/// A finding as findings.json has it.
public struct FindingRecord: Sendable, Hashable, Codable {
  /// How much is lost.
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    /// The meaning is kept in another form.
    case info
    /// The object is there, and behaves differently.
    case lossy
    /// The object is not there.
    case notConverted = "not_converted"
  }

  /// The kind of the object, such as `foreign key`.
  public var objectType: String
  /// Its name as Oracle spells it, with the table's in front where it belongs to one.
  public var name: String
  /// How much is lost.
  public var severity: Severity
  /// Why.
  public var message: String
  /// What the user can do about it.
  public var remedy: String
  /// The rule that speaks, such as `default.not-converted`.
  public var rule: String
  /// The script that makes the object; nil for a live database.
  public var script: String?
  /// Its line there, from 1.
  public var line: Int?

  private enum CodingKeys: String, CodingKey {
    case objectType = "object_type"
    case name, severity, message, remedy, rule, script, line
  }

  /// Kinds of objects, as findings call them, that have more than one word.
  private static let kinds = [
    "primary key", "unique constraint", "check constraint", "foreign key", "materialized view log",
    "materialized view", "package body", "type body", "default of", "comment on", "grant on", "virtual column",
    "row policy", "audit policy", "redaction policy", "queue table", "text preference", "database link",
    "attribute dimension", "analytic view", "property graph", "vector index", "materialized zonemap",
    "inmemory join group", "mle env", "mle module", "java source", "java class", "java resource", "flashback archive",
    "restore point", "rollback segment", "pluggable database", "tablespace set", "lockdown profile",
    "usecase domain", "flexible domain", "nested table", "statement at", "block at",
  ]

  /// A record of a finding.
  ///
  /// - Parameters:
  ///   - owner: the object's owner, where it must be told from others.
  ///   - place: where the object is made.
  public init(_ finding: Finding, owner: String? = nil, script: String? = nil, line: Int? = nil) {
    let object = finding.object
    let kind = Self.kinds.first { object.hasPrefix($0 + " ") } ?? String(object.prefix { $0 != " " })
    var name = String(object.dropFirst(kind.count + 1))
    // A constraint that nobody named is called by its table and columns: `ORDERS.FK(ITEM_ID)` is `ORDERS(ITEM_ID)`.
    for made in [".PK(", ".UK(", ".FK("] { name.replace(made, with: "(") }
    objectType = kind
    self.name = (owner.map { $0 + "." } ?? "") + name
    severity = Self.severity(of: finding)
    message = finding.reason
    remedy = finding.remedy
    rule = finding.rule
    self.script = script
    self.line = line
  }

  /// Rules that leave out what they speak of, beside those whose name says so.
  private static let omissions: Set<String> = [
    "constraint.disabled", "constraint.column-missing", "foreign-key.no-key", "foreign-key.table-missing",
    "table.external", "table.grants", "type.unsupported", "comment.view", "script.statement", "script.include",
    "script.no-table", "script.no-column", "script.private-table", "script.object-table", "script.dynamic",
    "script.table-query", "script.table-part",
  ]

  private static func severity(of finding: Finding) -> Severity {
    if finding.severity == .info { return .info }
    let isOmission =
      finding.severity == .blocking || finding.rule.hasSuffix(".not-converted") || finding.rule.hasPrefix("object.")
      || omissions.contains(finding.rule)
    return isOmission ? .notConverted : .lossy
  }
}
