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

  /// VECTOR_INFO as releases of 23ai have spelt it, with and without the storage.
  @Test(
    arguments: [
      ("VECTOR(3,FLOAT32)", .vector(dimensions: 3, format: .float32)),
      ("VECTOR(3, FLOAT64, DENSE)", .vector(dimensions: 3, format: .float64)),
      ("VECTOR(*,*)", .vector(dimensions: nil, format: nil)),
      ("VECTOR(*, INT8)", .vector(dimensions: nil, format: .int8)),
      ("VECTOR(1536, *, *)", .vector(dimensions: 1536, format: nil)),
      ("VECTOR(16,BINARY)", .unsupported("VECTOR(16,BINARY)")),
      ("VECTOR(9,FLOAT32,SPARSE)", .unsupported("VECTOR(9,FLOAT32,SPARSE)")),
      ("VECTOR(0,INT8)", .unsupported("VECTOR(0,INT8)")), ("VECTOR(x,INT8)", .unsupported("VECTOR(x,INT8)")),
      ("VECTOR", .unsupported("VECTOR")), (nil, .unsupported("VECTOR")),
    ] as [(String?, OracleDataType)])
  func readsVectors(shape: String?, type: OracleDataType) {
    let read = OracleDataType.fromDictionary(
      name: "VECTOR", length: 8200, precision: nil, scale: nil, characters: 0, vector: shape)
    #expect(read == type)
  }

  /// XMLTYPE is the system's; a user's own type may have any name.
  @Test(
    arguments: [
      ("XMLTYPE", "SYS", .xml), ("XMLTYPE", "PUBLIC", .xml), ("XMLTYPE", "SALES", .unsupported("XMLTYPE")),
      ("NUMBER", "SALES", .unsupported("NUMBER")), ("SDO_GEOMETRY", "MDSYS", .unsupported("SDO_GEOMETRY")),
    ] as [(String, String, OracleDataType)])
  func readsTypesOfOwners(name: String, owner: String, type: OracleDataType) {
    let read = OracleDataType.fromDictionary(
      name: name, length: 2000, precision: nil, scale: nil, characters: 0, owner: owner)
    #expect(read == type)
  }

  @Test(arguments: [
    Declared(name: "JSON", type: .json),
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
    Declared(name: "LONG", length: 0, type: .long), Declared(name: "LONG RAW", length: 0, type: .longRaw),
    Declared(name: "BOOLEAN", length: 1, type: .boolean), Declared(name: "ROWID", length: 10, type: .rowid),
    Declared(name: "UROWID", length: 4000, type: .urowid(length: 4000)),
    Declared(name: "BFILE", length: 530, type: .unsupported("BFILE")),
    Declared(
      name: "INTERVAL DAY(2) TO SECOND(6)", length: 11, precision: 2, scale: 6,
      type: .intervalDayToSecond(dayPrecision: 2, precision: 6)),
    Declared(
      name: "INTERVAL DAY(9) TO SECOND(0)", length: 11, type: .intervalDayToSecond(dayPrecision: 9, precision: 0)),
    Declared(name: "INTERVAL YEAR(4) TO MONTH", length: 5, type: .intervalYearToMonth(yearPrecision: 4)),
    Declared(name: "INTERVAL YEAR(12) TO MONTH", type: .unsupported("INTERVAL YEAR(12) TO MONTH")),
    Declared(name: "INTERVAL DAY(2) TO SECOND", type: .unsupported("INTERVAL DAY(2) TO SECOND")),
    Declared(name: "TIMESTAMP#", type: .unsupported("TIMESTAMP#")),
    Declared(name: "TIMESTAMP()", type: .unsupported("TIMESTAMP()")),
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
