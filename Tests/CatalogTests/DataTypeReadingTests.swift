import Model
import Testing

@testable import Catalog

@Suite struct DataTypeReadingTests {
  /// DATA_TYPE, DATA_LENGTH, DATA_PRECISION, DATA_SCALE, CHAR_LENGTH as ALL_TAB_COLS has them.
  struct Declared: CustomTestStringConvertible {
    var name: String
    var length = 22
    var precision: Int?
    var scale: Int?
    var characters = 0
    var type: OracleDataType

    var testDescription: String { type.description }
  }

  @Test(arguments: [
    Declared(name: "NUMBER", type: .number(precision: nil, scale: nil)),
    Declared(name: "NUMBER", scale: 0, type: .number(precision: nil, scale: 0)),
    Declared(name: "NUMBER", precision: 8, scale: 2, type: .number(precision: 8, scale: 2)),
    Declared(name: "NUMBER", precision: 5, scale: -2, type: .number(precision: 5, scale: -2)),
    Declared(name: "FLOAT", precision: 126, type: .float(binaryPrecision: 126)),
    Declared(name: "VARCHAR2", length: 80, characters: 20, type: .varchar2(length: 20)),
    Declared(name: "NVARCHAR2", length: 40, characters: 20, type: .nvarchar2(length: 20)),
    Declared(name: "CHAR", length: 3, characters: 3, type: .char(length: 3)),
    Declared(name: "NCHAR", length: 6, characters: 3, type: .nchar(length: 3)),
    Declared(name: "DATE", length: 7, type: .date),
    Declared(name: "TIMESTAMP(6)", length: 11, scale: 6, type: .timestamp(precision: 6)),
    Declared(name: "TIMESTAMP(0)", length: 7, scale: 0, type: .timestamp(precision: 0)),
    Declared(name: "TIMESTAMP(9) WITH TIME ZONE", length: 13, type: .timestampWithTimeZone(precision: 9)),
    Declared(name: "TIMESTAMP(3) WITH LOCAL TIME ZONE", length: 11, type: .timestampWithLocalTimeZone(precision: 3)),
    Declared(name: "RAW", length: 16, type: .raw(length: 16)),
    Declared(name: "BINARY_FLOAT", type: .binaryFloat), Declared(name: "BINARY_DOUBLE", type: .binaryDouble),
    Declared(name: "CLOB", length: 4000, type: .clob), Declared(name: "NCLOB", type: .nclob),
    Declared(name: "BLOB", type: .blob),
    Declared(name: "LONG", length: 0, type: .unsupported("LONG")),
    Declared(name: "INTERVAL DAY(2) TO SECOND(6)", type: .unsupported("INTERVAL DAY(2) TO SECOND(6)")),
    Declared(name: "TIMESTAMP(77)", type: .unsupported("TIMESTAMP(77)")),
    Declared(name: "TIMESTAMP(6", type: .unsupported("TIMESTAMP(6")),
    Declared(name: "TIMESTAMP(6) OF DAY", type: .unsupported("TIMESTAMP(6) OF DAY")),
    Declared(name: "XMLTYPE", type: .unsupported("XMLTYPE")), Declared(name: "", type: .unsupported("")),
  ])
  func reads(_ declared: Declared) {
    let type = OracleDataType.fromDictionary(
      name: declared.name, length: declared.length, precision: declared.precision, scale: declared.scale,
      characters: declared.characters)
    #expect(type == declared.type)
  }
}
