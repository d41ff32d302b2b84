import Model
import Testing

@testable import Transfer

/// Which types of existing columns take which of Oracle's exactly.
@Suite struct ExactWayTests {
  @Test(arguments: [
    (OracleDataType.number(precision: nil, scale: nil), PostgresType.bigint),
    (.number(precision: 12, scale: 2), .numeric(precision: 8, scale: 1)), (.number(precision: 1, scale: 0), .boolean),
    (.number(precision: 9, scale: 0), .doublePrecision), (.varchar2(length: 40), .varchar(length: 10)),
    (.varchar2(length: 40), .text), (.varchar2(length: 40), .json), (.char(length: 3), .char(length: 3)),
    (.nchar(length: 3), .char(length: 9)), (.char(length: 3), .varchar(length: 3)), (.date, .timestamp(precision: 0)),
    (.date, .date), (.timestamp(precision: 3), .timestamp(precision: 3)),
    (.timestamp(precision: 9), .timestamp(precision: 6)),
    (.timestampWithTimeZone(precision: 6), .timestamptz(precision: 6)),
    (.timestampWithLocalTimeZone(precision: 0), .timestamptz(precision: 0)),
    (.intervalYearToMonth(yearPrecision: 2), .intervalYearToMonth), (.raw(length: 16), .uuid),
    (.raw(length: 99), .bytea), (.blob, .bytea), (.clob, .text), (.nclob, .text), (.long, .text), (.longRaw, .bytea),
    (.binaryFloat, .real), (.binaryFloat, .doublePrecision), (.binaryDouble, .doublePrecision), (.boolean, .boolean),
    (.rowid, .text), (.json, .json), (.xml, .xml), (.vector(dimensions: 3, format: .float32), .array(.real)),
  ])
  func exact(source: OracleDataType, target: PostgresType) {
    #expect(source.obstacle(into: target) == nil)
  }

  @Test(arguments: [
    (OracleDataType.number(precision: 9, scale: 0), PostgresType.text, "numeric"),
    (.varchar2(length: 40), .char(length: 40), "varchar(40)"), (.varchar2(length: 4), .bytea, "varchar(4)"),
    (.date, .timestamptz(precision: 6), "timestamp(0)"),
    (.timestamp(precision: 6), .timestamp(precision: 3), "timestamp(6)"),
    (.timestampWithTimeZone(precision: 6), .timestamp(precision: 6), "timestamptz(6)"),
    (.intervalDayToSecond(dayPrecision: 2, precision: 6), .intervalDayToSecond(precision: 0), "interval day to second"),
    (.blob, .text, "bytea"), (.raw(length: 4), .text, "bytea"), (.binaryDouble, .unboundedNumeric, "double precision"),
    (.json, .bytea, "json"), (.boolean, .integer, "boolean"), (.unsupported("BFILE"), .bytea, "leave"),
  ])
  func notExact(source: OracleDataType, target: PostgresType, suggestion: String) throws {
    let obstacle = try #require(source.obstacle(into: target))
    #expect(obstacle.suggestion.contains(suggestion), "\(obstacle)")
  }

  @Test func objectsGoByTheirAttributes() {
    let object = OracleDataType.object(
      ObjectType(
        owner: "OT", name: "POINT",
        attributes: [.init(name: "X", type: .number(precision: 9, scale: 0)), .init(name: "Y", type: .date)]))
    func composite(_ fields: (String, PostgresType)...) -> PostgresType {
      .composite(
        CompositeType(
          name: QualifiedName(schema: "s", name: "point"), fields: fields.map { .init(name: $0.0, type: $0.1) }))
    }
    #expect(object.obstacle(into: composite(("x", .integer), ("y", .date))) == nil)
    #expect(object.obstacle(into: composite(("y", .date), ("x", .integer)))?.reason.contains("in their order") == true)
    #expect(object.obstacle(into: composite(("x", .text), ("y", .date)))?.reason.hasPrefix("field x") == true)
    #expect(object.obstacle(into: .text) != nil)
  }
}
