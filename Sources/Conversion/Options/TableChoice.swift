import Model

extension SchemaConversion {
  /// The tables that the options carry, without converting anything: for tables that are in PostgreSQL already.
  ///
  /// - Returns: the tables, and what there is to say of those that stay behind and of rows that can't be seen.
  /// - Throws: `ConversionError` for names in the options that the schema doesn't have.
  public static func carriedTables(
    of schema: Schema, options: ConversionOptions
  ) throws(ConversionError) -> (tables: [Table], findings: [Finding]) {
    try options.names.check(against: [schema])
    try options.conditions.check(against: [schema])
    try options.characterSets.check(against: [schema])
    let (chosen, left) = selected(schema, options.objects)
    let tables = try selectedTables(chosen, options.tables)
    let names = Set(tables.map(\.name))
    // Of what the dictionary hides, only what is about these tables.
    let isDecided = !options.characterSets.isEmpty && options.characterSets.decide(tables)
    let hidden = schema.findings.filter { finding in
      if isDecided, finding.rule == Finding.databaseCharacterSet { return false }
      return finding.object.hasPrefix("database ")
        || names.contains { finding.object == "table \($0)" || finding.object.contains(" \($0).") }
    }
    return (tables, left.filter { options.tables == nil && $0.object.hasPrefix("table ") } + hidden)
  }
}
