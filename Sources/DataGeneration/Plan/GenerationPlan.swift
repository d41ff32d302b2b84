import Model

/// What is asked of the generator.
public struct GenerationRequest: Sendable {
  /// Rows to make, to change and to remove in each table.
  public var create: Int
  public var update: Int
  public var delete: Int
  /// Names of the only tables, each perhaps with rows to create of its own; nil for all tables.
  public var tables: [(name: String, rows: Int?)]?

  /// Makes one from its parts.
  public init(create: Int, update: Int, delete: Int, tables: [(name: String, rows: Int?)]? = nil) {
    self.create = create
    self.update = update
    self.delete = delete
    self.tables = tables
  }
}

/// What will be done, table by table in the order of filling.
public struct GenerationPlan: Sendable, Codable {
  /// One table.
  public struct Line: Sendable, Hashable, Codable {
    public var table: String
    /// Rows that are there now.
    public var existing: Int
    public var create: Int
    public var update: Int
    public var delete: Int
  }

  public var lines: [Line]
  public var findings: [Finding]

  /// Tables that rows would be added to, changed in or removed from although they hold some.
  public var occupied: [Line] { lines.filter { $0.existing > 0 && $0.create + $0.update + $0.delete > 0 } }
}

/// What was done.
public struct GenerationReport: Sendable, Codable {
  /// Rows of one table, by what was done with them.
  public struct Line: Sendable, Hashable, Codable {
    /// `created`, `updated` or `deleted`.
    public var action: String
    public var table: String
    public var rows: Int
  }

  public var lines: [Line] = []
  public var findings: [Finding] = []

  mutating func add(_ action: String, _ table: String, _ rows: Int) {
    if let place = lines.firstIndex(where: { $0.action == action && $0.table == table }) {
      lines[place].rows += rows
    } else {
      lines.append(Line(action: action, table: table, rows: rows))
    }
  }

  mutating func add(
    _ severity: Finding.Severity, _ rule: String, _ table: String, _ reason: String, _ remedy: String
  ) {
    findings.append(
      Finding(severity: severity, rule: "generate." + rule, object: "table \(table)", reason: reason, remedy: remedy))
  }
}
