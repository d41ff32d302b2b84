/// The combinations of a key's parts, each once: values of free columns, and places in the pools of foreign keys.
struct KeyEnumeration: Sendable {
  let columns: [Int]
  let free: [(column: Int, form: UniqueForm, radix: Int)]
  let foreign: [(index: Int, count: Int)]
  /// Values of the key in rows that were there before.
  let taken: Set<[GeneratedValue]>
  private(set) var cursor = 0
  let capacity: Int

  /// - Parameters:
  ///   - rows: how many combinations will be asked for.
  ///   - free: columns that can take part, the most capable first; as many as it needs do.
  init(
    columns: [Int], free: [(column: Int, form: UniqueForm)], foreign: [(index: Int, count: Int)],
    taken: Set<[GeneratedValue]>, rows: Int
  ) {
    self.columns = columns
    self.taken = taken
    self.foreign = foreign
    let needed = rows + taken.count
    var capacity = foreign.reduce(1) { Self.product($0, $1.count) }
    var parts: [(column: Int, form: UniqueForm, radix: Int)] = []
    for (column, form) in free {
      let wanted = capacity == 0 ? 0 : max(capacity >= needed ? 1 : 3, needed / capacity + 1)
      let radix = min(form.capacity, wanted)
      if radix <= 1, capacity >= needed { break }
      parts.append((column, form, radix))
      capacity = Self.product(capacity, radix)
    }
    self.free = parts
    self.capacity = capacity
  }

  private static func product(_ one: Int, _ two: Int) -> Int {
    let (product, overflow) = one.multipliedReportingOverflow(by: two)
    return overflow ? Int.max : product
  }

  /// The next combination; nil when there are no more.
  ///
  /// Free columns run fastest, as lines of an order do. The place in each later pool is shifted by the one before, so that
  /// pairs lie along diagonals, not all in one row.
  mutating func next() -> (values: [(column: Int, value: GeneratedValue)], places: [(index: Int, place: Int)])? {
    guard cursor < capacity else { return nil }
    var rest = cursor
    cursor += 1
    var values: [(column: Int, value: GeneratedValue)] = []
    for part in free {
      values.append((part.column, part.form.value(rest % part.radix)))
      rest /= part.radix
    }
    var places: [(index: Int, place: Int)] = []
    var shift = 0
    for part in foreign {
      let place = (rest + shift) % part.count
      places.append((part.index, place))
      rest /= part.count
      shift = place
    }
    return (values, places)
  }

  func isTaken(_ row: [GeneratedValue]) -> Bool {
    !taken.isEmpty && taken.contains(columns.map { row[$0] })
  }
}
