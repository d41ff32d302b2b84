import Model

/// What the names in a query stand for: tables, views, sequences and functions that are carried over.
public struct QueryCatalogue: Sendable {
  /// An Oracle object by owner and name, both in the dictionary's spelling.
  public struct Key: Hashable, Sendable {
    /// The owner.
    public var owner: String
    /// The object.
    public var name: String

    /// Makes a key.
    public init(owner: String, name: String) {
      self.owner = owner
      self.name = name
    }
  }

  /// A table or view, as it stands in PostgreSQL.
  public struct Relation: Hashable, Sendable {
    /// PostgreSQL's name.
    public var name: QualifiedName
    /// The visible columns, in Oracle's order.
    public var columns: [Column]
    /// Conditions that rows of a partition meet, by the partition's name; those that are known.
    public var partitions: [String: String] = [:]

    /// Makes a relation.
    public init(name: QualifiedName, columns: [Column]) {
      self.name = name
      self.columns = columns
    }
  }

  /// A column of a table, view or query.
  public struct Column: Hashable, Sendable {
    /// Oracle's name.
    public var oracleName: String
    /// PostgreSQL's name, unquoted.
    public var name: String
    /// Oracle's type.
    public var oracleType: OracleDataType
    /// PostgreSQL's type.
    public var type: PostgresType
    /// Whether it can be NULL.
    public var isNullable: Bool

    /// Makes a column.
    public init(
      oracleName: String, name: String, oracleType: OracleDataType, type: PostgresType, isNullable: Bool = true
    ) {
      self.oracleName = oracleName
      self.name = name
      self.oracleType = oracleType
      self.type = type
      self.isNullable = isNullable
    }
  }

  /// A function of the schema that exists in PostgreSQL too, with the same parameters.
  public struct Function: Hashable, Sendable {
    /// PostgreSQL's name.
    public var name: QualifiedName
    /// What it returns in Oracle.
    public var oracleType: OracleDataType
    /// What it returns in PostgreSQL.
    public var type: PostgresType
    /// What it takes, where that is known.
    public var parameters: [Parameter]?

    /// Makes a function.
    public init(
      name: QualifiedName, oracleType: OracleDataType, type: PostgresType, parameters: [Parameter]? = nil
    ) {
      self.name = name
      self.oracleType = oracleType
      self.type = type
      self.parameters = parameters
    }
  }

  /// What a function or procedure takes.
  public struct Parameter: Hashable, Sendable {
    /// In Oracle.
    public var oracleType: OracleDataType
    /// In PostgreSQL.
    public var type: PostgresType
    /// Whether it brings a value back: OUT and IN OUT, in PostgreSQL always INOUT.
    public var isWritten: Bool
    /// Oracle's name, by which a call can name it.
    public var name: String
    /// Whether a call may leave it out.
    public var hasDefault: Bool

    /// Makes a parameter.
    public init(
      name: String, oracleType: OracleDataType, type: PostgresType, isWritten: Bool = false, hasDefault: Bool = false
    ) {
      self.name = name
      self.oracleType = oracleType
      self.type = type
      self.isWritten = isWritten
      self.hasDefault = hasDefault
    }
  }

  /// A procedure of the schema that exists in PostgreSQL too.
  public struct Procedure: Hashable, Sendable {
    /// PostgreSQL's name.
    public var name: QualifiedName
    /// What it takes.
    public var parameters: [Parameter]

    /// Makes a procedure.
    public init(name: QualifiedName, parameters: [Parameter]) {
      self.name = name
      self.parameters = parameters
    }
  }

  /// The schema in which unqualified names are looked up.
  public var owner: String
  /// Tables, views and synonyms of them.
  public var relations: [Key: Relation]
  /// Sequences.
  public var sequences: [Key: QualifiedName]
  /// Functions; those of packages are called `PACKAGE.FUNCTION`.
  public var functions: [Key: Function]
  /// Procedures, which programs call.
  public var procedures: [Key: Procedure] = [:]
  /// The zone of the Oracle server's clock, as PostgreSQL names it; nil reads UTC, with a remark.
  public var serverTimeZone: String?
  /// PostgreSQL's major version: from 15 on it has Oracle's functions of regular expressions.
  public var postgresMajorVersion = 15
  /// Whether names are quoted as Oracle spells them, and not folded to lower case.
  public var keepsCase = false

  /// Makes a catalogue.
  public init(
    owner: String, relations: [Key: Relation] = [:], sequences: [Key: QualifiedName] = [:],
    functions: [Key: Function] = [:], serverTimeZone: String? = nil
  ) {
    self.owner = owner
    self.relations = relations
    self.sequences = sequences
    self.functions = functions
    self.serverTimeZone = serverTimeZone
  }

  /// A table or view by the name that a query uses: its own schema's, else a public synonym.
  func relation(schema: String?, name: String) -> Relation? {
    if let schema { return relations[Key(owner: schema, name: name)] }
    return relations[Key(owner: owner, name: name)] ?? relations[Key(owner: "PUBLIC", name: name)]
  }

  /// A function by the parts of its name: `f`, `package.f`, `owner.f` or `owner.package.f`.
  func function(path: [String]) -> Function? {
    let whole = path.joined(separator: ".")
    if let found = functions[Key(owner: owner, name: whole)] { return found }
    guard let first = path.first, path.count > 1 else { return functions[Key(owner: "PUBLIC", name: whole)] }
    return functions[Key(owner: first, name: path.dropFirst().joined(separator: "."))]
  }

  /// A procedure by the parts of its name: `p` or `owner.p`.
  func procedure(path: [String]) -> Procedure? {
    switch path.count {
    case 1: procedures[Key(owner: owner, name: path[0])]
    case 2: procedures[Key(owner: path[0], name: path[1])]
    default: nil
    }
  }
}
