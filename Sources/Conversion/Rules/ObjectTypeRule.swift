import Model

extension SchemaConversion {
  /// Object types, VARRAYs and nested tables: a composite type with the attributes, a domain over arrays.
  ///
  /// ```sql
  /// -- Oracle
  /// CREATE TYPE point AS OBJECT (x NUMBER(5), y NUMBER(5))
  /// CREATE TYPE points AS VARRAY(10) OF point
  /// -- PostgreSQL
  /// CREATE TYPE "app"."point" AS ("x" integer, "y" integer)
  /// CREATE DOMAIN "app"."points" AS "app"."point"[] CHECK (cardinality(VALUE) <= 10)
  /// ```
  ///
  /// Not the same: the type's methods are not carried over.
  func postgresType(_ type: OracleDataType) -> PostgresType? {
    switch type {
    case .object(let type):
      guard let name = names.types[TypeKey(type)] else { return nil }
      var pool = NamePool(reserved: TargetNames.systemColumns)
      var fields: [CompositeType.Field] = []
      for attribute in type.attributes {
        guard let fieldType = postgresType(attribute.type) else { return nil }
        let wanted = PostgresIdentifier.name(of: attribute.name, keepsCase: options.keepsCase)
        fields.append(
          CompositeType.Field(
            name: pool.take(wanted, for: "attribute \(type.name).\(attribute.name)"), type: fieldType))
      }
      return .composite(CompositeType(name: QualifiedName(schema: target, name: name), fields: fields))
    case .collection(let type):
      guard let name = names.types[TypeKey(type)], let element = postgresType(type.element) else { return nil }
      return .collection(
        CollectionDomain(name: QualifiedName(schema: target, name: name), element: element, limit: type.limit))
    default: return typeMap.postgresType(for: type)
    }
  }

  /// CREATE TYPE and CREATE DOMAIN for the types of the carried columns and those that the schema declares, before any
  /// table.
  mutating func addTypes() {
    var made: Set<String> = []
    for type in order.compactMap({ tables[$0] }).flatMap(\.columns).map(\.type) { addType(type, &made) }
    guard options.tables == nil else { return }
    for declared in schema.types {
      reportDeclared(declared)
      if let type = postgresType(declared) { addType(type, &made) }
    }
  }

  /// Makes a type once, behind those that it holds.
  private mutating func addType(_ type: PostgresType, _ made: inout Set<String>) {
    switch type {
    case .composite(let type):
      guard made.insert(type.name.name).inserted else { return }
      for field in type.fields { addType(field.type, &made) }
      let fields = type.fields.map { PostgresIdentifier.quoted($0.name) + " " + $0.type.sql }
      add(
        .type, TargetObject(kind: .type, name: type.name.name),
        "CREATE TYPE \(type.name.quoted) AS (\(fields.joined(separator: ", ")))")
    case .collection(let type):
      guard made.insert(type.name.name).inserted else { return }
      addType(type.element, &made)
      add(
        .type, TargetObject(kind: .type, name: type.name.name),
        "CREATE DOMAIN \(type.name.quoted) AS \(type.element.sql)[]"
          + (type.limit.map { " CHECK (cardinality(VALUE) <= \($0))" } ?? ""))
    default: break
    }
  }

  /// The names of the owner's object types that the carried columns have.
  var carriedTypes: Set<String> {
    let columns = order.compactMap { tables[$0] }.flatMap(\.columns).map(\.source.type)
    return Set((columns + schema.types).flatMap(TypeKey.all).filter { $0.owner == schema.owner }.map(\.name))
  }

  // MARK: Findings

  mutating func reportObject(_ type: ObjectType, _ object: String) {
    guard postgresType(.object(type)) != nil else { return reportUncarried(type.name, object) }
    report(
      type.hasMethods ? .warning : .info, "type.object", object,
      "an object of type \(type.name) becomes a value of a composite type with its attributes"
        + (type.hasMethods ? "; the type's methods are not carried over" : ""),
      type.hasMethods ? "write them as functions in PL/pgSQL" : "nothing needs to be done")
  }

  mutating func reportCollection(_ type: CollectionType, _ object: String) {
    guard postgresType(.collection(type)) != nil else { return reportUncarried(type.name, object) }
    report(
      .info, "type.collection", object,
      type.limit == nil
        ? "a nested table of type \(type.name) becomes an array: it has an order, which Oracle's rows have not"
        : "a VARRAY of type \(type.name) becomes an array; its domain keeps the limit",
      "read it with unnest, in the place of TABLE(...)")
  }

  private mutating func reportUncarried(_ name: String, _ object: String) {
    report(
      .blocking, "type.unsupported", object, "the type \(name) has an attribute that is not carried over yet",
      "choose other tables with --tables, or move the column to a table of its own")
  }

  private mutating func reportDeclared(_ type: OracleDataType) {
    switch type {
    case .object(let type):
      if postgresType(.object(type)) == nil {
        report(
          .warning, "object.type", "type \(type.name)", "an attribute of it has a type that is not carried over",
          "make it in PostgreSQL with CREATE TYPE")
      } else if type.hasMethods {
        report(
          .warning, "type.object", "type \(type.name)", "it becomes a composite type; its methods are not carried over",
          "write them as functions in PL/pgSQL")
      }
    case .collection(let type) where postgresType(.collection(type)) == nil:
      report(
        .warning, "object.type", "type \(type.name)", "its elements have a type that is not carried over",
        "make it in PostgreSQL with CREATE DOMAIN")
    default: break
    }
  }
}
