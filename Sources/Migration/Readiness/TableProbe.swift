import Catalog
import Model
import OracleClient
import OracleWire
import Transfer

/// Looks into the tables themselves, for as long as it is given: for LOBs that PostgreSQL can't hold, and for values of
/// types that are not carried over.
///
/// It has a session of its own: a query under way is broken off when the time is up, and the session of a server that
/// does not answer that at once is cut.
actor TableProbe {
  /// A LOB column, and what is known of its longest value.
  struct LOBColumn: Sendable, Hashable {
    enum Length: Sendable, Hashable {
      /// All of its values together take less room than one may.
      case small
      /// Characters of a CLOB, bytes of a BLOB; nil for a column without values.
      case measured(Int?)
      /// There was no time left, or no right to look.
      case unknown(String)
    }

    var table: String
    var column: String
    var isText: Bool
    var length = Length.unknown("")
  }

  private let owner: String
  private let connect: @Sendable () async throws -> OracleConnection
  private let time: Duration
  private let limit: Int
  private let clock = ContinuousClock()
  /// When the first query was asked.
  private var began: ContinuousClock.Instant?
  private var session: OracleConnection?

  /// Prepares a look.
  ///
  /// - Parameters:
  ///   - time: how long it may take from the first query on, connecting included.
  ///   - limit: bytes of the longest value that fits.
  ///   - connect: opens a session.
  init(
    owner: String, time: Duration, limit: Int = Transcoder.largestValue,
    connect: @escaping @Sendable () async throws -> OracleConnection
  ) {
    self.owner = owner
    self.connect = connect
    self.limit = limit
    self.time = time
  }

  /// Logs off.
  func close() async {
    await session?.close()
    session = nil
  }

  // MARK: LOBs

  /// What can be told of the longest value of each column: by the size of its segment, or else by looking.
  ///
  /// It takes three quarters of the time at the most, so that some is left for `values`.
  func lobs(_ columns: [LOBColumn], storage: [LOBStorage]) async -> [LOBColumn] {
    let places = Dictionary(storage.map { ([$0.table, $0.column], $0) }) { first, _ in first }
    var results: [LOBColumn] = []
    for column in columns {
      var result = column
      // A CLOB's bytes are UTF-16 or of a character set whose single byte can become three of UTF-8.
      let most = column.isText ? limit / 3 : limit
      if let place = places[[column.table, column.column]], let bytes = place.segmentBytes, !place.isPacked,
        bytes <= most
      {
        result.length = .small
      } else {
        result.length = await longest(column)
      }
      results.append(result)
    }
    return results
  }

  private func longest(_ column: LOBColumn) async -> LOBColumn.Length {
    do {
      let table = try OracleIdentifier.quoted(owner: owner, name: column.table)
      let name = try OracleIdentifier.quoted(column.column)
      switch try await value("SELECT MAX(DBMS_LOB.GETLENGTH(\(name))) FROM \(table)", within: time * 3 / 4) {
      case .number(let number)?: return .measured(number.intValue)
      case nil: return .unknown("no time was left")
      default: return .measured(nil)
      }
    } catch let error as OracleError {
      return .unknown(error.message)
    } catch {
      return .unknown("\(error)")
    }
  }

  /// The items that tell of LOB columns.
  static func items(_ columns: [LOBColumn], limit: Int = Transcoder.largestValue) -> [ReadinessItem] {
    guard !columns.isEmpty else { return [] }
    var items: [ReadinessItem] = []
    var unknown: [String: [String]] = [:]
    for column in columns {
      let name = "\(column.table).\(column.column)"
      switch column.length {
      case .small, .measured(nil): break
      case .unknown(let reason): unknown[reason, default: []].append(name)
      case .measured(let length?):
        let unit = column.isText ? "characters" : "bytes"
        if length > limit {
          items.append(
            ReadinessItem(
              "column \(name)", .warning, "its longest value has \(length) \(unit): PostgreSQL takes 1 GiB a value",
              remedy: "shorten it, or leave the table out with --tables: the copy would stop at it"))
        } else if column.isText, length > limit / 3 {
          items.append(
            ReadinessItem(
              "column \(name)", .warning,
              "its longest value has \(length) characters: as UTF-8 it may take more than the 1 GiB that PostgreSQL takes",
              remedy: "measure it as UTF-8, or leave the table out with --tables: the copy would stop at it"))
        }
      }
    }
    for (reason, names) in unknown.sorted(by: { $0.key < $1.key }) {
      items.append(
        ReadinessItem(
          "schema: LOB columns", .unknown,
          "\(names.count) not measured (\(reason)): \(list(names))",
          remedy: "PostgreSQL takes 1 GiB a value; run SELECT MAX(DBMS_LOB.GETLENGTH(column)) FROM table"))
    }
    if items.isEmpty {
      items.append(ReadinessItem("schema: LOB columns", .ok, "\(columns.count), no value over 1 GiB"))
    }
    return items
  }

  /// The first names of a list that may be long.
  static func list(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", ..." : "")
  }

  // MARK: types that are not carried

  /// How many values a column has; nil when there was no time or no right to count.
  func values(table: String, column: String) async -> Int? {
    guard let table = try? OracleIdentifier.quoted(owner: owner, name: table),
      let column = try? OracleIdentifier.quoted(column),
      let count = try? await value("SELECT COUNT(*) FROM \(table) WHERE \(column) IS NOT NULL", within: time),
      case .number(let count) = count
    else { return nil }
    return count.intValue
  }

  // MARK: time

  private struct Outcome: Sendable {
    /// As long as it can be used again.
    var session: OracleConnection?
    var value: Result<OracleValue, any Error>
  }

  /// The first value of a query's first row; nil when the time is up.
  private func value(_ sql: String, within time: Duration) async throws -> OracleValue? {
    let start = began ?? clock.now
    began = start
    let deadline = start + time
    guard clock.now < deadline else { return nil }
    let held = session
    session = nil
    let connect = connect
    let outcome = await withTaskGroup(of: Outcome?.self) { group in
      group.addTask { await Self.ask(sql, held, connect) }
      group.addTask {
        try? await Task.sleep(until: deadline)
        return nil
      }
      let first = await group.next() ?? nil
      // A call that is cancelled is broken off, and the group waits for it: so the session's break timeout is short.
      group.cancelAll()
      return first
    }
    session = outcome?.session
    return try outcome?.value.get()
  }

  private static func ask(
    _ sql: String, _ held: OracleConnection?, _ connect: @Sendable () async throws -> OracleConnection
  ) async -> Outcome {
    do {
      let session: OracleConnection
      if let held {
        session = held
      } else {
        session = try await connect()
        try await OracleCatalog(connection: session).showArchivedRows()
      }
      do {
        return Outcome(session: session, value: .success(try await session.rows(sql).first?.first ?? .null))
      } catch let error as OracleError {
        return Outcome(session: session, value: .failure(error))
      }
    } catch {
      return Outcome(session: nil, value: .failure(error))
    }
  }
}
