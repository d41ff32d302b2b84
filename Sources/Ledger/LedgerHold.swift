import Model

/// A trigger or a foreign key that is off while rows are loaded, and how it is put back.
public struct LedgerHold: Sendable, Hashable {
  /// What is off.
  public enum Kind: String, Sendable, Hashable, Codable {
    case trigger
    case foreignKey = "foreign key"
  }

  /// How far it is.
  public enum State: String, Sendable, Hashable, Codable {
    /// Off.
    case held
    /// A foreign key that is there again, NOT VALID: rows of before were not checked yet.
    case unvalidated
  }

  /// What is off.
  public var kind: Kind
  /// The table that it stands on.
  public var table: QualifiedName
  /// Its name.
  public var name: String
  /// A foreign key as pg_get_constraintdef had it; of a trigger when it fires, as pg_trigger.tgenabled had it.
  public var definition: String
  /// A foreign key's comment.
  public var remark: String?
  /// How far it is.
  public var state: State

  /// Makes one from its parts.
  public init(
    kind: Kind, table: QualifiedName, name: String, definition: String, remark: String? = nil, state: State = .held
  ) {
    self.kind = kind
    self.table = table
    self.name = name
    self.definition = definition
    self.remark = remark
    self.state = state
  }

  /// Kind, name and table, for people.
  public var description: String { "\(kind.rawValue) \(name) of \(table)" }

  /// A foreign key that had never been checked is put back so.
  var wasValidated: Bool { !definition.hasSuffix(Self.notValid) && !definition.hasSuffix(" NOT ENFORCED") }

  private static let notValid = " NOT VALID"

  /// What takes it off.
  public var holding: String {
    switch kind {
    case .trigger: "ALTER TABLE ONLY \(table.quoted) DISABLE TRIGGER \(PostgresIdentifier.quoted(name))"
    case .foreignKey: "ALTER TABLE \(table.quoted) DROP CONSTRAINT \(PostgresIdentifier.quoted(name))"
    }
  }

  /// What puts it back.
  ///
  /// - Parameter checking: whether a foreign key that was valid is checked at once.
  public func restoring(checking: Bool) -> [String] {
    switch kind {
    case .trigger:
      let word = ["A": "ENABLE ALWAYS", "R": "ENABLE REPLICA"][definition] ?? "ENABLE"
      return ["ALTER TABLE ONLY \(table.quoted) \(word) TRIGGER \(PostgresIdentifier.quoted(name))"]
    case .foreignKey:
      let quoted = PostgresIdentifier.quoted(name)
      let suffix = checking || !wasValidated ? "" : Self.notValid
      let comment = remark.map {
        "COMMENT ON CONSTRAINT \(quoted) ON \(table.quoted) IS \(PostgresLiteral.quoted($0))"
      }
      return ["ALTER TABLE \(table.quoted) ADD CONSTRAINT \(quoted) \(definition)\(suffix)"]
        + (comment.map { [$0] } ?? [])
    }
  }

  /// What checks a foreign key that is there.
  public var validating: String {
    "ALTER TABLE \(table.quoted) VALIDATE CONSTRAINT \(PostgresIdentifier.quoted(name))"
  }
}
