import Model

extension SchemaConversion {
  /// Finds options that these schemas make impossible: an entry of the type map that names no column, or one that cannot
  /// become that type.
  ///
  /// `plan` looks by itself; `plans` doesn't throw, and has a blocking finding for a column that cannot become its type.
  ///
  /// - Throws: `ConversionError.option`, naming the entry and what is possible.
  public static func check(_ options: ConversionOptions, for schemas: [Schema]) throws(ConversionError) {
    guard ConversionOptions.postgresMajorVersions.lowerBound <= options.postgresMajorVersion else {
      throw .option(
        OptionError(
          "postgres_version = \(options.postgresMajorVersion)", "PostgreSQL before 13 is no target",
          remedy: "the versions are 13 to 18"))
    }
    var targets: [String: String] = [:]
    for (index, schema) in schemas.enumerated() {
      var own = options
      if index > 0 { own.targetSchema = nil }
      let name = own.schemaName(of: schema.owner)
      if let other = targets.updateValue(schema.owner, forKey: name) {
        throw .option(
          OptionError(
            "\(schema.owner)=\(name)", "\(other) and \(schema.owner) would share the schema \(name)",
            remedy: "give each owner a schema of its own"))
      }
    }
    let columns = schemas.flatMap { schema in
      schema.tables.flatMap { table in table.columns.map { (schema.owner, table.name, $0) } }
    }
    try options.names.check(against: schemas)
    try options.conditions.check(against: schemas)
    try options.characterSets.check(against: schemas)
    for choice in options.types.entries where choice.isExact {
      let named = columns.filter { choice.matches(owner: $0.0, table: $0.1, $0.2) }
      guard !named.isEmpty else {
        let near = NearNames.of(choice.columnName, among: columns.map { $0.1 + "." + $0.2.name })
        throw .option(
          OptionError(
            choice.text, origin: choice.origin, "there is no such column",
            remedy: near.isEmpty ? "name it as TABLE.COLUMN" : "near it are \(near.joined(separator: ", "))"))
      }
      for (_, table, column) in named where TypeResolution(column.type, to: choice.target) == nil {
        throw .option(
          OptionError(
            choice.text, origin: choice.origin, "\(table).\(column.name) is \(column.type), which cannot become that",
            remedy: "possible are \(TypeResolution.possible(column.type))"))
      }
    }
  }
}

extension TypeChoice {
  /// What stands before the `=`.
  fileprivate var columnName: String {
    String(text.prefix { $0 != "=" }).trimmingBlanks.uppercased()
  }
}
