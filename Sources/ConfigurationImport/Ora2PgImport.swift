import Conversion
import Foundation
import Model
import Workspace

/// Makes a workspace's configuration of an ora2pg.conf: logins, schemas, selections, names, types and conditions.
///
/// What is set there, does something in ora2pg and is not carried over is a finding with its line; values are not shown,
/// as they may be passwords.
public struct Ora2PgImport: Sendable {
  /// What config.ini gets.
  public private(set) var settings: [FilledTemplate.Setting] = []
  /// What was not carried over, in the order of the lines.
  public private(set) var findings: [Finding] = []

  private let file: Ora2PgFile
  private let keepsCase: Bool

  /// Imports all directives.
  public init(_ file: Ora2PgFile) {
    self.file = file
    keepsCase = file.last("PRESERVE_CASE").map { Self.isOn($0.value) } ?? false
    oracle()
    postgres()
    selections()
    names()
    types()
    conditions()
    if let directive = file.last("TRUNCATE_TABLE"), Self.isOn(directive.value) {
      settings.append(.init("data-only", "existing-rows", "truncate"))
    }
    if keepsCase { settings.append(.init("conversion", "keep-case", "true")) }
    tellTheRest()
    let order = Dictionary(
      file.directives.enumerated().map { ($0.element.place, $0.offset) }, uniquingKeysWith: { first, _ in first })
    findings = findings.enumerated().sorted {
      (order[$0.element.object] ?? 0, $0.offset) < (order[$1.element.object] ?? 0, $1.offset)
    }.map(\.element)
  }

  static func isOn(_ value: String) -> Bool { !["", "0", "no", "false", "off"].contains(value.lowercased()) }

  // MARK: logins

  private mutating func oracle() {
    if let directive = file.last("ORACLE_DSN") { oraclePlace(directive) }
    if let directive = file.last("ORACLE_USER") {
      let words = directive.value.split(separator: " ")
      settings.append(.init("oracle", "user", words.first.map(String.init)))
      if words.count == 3, words[1].lowercased() == "as" {
        settings.append(.init("oracle", "privilege", words[2].lowercased()))
      }
    }
    if let directive = file.last("ORACLE_PWD") { settings.append(.init("oracle", "password", directive.value)) }
    guard let directive = file.last("SCHEMA") else { return }
    settings.append(.init("oracle", "schema", keepsCase ? "\"\(directive.value)\"" : directive.value.uppercased()))
  }

  private mutating func oraclePlace(_ directive: Ora2PgFile.Directive) {
    let prefix = "dbi:oracle:"
    guard directive.value.lowercased().hasPrefix(prefix) else {
      tell(.warning, directive, "it is no data source of Oracle", "write host, port and service_name into [oracle]")
      return
    }
    let text = String(directive.value.dropFirst(prefix.count)).trimmingCharacters(in: .whitespaces)
    let pairs = Ora2PgValues.pairs(text)
    guard let host = pairs["host"], !text.hasPrefix("(") else {
      // A descriptor, EZConnect or a name of tnsnames.ora: all are connect strings.
      for key in ["host", "port", "service_name"] { settings.append(.init("oracle", key, nil)) }
      settings.append(.init("oracle", "connect_string", text.hasPrefix("//") ? String(text.dropFirst(2)) : text))
      return
    }
    settings.append(.init("oracle", "host", host))
    settings.append(.init("oracle", "port", pairs["port"] ?? "1521"))
    if let service = pairs["service_name"] {
      settings.append(.init("oracle", "service_name", service))
    } else if let sid = pairs["sid"] {
      settings.append(.init("oracle", "service_name", nil))
      settings.append(.init("oracle", "sid", sid))
    } else {
      tell(.warning, directive, "it names neither a sid nor a service", "write one into [oracle]")
    }
    let others = Set(pairs.keys).subtracting(["host", "port", "sid", "service_name"])
    if !others.isEmpty {
      tell(
        .warning, directive, "\(others.sorted().joined(separator: ", ")) of it is not carried over",
        "use connect_string")
    }
  }

  private mutating func postgres() {
    if let directive = file.last("PG_DSN") {
      let prefix = "dbi:pg:"
      if directive.value.lowercased().hasPrefix(prefix) {
        let pairs = Ora2PgValues.pairs(String(directive.value.dropFirst(prefix.count)))
        for (key, name) in [
          ("host", "host"), ("port", "port"), ("dbname", "dbname"), ("database", "dbname"),
          ("db", "dbname"), ("sslmode", "sslmode"),
        ] {
          if let value = pairs[key] { settings.append(.init("postgres", name, value)) }
        }
        let others = Set(pairs.keys).subtracting(["host", "port", "dbname", "database", "db", "sslmode"])
        if !others.isEmpty {
          tell(
            .warning, directive, "\(others.sorted().joined(separator: ", ")) of it is not carried over",
            "use libpq's environment or service file")
        }
      } else {
        tell(.warning, directive, "it is no data source of PostgreSQL", "write host and dbname into [postgres]")
      }
    }
    if let directive = file.last("PG_USER") { settings.append(.init("postgres", "user", directive.value)) }
    if let directive = file.last("PG_PWD") { settings.append(.init("postgres", "password", directive.value)) }
    targetSchema()
  }

  private mutating func targetSchema() {
    if let directive = file.last("PG_SCHEMA") {
      let schemas = Ora2PgValues.split(directive.value, at: Ora2PgValues.blanksAndCommas)
      settings.append(.init("postgres", "schema", schemas.first.map { keepsCase ? $0 : $0.lowercased() }))
      if schemas.count > 1 {
        tell(
          .warning, directive, "it names \(schemas.count) schemas, and [postgres] schema takes one: the first",
          "see that it is the one that tables are to be in")
      }
      return
    }
    let exports = file.last("EXPORT_SCHEMA").map { Self.isOn($0.value) } ?? false
    // Without either, ora2pg's tables go where PostgreSQL puts names without a schema.
    if !exports { settings.append(.init("postgres", "schema", "public")) }
    if exports, file.last("SCHEMA") == nil, let directive = file.last("EXPORT_SCHEMA") {
      tell(
        .warning, directive, "without SCHEMA it means all schemas, and oraferry migrates one at a time",
        "make a workspace for each, with its [oracle] schema")
    }
  }

  // MARK: what is carried

  private static let kinds = [
    "TABLE": "TABLE", "VIEW": "VIEW", "MVIEW": "MATERIALIZED VIEW", "SEQUENCE": "SEQUENCE", "TRIGGER": "TRIGGER",
    "SYNONYM": "SYNONYM", "TYPE": "TYPE", "PROCEDURE": "PROCEDURE", "FUNCTION": "FUNCTION", "PACKAGE": "PACKAGE",
  ]

  private mutating func selections() {
    for (name, key) in [("ALLOW", "include"), ("EXCLUDE", "exclude")] {
      guard let directive = file.last(name) else { continue }
      var patterns: [String] = []
      for part in Ora2PgValues.split(directive.value, at: [" ", "\t", ",", ";"]) {
        let group = Ora2PgValues.group(part, open: "[", close: "]")
        let kind = group.map { Self.kinds[$0.name.uppercased()] } ?? ""
        guard let kind else {
          tell(
            .warning, directive, "patterns of \(group?.name ?? "") are not carried over",
            "see include and exclude of "
              + "[conversion] for the kinds of objects that can be chosen")
          continue
        }
        for expression in Ora2PgValues.split(group?.inside ?? part, at: Ora2PgValues.blanksAndCommas) {
          if let pattern = Ora2PgValues.pattern(expression) {
            patterns.append(kind.isEmpty ? pattern : "\(kind).\(pattern)")
          } else {
            tell(
              .warning, directive, "an expression of it has no pattern of the same meaning",
              "write it into \(key) of [conversion], with * and ?")
          }
        }
      }
      if !patterns.isEmpty { settings.append(.init("conversion", key, patterns.joined(separator: ", "))) }
    }
  }

  // MARK: names

  private mutating func names() {
    for directive in all("REPLACE_TABLES") {
      for part in Ora2PgValues.split(directive.value, at: Ora2PgValues.blanksAndCommas) {
        let sides = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
          tell(.warning, directive, "a part of it is no OLD:NEW", "write it into [tables]")
          continue
        }
        settings.append(.init("tables", sides[0], target(sides[1])))
      }
    }
    for directive in all("REPLACE_COLS") {
      for part in Ora2PgValues.split(directive.value, at: Ora2PgValues.blanksAndCommas) {
        guard let (table, columns) = Ora2PgValues.group(part, open: "(", close: ")") else {
          tell(.warning, directive, "a part of it is no TABLE(OLD:NEW)", "write it into [columns]")
          continue
        }
        for pair in columns.split(separator: ",") {
          let sides = pair.split(separator: ":", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
          guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
            tell(.warning, directive, "a column of it is no OLD:NEW", "write it into [columns]")
            continue
          }
          settings.append(.init("columns", "\(table).\(sides[0])", target(sides[1])))
        }
      }
    }
    for directive in all("EXCLUDE_COLUMNS") {
      for part in Ora2PgValues.split(directive.value, at: Ora2PgValues.blanksAndCommas) {
        guard let (table, columns) = Ora2PgValues.group(part, open: "(", close: ")") else {
          tell(.warning, directive, "a part of it is no TABLE(COLUMN)", "write TABLE.COLUMN = - into [columns]")
          continue
        }
        for column in Ora2PgValues.split(columns, at: [",", " "]) {
          settings.append(.init("columns", "\(table).\(column)", "-"))
        }
      }
      tell(
        .info, directive, "columns can be left behind by migrate --data-only alone",
        "make the tables first, or remove the entries from [columns]")
    }
  }

  /// PostgreSQL's name: ora2pg writes it without quotes unless cases are preserved.
  private func target(_ name: String) -> String { keepsCase ? name : name.lowercased() }

  // MARK: types

  private mutating func types() {
    for directive in all("MODIFY_TYPE") {
      for part in Ora2PgValues.split(directive.value, at: [","]) {
        let sides = part.split(separator: ":", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: .whitespaces) }
        guard sides.count == 3, sides.allSatisfy({ !$0.isEmpty }) else {
          tell(.warning, directive, "a part of it is no TABLE:COLUMN:TYPE", "write TABLE.COLUMN = type into [types]")
          continue
        }
        add(type: "\(sides[0]).\(sides[1])", sides[2], directive)
      }
    }
    for directive in all("REPLACE_AS_BOOLEAN") {
      for part in Ora2PgValues.split(directive.value, at: Ora2PgValues.blanksAndCommas) {
        let sides = part.split(separator: ":").map(String.init)
        guard sides.count == 2 else {
          tell(.warning, directive, "a part of it is no TABLE:COLUMN", "write TABLE.COLUMN = boolean into [types]")
          continue
        }
        let isType = Int(sides[1]) != nil
        add(type: isType ? "\(sides[0])(\(sides[1]))" : "\(sides[0]).\(sides[1])", "boolean", directive)
      }
    }
  }

  private mutating func add(type subject: String, _ type: String, _ directive: Ora2PgFile.Directive) {
    do {
      _ = try TypeChoice("\(subject)=\(type)")
      settings.append(.init("types", subject, type))
    } catch {
      tell(.warning, directive, "the type of \(subject) is not carried over: \(error.reason)", error.remedy)
    }
  }

  // MARK: conditions

  private mutating func conditions() {
    guard let directive = file.last("WHERE") else { return }
    guard let (tables, general) = Ora2PgValues.conditions(directive.value) else {
      tell(
        .warning, directive, "a bracket or a quote of it is not closed, or a bracket has no name before it",
        "write the conditions into [where]")
      return
    }
    for (name, condition) in tables {
      add(condition: general.isEmpty ? condition : "(\(condition)) AND (\(general))", of: name, directive)
    }
    guard !general.isEmpty else { return }
    add(condition: general, of: "*", directive)
    if !tables.isEmpty {
      tell(
        .info, directive,
        "the general condition is in force for tables with one of their own, too, as ora2pg's documentation "
          + "says of it",
        "see [where] whether this is meant")
    }
  }

  private mutating func add(condition: String, of table: String, _ directive: Ora2PgFile.Directive) {
    do {
      var conditions = RowConditions()
      try conditions.add("\(table) = \(condition)")
      settings.append(.init("where", table, condition))
    } catch {
      tell(.warning, directive, "the condition of \(table) is not carried over: \(error.reason)", error.remedy)
    }
  }

  // MARK: the rest

  private func all(_ name: String) -> [Ora2PgFile.Directive] {
    file.directives.filter { $0.name == name && !$0.value.isEmpty }
  }

  private mutating func tellTheRest() {
    for directive in file.directives where !Ora2PgDirectives.carried.contains(directive.name) {
      guard let known = Ora2PgDirectives.known[directive.name] else {
        tell(
          .warning, directive, "this directive is not known here, and not carried over",
          "see ora2pg's documentation for what it does")
        continue
      }
      guard !directive.value.isEmpty, !known.isDefault(directive.value) else { continue }
      tell(known.severity, directive, known.reason, known.remedy)
    }
  }

  private mutating func tell(
    _ severity: Finding.Severity, _ directive: Ora2PgFile.Directive, _ reason: String, _ remedy: String
  ) {
    findings.append(
      Finding(severity: severity, rule: "ora2pg.directive", object: directive.place, reason: reason, remedy: remedy))
  }
}
