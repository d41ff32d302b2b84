import Model

/// How the rows of a table are made: which columns count up, which follow foreign keys, which are drawn.
struct RowPlan: Sendable {
  /// How a set of columns is kept without repetition.
  enum Key: Sendable {
    /// One column has a value of its own in each row.
    case counter(column: Int)
    /// Values of free columns and rows of foreign keys are combined, each combination once.
    case combined(columns: [Int], free: [Int], foreign: [Int])
    /// The columns are drawn, and a row whose values came before is drawn again.
    case watched(columns: [Int])
  }

  let table: TableDescription
  /// By column: nil for one that follows a foreign key.
  private(set) var domains: [ColumnDomain?]
  private(set) var keys: [Key] = []
  /// Foreign keys that no key of the table has settled, those of most columns first.
  private(set) var looseForeignKeys: [Int] = []
  /// Checks that the domains do not keep by themselves: every row is tried.
  private(set) var tried: [CheckDescription] = []
  /// Checks that were not understood.
  private(set) var unknown: [CheckDescription] = []
  /// Pairs of columns of which the first must not be above the second.
  private(set) var orderings: [(low: Int, high: Int)] = []
  private(set) var findings: [Finding] = []

  /// How many values a column must have so that it counts alone.
  static let ampleCapacity = 20_000

  init(_ table: TableDescription, isASCII: Bool) {
    self.table = table
    let referring = Set(table.foreignKeys.flatMap(\.columns))
    domains = table.columns.indices.map { place in
      referring.contains(place) ? nil : ColumnDomain(table.columns[place], isASCII: isASCII)
    }
    findings = table.findings
    applyPartitions()
    applyChecks()
    planKeys()
    findOrderings()
    findUnfillable()
  }

  /// What findings call the table.
  var object: String { "table \(table.name)" }

  private mutating func add(_ rule: String, _ reason: String, _ remedy: String, isBlocking: Bool = false) {
    findings.append(
      Finding(
        severity: isBlocking ? .blocking : .warning, rule: "generate." + rule, object: object, reason: reason,
        remedy: remedy))
  }

  private mutating func applyPartitions() {
    for (place, column) in table.columns.enumerated() {
      guard let bounds = column.partitionBounds else { continue }
      if domains[place]?.limit(to: bounds) == true { continue }
      add(
        "partitions", "the partitions' bounds of \(column.name) could not be kept to",
        "rows may find no partition; the server refuses them then")
    }
  }

  private mutating func applyChecks() {
    let conditions = table.checks.map { check in
      check.condition?.simplified.understood { table.columns[$0].type.kind }
    }
    // Two demands on the form of a text are not drawn into one: rows are tried.
    let demands = conditions.compactMap { $0?.conjuncts }.flatMap { $0 }.filter { !$0.isNullTest }
    for (check, condition) in zip(table.checks, conditions) {
      guard let condition else {
        add(
          "check", "the check \(check.name) was not understood: \(check.text)",
          "rows are tried all the same; where the server refuses them, disable the check or leave the table out")
        unknown.append(check)
        continue
      }
      var isKept = true
      for conjunct in condition.conjuncts {
        let columns = conjunct.columns
        guard columns.count == 1, let place = columns.first, var domain = domains[place] else {
          isKept = false
          continue
        }
        if !conjunct.narrow(&domain, of: place) { isKept = false }
        domains[place] = domain
        if case .text = domain.type, demands.count(where: { $0.columns == columns }) > 1 { isKept = false }
      }
      if !isKept { tried.append(CheckDescription(name: check.name, text: check.text, condition: condition)) }
    }
    // What is asked to be NULL now and then must be so often enough to be found.
    for column in tried.reduce(into: Set<Int>(), { $0.formUnion($1.condition?.testedForNull ?? []) }) {
      if let rate = domains[column]?.nullRate, rate > 2 { domains[column]?.nullRate = 2 }
    }
  }

  // MARK: keys

  private mutating func planKeys() {
    var counters: Set<Int> = []
    var settled: Set<Int> = []
    var followed: Set<Int> = []
    let keys = table.uniques.sorted { ($0.count, $0.first ?? 0) < ($1.count, $1.first ?? 0) }
    for key in keys {
      if key.contains(where: { counters.contains($0) || table.columns[$0].isLeftToServer }) { continue }
      let foreign = foreignKeys(within: key)
      let covered = Set(foreign.flatMap { table.foreignKeys[$0].columns })
      let free = key.filter { !covered.contains($0) && domains[$0] != nil }
      let best = free.max { capacity($0) < capacity($1) }
      // Where another key has settled a foreign key's columns, a free column of its own keeps this one apart.
      let isSettled = !covered.isDisjoint(with: settled)
      if foreign.isEmpty || isSettled, let best, capacity(best) >= Self.ampleCapacity {
        counters.insert(best)
        self.keys.append(.counter(column: best))
      } else if isSettled || free.count + covered.count < key.count
        || foreign.isEmpty && !free.contains(where: { capacity($0) > 0 })
      {
        // A part that follows a foreign key with columns beyond the key comes as that does.
        self.keys.append(.watched(columns: key))
      } else {
        settled.formUnion(covered)
        followed.formUnion(foreign)
        self.keys.append(.combined(columns: key, free: free.sorted { capacity($0) > capacity($1) }, foreign: foreign))
      }
      for column in key where key.count > 1 || !table.columns[column].isNullable { domains[column]?.nullRate = 0 }
    }
    looseForeignKeys = table.foreignKeys.indices.filter { !followed.contains($0) }.sorted {
      (-table.foreignKeys[$0].columns.count, $0) < (-table.foreignKeys[$1].columns.count, $1)
    }
  }

  /// The foreign keys to other tables that a key is made of: the widest first, none that shares a column.
  private func foreignKeys(within key: [Int]) -> [Int] {
    var taken: Set<Int> = []
    var result: [Int] = []
    let candidates = table.foreignKeys.indices.filter { index in
      let foreign = table.foreignKeys[index]
      return Set(foreign.columns).isSubset(of: key) && !(foreign.table == table.name && foreign.otherSchema == nil)
    }
    for index in candidates.sorted(by: {
      (-table.foreignKeys[$0].columns.count, $0) < (-table.foreignKeys[$1].columns.count, $1)
    }) {
      let columns = Set(table.foreignKeys[index].columns)
      guard columns.isDisjoint(with: taken) else { continue }
      taken.formUnion(columns)
      result.append(index)
    }
    return result
  }

  private func capacity(_ column: Int) -> Int {
    domains[column].flatMap { UniqueForm($0, seed: 0)?.capacity } ?? 0
  }

  // MARK: what belongs together

  /// Columns that a check puts in order, and dates whose names do.
  private mutating func findOrderings() {
    for condition in tried.flatMap({ $0.condition?.conjuncts ?? [] }) {
      guard case .comparison(let comparison, .column(let left), .column(let right)) = condition else { continue }
      switch comparison {
      case .less, .lessOrEqual: addOrdering(left, right)
      case .greater, .greaterOrEqual: addOrdering(right, left)
      case .equal, .notEqual: break
      }
    }
    func columns(_ meaning: ColumnMeaning) -> [Int] {
      domains.indices.filter { domains[$0]?.meaning == meaning && domains[$0]?.step != nil }
    }
    for (low, high) in [(ColumnMeaning.created, ColumnMeaning.updated), (.start, .end), (.created, .deleted)] {
      let (lows, highs) = (columns(low), columns(high))
      if let low = lows.first, let high = highs.first, lows.count == 1, highs.count == 1 { addOrdering(low, high) }
    }
  }

  private mutating func addOrdering(_ low: Int, _ high: Int) {
    let counted = keys.flatMap { key in
      switch key {
      case .counter(let column): [column]
      case .combined(let columns, _, _), .watched(let columns): columns
      }
    }
    guard let one = domains[low], let two = domains[high], one.type == two.type, one.choices == nil, two.choices == nil,
      !counted.contains(low), !counted.contains(high), !orderings.contains(where: { $0 == (low, high) })
    else { return }
    orderings.append((low, high))
  }

  private mutating func findUnfillable() {
    for (place, column) in table.columns.enumerated() {
      guard let domain = domains[place], domain.isEmpty, !column.isLeftToServer else { continue }
      if column.isNullable {
        domains[place]?.nullRate = 1
        continue
      }
      if column.hasDefault { continue }
      let reason =
        if case .unsupported(let name) = column.type {
          "no value can be made for \(column.name) of type \(name), which must not be NULL"
        } else {
          "its checks and partitions leave no value for \(column.name)"
        }
      add("no-value", reason, "give the column a default, or leave the table out", isBlocking: true)
    }
  }

  /// The columns that INSERT names.
  var written: [Int] {
    table.columns.indices.filter { place in
      if table.columns[place].isLeftToServer { return false }
      guard let domain = domains[place] else { return true }
      return !domain.isEmpty
    }
  }

  /// Whether it cannot be filled.
  var isBlocked: Bool { findings.contains { $0.severity == .blocking } }
}

extension ColumnDomain {
  /// Limits the values to those of partitions; false where that could not be done.
  mutating func limit(to bounds: PartitionBounds) -> Bool {
    switch bounds {
    case .list(let texts): return choose(texts.map { .text($0) })
    case .ranges(let ranges):
      guard type.isOrdered else { return false }
      var intervals: [ClosedRange<Int>] = []
      for range in ranges {
        let lower = range.lower.flatMap { bound(.text($0))?.upper }
        let upper = range.upper.flatMap { bound(.text($0)) }
        guard (range.lower == nil) == (lower == nil), (range.upper == nil) == (upper == nil) else { return false }
        let (low, high) = (lower ?? -IntervalSet.limit, upper.map { $0.upper - 1 } ?? IntervalSet.limit)
        if low <= high { intervals.append(low...high) }
      }
      allowed = allowed.intersection(IntervalSet(intervals))
      return true
    }
  }
}
