import Model
import Tabular
import Testing

@testable import Reporting

/// The statistics file and the comparison.
@Suite struct StatisticsReportTests {
  private let tables = [
    TableStatistics(
      table: "orders", rows: 7, columns: 3, nullableColumns: 1, primaryKey: ["id", "line"], foreignKeysOut: 1,
      checks: 2, bytes: 8192),
    TableStatistics(table: "customers", rows: 5, columns: 2, primaryKey: [], foreignKeysIn: 1, bytes: 1024),
  ]

  @Test func tablesAreInOrderAndATotalFollows() {
    let frame = StatisticsReport(tables).frame
    #expect(frame.columns.prefix(2).map(\.name) == ["table", "rows"])
    #expect(frame["table"] == [.text("customers"), .text("orders"), .text("total")])
    #expect(frame["rows"]?.map(\.canonicalText) == ["5", "7", "12"])
    #expect(frame["primary_key"]?.map(\.canonicalText) == [nil, "id+line", "1"])
    #expect(frame["bytes"]?.map(\.canonicalText) == ["1024", "8192", "9216"])
    var unknown = tables
    unknown[0].bytes = nil
    #expect(StatisticsReport(unknown).frame["bytes"]?.map(\.canonicalText) == ["1024", nil, nil])
  }

  @Test func onlyRealDifferencesAreNamed() {
    var other = tables
    other[0].bytes = 1
    #expect(
      StatisticsReport.differences(oracle: StatisticsReport(tables), postgres: StatisticsReport(other)).isEmpty)
    other[0].rows = 6
    other[1].table = "clients"
    let found = StatisticsReport.differences(oracle: StatisticsReport(tables), postgres: StatisticsReport(other))
    #expect(
      found.map(\.description) == [
        "clients: only in PostgreSQL", "customers: only in Oracle",
        "orders: rows is 7 in Oracle and 6 in PostgreSQL",
      ])
  }
}
