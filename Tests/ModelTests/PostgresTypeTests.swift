import Testing

@testable import Model

@Suite struct PostgresTypeTests {
  @Test(arguments: [
    (PostgresType.smallint, "smallint"), (.integer, "integer"), (.bigint, "bigint"), (.unboundedNumeric, "numeric"),
    (.numeric(precision: 38, scale: 0), "numeric(38)"), (.numeric(precision: 8, scale: 2), "numeric(8,2)"),
    (.numeric(precision: 5, scale: -2), "numeric(5,-2)"), (.varchar(length: 20), "varchar(20)"),
    (.char(length: 1), "char(1)"), (.text, "text"), (.timestamp(precision: 0), "timestamp(0)"),
    (.timestamptz(precision: 6), "timestamptz(6)"), (.bytea, "bytea"), (.real, "real"),
    (.doublePrecision, "double precision"),
  ])
  func spelling(type: PostgresType, sql: String) {
    #expect(type.sql == sql)
  }
}
