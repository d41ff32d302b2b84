import Model

/// The types of a schema's columns as the options make them, for who weighs other choices.
public struct ColumnTypes: Sendable {
  /// A column by Oracle's names.
  public struct Place: Sendable, Hashable, Comparable {
    /// The table in the dictionary's spelling.
    public var table: String
    /// The column in the dictionary's spelling.
    public var column: String

    /// Names one.
    public init(table: String, column: String) {
      self.table = table
      self.column = column
    }

    /// By table, then by column.
    public static func < (left: Place, right: Place) -> Bool {
      (left.table, left.column) < (right.table, right.column)
    }
  }

  /// What an Oracle type makes of a wish.
  public struct Resolution: Sendable, Hashable {
    /// The type that the column gets.
    public var type: PostgresType
    /// Which values are refused or changed then; nil where every value fits.
    public var remark: String?
  }

  private let schema: Schema
  private let options: ConversionOptions
  private let types: [OwnedColumn: SettledType]
  /// Columns that enabled foreign keys tie together, each group of two and more with one type.
  public let groups: [[Place]]
  /// Columns that a foreign key ties to another owner's table, whose type is not settled here.
  public let tiedElsewhere: Set<Place>

  /// Settles the types of all tables of a schema.
  ///
  /// - Throws: `ConversionError.option` for options that are impossible for the schema.
  public init(_ schema: Schema, options: ConversionOptions) throws(ConversionError) {
    try SchemaConversion.check(options, for: [schema])
    self.schema = schema
    self.options = options
    types = TypeSettlement([schema], options: options).types
    var ties = TypeSettlement.ties([schema])
    groups = ties.groups(of: types.keys).map { $0.map { Place(table: $0.key.table, column: $0.key.column) } }
    tiedElsewhere = Set(
      schema.tables.flatMap { table in
        table.foreignKeys.filter { $0.state.isEnabled && $0.referencedOwner != schema.owner }
          .flatMap { key in key.columns.map { Place(table: table.name, column: $0) } }
      })
  }

  /// The type of a column; nil for one that is not carried.
  public func type(of place: Place) -> PostgresType? {
    types[OwnedColumn(owner: schema.owner, key: ColumnKey(table: place.table, column: place.column))]?.type
  }

  /// The entry of the user's type map that speaks of a column, and where it stands; nil where none does.
  public func choice(of place: Place) -> (entry: String, origin: String?)? {
    guard let column = schema.tables.first(where: { $0.name == place.table })?.column(place.column) else { return nil }
    if let choice = options.types.candidates(owner: schema.owner, table: place.table, column).first {
      return (choice.text, choice.origin)
    }
    return options.raw16 == .uuid && column.type == .raw(length: 16) ? ("raw16 = uuid", nil) : nil
  }

  /// What a column of a type becomes when an entry of the type map asks for a PostgreSQL type; nil where that is not
  /// possible.
  public static func resolution(of type: OracleDataType, to wish: PostgresType) -> Resolution? {
    guard let target = TypeTarget(wish.sql), let found = TypeResolution(type, to: target) else { return nil }
    return Resolution(type: found.type, remark: found.remark)
  }

  /// The column as entries of the type map name it: in double quotes where Oracle would fold it, or read a wildcard in it.
  ///
  /// Nil for a name that no entry can have.
  public static func entryName(of place: Place) -> String? {
    let parts = [place.table, place.column].map { name -> String? in
      let isPlain = name.unicodeScalars.allSatisfy {
        "A"..."Z" ~= $0 || "0"..."9" ~= $0 || "_$".unicodeScalars.contains($0)
      }
      if isPlain, !name.isEmpty { return name }
      let isWritable = !name.contains("\"") && !name.contains("=") && !name.unicodeScalars.contains { $0.value < 0x20 }
      return isWritable && !name.isEmpty ? "\"\(name)\"" : nil
    }
    let names = parts.compactMap(\.self)
    return names.count == 2 ? names.joined(separator: ".") : nil
  }
}
