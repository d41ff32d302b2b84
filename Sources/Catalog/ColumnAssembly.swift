import Model

/// The columns of all tables, from ALL_TAB_COLS, ALL_TAB_IDENTITY_COLS and ALL_COL_COMMENTS.
struct ColumnAssembly {
  private struct Key: Hashable {
    var table: String
    var column: String
  }

  private struct Placed {
    var position: Int
    var column: Column
  }

  private var placed: [String: [Placed]] = [:]

  init(_ contents: DictionaryContents, sequences: [String: SequenceOptions]) throws(CatalogError) {
    let comments = try Self.comments(contents)
    let objectTypes = try ObjectTypeAssembly(contents).types
    let identities = try Self.identities(contents, sequences: sequences)
    for row in contents.columns {
      let isHidden = try row.flag("HIDDEN_COLUMN", is: "YES")
      // Oracle's own hidden columns (of expression indexes, object types) are parts of something that is named elsewhere.
      if isHidden, try !row.flag("USER_GENERATED", is: "YES") { continue }
      let key = Key(table: try row.text("TABLE_NAME"), column: try row.text("COLUMN_NAME"))
      let typeName = try row.optionalText("DATA_TYPE") ?? "(no type)"
      var type = OracleDataType.fromDictionary(
        name: typeName, length: try row.optionalInt("DATA_LENGTH") ?? 0,
        precision: try row.optionalInt("DATA_PRECISION"), scale: try row.optionalInt("DATA_SCALE"),
        characters: try row.optionalInt("CHAR_LENGTH") ?? 0, owner: try row.optionalText("DATA_TYPE_OWNER"),
        vector: try row.optionalText("VECTOR_INFO"))
      if let modifier = try row.optionalText("DATA_TYPE_MOD") {
        // The dictionary calls a REF by the type of the object that it points to, and a query would follow it in silence.
        type = .unsupported(modifier + " " + typeName)
      } else if let owner = try row.optionalText("DATA_TYPE_OWNER"), owner == contents.owner,
        let object = objectTypes[typeName]
      {
        type = .object(object)
      }
      let identity = identities[key]
      var column = Column(
        name: key.column, type: type, isNullable: try !row.flag("NULLABLE", is: "N"),
        defaultExpression: identity == nil ? try Self.defaultText(row) : nil,
        isDefaultOnNull: try row.flag("DEFAULT_ON_NULL", is: "YES"),
        isVirtual: try row.flag("VIRTUAL_COLUMN", is: "YES"), isInvisible: isHidden, identity: identity,
        comment: comments[key])
      switch type {
      case .varchar2, .char: column.byteLength = try row.optionalInt("DATA_LENGTH")
      default: break
      }
      // Invisible columns have no COLUMN_ID: they come last, in their internal order.
      let internalID = try row.optionalInt("INTERNAL_COLUMN_ID") ?? 0
      let position = try row.optionalInt("COLUMN_ID") ?? 10_000 + max(0, min(internalID, 10_000))
      placed[key.table, default: []].append(Placed(position: position, column: column))
    }
  }

  /// The columns of one table in order.
  func columns(of table: String) -> [Column] {
    (placed[table] ?? []).sorted { ($0.position, $0.column.name) < ($1.position, $1.column.name) }.map(\.column)
  }

  /// DATA_DEFAULT without the blanks and line ends that Oracle keeps around it; nil when nothing is left.
  private static func defaultText(_ row: DictionaryRow) throws(CatalogError) -> String? {
    guard let text = try row.optionalText("DATA_DEFAULT") else { return nil }
    let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\0" }
    let trimmed = text.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  private static func comments(_ contents: DictionaryContents) throws(CatalogError) -> [Key: String] {
    var result: [Key: String] = [:]
    for row in contents.columnComments {
      guard let comment = try row.optionalText("COMMENTS") else { continue }
      result[Key(table: try row.text("TABLE_NAME"), column: try row.text("COLUMN_NAME"))] = comment
    }
    return result
  }

  private static func identities(
    _ contents: DictionaryContents, sequences: [String: SequenceOptions]
  ) throws(CatalogError) -> [Key: IdentityDefinition] {
    var result: [Key: IdentityDefinition] = [:]
    for row in contents.identityColumns {
      let sequence = try row.text("SEQUENCE_NAME")
      guard let options = sequences[sequence] else {
        throw .hidden(
          what: "the sequence \(sequence) behind an identity column of \(try row.text("TABLE_NAME"))",
          grant: "GRANT SELECT ANY SEQUENCE TO <user>")
      }
      result[Key(table: try row.text("TABLE_NAME"), column: try row.text("COLUMN_NAME"))] = IdentityDefinition(
        isAlways: try row.flag("GENERATION_TYPE", is: "ALWAYS"), sequenceName: sequence, options: options)
    }
    return result
  }
}
