/// Text that is read as the bytes that Oracle has stored, and decoded here from a character set that the user declares.
///
/// For columns whose bytes are none of the database's character set, so that Oracle's conversion would lose them.
public struct DeclaredText: Sendable, Hashable, Codable {
  /// Oracle's name of the set, such as `WE8MSWIN1252`.
  public var characterSet: String
  /// How many pieces a value is read in; 1 where no value has more than `pieceBytes`.
  public var pieces: Int

  /// To SQL a RAW has no more bytes, where MAX_STRING_SIZE is STANDARD (SQL Language Reference, "Data Types").
  public static let pieceBytes = 2_000
  /// Characters of a piece, which may have four bytes each.
  static let pieceCharacters = pieceBytes / 4

  /// The way for a column of VARCHAR2 or CHAR.
  ///
  /// - Parameters:
  ///   - length: in characters.
  ///   - byteLength: in bytes; nil where nobody knows it.
  public init(characterSet: String, length: Int, byteLength: Int?) {
    self.characterSet = characterSet
    let bytes = byteLength ?? length * 4
    pieces = bytes <= Self.pieceBytes ? 1 : (max(1, length) + Self.pieceCharacters - 1) / Self.pieceCharacters
  }

  /// Whether the query gives the bytes themselves; else it gives the text `length:digits`, the length being that of the
  /// bytes in Oracle, the digits hexadecimal.
  public var isWhole: Bool { pieces == 1 }

  /// What a query selects, under the column's own name.
  ///
  /// UTL_RAW.CAST_TO_RAW converts nothing (PL/SQL Packages and Types Reference, "UTL_RAW"). Long values are cut between
  /// characters, as Oracle sees them: LENGTHB tells whether nothing was lost.
  ///
  /// - Parameter column: the column's name, quoted.
  func selection(of column: String) -> String {
    guard !isWhole else { return "UTL_RAW.CAST_TO_RAW(\(column)) AS \(column)" }
    let digits = (0..<pieces).map { piece in
      let start = piece * Self.pieceCharacters + 1
      return "RAWTOHEX(UTL_RAW.CAST_TO_RAW(SUBSTR(\(column), \(start), \(Self.pieceCharacters))))"
    }
    return "CASE WHEN \(column) IS NOT NULL THEN TO_CLOB(LENGTHB(\(column)) || ':') || "
      + digits.joined(separator: " || ") + " END AS \(column)"
  }

  /// The type of what is selected.
  var selectedType: OracleDataType { isWhole ? .raw(length: Self.pieceBytes) : .clob }
}
