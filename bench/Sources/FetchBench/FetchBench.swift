import BenchSupport
import OracleClient

/// Fetches a query's rows over one connection into nothing, and prints rows, columns, wall and CPU seconds as JSON.
///
///     FetchBench CONNECT_STRING USER SQL LOBS        (the password in FETCH_BENCH_PASSWORD)
///
/// LOBS is `inline`, or the characters and bytes that come with each locator; then each LOB's value is taken too.
@main
struct FetchBench {
  static func main() async throws {
    let connection = try await Login.connect(arguments: 4, usage: "FetchBench CONNECT_STRING USER SQL inline|PREFETCH")
    let delivery = Int(CommandLine.arguments[4]).map { LOBDelivery.locators(prefetch: $0) } ?? .inline
    let clock = ContinuousClock()
    let (started, spentBefore) = (clock.now, Measurement.cpuSeconds)
    var rows = 0
    var bytes = 0
    let query = try await connection.query(CommandLine.arguments[3], lobs: delivery)
    for try await batch in query {
      rows += batch.rowCount
      // Every cell is looked at: its place is found, and its length.
      for row in 0..<batch.rowCount {
        for (column, description) in query.columns.enumerated() {
          if description.locatorPrefetch != nil {
            bytes += try await query.lob(in: batch, row: row, column: column)?.read().count ?? 0
          } else {
            bytes += batch.value(row: row, column: column)?.count ?? 0
          }
        }
      }
    }
    let seconds = Measurement.seconds(clock.now - started)
    let spent = Measurement.cpuSeconds - spentBefore
    await connection.close()
    print(
      """
      {"rows": \(rows), "columns": \(query.columns.count), "bytes": \(bytes), "seconds": \(seconds), "cpu": \(spent)}
      """)
  }
}
