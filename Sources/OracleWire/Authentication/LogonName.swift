/// Whom a logon is for: `user`, or `proxy[user]` for a proxy that logs on by its own password and is then the user.
public struct LogonName: Sendable, Hashable {
  /// Whose password is asked for.
  public var user: String
  /// Whose session it becomes; nil for the user's own.
  public var client: String?

  public init(_ text: String) {
    if text.last == "]", let bracket = text.firstIndex(of: "["), bracket > text.startIndex {
      let name = text[text.index(after: bracket)...].dropLast()
      if !name.isEmpty {
        user = String(text[..<bracket])
        client = String(name)
        return
      }
    }
    user = text
  }

  /// The user whose schema bare names mean.
  public var schemaOwner: String { client ?? user }
}
