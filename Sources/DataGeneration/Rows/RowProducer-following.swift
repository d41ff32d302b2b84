import SampleSchema

/// Foreign keys that no key of the table has settled.
extension RowProducer {
  /// Rows of a pool by some columns of their key.
  struct Lookup: Sendable {
    var columns: [Int]
    var places: [[GeneratedValue]: [Int]]
  }

  mutating func follow(
    _ foreign: Int, _ row: inout [GeneratedValue], _ assigned: inout [Bool], attempt: Int
  ) -> Bool {
    let key = plan.table.foreignKeys[foreign]
    var generator = Self.generator(foreignSeeds[foreign], row: firstRow + made, attempt: attempt)
    let shared = key.columns.filter { assigned[$0] }
    let open = key.columns.filter { !assigned[$0] }
    let canBeNull = !open.isEmpty && open.contains { plan.table.columns[$0].isNullable }
    for column in key.columns { assigned[column] = true }
    // MATCH SIMPLE: a key with a NULL in it refers to nothing.
    func leaveNull() -> Bool {
      for column in open where plan.table.columns[column].isNullable { row[column] = .null }
      return canBeNull
    }
    if shared.contains(where: { row[$0] == .null }) { return leaveNull() || open.isEmpty }
    if key.table == plan.table.name, key.otherSchema == nil {
      return followItself(foreign, key, &row, shared, canBeNull, &generator)
    }
    guard let pool = pools[foreign], pool.count > 0 else { return leaveNull() }
    if canBeNull, generator.isOne(in: 10) { return leaveNull() }
    if shared.isEmpty {
      assign(pool.key(generator.below(pool.count)), of: foreign, to: &row)
      return true
    }
    let known = shared.map { row[$0] }
    let candidates = lookup(foreign, shared, pool).places[known] ?? []
    if candidates.isEmpty {
      if open.isEmpty { return !pool.isComplete || pool.count > Self.mostLookedUp }
      return leaveNull()
    }
    assign(pool.key(generator.pick(candidates)), of: foreign, to: &row)
    return true
  }

  private static let mostLookedUp = 200_000

  private mutating func lookup(_ foreign: Int, _ shared: [Int], _ pool: KeyPool) -> Lookup {
    if let lookup = lookups[foreign], lookup.columns == shared { return lookup }
    let columns = plan.table.foreignKeys[foreign].columns
    let places = shared.compactMap { columns.firstIndex(of: $0) }
    var lookup = Lookup(columns: shared, places: [:])
    for place in 0..<min(pool.count, Self.mostLookedUp) {
      let key = pool.key(place)
      lookup.places[places.map { key[$0] }, default: []].append(place)
    }
    lookups[foreign] = lookup
    return lookup
  }

  /// A row of the same table: an earlier one, or, where there is none and NULL is not allowed, the row itself.
  private func followItself(
    _ foreign: Int, _ key: ForeignKeyDescription, _ row: inout [GeneratedValue], _ shared: [Int], _ canBeNull: Bool,
    _ generator: inout SplitMix64
  ) -> Bool {
    let sampled = pools[foreign]?.sampled ?? []
    let referenced = key.referenced.compactMap { plan.table.place(of: $0) }
    let counter = referenced.count == 1 ? counters.first { $0.column == referenced[0] } : nil
    let earlier = counter == nil ? 0 : made
    if canBeNull, generator.isOne(in: 10) || sampled.isEmpty && earlier == 0 || !shared.isEmpty { return true }
    if shared.isEmpty, sampled.count + earlier > 0 {
      let place = generator.below(sampled.count + earlier)
      if place < sampled.count {
        assign(sampled[place], of: foreign, to: &row)
      } else if let counter {
        assign([counter.form.value(counter.start + place - sampled.count)], of: foreign, to: &row)
      }
      return true
    }
    guard referenced.count == key.columns.count else { return false }
    for (column, other) in zip(key.columns, referenced) where column != other { row[column] = row[other] }
    return true
  }
}
