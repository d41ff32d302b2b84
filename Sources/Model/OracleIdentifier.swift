/// Oracle identifiers in the dictionary's exact spelling.
public enum OracleIdentifier {
  /// The name as a quoted Oracle identifier.
  ///
  /// - Throws: `IdentifierError` for an empty name or one with a double quote or NUL: Oracle has no escape for these, so
  ///   no object can be called so.
  public static func quoted(_ name: String) throws(IdentifierError) -> String {
    guard !name.isEmpty, !name.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\0" }) else {
      throw IdentifierError(name: name)
    }
    return "\"" + name + "\""
  }

  /// `"OWNER"."NAME"`.
  public static func quoted(owner: String, name: String) throws(IdentifierError) -> String {
    try quoted(owner) + "." + quoted(name)
  }
}

/// A name that cannot be an Oracle identifier.
public struct IdentifierError: Error, Hashable, CustomStringConvertible {
  /// The offending name.
  public let name: String

  /// The message, with the name and what is wrong with it.
  public var description: String {
    "'\(name.replacingNUL)' cannot be an Oracle identifier: it is empty or holds a double quote or a NUL"
  }
}

extension String {
  fileprivate var replacingNUL: String {
    String(unicodeScalars.map { $0 == "\0" ? Character("\u{FFFD}") : Character($0) })
  }
}
