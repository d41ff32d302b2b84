import Model

/// Names that are taken in one PostgreSQL name space.
struct NamePool {
  private var taken: Set<String>

  init(reserved: Set<String> = []) {
    taken = reserved
  }

  /// Takes a name where it is free; nil where it is not.
  mutating func taken(_ name: String) -> String? { taken.insert(name).inserted ? name : nil }

  /// Takes the wanted name, or when it is gone, the name with a hash of what it is for.
  ///
  /// - Parameter identity: what the name is for, such as `index ORDERS.ORDERS_IX`: equal in every run.
  mutating func take(_ wanted: String, for identity: String) -> String {
    var name = wanted
    var round = 0
    while !taken.insert(name).inserted {
      name = PostgresIdentifier.withHashSuffix(wanted, of: round == 0 ? identity : "\(identity) \(round)")
      round += 1
    }
    return name
  }
}
