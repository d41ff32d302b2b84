import OracleWire

/// The character set of a stand-in's database.
///
/// Values are kept as the bytes that were stored, as Oracle keeps them: UTL_RAW.CAST_TO_VARCHAR2 puts any there, and they
/// go unconverted to a client of the same set. US7ASCII is for text that passed through in another set: to clients, which
/// are all of UTF-8, each of its bytes above 127 goes as U+FFFD, and what is no ASCII comes in as `?`, in statements and
/// binds, national text too.
public enum StandInCharacterSet: String, Sendable, CaseIterable {
  case al32utf8 = "AL32UTF8"
  case us7ascii = "US7ASCII"

  /// Oracle's number of it.
  var number: UInt16 {
    switch self {
    case .al32utf8: CharacterSet.utf8
    case .us7ascii: 1
    }
  }

  /// Whether each byte is a character.
  var isSingleByte: Bool { self == .us7ascii }

  /// Text of the database as clients get it.
  func sent(_ bytes: [UInt8]) -> [UInt8] {
    guard self == .us7ascii, bytes.contains(where: { $0 > 127 }) else { return bytes }
    return bytes.flatMap { $0 > 127 ? Self.replacement : [$0] }
  }

  /// Text of a client as the database takes it.
  func received(_ text: String) -> String {
    guard self == .us7ascii, text.utf8.contains(where: { $0 > 127 }) else { return text }
    var taken = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { taken.append(scalar.isASCII ? scalar : "?") }
    return String(taken)
  }

  /// The same of a bind.
  func received(_ datum: StandInDatum) -> StandInDatum {
    guard self == .us7ascii, datum.typeCode.isCharacter || datum.typeCode == .clob, let bytes = datum.bytes else {
      return datum
    }
    return StandInDatum(
      typeCode: datum.typeCode, bytes: Array(received(String(decoding: bytes, as: UTF8.self)).utf8))
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}
