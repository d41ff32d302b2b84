/// The rows that a foreign key can refer to, by the values of the key that it names.
struct KeyPool: Sendable {
  /// Keys of rows that were read, at most `limit` of them.
  var sampled: [[GeneratedValue]]
  /// Keys that are known without reading: of rows made in this run, by the number of each.
  var counted: (form: UniqueForm, start: Int, count: Int)?
  /// Whether these are all keys there are.
  var isComplete: Bool

  /// Keys of a table that are kept in memory.
  static let limit = 100_000

  var count: Int { sampled.count + (counted?.count ?? 0) }

  /// The values of a key, in the order in which the foreign key names them; the place is below `count`.
  func key(_ place: Int) -> [GeneratedValue] {
    if place < sampled.count { return sampled[place] }
    guard let counted else { return [] }
    return [counted.form.value(counted.start + place - sampled.count)]
  }
}
