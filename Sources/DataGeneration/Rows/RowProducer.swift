import SampleSchema

/// Makes the rows of a table one after the other.
struct RowProducer: Sendable {
  /// A column that counts up.
  struct Counter: Sendable {
    var column: Int
    var form: UniqueForm
    /// The number of the first row's value.
    var start: Int
  }

  /// A key whose values are drawn, and the values that came.
  struct Watch: Sendable {
    var columns: [Int]
    var seen: Set<[GeneratedValue]>
  }

  let plan: RowPlan
  /// The number of the first row: rows that were there before.
  let firstRow: Int
  var counters: [Counter] = []
  var enumerations: [KeyEnumeration] = []
  var watches: [Watch] = []
  /// By foreign key; nil for one that stays NULL.
  var pools: [KeyPool?]
  private(set) var made = 0
  /// Keys that were passed over, as no row with them kept to the checks.
  private(set) var skipped = 0

  private let drawings: [ValueDrawing?]
  private let columnSeeds: [UInt64]
  let foreignSeeds: [UInt64]
  /// Columns that keys have settled, or the server will.
  private let isSettled: [Bool]
  var lookups: [Int: Lookup] = [:]

  /// Keys that are tried for a row, rows that other tables' keys make with each, and values for each of those.
  private static let mostKeys = 200
  private static let mostAttempts = 20
  private static let mostDraws = 400
  /// Values for one row in all: where keys and rows of others do not help, that is soon seen.
  private static let mostDrawsOfARow = 4000

  /// - Parameter seed: what the values follow from, with the names of table and columns.
  init(
    plan: RowPlan, seed: UInt64, firstRow: Int, counters: [Counter], enumerations: [KeyEnumeration], watches: [Watch],
    pools: [KeyPool?]
  ) {
    self.plan = plan
    self.firstRow = firstRow
    self.counters = counters
    self.enumerations = enumerations
    self.watches = watches
    self.pools = pools
    drawings = plan.domains.map { $0.map { ValueDrawing($0) } }
    let table = Self.hash(plan.table.name.lowercased(), seed)
    columnSeeds = plan.table.columns.map { Self.hash($0.neutralName, table) }
    foreignSeeds = plan.table.foreignKeys.map { key in
      Self.hash(key.columns.map { plan.table.columns[$0].neutralName }.joined(separator: ","), table)
    }
    var keyColumns = Set(counters.map(\.column))
    for enumeration in enumerations {
      for part in enumeration.free { keyColumns.insert(part.column) }
      for part in enumeration.foreign { keyColumns.formUnion(plan.table.foreignKeys[part.index].columns) }
    }
    isSettled = plan.table.columns.indices.map {
      keyColumns.contains($0) || plan.table.columns[$0].isLeftToServer
    }
  }

  /// FNV-1a over a name, begun with a seed: the same on every machine.
  static func hash(_ name: String, _ seed: UInt64) -> UInt64 {
    name.utf8.reduce((seed ^ 0xcbf2_9ce4_8422_2325) &* 0x100_0000_01b3) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  static func generator(_ seed: UInt64, row: Int, attempt: Int) -> SplitMix64 {
    SplitMix64(
      seed: seed ^ UInt64(truncatingIfNeeded: row) &* 0xD1B5_4A32_D192_ED03
        ^ UInt64(truncatingIfNeeded: attempt) &* 0xA24B_AED4_963E_E407)
  }

  /// Makes the next row, a value for each column of the table.
  ///
  /// - Returns: false when there are no more combinations of keys.
  /// - Throws: `GenerationError` where no row keeps to what is asked of it.
  mutating func next(_ row: inout [GeneratedValue]) throws -> Bool {
    var failed: String?
    var isWornOut = false
    var draws = 0
    for _ in 0..<Self.mostKeys {
      for place in row.indices { row[place] = .null }
      guard fillKeys(&row) else {
        if failed == nil { return false }
        break
      }
      for attempt in 0..<Self.mostAttempts {
        let isSound = fillRest(&row, attempt: attempt, draws: &draws, failed: &failed)
        isWornOut = isSound
        if isSound, isNew(row) {
          made += 1
          return true
        }
        for place in row.indices where !isSettled[place] { row[place] = .null }
        if draws > Self.mostDrawsOfARow { break }
      }
      if draws > Self.mostDrawsOfARow { break }
      skipped += 1
    }
    // Rows were found, yet none whose watched keys had not come before.
    if isWornOut { return false }
    throw GenerationError(
      "table \(plan.table.name): no row was found that keeps to \(failed ?? "its checks") however often one was tried; "
        + "leave the table out by --tables, or disable what stands against it")
  }

  /// Whether no watched key has come before; where none has they are kept in mind.
  private mutating func isNew(_ row: [GeneratedValue]) -> Bool {
    for watch in watches {
      let key = watch.columns.map { row[$0] }
      if key.contains(where: { $0 != .null }), watch.seen.contains(key) { return false }
    }
    for index in watches.indices { watches[index].seen.insert(watches[index].columns.map { row[$0] }) }
    return true
  }

  /// Counters and combinations.
  private mutating func fillKeys(_ row: inout [GeneratedValue]) -> Bool {
    for index in enumerations.indices {
      while true {
        guard let combination = enumerations[index].next() else { return false }
        for (column, value) in combination.values { row[column] = value }
        for (foreign, place) in combination.places {
          guard let pool = pools[foreign] else { return false }
          assign(pool.key(place), of: foreign, to: &row)
        }
        if !enumerations[index].isTaken(row) { break }
      }
    }
    for counter in counters {
      let ordinal = counter.start + made + skipped
      guard ordinal < counter.form.capacity else { return false }
      row[counter.column] = counter.form.value(ordinal)
    }
    return true
  }

  func assign(_ key: [GeneratedValue], of foreign: Int, to row: inout [GeneratedValue]) {
    for (column, value) in zip(plan.table.foreignKeys[foreign].columns, key) { row[column] = value }
  }

  private mutating func fillRest(
    _ row: inout [GeneratedValue], attempt: Int, draws: inout Int, failed: inout String?
  ) -> Bool {
    var assigned = isSettled
    for foreign in plan.looseForeignKeys where !follow(foreign, &row, &assigned, attempt: attempt) {
      failed = "the foreign key \(plan.table.foreignKeys[foreign].name)"
      return false
    }
    let number = firstRow + made
    func draw(_ place: Int, _ attempt: Int) {
      guard let drawing = drawings[place] else { return }
      var generator = Self.generator(columnSeeds[place], row: number, attempt: attempt)
      row[place] = drawing.value(&generator)
    }
    for place in row.indices where !assigned[place] { draw(place, attempt) }
    // Only the columns of a check that failed are drawn again: each check then fails by itself.
    for again in 1...Self.mostDraws {
      for (low, high) in plan.orderings {
        if let order = row[low].compared(to: row[high]), order > 0 { row.swapAt(low, high) }
      }
      guard let check = plan.tried.first(where: { $0.condition?.holds(row) == false }) else { return true }
      failed = "the check \(check.name)"
      let free = (check.condition?.columns ?? []).filter { !assigned[$0] && drawings[$0] != nil }
      if free.isEmpty { return false }
      draws += 1
      for place in free.sorted() { draw(place, attempt &* Self.mostDraws &+ again) }
    }
    return false
  }
}
