import Model

extension SchemaConversion {
  /// One finding for each object that is neither a table nor a sequence: nothing is left out in silence.
  ///
  /// - Parameter tables: when only some tables are carried, theirs; what belongs to no table is passed over then.
  mutating func reportOtherObjects(ofTables tables: Set<String>?) {
    let packages = Set(schema.otherObjects.filter { $0.kind == "PACKAGE" || $0.kind == "TYPE" }.map(\.name))
    for object in schema.otherObjects {
      if let tables, object.table.map(tables.contains) != true { continue }
      // A body goes with its head.
      if object.kind == "PACKAGE BODY" || object.kind == "TYPE BODY", packages.contains(object.name) { continue }
      let (reason, remedy) = Self.words(for: object.kind)
      report(
        .warning, "object." + object.kind.lowercased().split(separator: " ").joined(separator: "-"),
        "\(object.kind.lowercased()) \(object.name)", reason, remedy)
    }
  }

  private static func words(for kind: String) -> (reason: String, remedy: String) {
    switch kind {
    case "VIEW", "MATERIALIZED VIEW":
      ("views are not carried over yet", "write it in PostgreSQL's words once the tables are there")
    case "TRIGGER":
      ("triggers are not carried over yet", "write it in PL/pgSQL, or as a default where it only numbers rows")
    case "PROCEDURE", "FUNCTION", "PACKAGE", "PACKAGE BODY":
      ("code is not carried over yet", "write it in PL/pgSQL")
    case "SYNONYM": ("synonyms are not carried over yet", "use search_path, or a view of that name")
    case "ROW POLICY":
      ("it may hide rows from the user that copies them", "as a DBA run: GRANT EXEMPT ACCESS POLICY TO <user>")
    default:
      ("objects of this kind are not carried over", "find its counterpart in PostgreSQL where it is still needed")
    }
  }
}
