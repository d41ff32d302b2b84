/// The password verifier of releases up to 10g, which later ones keep for old clients and for logons without case.
///
/// It has no salt but the user's name, knows no upper and lower case, and hangs on the 56 bits of a DES key: who has
/// it, or records a logon by it, can try passwords fast.
///
/// Facts: published descriptions and the vectors of the tests. Which letters beyond ASCII are made upper case is not
/// published, and other implementations differ; here each letter with an upper case of its own gets it, as Oracle's
/// UPPER does under NLS_SORT=BINARY, and all others stay (`ß` does not become `SS`).
public enum Verifier10g {
  /// The eight bytes that the server keeps.
  ///
  /// - Parameter user: as the dictionary has it, or as it was typed at the logon.
  public static func hash(user: String, password: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in (upper(unquoted(user)) + upper(Substring(password))).utf16 {
      bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      bytes.append(UInt8(truncatingIfNeeded: unit))
    }
    let key = DES(key: 0x0123_4567_89AB_CDEF).lastBlock(of: bytes)
    let hash = DES(key: key).lastBlock(of: bytes)
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64(56 - $0 * 8)) }
  }

  private static func unquoted(_ name: String) -> Substring {
    guard name.utf8.count > 2, name.hasPrefix("\""), name.hasSuffix("\"") else { return Substring(name) }
    return name.dropFirst().dropLast()
  }

  private static func upper(_ text: Substring) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let mapped = scalar.properties.uppercaseMapping.unicodeScalars
      if let one = mapped.first, mapped.count == 1 { result.append(one) } else { result.append(scalar) }
    }
    return String(result)
  }
}
