/// PostgreSQL identifiers: the project's one quoter, and the folding of Oracle names.
///
/// Every identifier is quoted, always: no table of reserved words can then go stale with a new PostgreSQL version.
public enum PostgresIdentifier {
  /// PostgreSQL truncates longer identifiers (NAMEDATALEN - 1, in bytes of UTF-8).
  public static let maximumBytes = 63

  /// The name as a quoted identifier, safe to place in SQL whatever it holds.
  ///
  /// Double quotes are doubled. A NUL, which no identifier can hold and at which libpq would cut the statement, becomes
  /// U+FFFD.
  public static func quoted(_ name: String) -> String {
    var result = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"": result += "\"\""
      case "\0": result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A comma-separated list of quoted names.
  public static func quotedList(_ names: some Collection<String>) -> String {
    names.map(quoted).joined(separator: ", ")
  }

  /// The PostgreSQL name for an Oracle name: lower case when it holds no lower-case letter (an unquoted name), else as
  /// it is; shortened to 63 bytes with a hash when it is longer.
  public static func folded(oracleName: String) -> String {
    let isUnquotedSpelling = !oracleName.unicodeScalars.contains { $0.properties.isLowercase }
    return shortened(isUnquotedSpelling ? oracleName.lowercased() : oracleName)
  }

  /// The PostgreSQL name for an Oracle name: folded, or as Oracle spells it.
  public static func name(of oracleName: String, keepsCase: Bool) -> String {
    keepsCase ? shortened(oracleName) : folded(oracleName: oracleName)
  }

  /// The name itself when it has at most 63 bytes, else its beginning and `_` with eight hexadecimal digits of its hash.
  ///
  /// The hash is FNV-1a over the whole name, so the result is the same in every run.
  public static func shortened(_ name: String) -> String {
    guard name.utf8.count > maximumBytes else { return name }
    return withHashSuffix(name, of: name)
  }

  /// The beginning of a name and `_` with eight hexadecimal digits of another text's hash, at most 63 bytes in all.
  public static func withHashSuffix(_ name: String, of text: String) -> String {
    let digits = String(UInt32(truncatingIfNeeded: stableHash(text)), radix: 16)
    let suffix = "_" + String(repeating: "0", count: 8 - digits.count) + digits
    return prefix(of: name, bytes: maximumBytes - suffix.utf8.count) + suffix
  }

  /// The longest beginning of a text that fits the number of UTF-8 bytes without splitting a scalar.
  static func prefix(of text: String, bytes: Int) -> String {
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += UTF8.width(scalar)
      guard used <= bytes else { break }
      result.append(scalar)
    }
    return String(result)
  }

  /// FNV-1a, folded to its lower half's mix: the same on every machine and in every run, unlike `Hasher`.
  static func stableHash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash ^ (hash >> 32)
  }
}
