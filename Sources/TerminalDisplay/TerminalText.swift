/// How much room texts take on a terminal.
public enum TerminalText {
  /// Columns that a text takes; one without control characters.
  public static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The beginning of a text that takes so many columns at the most.
  public static func prefix(_ text: String, columns: Int) -> String {
    var rest = columns
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      rest -= width(scalar)
      guard rest >= 0 else { break }
      kept.append(scalar)
    }
    return String(kept)
  }

  /// Two for characters that Unicode calls wide, none for marks that stand on others (UAX #11, condensed).
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x300: return 1
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xa960...0xa97c, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff, 0x20000...0x3fffd:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      default: return 1
      }
    }
  }
}
