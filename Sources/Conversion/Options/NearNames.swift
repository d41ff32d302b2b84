/// Names that somebody may have meant.
enum NearNames {
  /// At most five names that differ from the wanted one in few characters or hold it, the nearest first.
  static func of(_ wanted: String, among names: some Sequence<String>) -> [String] {
    let wanted = Array(wanted.uppercased().prefix(longest))
    guard !wanted.isEmpty else { return [] }
    let limit = max(2, wanted.count / 3)
    var found: [(distance: Int, name: String)] = []
    for name in Set(names) {
      let other = Array(name.uppercased().prefix(longest))
      let distance = Self.distance(wanted, other)
      if distance <= limit {
        found.append((distance, name))
      } else if String(other).contains(String(wanted)) {
        found.append((limit + distance, name))
      }
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(5).map(\.name)
  }

  /// Characters beyond it are not compared: the time is the product of both lengths.
  private static let longest = 300

  /// How many characters must be put in, taken out or changed.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (index, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for place in right.indices {
        let changed = diagonal + (character == right[place] ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(changed, diagonal + 1, row[place] + 1)
      }
    }
    return row[right.count]
  }
}
