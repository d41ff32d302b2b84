/// PostgreSQL string literals.
public enum PostgresLiteral {
  /// The text as a string literal, safe under any setting of standard_conforming_strings.
  ///
  /// A NUL, which no PostgreSQL text can hold, becomes U+FFFD; a caller that must be exact looks for it before.
  public static func quoted(_ text: String) -> String {
    var body = ""
    var hasBackslash = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": body += "''"
      case "\\":
        body += "\\\\"
        hasBackslash = true
      case "\0": body.unicodeScalars.append("\u{FFFD}")
      default: body.unicodeScalars.append(scalar)
      }
    }
    return (hasBackslash ? "E'" : "'") + body + "'"
  }

  /// Texts as an array's text, for a bind of an array type; nil is NULL.
  public static func array(_ texts: [String?]) -> String {
    let elements = texts.map { text in
      guard let text else { return "NULL" }
      return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    return "{" + elements.joined(separator: ",") + "}"
  }
}
