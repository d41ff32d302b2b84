import Foundation

/// Decides which requests are answered: those of a page that has the address with its token, opened on this machine.
struct RequestGate: Sendable {
  /// What a request gets.
  enum Verdict: Hashable {
    case page
    case style
    case script
    case state
    case events
    case cancel
    /// As if nothing were here.
    case unknown
    /// The page is there, and is asked for in another way.
    case wrongMethod(allowed: String)
    /// A form or script of another page.
    case foreignOrigin
  }

  /// 32 hexadecimal digits.
  let token: String

  /// A token of the system's random generator.
  static func randomToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in String(format: "%02x", UInt8.random(in: .min ... .max, using: &generator)) }.joined()
  }

  /// - Parameters:
  ///   - path: as it stands in the request, with its query.
  ///   - authority: the header Host.
  ///   - port: the one that the request came to.
  func verdict(method: String, path: String, authority: String?, origin: String?, port: Int) -> Verdict {
    let own = ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"]
    // A name of somebody else's that leads to this machine is how a foreign page would get here.
    guard let authority, own.contains(authority.lowercased()) else { return .unknown }
    let bare = path.prefix { $0 != "?" && $0 != "#" }
    guard bare.utf8.first == UInt8(ascii: "/") else { return .unknown }
    let parts = bare.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let given = parts.first, isToken(given) else { return .unknown }
    let found: Verdict
    switch parts[1] {
    case "": found = .page
    case "page.css": found = .style
    case "page.js": found = .script
    case "state.json": found = .state
    case "events": found = .events
    case "cancel": found = .cancel
    default: return .unknown
    }
    let allowed = found == .cancel ? "POST" : "GET"
    guard method == allowed else { return .wrongMethod(allowed: allowed) }
    if found == .cancel, origin?.lowercased() != "http://\(authority.lowercased())" { return .foreignOrigin }
    return found
  }

  /// Takes the same time wherever the two differ.
  private func isToken(_ given: Substring) -> Bool {
    let (own, other) = (Array(token.utf8), Array(given.utf8.prefix(token.utf8.count + 1)))
    guard own.count == other.count else { return false }
    return zip(own, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
