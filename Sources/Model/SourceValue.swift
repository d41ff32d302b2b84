/// One value that a query selects of Oracle, and where it goes.
public struct SourceValue: Sendable, Hashable {
  /// What it is to its column.
  public enum Role: Sendable, Hashable {
    /// The whole column.
    case column
    /// Whether an object is there at all (1) or NULL; its attributes follow.
    case object(attributes: Int)
    /// An attribute of the object before; the name is PostgreSQL's.
    case attribute(String)
  }

  /// The expression with its alias; where Oracle renders the value, that of its text.
  public var sql: String
  /// The value itself, without an alias.
  public var expression: String
  /// The name under which Oracle describes it.
  public var name: String
  /// Column or column and attribute, in Oracle's spelling, for messages.
  public var label: String
  /// Its type in Oracle.
  public var oracleType: OracleDataType
  /// The type of the column or the field that it fills.
  public var postgresType: PostgresType
  /// What it is to its column.
  public var role: Role
  /// Set where it is the bytes of a text, to be decoded.
  public var declaredText: DeclaredText?
}

extension ColumnMapping {
  /// What a query selects for the column: one value; for an object whether it is there, then each of its attributes.
  ///
  /// An object whose attributes are all NULL is not NULL itself. Attributes are reached through the table's alias
  /// (Oracle Object-Relational Developer's Guide, "Table Aliases").
  ///
  /// - Throws: `IdentifierError` for names that Oracle cannot have.
  public func sourceValues() throws(IdentifierError) -> [SourceValue] {
    let column = try OracleIdentifier.quoted(sourceName)
    if let declaredText {
      return [
        SourceValue(
          sql: declaredText.selection(of: column), expression: column, name: sourceName, label: sourceName,
          oracleType: declaredText.selectedType, postgresType: postgresType, role: .column, declaredText: declaredText)
      ]
    }
    guard case .object(let type) = oracleType, case .composite(let composite) = postgresType,
      composite.fields.count == type.attributes.count
    else {
      return [
        SourceValue(
          sql: oracleType.selection(of: column), expression: column, name: sourceName, label: sourceName,
          oracleType: oracleType,
          postgresType: postgresType, role: .column)
      ]
    }
    let object = TableMapping.sourceAlias + "." + column
    var values = [
      SourceValue(
        sql: "CASE WHEN \(object) IS NULL THEN NULL ELSE 1 END AS \(column)", expression: object, name: sourceName,
        label: sourceName,
        oracleType: .number(precision: nil, scale: nil), postgresType: postgresType,
        role: .object(attributes: type.attributes.count))
    ]
    for (attribute, field) in zip(type.attributes, composite.fields) {
      let name = try OracleIdentifier.quoted(attribute.name)
      values.append(
        SourceValue(
          sql: "\(object).\(name) AS \(name)", expression: "\(object).\(name)", name: attribute.name,
          label: sourceName + "." + attribute.name,
          oracleType: attribute.type, postgresType: field.type, role: .attribute(field.name)))
    }
    return values
  }
}

extension TableMapping {
  /// The alias of the table in queries that read objects.
  static let sourceAlias = "\"oraferry\""

  /// The table in a query's FROM, at an SCN when one is given, and a random part of it when a sample is.
  ///
  /// - Throws: `IdentifierError` for names that Oracle cannot have.
  public func source(scn: UInt64?, sample: RowSample? = nil) throws(IdentifierError) -> String {
    let table = try OracleIdentifier.quoted(owner: sourceOwner, name: sourceName)
    let hasObjects = (columns + generatedColumns).contains { if case .object = $0.oracleType { true } else { false } }
    return table + (sample.map { " " + $0.sql } ?? "") + (scn.map { " AS OF SCN \($0)" } ?? "")
      + (hasObjects ? " " + Self.sourceAlias : "")
  }

  /// The table in a query's FROM with the rows that are carried, and with further conditions on them.
  ///
  /// The user's condition ends in a new line: it may end in a comment.
  ///
  /// - Throws: `IdentifierError` for names that Oracle cannot have.
  public func carriedRows(
    scn: UInt64?, sample: RowSample? = nil, and conditions: [String] = []
  ) throws(IdentifierError) -> String {
    let all = (condition.map { ["(\($0)\n)"] } ?? []) + conditions
    return try source(scn: scn, sample: sample) + (all.isEmpty ? "" : " WHERE " + all.joined(separator: " AND "))
  }
}
