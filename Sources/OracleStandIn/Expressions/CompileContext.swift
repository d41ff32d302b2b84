import OracleSQL
import OracleWire

/// What the compiler knows of the world: the catalog, the session's schema, the statement's text and bind types.
final class CompileContext {
  static let deepest = 400

  let session: StandInSession
  let sql: [UInt8]
  let bindTypes: [OracleTypeCode]
  /// CTEs in scope, innermost last.
  var commonTables: [(name: String, plan: QueryPlan, columns: [OutputColumn])] = []
  /// CTEs whose queries are being compiled.
  var openTables: [CommonTableExpression] = []
  /// The entries of recursive WITHs whose steps are being compiled.
  var recursiveSources: [RecursiveSource] = []
  /// CURSOR expressions around what is being compiled.
  var cursorDepth = 0
  /// Views that are being expanded, against recursion.
  var viewDepth = 0
  /// The moment of AS OF behind the view whose query this is: its tables are read as they were then.
  var flashback: SourcePlan.FlashbackValue?

  init(session: StandInSession, sql: [UInt8], bindTypes: [OracleTypeCode] = []) {
    self.session = session
    self.sql = sql
    self.bindTypes = bindTypes
  }

  /// Whether the release has BOOLEAN, and TRUE and FALSE are literals.
  var knowsBoolean: Bool { session.database.release.number >= 23 }

  var catalog: SchemaCatalog { session.database.catalog }

  static func tooDeep(_ expression: Expression) -> OracleError {
    OracleError(
      code: 913, message: "too many values: the expression is nested too deeply", position: expression.range.start)
  }

  /// The SQL text of a range.
  func text(_ range: SourceRange) -> String {
    guard range.start >= 0, range.start <= range.end, range.end <= sql.count else { return "" }
    return String(decoding: sql[range.start..<range.end], as: UTF8.self)
  }

  /// The text of a range without blanks and in upper case, but for what is quoted; parentheses around it are dropped.
  func normalizedText(_ range: SourceRange) -> [UInt8] {
    guard range.start >= 0, range.start <= range.end, range.end <= sql.count else { return [] }
    var text = Self.normalized(sql[range.start..<range.end])
    while text.first == UInt8(ascii: "("), Self.closesFirst(text) { text = Array(text.dropFirst().dropLast()) }
    return text
  }

  /// Whether the last byte closes the parenthesis that the first one opens.
  private static func closesFirst(_ text: [UInt8]) -> Bool {
    var depth = 0
    var quote: UInt8?
    for (place, byte) in text.enumerated() {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return place == text.count - 1 }
      }
    }
    return false
  }

  private static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var quote: UInt8?
    for byte in bytes {
      if let open = quote {
        text.append(byte)
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
        text.append(byte)
      } else if byte > 0x20 {
        text.append(byte >= 97 && byte <= 122 ? byte - 32 : byte)
      }
    }
    return text
  }

  /// The type under which a bind was announced; unknown when the statement is prepared before its binds are there.
  func bindType(_ position: Int) -> ColumnType {
    guard bindTypes.indices.contains(position), let base = ValueType(bindTypes[position]) else { return .null }
    switch base {
    case .varchar: return .varchar(4000)
    case .raw: return ColumnType(base: .raw, length: 2000)
    default: return ColumnType(base: base)
    }
  }

  /// A name with the schema that it means when none is written.
  func qualified(_ name: ObjectName) -> QualifiedName {
    QualifiedName(owner: name.schema?.name ?? session.currentSchema, name: name.name.name)
  }

  enum Relation {
    case table(Table)
    case view(View)
    case dictionary(DictionaryView)
  }

  /// Finds a table, view or dictionary view, through synonyms.
  ///
  /// - Throws: ORA-00942.
  func relation(_ name: ObjectName) throws -> Relation {
    guard name.databaseLink == nil else {
      throw OracleError(code: 2019, message: "connection description for remote database not found")
    }
    var wanted = qualified(name)
    for _ in 0..<8 {
      if let table = catalog.tables[wanted] { return .table(table) }
      if let view = catalog.views[wanted] { return .view(view) }
      if let synonym = catalog.synonyms[wanted] ?? publicSynonym(name, wanted) {
        guard synonym.databaseLink == nil else {
          throw OracleError(code: 2019, message: "connection description for remote database not found")
        }
        guard synonym.target != wanted else { break }
        wanted = synonym.target
        continue
      }
      if name.schema == nil || wanted.owner == "SYS", let view = session.database.dictionary.view(wanted.name) {
        return .dictionary(view)
      }
      break
    }
    throw OracleError.noSuchTable(at: name.range.start)
  }

  private func publicSynonym(_ name: ObjectName, _ wanted: QualifiedName) -> Synonym? {
    guard name.schema == nil else { return nil }
    return catalog.synonyms[QualifiedName(owner: "PUBLIC", name: wanted.name)]
  }

  /// Finds a stored table for DML and DDL.
  ///
  /// - Throws: ORA-00942; ORA-01732 for views.
  func table(_ name: ObjectName) throws -> Table {
    switch try relation(name) {
    case .table(let table): return table
    case .view: throw OracleError.unsupported("changes through views", at: name.range.start)
    case .dictionary:
      throw OracleError(code: 1031, message: "insufficient privileges", position: name.range.start)
    }
  }

  /// Finds a stored table for a change of its rows.
  ///
  /// - Throws: as `table`, ORA-01732 for a materialised view that isn't FOR UPDATE.
  func changedTable(_ name: ObjectName) throws -> Table {
    let table = try table(name)
    if let view = catalog.materializedViews[table.name], !view.isUpdatable, !view.isPrebuilt {
      throw OracleError(
        code: 1732, message: "data manipulation operation not legal on this view", position: name.range.start)
    }
    return table
  }

  /// The object type of that name, if any.
  func objectShape(_ name: ObjectName) -> ObjectShape? { catalog.units[qualified(name)]?[.type]?.shape }

  /// Finds a sequence, through synonyms.
  ///
  /// - Throws: ORA-02289.
  func sequence(_ name: ObjectName) throws -> SequenceGenerator {
    let wanted = qualified(name)
    if let found = catalog.sequences[wanted] { return found }
    if let synonym = catalog.synonyms[wanted] ?? publicSynonym(name, wanted),
      let found = catalog.sequences[synonym.target]
    {
      return found
    }
    throw OracleError(code: 2289, message: "sequence does not exist", position: name.range.start)
  }
}
