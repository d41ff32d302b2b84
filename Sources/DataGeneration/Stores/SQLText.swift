import Model

/// The statements that both databases understand alike, but for the marks of places.
struct SQLText: Sendable {
  /// A quoted name; throws for one that no object can have.
  var quoted: @Sendable (String) throws -> String
  /// The place of a value by its number from 1, for a column: a cast where the database needs one.
  var place: @Sendable (Int, ColumnDescription) -> String
  /// What makes text sort by its bytes.
  var byteOrder: @Sendable (ValueType) -> String

  func list(_ names: [String], prefix: String = "") throws -> String {
    try names.map { prefix + (try quoted($0)) }.joined(separator: ", ")
  }

  /// `(a = ?1 AND b = ?2) OR ...`, or `a IN (?1, ?2)`.
  func condition(_ columns: [ColumnDescription], count: Int) throws -> String {
    let names = try columns.map { try quoted($0.name) }
    if names.count == 1 {
      return names[0] + " IN (" + (1...count).map { place($0, columns[0]) }.joined(separator: ", ") + ")"
    }
    return (0..<count).map { row in
      "("
        + names.indices.map { "\(names[$0]) = \(place(row * names.count + $0 + 1, columns[$0]))" }
        .joined(separator: " AND ") + ")"
    }.joined(separator: " OR ")
  }

  /// Distinct keys in order, at most so many of them, spread evenly; `total` is how many there are.
  func sample(_ table: String, _ columns: [String], _ types: [ValueType], total: Int, limit: Int) throws -> String {
    let names = try list(columns)
    let present = try columns.map { try quoted($0) + " IS NOT NULL" }.joined(separator: " AND ")
    let order = try zip(columns, types).map { try quoted($0) + byteOrder($1) }.joined(separator: ", ")
    let stride = max(1, (total + limit - 1) / max(1, limit))
    let all = "SELECT DISTINCT \(names) FROM \(table) WHERE \(present)"
    if stride == 1 { return "SELECT \(names) FROM (\(all)) t ORDER BY \(order)" }
    return
      "SELECT \(names) FROM (SELECT \(names), ROW_NUMBER() OVER (ORDER BY \(order)) AS row_place FROM (\(all)) t) u "
      + "WHERE MOD(row_place, \(stride)) = 0 ORDER BY \(order)"
  }

  /// So many keys of a table, spread evenly over their order.
  ///
  /// Of `total` rows those are taken at which `count` steps begin: each step once, whatever the shift.
  func choice(
    _ table: String, _ key: [ColumnDescription], count: Int, total: Int, shift: Int, filter: String
  ) throws -> String {
    let names = try list(key.map(\.name))
    let order = try key.map { try quoted($0.name) + byteOrder($0.type) }.joined(separator: ", ")
    return "SELECT \(names) FROM (SELECT \(names), ROW_NUMBER() OVER (ORDER BY \(order)) AS row_place FROM \(table) t"
      + "\(filter)) u WHERE MOD((row_place + \(shift)) * \(count), \(max(1, total))) < \(count) ORDER BY \(order)"
  }

  /// Whether rows refer to a row of `t`.
  func isReferred(by references: [(table: String, columns: [String], referenced: [String])]) throws -> String {
    try references.map { reference in
      let pairs = try zip(reference.columns, reference.referenced).map {
        "c.\(try quoted($0)) = t.\(try quoted($1))"
      }
      return "EXISTS (SELECT 1 FROM \(reference.table) c WHERE \(pairs.joined(separator: " AND ")))"
    }.joined(separator: " OR ")
  }
}
