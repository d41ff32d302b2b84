import Conversion
import Model

/// Counts the objects of schemas, each by the worst that a finding says of it.
struct Inventory {
  /// In the order in which they are shown.
  private(set) var kinds: [KindCount] = []
  /// Lines of code that is not converted, by kind.
  private(set) var codeLines: [String: Int] = [:]

  /// Findings' kinds that speak of another one's objects.
  private static let parents = [
    "default of": "column", "virtual column": "column", "identity": "column", "comment on": "column",
    "package body": "package", "type body": "type", "grant on": "grant", "lob": "column",
  ]

  private var order: [String] = []
  private var names: [String: Set<String>] = [:]
  private var worst: [String: [String: FindingRecord.Severity]] = [:]

  init(_ schemas: [Schema], _ findings: [FindingRecord]) {
    for (place, schema) in schemas.enumerated() { add(schema, owner: place == 0 ? nil : schema.owner) }
    for finding in findings where finding.severity != .info { add(finding) }
    kinds = order.compactMap(count)
  }

  private mutating func add(_ kind: String, _ name: String, owner: String?) {
    if names[kind] == nil { order.append(kind) }
    // Spelled as a finding of this object would spell it.
    let finding = Finding(severity: .info, rule: "", object: "\(kind) \(name)", reason: "", remedy: "")
    names[kind, default: []].insert(FindingRecord(finding, owner: owner).name)
  }

  private mutating func add(_ schema: Schema, owner: String?) {
    for table in schema.tables {
      add("table", table.name, owner: owner)
      for column in table.columns { add("column", "\(table.name).\(column.name)", owner: owner) }
    }
    for table in schema.tables {
      func own(_ kind: String, _ name: String) { add(kind, "\(table.name).\(name)", owner: owner) }
      if let key = table.primaryKey { own("primary key", key.name) }
      for key in table.uniqueConstraints { own("unique constraint", key.name) }
      for check in table.checks { own("check constraint", check.name) }
      for key in table.foreignKeys { own("foreign key", key.name) }
      for index in table.indexes { own("index", index.name) }
    }
    for sequence in schema.sequences { add("sequence", sequence.name, owner: owner) }
    for view in schema.views { add("view", view.name, owner: owner) }
    for trigger in schema.triggers {
      add("trigger", trigger.name, owner: owner)
      codeLines["trigger", default: 0] += trigger.text.utf8.count { $0 == 0x0A } + 1
    }
    for synonym in schema.synonyms { add("synonym", synonym.name, owner: owner) }
    for object in schema.otherObjects {
      let kind = object.kind.lowercased()
      codeLines[Self.parents[kind] ?? kind, default: 0] += object.lines ?? 0
      // A body goes with its head.
      if let head = Self.parents[kind], names[head]?.contains(object.name) == true { continue }
      add(Self.parents[kind] ?? kind, object.name, owner: owner)
    }
  }

  private mutating func add(_ finding: FindingRecord) {
    var kind = Self.parents[finding.objectType] ?? finding.objectType
    if ["statement at", "block at", "statement", "block", "script"].contains(kind) { kind = "other statement" }
    if names[kind] == nil { order.append(kind) }
    names[kind, default: []].insert(finding.name)
    let known = worst[kind]?[finding.name]
    if known != .notConverted { worst[kind, default: [:]][finding.name] = finding.severity }
    // A column without its default is there, and not the same.
    if finding.objectType != kind, kind == "column", known == nil { worst[kind]?[finding.name] = .lossy }
  }

  private func count(_ kind: String) -> KindCount? {
    guard let all = names[kind], !all.isEmpty else { return nil }
    let severities = (worst[kind] ?? [:]).values
    let lossy = severities.count { $0 == .lossy }
    let notConverted = severities.count { $0 == .notConverted }
    return KindCount(kind: kind, exact: all.count - lossy - notConverted, lossy: lossy, notConverted: notConverted)
  }
}
