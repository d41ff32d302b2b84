import Model

extension SchemaConversion {
  /// One finding for each object that is neither a table nor a sequence: nothing is left out in silence.
  ///
  /// ```sql
  /// -- Oracle
  /// CREATE DATABASE LINK far USING 'far'
  /// -- PostgreSQL
  /// -- finding: database link FAR, not_converted
  /// ```
  ///
  /// Not the same: everything that is named so is left out.
  ///
  /// - Parameter tables: when only some tables are carried, theirs; what belongs to no table is passed over then.
  mutating func reportOtherObjects(ofTables tables: Set<String>?) {
    var packages = Set(schema.otherObjects.filter { $0.kind == "PACKAGE" || $0.kind == "TYPE" }.map(\.name))
    let carriedTypes = carriedTypes
    packages.formUnion(carriedTypes)
    for synonym in schema.synonyms where tables == nil && !settledSynonyms.contains(synonym) {
      let (reason, remedy) = Self.words(for: "SYNONYM")
      report(.warning, "object.synonym", "synonym \(synonym.name)", reason, remedy)
    }
    for object in schema.otherObjects {
      if object.kind == "TYPE", carriedTypes.contains(object.name) { continue }
      if object.kind == "FUNCTION" || object.kind == "PROCEDURE", carriedFunctions.contains(object.name) { continue }
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
    case "MATERIALIZED VIEW":
      (
        "its query is not known here, or it is a view of objects",
        "read the schema as its owner, or write it in PostgreSQL's words"
      )
    case "OBJECT TABLE":
      (
        "rows of its type are not read: it has a supertype or is not final, is another owner's, or has an attribute that "
          + "is an object, a collection, a reference, or of a type that Oracle would have to render",
        "write a table with a column for each attribute, and load its rows"
      )
    case "VIEW":
      (
        "its text is not known here, or it is a view of objects",
        "write it in PostgreSQL's words once the tables are there"
      )
    case "TRIGGER":
      ("the user has no right to see its text", "read the schema as its owner, or write it in PL/pgSQL")
    case "PROCEDURE", "FUNCTION", "PACKAGE", "PACKAGE BODY":
      ("code is not carried over yet", "write it in PL/pgSQL")
    case "SYNONYM": ("what it stands for is not known here", "use search_path, or a view of that name")
    case "ROW POLICY":
      ("it may hide rows from the user that copies them", "as a DBA run: GRANT EXEMPT ACCESS POLICY TO <user>")
    default:
      ("objects of this kind are not carried over", "find its counterpart in PostgreSQL where it is still needed")
    }
  }
}
