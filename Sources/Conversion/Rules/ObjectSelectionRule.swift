import Model

extension SchemaConversion {
  /// Leaves out what the options include and exclude don't let through; each object gets a remark.
  ///
  /// A trigger goes with its table, rights go with their object. What refers to an object that is left out is reported
  /// where it is converted.
  static func selected(_ schema: Schema, _ selection: ObjectSelection) -> (schema: Schema, findings: [Finding]) {
    guard !selection.included.isEmpty || !selection.excluded.isEmpty else { return (schema, []) }
    var findings: [Finding] = []
    func isCarried(_ kind: String, _ name: String) -> Bool {
      guard let reason = selection.reason(kind: kind, owner: schema.owner, name: name) else { return true }
      findings.append(
        Finding(
          severity: .info, rule: "selection.excluded", object: "\(kind.lowercased()) \(name)",
          reason: "it is left out, as was asked for: \(reason)", remedy: "nothing needs to be done"))
      return false
    }
    var result = schema
    result.tables = schema.tables.filter { isCarried("TABLE", $0.name) }
    let tables = Set(schema.tables.map(\.name)).subtracting(result.tables.map(\.name))
    result.views = schema.views.filter {
      isCarried($0.materialization == nil ? "VIEW" : "MATERIALIZED VIEW", $0.name)
    }
    result.sequences = schema.sequences.filter { isCarried("SEQUENCE", $0.name) }
    result.triggers = schema.triggers.filter { trigger in
      if let table = trigger.table, tables.contains(table) { return false }
      return isCarried("TRIGGER", trigger.name)
    }
    result.synonyms = schema.synonyms.filter { isCarried("SYNONYM", $0.name) }
    result.otherObjects = schema.otherObjects.filter { object in
      if let table = object.table, tables.contains(table) { return false }
      return isCarried(object.kind, object.name)
    }
    result.types = schema.types.filter { type in
      TypeKey.all(in: type).first.map { isCarried("TYPE", $0.name) } ?? true
    }
    let left = Set(findings.map(\.object))
    result.grants = schema.grants.filter { grant in
      !ObjectSelection.Pattern.kinds.contains { left.contains("\($0.lowercased()) \(grant.object)") }
    }
    return (result, findings)
  }
}
