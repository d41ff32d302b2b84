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
}
