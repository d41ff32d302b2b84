import OracleWire

/// TYPES, TYPE_ATTRS, COLL_TYPES, OBJECT_TABLES and ALL_TABLES, which has relational tables, too.
enum TypeViews {
  private static func units(_ session: StandInSession) -> [StoredUnit] {
    ProgramViews.units(session).filter { $0.kind == .type }
  }

  private static let typeColumns: [DictionaryColumn<StoredUnit>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("TYPE_NAME") { Value($0.name.name) },
    DictionaryColumn("TYPE_OID") { unit in
      let number = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: unit.objectNumber >> $0) }
      return Value(type: .raw, bytes: Array(repeating: 0, count: 12) + number)
    },
    DictionaryColumn("TYPECODE") { Value($0.declaration?.collection == nil ? "OBJECT" : "COLLECTION") },
    DictionaryColumn("ATTRIBUTES") { Value($0.declaration?.attributes.count ?? 0) },
    DictionaryColumn("METHODS") { Value($0.declaration?.methods ?? 0) },
    DictionaryColumn("PREDEFINED", constant: "NO"),
    DictionaryColumn("INCOMPLETE") { .flag($0.declaration == nil) },
    DictionaryColumn("FINAL") { .flag($0.declaration?.isFinal ?? true) },
    DictionaryColumn("INSTANTIABLE", constant: "YES"),
    DictionaryColumn("PERSISTABLE", constant: "YES"),
    DictionaryColumn("SUPERTYPE_OWNER") { Value($0.declaration?.supertype?.owner) },
    DictionaryColumn("SUPERTYPE_NAME") { Value($0.declaration?.supertype?.name) },
  ]

  // MARK: Members

  /// An attribute of an object type, or what a collection holds.
  private struct Member {
    var unit: QualifiedName
    var type: TypeDeclaration.MemberType
    var name = ""
    var place = 0

    var builtIn: ColumnType? {
      if case .builtIn(let type) = type { type } else { nil }
    }

    /// The owner of its type: nil for Oracle's own.
    var owner: String? {
      switch type {
      case .builtIn(let type): type.base == .xml ? "SYS" : nil
      case .user(let name, _): name.owner
      }
    }

    /// REF for a reference.
    var modifier: String? {
      if case .user(_, isReference: true) = type { "REF" } else { nil }
    }

    /// The views name types without their digits, and NVARCHAR2 as a VARCHAR2 of the national character set.
    var typeName: String {
      switch type {
      case .user(let name, _): name.name
      case .builtIn(let type):
        switch type.base {
        case .varchar: "VARCHAR2"
        case .char: "CHAR"
        case .clob: "CLOB"
        case .timestamp: "TIMESTAMP"
        case .timestampTZ: "TIMESTAMP WITH TZ"
        case .timestampLTZ: "TIMESTAMP WITH LOCAL TZ"
        case .intervalDS: "INTERVAL DAY TO SECOND"
        case .intervalYM: "INTERVAL YEAR TO MONTH"
        default: type.dictionaryName
        }
      }
    }

    var length: Int? {
      builtIn.flatMap { [.varchar, .char, .raw].contains($0.base) ? $0.length : nil }
    }

    var precision: Int? { builtIn.flatMap { $0.base == .number ? $0.precision : nil } }

    var scale: Int? {
      builtIn.flatMap { $0.base == .number ? $0.scale : $0.base.isTemporal ? $0.precision : nil }
    }

    var characterSet: String? {
      builtIn.flatMap { type in
        guard [.varchar, .char, .clob].contains(type.base) else { return nil }
        return type.isNational ? "NCHAR_CS" : "CHAR_CS"
      }
    }
  }

  private typealias Entry = DictionaryColumn<Member>

  private static func attributes(_ session: StandInSession) -> [Member] {
    units(session).flatMap { unit in
      (unit.declaration?.attributes ?? []).enumerated().map { place, attribute in
        Member(unit: unit.name, type: attribute.type, name: attribute.name, place: place + 1)
      }
    }
  }

  private static let attributeColumns: [DictionaryColumn<Member>] = [
    Entry("OWNER") { Value($0.unit.owner) },
    Entry("TYPE_NAME") { Value($0.unit.name) },
    Entry("ATTR_NAME") { Value($0.name) },
    Entry("ATTR_TYPE_MOD") { Value($0.modifier) },
    Entry("ATTR_TYPE_OWNER") { Value($0.owner) },
    Entry("ATTR_TYPE_NAME") { Value($0.typeName) },
    Entry("LENGTH") { Value($0.length) },
    Entry("PRECISION") { Value($0.precision) },
    Entry("SCALE") { Value($0.scale) },
    Entry("CHARACTER_SET_NAME") { Value($0.characterSet) },
    Entry("ATTR_NO") { Value($0.place) },
    Entry("INHERITED", constant: "NO"),
  ]

  // MARK: Collections

  private struct Collection {
    var unit: QualifiedName
    var declared: TypeDeclaration.Collection

    var element: Member { Member(unit: unit, type: declared.element) }
  }

  private static func collections(_ session: StandInSession) -> [Collection] {
    units(session).compactMap { unit in
      unit.declaration?.collection.map { Collection(unit: unit.name, declared: $0) }
    }
  }

  private static let collectionColumns: [DictionaryColumn<Collection>] = [
    DictionaryColumn("OWNER") { Value($0.unit.owner) },
    DictionaryColumn("TYPE_NAME") { Value($0.unit.name) },
    DictionaryColumn("COLL_TYPE") { Value($0.declared.limit == nil ? "TABLE" : "VARYING ARRAY") },
    DictionaryColumn("UPPER_BOUND") { Value($0.declared.limit) },
    DictionaryColumn("ELEM_TYPE_MOD") { Value($0.element.modifier) },
    DictionaryColumn("ELEM_TYPE_OWNER") { Value($0.element.owner) },
    DictionaryColumn("ELEM_TYPE_NAME") { Value($0.element.typeName) },
    DictionaryColumn("LENGTH") { Value($0.element.length) },
    DictionaryColumn("PRECISION") { Value($0.element.precision) },
    DictionaryColumn("SCALE") { Value($0.element.scale) },
    DictionaryColumn("CHARACTER_SET_NAME") { Value($0.element.characterSet) },
    DictionaryColumn("NULLS_STORED") { .flag(!$0.declared.isNotNull) },
  ]

  // MARK: Object tables

  private static let tableColumns: [DictionaryColumn<Table>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("TABLE_NAME") { Value($0.name.name) },
    DictionaryColumn("TABLESPACE_NAME", constant: "USERS"),
    DictionaryColumn("STATUS", constant: "VALID"),
    DictionaryColumn("NUM_ROWS") { Value($0.storage.liveRows) },
    DictionaryColumn("PARTITIONED") { .flag($0.partitions != nil) },
    DictionaryColumn("OBJECT_ID_TYPE") { $0.objectType == nil ? .null : Value("SYSTEM GENERATED") },
    DictionaryColumn("TABLE_TYPE_OWNER") { Value($0.objectType?.owner) },
    DictionaryColumn("TABLE_TYPE") { Value($0.objectType?.name) },
    DictionaryColumn("TEMPORARY") { Value($0.temporary == nil ? "N" : "Y") },
    DictionaryColumn("SECONDARY", constant: "N"),
    DictionaryColumn("NESTED", constant: "NO"),
    DictionaryColumn("DROPPED", constant: "NO"),
  ]

  static let all: [DictionaryDefinition] =
    DictionaryBuilder.family("TYPES", typeColumns, owner: { $0.name.owner }, elements: { units($0) })
    + DictionaryBuilder.family("TYPE_ATTRS", attributeColumns, owner: { $0.unit.owner }, elements: { attributes($0) })
    + DictionaryBuilder.family("COLL_TYPES", collectionColumns, owner: { $0.unit.owner }, elements: { collections($0) })
    + DictionaryBuilder.family(
      "OBJECT_TABLES", isCached: false, tableColumns, owner: { $0.name.owner },
      elements: { $0.database.catalog.sortedTables.filter { $0.objectType != nil } })
    + DictionaryBuilder.family(
      "ALL_TABLES", isCached: false, tableColumns, owner: { $0.name.owner },
      elements: { $0.database.catalog.sortedTables })
}
