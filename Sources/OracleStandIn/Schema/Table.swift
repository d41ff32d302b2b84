import OracleSQL
import OracleWire

/// A name with its schema, in the dictionary's spelling.
struct QualifiedName: Hashable, Sendable, CustomStringConvertible {
  var owner: String
  var name: String

  var description: String { owner + "." + name }
  /// As error texts have it: `"OWNER"."NAME"`.
  var quoted: String { "\"\(owner)\".\"\(name)\"" }
}

/// An expression of DDL: its text for the dictionary, and the tree to run.
struct SourceExpression {
  var text: String
  var expression: Expression
}

/// One column of a table.
final class Column {
  var name: String
  var type: ColumnType
  /// Place of the cell in the row image.
  var position: Int
  var defaultValue: SourceExpression?
  var defaultOnNull = false
  var identity: IdentityColumn?
  var virtualExpression: SourceExpression?
  var isInvisible = false
  var comment: String?
  /// Whether an enabled NOT NULL constraint or primary key forbids NULL.
  var isNotNull = false

  init(name: String, type: ColumnType, position: Int) {
    self.name = name
    self.type = type
    self.position = position
  }
}

/// What makes a column an identity column.
struct IdentityColumn {
  var isAlways: Bool
  var onNull: Bool
  var sequence: SequenceGenerator
}

/// A table and everything that belongs to it.
final class Table {
  var name: QualifiedName
  let objectNumber: UInt32
  let created: OracleTimestamp
  var changed: OracleTimestamp
  var columns: [Column]
  var storage: TableStorage
  var constraints: [Constraint] = []
  var indexes: [Index] = [] {
    didSet { refreshHashIndexes() }
  }
  var comment: String?
  var temporary: CreateTable.TemporaryRows?
  var isIndexOrganized = false
  /// Whether rows of an index-organised table may lie in part in an overflow segment, which the dictionary shows as a table
  /// of its own; here they lie in one piece.
  var hasOverflow = false
  /// Set for such a segment: the table.
  var overflowOf: QualifiedName?
  /// OF type: each row is an object, its columns are the type's attributes.
  var objectType: QualifiedName?
  /// PARTITION BY.
  var partitions: TablePartitions?
  /// Hash indexes that look-ups asked for, beside those of `indexes`.
  var lookups: [HashIndex] = [] {
    didSet { refreshHashIndexes() }
  }
  /// All hash indexes that each change of a row must enter.
  private(set) var hashIndexes: [HashIndex] = []
  /// Foreign keys of other tables (and of this one) that point here.
  var referencing: [Constraint] = []
  /// Compiled defaults and checks; thrown away when the definition changes.
  var rules: TableRules?

  init(name: QualifiedName, objectNumber: UInt32, columns: [Column], storage: TableStorage, created: OracleTimestamp) {
    self.name = name
    self.objectNumber = objectNumber
    self.columns = columns
    self.storage = storage
    self.created = created
    changed = created
  }

  func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  var primaryKey: Constraint? { constraints.first { $0.kind == .primaryKey } }

  /// The overflow segment, as the dictionary shows it.
  var overflow: Table? {
    guard hasOverflow else { return nil }
    let table = Table(
      name: QualifiedName(owner: name.owner, name: "SYS_IOT_OVER_\(objectNumber)"), objectNumber: objectNumber + 1,
      columns: [], storage: storage, created: created)
    table.overflowOf = name
    return table
  }

  var visibleColumns: [Column] { columns.filter { !$0.isInvisible } }

  /// Whether some index begins with the column.
  func isIndexed(by column: Column) -> Bool { indexes.contains { $0.keys.first?.column === column } }

  func refreshHashIndexes() { hashIndexes = indexes.compactMap(\.hash) + lookups }

  /// Finds or builds a hash index over columns, by position.
  func lookup(_ positions: [Int]) throws -> HashIndex {
    for index in hashIndexes {
      if case .columns(let columns) = index.key, columns == positions { return index }
    }
    try checkChangeable()
    let index = HashIndex(key: .columns(positions), storage: storage)
    try index.build()
    lookups.append(index)
    return index
  }
}

/// A constraint, enabled or not.
final class Constraint {
  enum Kind: Sendable, Hashable {
    case primaryKey, unique, check, notNull, foreignKey

    /// CONSTRAINT_TYPE of the dictionary.
    var code: String {
      switch self {
      case .primaryKey: "P"
      case .unique: "U"
      case .check, .notNull: "C"
      case .foreignKey: "R"
      }
    }
  }

  var name: String
  let isGeneratedName: Bool
  let kind: Kind
  unowned let table: Table
  var columns: [Column]
  /// SEARCH_CONDITION: the text of a check, or `"COL" IS NOT NULL`.
  var condition: SourceExpression?
  var conditionText: String?
  var isEnabled = true
  var isValidated = true
  var isDeferrable = false
  var isDeferred = false
  var isRely = false
  /// The key that a foreign key points to.
  var parent: Constraint?
  var onDelete = ForeignKeyTarget.DeleteAction.noAction
  /// The index that enforces a primary or unique key.
  var index: Index?
  let created: OracleTimestamp

  init(name: String, isGeneratedName: Bool, kind: Kind, table: Table, columns: [Column], created: OracleTimestamp) {
    self.name = name
    self.isGeneratedName = isGeneratedName
    self.kind = kind
    self.table = table
    self.columns = columns
    self.created = created
  }

  /// As error texts have it: `OWNER.NAME`.
  var qualifiedName: String { table.name.owner + "." + name }
}

/// An index as the dictionary shows it; unique ones find rows too.
final class Index {
  /// Where the entries of a partitioned index lie.
  enum Locality {
    /// With the rows of the table's partition.
    case local
    /// In partitions of its own.
    case global(Partitioning)
  }

  struct Key {
    /// The column, nil for an expression.
    var column: Column?
    var expression: SourceExpression?
    var isDescending: Bool
    /// SYS_NC00003$ for expressions.
    var generatedName: String?
  }

  var name: QualifiedName
  unowned let table: Table
  let objectNumber: UInt32
  let isUnique: Bool
  let isBitmap: Bool
  let isReverse: Bool
  /// Whether a constraint made it.
  let isGenerated: Bool
  /// LOCAL, or GLOBAL with partitions of its own.
  var locality: Locality?
  let keys: [Key]
  /// Finds rows by key; only for unique indexes.
  var hash: HashIndex? {
    didSet { table.refreshHashIndexes() }
  }
  let created: OracleTimestamp

  init(
    name: QualifiedName, table: Table, objectNumber: UInt32, isUnique: Bool, isBitmap: Bool = false,
    isReverse: Bool = false, isGenerated: Bool, keys: [Key], created: OracleTimestamp
  ) {
    self.name = name
    self.table = table
    self.objectNumber = objectNumber
    self.isUnique = isUnique
    self.isBitmap = isBitmap
    self.isReverse = isReverse
    self.isGenerated = isGenerated
    self.keys = keys
    self.created = created
  }

  var hasExpressions: Bool { keys.contains { $0.column == nil || $0.isDescending } }
}
