import Model
import OracleWire
import Testing

@testable import Catalog

/// ALL_TYPES and ALL_TYPE_ATTRS as the Oracle Database Reference describes them.
@Suite struct ObjectTypeAssemblyTests {
  private func types(_ fill: (inout DictionaryContents) throws -> Void) throws -> [String: ObjectType] {
    var contents = DictionaryContents(owner: "OT")
    try fill(&contents)
    return try ObjectTypeAssembly(contents).types
  }

  @Test func attributesKeepTheirOrderAndTypes() throws {
    let types = try types {
      try $0.addType("ADDRESS_T", ["METHODS": 1])
      try $0.addAttribute("ADDRESS_T", 3, "VARCHAR2", ["LENGTH": 20, "CHARACTER_SET_NAME": "NCHAR_CS"])
      try $0.addAttribute("ADDRESS_T", 1, "NUMBER", ["PRECISION": 8, "SCALE": 2])
      try $0.addAttribute("ADDRESS_T", 2, "VARCHAR2", ["LENGTH": 30, "CHARACTER_SET_NAME": "CHAR_CS"])
      try $0.addAttribute("ADDRESS_T", 4, "TIMESTAMP", ["SCALE": 3])
      try $0.addAttribute("ADDRESS_T", 5, "INTEGER")
      try $0.addAttribute("ADDRESS_T", 6, "CLOB", ["CHARACTER_SET_NAME": "CHAR_CS"])
      try $0.addAttribute("ADDRESS_T", 7, "TIMESTAMP")
    }
    let type = try #require(types["ADDRESS_T"])
    #expect(type.hasMethods && type.owner == "OT")
    #expect(
      type.attributes.map(\.type) == [
        .number(precision: 8, scale: 2), .varchar2(length: 30), .nvarchar2(length: 20), .timestamp(precision: 3),
        .number(precision: nil, scale: 0), .clob, .timestamp(precision: 9),
      ])
    #expect(type.attributes.map(\.name) == (1...7).map { "A\($0)" })
  }

  /// None of these is carried over: a column could hold more than the attributes that are read.
  @Test func otherTypesAreLeftOut() throws {
    let types = try types {
      try $0.addType("LIST_T", ["TYPECODE": "COLLECTION"])
      try $0.addType("OPEN_T", ["FINAL": "NO"])
      try $0.addAttribute("OPEN_T", 1, "NUMBER")
      try $0.addType("HEIR_T", ["SUPERTYPE_NAME": "OPEN_T"])
      try $0.addAttribute("HEIR_T", 1, "NUMBER")
      try $0.addType("NESTED_T")
      try $0.addAttribute("NESTED_T", 1, "NUMBER")
      try $0.addAttribute("NESTED_T", 2, "ADDRESS_T", ["ATTR_TYPE_OWNER": "OT"])
      try $0.addType("REFERENCE_T")
      try $0.addAttribute("REFERENCE_T", 1, "NUMBER", ["ATTR_TYPE_MOD": "REF"])
      try $0.addType("ODD_T")
      try $0.addAttribute("ODD_T", 1, "TIMESTAMP WITH TZ")
      try $0.addType("HIDDEN_T")
    }
    #expect(types.isEmpty)
  }

  @Test func columnsOfTheOwnersTypesAreObjects() throws {
    var contents = DictionaryContents(owner: "OT")
    try contents.addTable("T")
    try contents.addType("ADDRESS_T")
    try contents.addAttribute("ADDRESS_T", 1, "NUMBER")
    try contents.addColumn("T", "A", ["DATA_TYPE": "ADDRESS_T", "DATA_TYPE_OWNER": "OT"])
    try contents.addColumn("T", "B", ["DATA_TYPE": "ADDRESS_T", "DATA_TYPE_OWNER": "OTHER"])
    try contents.addColumn("T", "C", ["DATA_TYPE": "LIST_T", "DATA_TYPE_OWNER": "OT"])
    let types = try SchemaAssembly(contents).schema().tables[0].columns.map(\.type.description)
    #expect(types == ["OT.ADDRESS_T", "ADDRESS_T", "LIST_T"])
  }
}

extension DictionaryContents {
  fileprivate mutating func addType(_ name: String, _ more: [String: OracleValue] = [:]) throws {
    let usual: [String: OracleValue] = ["TYPE_NAME": .text(name), "TYPECODE": "OBJECT", "FINAL": "YES", "METHODS": 0]
    types.append(try row(.types, usual.merging(more) { $1 }))
  }

  fileprivate mutating func addAttribute(
    _ type: String, _ place: Int, _ typeName: String, _ more: [String: OracleValue] = [:]
  ) throws {
    let usual: [String: OracleValue] = [
      "TYPE_NAME": .text(type), "ATTR_NAME": .text("A\(place)"), "ATTR_NO": .number(OracleNumber(place)),
      "ATTR_TYPE_NAME": .text(typeName),
    ]
    typeAttributes.append(try row(.typeAttributes, usual.merging(more) { $1 }))
  }
}
