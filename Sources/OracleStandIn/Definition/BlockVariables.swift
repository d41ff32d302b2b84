import OracleWire

/// A query that a block has opened for its client.
struct OpenedQuery {
  var statement: StandInStatement
  var cursor: StandInCursor
}

/// What a block gives back to its client.
struct BlockResult {
  /// How the block uses a bind, by the number that the wire has for it.
  enum Direction: UInt8 {
    case input = 32
    case output = 16
    case both = 48
  }

  /// What a bind holds at the end.
  enum Output {
    case value(StandInDatum)
    case query(OpenedQuery)
  }

  /// One for each bind.
  var directions: [Direction] = []
  /// For each iteration the values of the binds that aren't only read.
  var outputs: [[Output]] = []
  /// Queries that DBMS_SQL.RETURN_RESULT handed out.
  var results: [OpenedQuery] = []
  /// The time that passes before the client hears of it.
  var pause: BlockPause?
}

/// A block's bind and cursor variables while it runs.
final class BlockVariables {
  private let names: [String]
  /// The types under which the binds were announced.
  private let types: [OracleTypeCode]
  private var values: [BlockResult.Output]
  private var read: Set<Int> = []
  private var written: Set<Int> = []
  private var cursors: [String: OpenedQuery?] = [:]
  private(set) var results: [OpenedQuery] = []
  /// How long the block has slept.
  var slept = Duration.zero

  /// - Parameters:
  ///   - names: of the binds, each once.
  ///   - cursorVariables: of the block's own.
  init(names: [String], binds: [StandInDatum], cursorVariables: [String]) {
    self.names = names
    types = binds.map(\.typeCode)
    values = binds.map { .value($0) }
    for name in cursorVariables { cursors[name] = .some(nil) }
  }

  /// The name in a text that is a bind placeholder and nothing else.
  static func bindName(_ text: String) -> String? {
    guard text.first == ":" else { return nil }
    let name = text.dropFirst().drop { $0.isWhitespace }
    if name.first == "\"", name.last == "\"", name.count > 2 { return String(name.dropFirst().dropLast()) }
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "_$#".contains($0) }) else { return nil }
    return name.uppercased()
  }

  private func index(_ name: String) throws -> Int {
    guard let index = names.firstIndex(of: name), index < values.count else {
      throw OracleError(code: 1008, message: "not all variables bound")
    }
    return index
  }

  /// The value of a bind that is read.
  func value(_ name: String) throws -> StandInDatum {
    let index = try index(name)
    read.insert(index)
    guard case .value(let datum) = values[index] else {
      throw OracleError.unsupported("a cursor variable in an expression")
    }
    return datum
  }

  /// The type under which a bind was announced.
  func type(_ name: String) throws -> OracleTypeCode {
    guard case .value(let datum) = values[try index(name)] else { return .cursor }
    return datum.typeCode
  }

  func set(_ name: String, to datum: StandInDatum) throws {
    let index = try index(name)
    written.insert(index)
    values[index] = .value(datum)
  }

  /// Opens a cursor variable: a bind with a colon, or one of the block's own.
  ///
  /// - Throws: `OracleError` 6550 for a bind that was announced as something else.
  func open(_ target: String, as query: OpenedQuery) throws {
    if let name = Self.bindName(target) {
      let index = try index(name)
      guard types[index] == .cursor else {
        throw OracleError(code: 6550, message: "line 1, column 7:\nPLS-00382: expression is of wrong type")
      }
      written.insert(index)
      values[index] = .query(query)
    } else if cursors[target.uppercased()] != nil {
      cursors[target.uppercased()] = .some(query)
    } else {
      throw OracleError.unsupported("the variable \(target) of a block")
    }
  }

  /// Hands out the rows of a cursor variable as an implicit result.
  func giveBack(_ source: String) throws {
    var query: OpenedQuery?
    if let name = Self.bindName(source) {
      if case .query(let opened) = values[try index(name)] { query = opened }
    } else {
      query = cursors[source.uppercased()] ?? nil
    }
    guard let query else { throw OracleError(code: 1001, message: "invalid cursor") }
    results.append(query)
  }

  /// How many queries the client is to get.
  var openedCount: Int {
    results.count
      + outputs.filter { output in
        if case .query = output { return true }
        return false
      }.count
  }

  /// How each bind was used; one that was neither read nor written counts as read.
  var directions: [BlockResult.Direction] {
    names.indices.map { index in
      guard written.contains(index) else { return .input }
      return read.contains(index) ? .both : .output
    }
  }

  /// The values of the binds that were written.
  var outputs: [BlockResult.Output] { values.indices.filter { written.contains($0) }.map { values[$0] } }
}
