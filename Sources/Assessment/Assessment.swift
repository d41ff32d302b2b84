import Conversion
import Model

/// What a conversion comes to, before anything is done: what there is, what becomes of it, and what it will take.
public struct Assessment: Sendable, Hashable, Encodable {
  /// What was assessed, such as scripts or a database's address.
  public var source: String
  /// The target's major version.
  public var postgresVersion: Int
  /// The owners of the schemas, the first one's first.
  public var owners: [String]
  /// Objects by kind, without kinds that the schema has nothing of.
  public var inventory: [KindCount]
  /// Rows of all tables by Oracle's statistics; nil where they are not known.
  public var rowEstimate: Int?
  /// Lines of functions, procedures, packages, type bodies and triggers.
  public var codeLines: Int
  /// What it will take.
  public var effort: Effort
  /// What is not the same, the worst first.
  public var findings: [FindingRecord]

  private enum CodingKeys: String, CodingKey {
    case source, owners, inventory, effort, findings
    case postgresVersion = "postgres_version"
    case rowEstimate = "row_estimate"
    case codeLines = "code_lines"
  }

  /// Assesses schemas and their conversion.
  ///
  /// - Parameters:
  ///   - schemas: what there is.
  ///   - findings: what the conversion of all of them says.
  public init(source: String, postgresVersion: Int, schemas: [Schema], findings: [FindingRecord]) {
    self.source = source
    self.postgresVersion = postgresVersion
    owners = schemas.map(\.owner).filter { !$0.isEmpty }
    let counting = Inventory(schemas, findings)
    inventory = counting.kinds
    codeLines = counting.codeLines.values.reduce(0, +)
    effort = Effort(inventory, codeLines: counting.codeLines)
    let rows = schemas.flatMap(\.tables).map(\.rowEstimate)
    rowEstimate = rows.isEmpty || rows.contains(nil) ? nil : rows.reduce(0) { $0 + ($1 ?? 0) }
    let ranks: [FindingRecord.Severity: Int] = [.notConverted: 0, .lossy: 1, .info: 2]
    self.findings = findings.enumerated().sorted { left, right in
      (ranks[left.element.severity] ?? 0, left.offset) < (ranks[right.element.severity] ?? 0, right.offset)
    }.map(\.element)
  }

  /// How many objects of all kinds are converted exactly, lossily, not at all.
  public var totals: KindCount {
    inventory.reduce(into: KindCount(kind: "total")) { total, kind in
      total.exact += kind.exact
      total.lossy += kind.lossy
      total.notConverted += kind.notConverted
    }
  }
}

/// The objects of a kind, by what becomes of them.
public struct KindCount: Sendable, Hashable, Encodable {
  /// The kind, such as `foreign key`.
  public var kind: String
  /// They mean the same in PostgreSQL.
  public var exact = 0
  /// They are there and behave differently.
  public var lossy = 0
  /// They are left out.
  public var notConverted = 0

  /// All of them.
  public var total: Int { exact + lossy + notConverted }

  private enum CodingKeys: String, CodingKey {
    case kind, exact, lossy
    case notConverted = "not_converted"
  }
}
