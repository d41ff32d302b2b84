/// Addresses, and lists of them, with the rule by which they are tried.
public struct ConnectRoute: Sendable, Hashable {
  public enum Step: Sendable, Hashable {
    case address(ConnectAddress)
    case list(ConnectRoute)
  }

  /// Whether the next one is tried when one fails.
  public var failsOver: Bool
  /// Whether the order is random.
  public var balancesLoad: Bool
  public var steps: [Step]

  public init(failsOver: Bool = true, balancesLoad: Bool = false, steps: [Step]) {
    self.failsOver = failsOver
    self.balancesLoad = balancesLoad
    self.steps = steps
  }

  /// All addresses, in the order in which they stand.
  public var addresses: [ConnectAddress] {
    steps.flatMap { step in
      switch step {
      case .address(let address): [address]
      case .list(let route): route.addresses
      }
    }
  }

  /// The addresses that one round tries, in their order.
  public func order(using generator: inout some RandomNumberGenerator) -> [ConnectAddress] {
    var result: [ConnectAddress] = []
    for step in ConnectRoute.chosen(steps, failsOver: failsOver, balancesLoad: balancesLoad, using: &generator) {
      switch step {
      case .address(let address): result.append(address)
      case .list(let route): result += route.order(using: &generator)
      }
    }
    return result
  }

  /// FAILOVER and LOAD_BALANCE: all in order, all shuffled, one by chance, or the first alone.
  static func chosen<Item>(
    _ items: [Item], failsOver: Bool, balancesLoad: Bool, using generator: inout some RandomNumberGenerator
  ) -> [Item] {
    let ordered = balancesLoad ? items.shuffled(using: &generator) : items
    return failsOver ? ordered : Array(ordered.prefix(1))
  }
}
