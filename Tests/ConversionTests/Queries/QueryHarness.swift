import Foundation
import Model
import OracleSQL
import PostgresClient
import PostgresCluster

@testable import Conversion

/// Oracle's query, and the rows that it returns.
///
/// Values of a row are separated by ` | `, NULL is written NULL, numbers and dates as `shown` writes them.
struct QueryCase {
  var oracle: String
  var rows: [String]
  /// Where the expectation comes from, or why it must be so.
  var source: String

  init(_ oracle: String, _ rows: [String], _ source: String = "") {
    self.oracle = oracle
    self.rows = rows
    self.source = source
  }

  /// A value computed without a table.
  init(_ expression: String, is value: String, _ source: String = "") {
    self.init("SELECT \(expression) AS v FROM dual", [value], source)
  }
}

/// Translates Oracle's queries and runs them on a real PostgreSQL.
struct QueryHarness {
  let session: PostgresSession
  let catalogue: QueryCatalogue

  /// Runs the body with a server that holds the given script's objects.
  static func with(
    _ script: [String] = [], _ catalogue: QueryCatalogue = QueryCatalogue(owner: "OT"),
    _ body: (QueryHarness) async throws -> Void
  ) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    do {
      // A collation and a time zone under which careless translations go wrong.
      _ = try await session.execute("SET TimeZone = 'America/New_York'")
      _ = try await session.execute("SET statement_timeout = '5s'")
      for statement in script { _ = try await session.execute(statement) }
      try await body(QueryHarness(session: session, catalogue: catalogue))
    } catch {
      await session.close()
      await cluster.stop()
      throw error
    }
    await session.close()
    await cluster.stop()
  }

  static func parse(_ text: String) throws -> Query {
    let statement = try SQLParser.parse(text)
    guard case .query(let query) = statement.kind else { throw ConversionRefusal("no query") }
    // Clauses that the tree doesn't hold, such as PARTITION BY of an outer join: whoever parses must refuse them.
    if let clause = statement.uncommon.first { throw ConversionRefusal("\(clause.name) is not converted") }
    return query
  }

  func translate(_ text: String) throws -> TranslatedQuery {
    try QueryTranslator(catalogue: catalogue).translate(try Self.parse(text))
  }

  /// The rows of a PostgreSQL query as the cases write them.
  func rows(_ sql: String) async throws -> [String] {
    let result = try await session.execute(sql)
    return result.rows.map { row in
      zip(row, result.columnTypes).map { Self.shown($0, type: $1) }.joined(separator: " | ")
    }
  }

  /// A value: numbers without idle zeros, dates with a time of day only where they have one.
  static func shown(_ value: String?, type: UInt32) -> String {
    guard let value else { return "NULL" }
    switch type {
    case 20, 21, 23, 1700: return number(value)
    case 1114: return value.hasSuffix(" 00:00:00") ? String(value.dropLast(9)) : value
    default: return value
    }
  }

  /// A decimal number as Oracle's TO_CHAR writes it, to 30 digits behind the point.
  static func number(_ text: String) -> String {
    guard let digits = DecimalText.normalised(text) else { return text }
    var sides = digits.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2 else { return digits }
    sides[1] = String(sides[1].prefix(30))
    while sides[1].hasSuffix("0") { sides[1].removeLast() }
    if sides[1].isEmpty { return sides[0] == "-0" ? "0" : sides[0] }
    if sides[0] == "0" { sides[0] = "" } else if sides[0] == "-0" { sides[0] = "-" }
    return sides.joined(separator: ".")
  }
}
