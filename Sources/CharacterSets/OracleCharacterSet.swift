/// A character set by the name that Oracle has for it, and the name under which the C library's iconv knows it.
///
/// Only sets whose first 128 characters are ASCII's, which have no shifts, and in which a character has one or two bytes
/// (but for UTF-8). Sources: Oracle Database Globalization Support Guide, "Locale Data" (the names); the list of
/// `iconv -l`.
public struct OracleCharacterSet: Sendable, Hashable {
  /// Such as `WE8MSWIN1252`.
  public let name: String
  /// Such as `CP1252`.
  let encoding: String

  /// The set of a name, in any case of letters; nil for one that cannot be decoded.
  public init?(name: String) {
    let name = name.uppercased()
    guard let encoding = Self.encodings[name] else { return nil }
    self.name = name
    self.encoding = encoding
  }

  /// Whether text in it is UTF-8 already.
  public var isUTF8: Bool { encoding == "UTF-8" }

  /// The names of all sets that can be decoded, in their order.
  public static let names = encodings.keys.sorted()

  /// The numbers that sets have here, by which tables are found.
  static let numbers = 0..<names.count

  /// Its place among the names; another in each version of the program.
  public var number: Int { Self.names.firstIndex(of: name) ?? 0 }

  private static let encodings = [
    "AL32UTF8": "UTF-8", "UTF8": "UTF-8", "US7ASCII": "US-ASCII",
    // ISO 8859
    "WE8ISO8859P1": "ISO-8859-1", "EE8ISO8859P2": "ISO-8859-2", "SE8ISO8859P3": "ISO-8859-3",
    "NEE8ISO8859P4": "ISO-8859-4", "CL8ISO8859P5": "ISO-8859-5", "AR8ISO8859P6": "ISO-8859-6",
    "EL8ISO8859P7": "ISO-8859-7", "IW8ISO8859P8": "ISO-8859-8", "WE8ISO8859P9": "ISO-8859-9",
    "NE8ISO8859P10": "ISO-8859-10", "BLT8ISO8859P13": "ISO-8859-13", "CEL8ISO8859P14": "ISO-8859-14",
    "WE8ISO8859P15": "ISO-8859-15",
    // Windows; 1255 and 1258 compose characters of several bytes, and are left out
    "EE8MSWIN1250": "CP1250", "CL8MSWIN1251": "CP1251", "WE8MSWIN1252": "CP1252", "EL8MSWIN1253": "CP1253",
    "TR8MSWIN1254": "CP1254", "AR8MSWIN1256": "CP1256", "BLT8MSWIN1257": "CP1257",
    // DOS and others
    "US8PC437": "CP437", "WE8PC850": "CP850", "EE8PC852": "CP852", "RU8PC855": "CP855", "TR8PC857": "CP857",
    "WE8PC858": "CP858", "WE8PC860": "CP860", "IS8PC861": "CP861", "CDN8PC863": "CP863", "N8PC865": "CP865",
    "RU8PC866": "CP866", "CL8KOI8R": "KOI8-R", "CL8KOI8U": "KOI8-U", "TH8TISASCII": "TIS-620",
    // two bytes: JA16SJIS as Windows writes it, where the wave dash is U+FF5E as in JA16SJISTILDE
    "JA16SJIS": "CP932", "JA16SJISTILDE": "CP932", "ZHS16GBK": "CP936", "ZHS16CGB231280": "EUC-CN",
    "ZHT16MSWIN950": "CP950", "ZHT16BIG5": "BIG5", "KO16MSWIN949": "CP949", "KO16KSC5601": "EUC-KR",
  ]
}

/// A character set that this machine's C library cannot decode.
public struct CharacterSetError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Oracle's name of it.
  public let name: String

  /// What is missing, and where it comes from.
  public var description: String {
    "the C library of this machine does not know the character set \(name); install its converters, which are in the "
      + "package glibc-gconv-extra on Red Hat and its kin, in libc6 on Debian and its kin"
  }
}
