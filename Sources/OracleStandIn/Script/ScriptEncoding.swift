import OracleWire

/// Character sets that scripts are written in.
public enum ScriptEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case latin1 = "iso-8859-1"
  case windows1252 = "windows-1252"

  /// Finds an encoding by its usual names, in any case: `utf8`, `latin1`, `cp1252`, `WE8MSWIN1252` and so on.
  public init?(name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8", "al32utf8": self = .utf8
    case "latin1", "latin-1", "iso-8859-1", "iso8859-1", "iso_8859-1", "we8iso8859p1": self = .latin1
    case "windows-1252", "cp1252", "windows1252", "we8mswin1252": self = .windows1252
    default: return nil
    }
  }

  /// Characters of windows-1252 from 0x80 to 0x9F; five of them are unused and read as control characters.
  private static let windowsCharacters: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  /// Decodes a script.
  ///
  /// Bytes that are no UTF-8, when UTF-8 is what was asked for, become replacement characters: in comments they do no
  /// harm, in statements the loader refuses them.
  public func decode(_ bytes: [UInt8]) -> ScriptText {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    switch self {
    case .utf8:
      if let text = String(validating: bytes, as: UTF8.self) { return ScriptText(text: text, isRepaired: false) }
      return ScriptText(text: String(decoding: bytes, as: UTF8.self), isRepaired: true)
    case .latin1, .windows1252:
      var scalars = String.UnicodeScalarView()
      for byte in bytes {
        var value = UInt32(byte)
        if self == .windows1252, (0x80...0x9F).contains(byte) { value = Self.windowsCharacters[Int(byte) - 0x80] }
        if let scalar = UnicodeScalar(value) { scalars.append(scalar) }
      }
      return ScriptText(text: String(scalars), isRepaired: false)
    }
  }
}

/// A script's text.
public struct ScriptText: Sendable, Hashable {
  public var text: String
  /// Whether replacement characters stand for bytes that were no UTF-8.
  public var isRepaired: Bool

  public init(text: String, isRepaired: Bool) {
    self.text = text
    self.isRepaired = isRepaired
  }

  /// The place of the first replacement character in a statement, in bytes.
  static func offsetOfReplacement(in statement: String) -> Int? {
    let mark = Array("\u{FFFD}".utf8)
    return statement.utf8.firstRange(of: mark).map {
      statement.utf8.distance(from: statement.startIndex, to: $0.lowerBound)
    }
  }
}
