import OracleWire
import Testing

@testable import Canonical

@Suite struct ColumnFormTests {
  static func column(_ type: OracleTypeCode, isNational: Bool = false) -> ColumnDescription {
    ColumnDescription(name: "C", typeCode: type, isNational: isNational)
  }

  @Test(
    arguments: [
      (.varchar, 1043, .text, .text), (.varchar, 25, .text, .text), (.clob, 25, .text, .text),
      (.long, 25, .text, .text), (.char, 1042, .paddedText, .paddedText), (.char, 25, .text, .text),
      (.number, 21, .number, .int2), (.number, 23, .number, .int4), (.number, 20, .number, .int8),
      (.number, 1700, .number, .numeric), (.number, 16, .flag, .boolean),
      (.number, 701, .numberAsDouble, .double), (.number, 700, .numberAsFloat, .float),
      (.date, 1114, .timestamp(.round), .timestamp),
      (.timestamp, 1114, .timestamp(.round), .timestamp), (.date, 1082, .timestamp(.round), .date),
      (.timestampTZ, 1184, .instant(.round), .instant), (.timestampLTZ, 1184, .instant(.round), .instant),
      (.raw, 17, .bytes, .bytes), (.raw, 2950, .bytes, .bytes), (.blob, 17, .bytes, .bytes),
      (.longRaw, 17, .bytes, .bytes), (.binaryDouble, 701, .double, .double), (.binaryFloat, 700, .float, .float),
      (.binaryFloat, 701, .floatAsDouble, .double), (.boolean, 16, .boolean, .boolean),
      (.intervalYM, 1186, .intervalYM, .interval), (.intervalDS, 1186, .intervalDS(.round), .interval),
    ] as [(OracleTypeCode, UInt32, OracleReading, PostgresReading)])
  func pairs(type: OracleTypeCode, oid: UInt32, oracle: OracleReading, postgres: PostgresReading) throws {
    let form = try ColumnForm(
      oracle: ColumnFormTests.column(type), postgres: PostgresColumnType(oid: oid, name: "type"))
    #expect(form == ColumnForm(oracle: oracle, postgres: postgres))
  }

  @Test(
    arguments: [
      (.number, 25), (.binaryDouble, 700), (.binaryDouble, 1700), (.timestamp, 1184),
      (.timestampTZ, 1114), (.varchar, 1042), (.varchar, 17), (.raw, 25), (.json, 3802), (.number, 99_999),
      (.date, 1083),
    ] as [(OracleTypeCode, UInt32)])
  func typesWithoutACommonForm(type: OracleTypeCode, oid: UInt32) {
    #expect {
      try ColumnForm(oracle: ColumnFormTests.column(type), postgres: PostgresColumnType(oid: oid, name: "some type"))
    } throws: { error in
      "\(error)".contains("some type") && "\(error)".contains(type.name)
    }
  }

  @Test func nationalText() throws {
    let form = try ColumnForm(
      oracle: ColumnFormTests.column(.char, isNational: true), postgres: PostgresColumnType(oid: 1042, name: "char(3)"))
    #expect(form.oracle == .nationalText(isPadded: true))
  }
}
