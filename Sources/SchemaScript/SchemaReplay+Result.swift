import Model

extension SchemaReplay {
  /// The schemas when the last statement has run.
  mutating func result() -> ScriptSchemas {
    settleReferences()
    settleLateTypes()
    settleInheritedTypes()
    reportLeftOut(isEnd: true)
    if dataStatements > 0 {
      report(
        .info, "script.rows", "rows of scripts", "\(dataStatements) statements change rows; a schema has none",
        "load the rows once the schema is there")
    }
    if unnamedFailures > Self.mostUnnamedFailures {
      report(
        .warning, "script.statement", "statements of scripts",
        "\(unnamedFailures - Self.mostUnnamedFailures) more statements are not understood and left out",
        "see whether the file is a script of Oracle's SQL")
    }
    var owners: Set<String> = []
    for keys in [Array(tables.keys), Array(sequences.keys), Array(views.keys), Array(triggers.keys)] {
      owners.formUnion(keys.map(\.owner))
    }
    owners.formUnion(synonyms.filter { !$0.value.isPublic }.map(\.key.owner))
    owners.formUnion(types.keys.map(\.owner))
    owners.formUnion(others.filter { !$0.value.isEmpty }.map(\.key.owner))
    reportGrants(outside: owners.union([firstOwner]))
    let strangers = owners.subtracting([firstOwner]).sorted()
    return ScriptSchemas(
      schemas: ([firstOwner] + strangers).map(schema), places: places, findings: findings,
      statementCount: statementCount)
  }

  /// Rights on what nobody in the scripts has made, such as views of SYS.
  private mutating func reportGrants(outside owners: Set<String>) {
    for (key, rights) in grants.sorted(by: { $0.key < $1.key }) where !owners.contains(key.owner) && !rights.isEmpty {
      report(
        .warning, "table.grants", "grant on \(key.name)",
        "\(key.owner) has no objects in the scripts: "
          + rights.map { "\($0.privilege) to \($0.grantee)" }.joined(separator: ", "),
        "see what the roles need in its place")
    }
  }

  private func schema(of owner: String) -> Schema {
    func owned<Object>(_ objects: [Key: Object]) -> [Object] {
      objects.filter { $0.key.owner == owner }.sorted { $0.key < $1.key }.map(\.value)
    }
    let objects = owned(others).flatMap { $0 }
    // Those that everybody sees go with whoever runs the scripts.
    let names = synonyms.filter { $0.key.owner == owner || owner == firstOwner && $0.value.isPublic }.map(\.value)
    let isFirst = owner == firstOwner
    return Schema(
      owner: owner,
      tables: owned(tables), sequences: owned(sequences), views: owned(views), triggers: owned(triggers),
      synonyms: names.sorted { ($0.name, $0.isPublic ? 1 : 0) < ($1.name, $1.isPublic ? 1 : 0) },
      types: owned(types), grants: owned(grants).flatMap { $0 }, roles: isFirst ? roles : [],
      roleGrants: isFirst ? roleGrants : [],
      otherObjects: objects.sorted { ($0.kind, $0.name) < ($1.kind, $1.name) })
  }
}
