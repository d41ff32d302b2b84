import OracleWire
import Testing

@testable import Query

/// What an argument of --bind means on both sides.
@Suite struct BindValueTests {
  static let arguments: [(String, BindValue.Kind, String?)] = [
    ("d=2024-02-29", .date, "2024-02-29"), ("d=2023-02-29", .text, "2023-02-29"),
    ("t=2024-03-17T08:05:00.25", .timestamp, "2024-03-17 08:05:00.25"),
    ("t=2024-03-17 08:05", .timestamp, "2024-03-17 08:05"), ("n=-12.50", .number, "-12.50"),
    ("n:text=12", .text, "12"), ("x=a=b", .text, "a=b"), ("x=", .text, nil), ("N:Number=1e3", .number, "1e3"),
    ("phone=0049-1", .text, "0049-1"),
  ]

  @Test(arguments: arguments)
  func kinds(_ argument: String, _ kind: BindValue.Kind, _ postgres: String?) throws {
    let value = try BindValue(argument: argument)
    #expect(value.kind == kind)
    #expect(value.postgresText == postgres)
  }

  @Test func oracleGetsTypedValues() throws {
    #expect(
      try BindValue(argument: "d=2024-03-17").oracleValue == .date(OracleTimestamp(year: 2024, month: 3, day: 17)))
    #expect(try BindValue(argument: "n=2.5").oracleValue == .number(OracleNumber(decimal: "2.5")))
    #expect(try BindValue(argument: "x=").oracleValue == .null)
    let time = OracleTimestamp(year: 2024, month: 3, day: 17, hour: 8, minute: 5, nanosecond: 250_000_000)
    #expect(try BindValue(argument: "t=2024-03-17T08:05:00.25").oracleValue == .timestamp(time))
  }

  @Test(arguments: [
    "x", "=1", "x:integer=1", "x:number=abc", "x:date=2024-13-01", "x:date=2024-01-01T10:00", "a:b:c=1",
  ])
  func faults(_ argument: String) {
    #expect(throws: BindValue.Fault.self) { try BindValue(argument: argument) }
  }

  @Test func valuesAreMatchedToTheScript() throws {
    let script = try QueryScript("SELECT :b, :a FROM t")
    let values = try ["a=1", "b=2"].map { try BindValue(argument: $0) }
    #expect(try values.matched(to: script).map(\.name) == ["b", "a"])
    for faulty in [["a=1"], ["a=1", "b=2", "c=3"], ["a=1", "a=2", "b=3"]] {
      #expect(throws: BindValue.Fault.self) {
        try faulty.map { try BindValue(argument: $0) }.matched(to: script)
      }
    }
  }
}
