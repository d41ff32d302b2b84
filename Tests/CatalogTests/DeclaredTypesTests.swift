import Model
import OracleWire
import Testing

@testable import Catalog

/// ALL_TYPES, ALL_TYPE_ATTRS, ALL_COLL_TYPES and ALL_OBJECT_TABLES as the Oracle Database Reference describes them.
@Suite struct DeclaredTypesTests {
  private static let point = OracleDataType.object(
    ObjectType(
      owner: "OT", name: "POINT",
      attributes: [
        .init(name: "X", type: .number(precision: 5, scale: 0)),
        .init(name: "AT", type: .timestampWithTimeZone(precision: 3)),
      ], hasMethods: true))

  private func contents() throws -> DictionaryContents {
    var contents = DictionaryContents(owner: "OT")
    try contents.addType("POINT", ["METHODS": 2])
    try contents.addAttribute("POINT", 2, "AT", "TIMESTAMP WITH TZ", ["SCALE": 3])
    try contents.addAttribute("POINT", 1, "X", "NUMBER", ["PRECISION": 5, "SCALE": 0])
    return contents
  }

  @Test func typesHoldTypes() throws {
    var contents = try contents()
    try contents.addType("A_SHAPE", ["FINAL": "NO"])
    try contents.addAttribute("A_SHAPE", 1, "POINTS", "POINTS", ["ATTR_TYPE_OWNER": "OT"])
    try contents.addCollection(
      "POINTS", "POINT", ["UPPER_BOUND": 4, "COLL_TYPE": "VARYING ARRAY", "ELEM_TYPE_OWNER": "OT"])
    try contents.addCollection("WORDS", "VARCHAR2", ["LENGTH": 20, "CHARACTER_SET_NAME": "CHAR_CS"])
    let points = OracleDataType.collection(CollectionType(owner: "OT", name: "POINTS", element: Self.point, limit: 4))
    #expect(
      try DeclaredTypes(contents).types == [
        .object(ObjectType(owner: "OT", name: "A_SHAPE", attributes: [.init(name: "POINTS", type: points)])),
        Self.point,
        points, .collection(CollectionType(owner: "OT", name: "WORDS", element: .varchar2(length: 20))),
      ])
  }

  /// A value of the first two could hold more than is declared; the others hold what has no counterpart, or themselves.
  @Test func whatIsLeftOut() throws {
    var contents = try contents()
    try contents.addType("BASE", ["FINAL": "NO"])
    try contents.addAttribute("BASE", 1, "N", "NUMBER")
    try contents.addType("HEIR", ["SUPERTYPE_NAME": "BASE"])
    try contents.addAttribute("HEIR", 1, "N", "NUMBER")
    try contents.addType("REFERS")
    try contents.addAttribute("REFERS", 1, "P", "POINT", ["ATTR_TYPE_OWNER": "OT", "ATTR_TYPE_MOD": "REF"])
    try contents.addType("FOREIGN_PART")
    try contents.addAttribute("FOREIGN_PART", 1, "P", "POINT", ["ATTR_TYPE_OWNER": "OTHER"])
    try contents.addType("LOOP")
    try contents.addAttribute("LOOP", 1, "L", "LOOPS", ["ATTR_TYPE_OWNER": "OT"])
    try contents.addCollection("LOOPS", "LOOP", ["ELEM_TYPE_OWNER": "OT"])
    try contents.addType("EMPTY")
    try contents.addCollection("HEIRS", "HEIR", ["ELEM_TYPE_OWNER": "OT"])
    #expect(try DeclaredTypes(contents).types == [Self.point])
  }

  /// One odd row leaves its type out, by name.
  @Test func anArrayWithoutABound() throws {
    var contents = try contents()
    try contents.addCollection("ODD", "VARCHAR2", ["LENGTH": 20, "COLL_TYPE": "VARYING ARRAY"])
    try contents.addCollection("WORDS", "VARCHAR2", ["LENGTH": 20])
    let schema = try SchemaAssembly(contents).schema()
    #expect(schema.types.map(\.description) == ["OT.POINT", "OT.WORDS"])
    #expect(schema.findings.map { "\($0.rule) \($0.object)" } == ["type.not-converted type ODD"])
  }

  @Test func aChainWithoutEndDoesNotTrap() throws {
    var contents = try contents()
    for place in 0..<500 {
      try contents.addCollection("C\(place)", "C\(place + 1)", ["ELEM_TYPE_OWNER": "OT"])
    }
    #expect(try DeclaredTypes(contents).types == [Self.point])
  }

  @Test func tablesOfObjects() throws {
    var contents = DictionaryContents(owner: "OT")
    try contents.addType("ITEM")
    try contents.addAttribute("ITEM", 1, "ID", "NUMBER")
    try contents.addType("OPEN_ITEM", ["FINAL": "NO"])
    try contents.addAttribute("OPEN_ITEM", 1, "ID", "NUMBER")
    try contents.addObjectTable("ITEMS", of: "ITEM")
    try contents.addObjectTable("OPEN_ITEMS", of: "OPEN_ITEM")
    try contents.addObjectTable("ITEM_STORE", of: "ITEM", ["NESTED": "YES"])
    try contents.addColumn("ITEMS", "ID")
    try contents.addColumn("ITEMS", "SYS_NC_OID$", ["HIDDEN_COLUMN": "YES", "USER_GENERATED": "NO"])
    try contents.addConstraint("ITEMS", "ITEMS_PK", "P", ["ID"])
    try contents.addConstraint("ITEMS", "SYS_C1", "U", ["SYS_NC_OID$"], ["INDEX_NAME": "SYS_C1"])
    try contents.addIndex("ITEMS", "SYS_C1", unique: true, [("SYS_NC_OID$", "ASC", nil)])
    let schema = try SchemaAssembly(contents).schema()
    #expect(schema.tables.map(\.name) == ["ITEMS"])
    #expect(schema.tables[0].columns.map(\.name) == ["ID"] && schema.tables[0].primaryKey?.columns == ["ID"])
    #expect(schema.tables[0].uniqueConstraints.isEmpty && schema.tables[0].indexes.isEmpty)
    #expect(
      schema.otherObjects.map { "\($0.kind) \($0.name)" } == ["NESTED TABLE ITEM_STORE", "OBJECT TABLE OPEN_ITEMS"])
    #expect(schema.findings.map { "\($0.rule) \($0.object)" } == ["table.object-rows table ITEMS"])
  }
}

extension DictionaryContents {
  fileprivate mutating func addType(_ name: String, _ more: [String: OracleValue] = [:]) throws {
    let usual: [String: OracleValue] = ["TYPE_NAME": .text(name), "TYPECODE": "OBJECT", "FINAL": "YES", "METHODS": 0]
    types.append(try row(.types, usual.merging(more) { $1 }))
  }

  fileprivate mutating func addAttribute(
    _ type: String, _ place: Int, _ name: String, _ typeName: String, _ more: [String: OracleValue] = [:]
  ) throws {
    let usual: [String: OracleValue] = [
      "TYPE_NAME": .text(type), "ATTR_NAME": .text(name), "ATTR_NO": .number(OracleNumber(place)),
      "ATTR_TYPE_NAME": .text(typeName),
    ]
    typeAttributes.append(try row(.typeAttributes, usual.merging(more) { $1 }))
  }

  fileprivate mutating func addCollection(
    _ name: String, _ element: String, _ more: [String: OracleValue] = [:]
  ) throws {
    types.append(try row(.types, ["TYPE_NAME": .text(name), "TYPECODE": "COLLECTION", "FINAL": "YES", "METHODS": 0]))
    let usual: [String: OracleValue] = [
      "TYPE_NAME": .text(name), "COLL_TYPE": "TABLE", "ELEM_TYPE_NAME": .text(element),
    ]
    collectionTypes.append(try row(.collectionTypes, usual.merging(more) { $1 }))
  }

  fileprivate mutating func addObjectTable(
    _ name: String, of type: String, _ more: [String: OracleValue] = [:]
  ) throws {
    let usual: [String: OracleValue] = [
      "TABLE_NAME": .text(name), "TABLE_TYPE_OWNER": "OT", "TABLE_TYPE": .text(type), "TEMPORARY": "N", "NESTED": "NO",
      "SECONDARY": "N", "PARTITIONED": "NO", "DROPPED": "NO",
    ]
    objectTables.append(try row(.objectTables, usual.merging(more) { $1 }))
    try addObject("TABLE", name)
  }
}
