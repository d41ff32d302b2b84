import Model

/// Plans written as SQL that psql runs from its beginning to its end, and that `schema apply` runs by phases.
public struct SchemaSQL {
  /// The parts of the file, in order: the plan's phases, and where the rows come.
  private static let parts: [(title: String, phases: [PlanPhase])] = [
    ("schemas", [.schema]), ("sequences", [.sequence]), ("types", [.type]), ("tables", [.table]),
    ("keys", [.primaryKey, .unique]), ("checks", [.check]), ("indexes", [.index]), ("foreign keys", [.foreignKey]),
    ("views", [.view]), ("triggers", [.trigger]), ("synonyms", [.synonym]), ("comments", [.comment]),
    ("grants", [.grant]),
  ]

  /// The titles of all phases that a file can have.
  public static var phaseTitles: [String] { parts.map(\.title) }

  /// One part: its title, and its statements with a comment line in front of those whose origin is known.
  private struct Part {
    var title: String
    var lines: [String]
  }

  private let head: [String]
  private let parts: [Part]

  /// Writes plans.
  ///
  /// Values of sequences and planner statistics are left out: they belong to a target with rows. So is the schema
  /// `public`, which every new database has.
  ///
  /// - Parameters:
  ///   - head: lines of a comment at the top.
  ///   - origin: where the Oracle source of what a statement makes stands, such as `tables.sql:12`.
  public init(
    _ plans: [MigrationPlan], head: [String], origin: (DDLStatement, MigrationPlan) -> String? = { _, _ in nil }
  ) {
    self.head = head.map { $0.isEmpty ? "--" : "-- " + $0 }
    parts = Self.parts.compactMap { part in
      var lines: [String] = []
      let statements = plans.flatMap { plan in Self.statements(of: plan, in: part.phases).map { ($0, plan) } }
      let ordered = statements.enumerated().sorted {
        ($0.element.0.place, $0.offset) < ($1.element.0.place, $1.offset)
      }
      for (_, (statement, plan)) in ordered {
        if let origin = origin(statement, plan) { lines.append(SchemaFile.originMark + origin.printable) }
        lines.append(statement.sql + ";")
      }
      return lines.isEmpty ? nil : Part(title: part.title, lines: lines)
    }
  }

  /// The whole file.
  public var text: String {
    var lines = head
    for part in parts {
      if part.title == "keys" { lines += ["", "-- data comes here"] }
      lines += ["", SchemaFile.phaseMark + part.title, ""] + part.lines
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same in one file for each kind of object, in the order of their names: `01-schemas.sql` and so on.
  public var files: [(name: String, text: String)] {
    parts.enumerated().map { place, part in
      let number = place + 1 < 10 ? "0\(place + 1)" : String(place + 1)
      let lines = head + ["", SchemaFile.phaseMark + part.title, ""] + part.lines
      let title = part.title.split(separator: " ").joined(separator: "-")
      return ("\(number)-\(title).sql", lines.joined(separator: "\n") + "\n")
    }
  }

  private static func statements(of plan: MigrationPlan, in phases: [PlanPhase]) -> [DDLStatement] {
    let all =
      plan.preparation
      + plan.tables.sorted { $0.creation.object.name < $1.creation.object.name }.flatMap(\.statements) + plan.completion
    return all.filter { phases.contains($0.phase) && !($0.phase == .schema && $0.object.name == "public") }
  }
}
