import Testing

@testable import OracleWire

@Suite struct ConnectRouteTests {
  private static func addresses(_ names: String) -> [ConnectRoute.Step] {
    names.map { .address(ConnectAddress(host: String($0))) }
  }

  private func order(_ route: ConnectRoute) -> String {
    var random = SystemRandomNumberGenerator()
    return route.order(using: &random).map(\.host).joined()
  }

  @Test func failoverKeepsTheOrder() {
    let inner = ConnectRoute(steps: Self.addresses("bc"))
    let route = ConnectRoute(steps: Self.addresses("a") + [.list(inner)] + Self.addresses("d"))
    #expect(order(route) == "abcd")
  }

  @Test func withoutFailoverOneIsTried() {
    #expect(order(ConnectRoute(failsOver: false, steps: Self.addresses("abc"))) == "a")
    let single = ConnectRoute(failsOver: false, balancesLoad: true, steps: Self.addresses("abc"))
    let seen = Set((0..<200).map { _ in order(single) })
    #expect(seen == ["a", "b", "c"])
  }

  @Test func loadBalancingShufflesListsAndKeepsThemTogether() {
    let lists = ["ab", "cd"].map { ConnectRoute.Step.list(ConnectRoute(steps: Self.addresses($0))) }
    let seen = Set((0..<200).map { _ in order(ConnectRoute(balancesLoad: true, steps: lists)) })
    #expect(seen == ["abcd", "cdab"])
  }
}
