/// The order in which tables are filled, so that those that others refer to come first.
struct TableOrder: Sendable {
  /// A foreign key of a table, by its place.
  struct Reference: Sendable, Hashable {
    var table: String
    var foreignKey: Int
  }

  /// In the order of filling.
  private(set) var tables: [String] = []
  /// Foreign keys of circles, which stay NULL until all tables are filled.
  private(set) var postponed: Set<Reference> = []
  /// Circles in which no foreign key may be NULL, as the tables on the way.
  private(set) var closedCircles: [[String]] = []

  /// - Parameter descriptions: the tables to be filled; references to others do not count.
  init(_ descriptions: [TableDescription]) {
    let byName = Dictionary(descriptions.map { ($0.name, $0) }) { first, _ in first }
    var open = descriptions.map(\.name)
    while !open.isEmpty {
      let names = Set(open)
      func waiting(_ name: String) -> [(Int, ForeignKeyDescription)] {
        guard let table = byName[name] else { return [] }
        return table.foreignKeys.enumerated().filter { index, key in
          key.otherSchema == nil && key.table != name && names.contains(key.table)
            && !postponed.contains(Reference(table: name, foreignKey: index))
        }.map { ($0.offset, $0.element) }
      }
      let ready = open.filter { waiting($0).isEmpty }
      if !ready.isEmpty {
        tables += ready
        open.removeAll { ready.contains($0) }
        continue
      }
      let circle = Self.circle(from: open[0]) { waiting($0).first?.1.table }
      // One foreign key of the circle that may be NULL is put off; where there is none, the first is, and said so.
      var found: Reference?
      for name in circle where found == nil {
        guard let table = byName[name] else { continue }
        for (index, key) in waiting(name) where circle.contains(key.table) {
          if key.columns.contains(where: { table.columns[$0].isNullable && !table.primaryKey.contains($0) }) {
            found = found ?? Reference(table: name, foreignKey: index)
          }
        }
      }
      if let found {
        postponed.insert(found)
      } else {
        closedCircles.append(circle)
        guard let first = waiting(circle[0]).first(where: { circle.contains($0.1.table) }) else { break }
        postponed.insert(Reference(table: circle[0], foreignKey: first.0))
      }
    }
  }

  /// Follows the first reference of each table until one comes again.
  private static func circle(from start: String, _ next: (String) -> String?) -> [String] {
    var path = [start]
    while let name = next(path[path.count - 1]) {
      if let place = path.firstIndex(of: name) { return Array(path[place...]) }
      path.append(name)
    }
    return path
  }
}
