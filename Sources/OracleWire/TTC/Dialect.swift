/// What two ends of a connection have agreed on: every encoder and decoder is handed it.
///
/// Which fields a message has, and how some of them are written, depends on what either side announced at connect time
/// and not on versions alone.
public struct Dialect: Sendable, Hashable {
  /// The highest TTC field version that is spoken here (23.4 and later).
  public static let highestFieldVersion: UInt8 = 24
  /// The field version in which fast authentication is written, before anything is agreed on (19c).
  public static let fastAuthenticationFieldVersion: UInt8 = 13

  /// The smaller of what client and server compiled in: 6 is 11.2, 7 12.1, 12 19c, 24 23.4 and later.
  public var fieldVersion: UInt8
  /// Whether every response ends with message 29.
  ///
  /// Needs the server's offer and the client's capability.
  public var endOfResponse: Bool
  /// Encoding flag 0x02: user names and SQL text bring their own length byte.
  public var convertsLength: Bool
  /// The client listed structure type 652: error messages carry the two fields of 20c.
  public var errorHas20cFields: Bool
  /// The client listed structure type 663: describes carry the fields of 23ai.
  public var describeHas23aiFields: Bool
  /// Type 27 in the universal representation: scales and error flags are variable integers, not raw bytes.
  public var signedByteIsUniversal: Bool
  /// Bytes of the longest value that is no LONG: with the server's 32K strings 32,767, before 12.1 and without them 4,000.
  ///
  /// Longer values of a row go behind the others.
  public var longestString = 32767
  /// Whether the pieces of a long value have lengths of one byte, as servers without compile capability 37's 0x20 have
  /// it (go-ora).
  public var hasByteChunks = false

  /// Makes a dialect, by default the newest one.
  public init(
    fieldVersion: UInt8 = Dialect.highestFieldVersion, endOfResponse: Bool = true, convertsLength: Bool = true,
    errorHas20cFields: Bool = true, describeHas23aiFields: Bool = true, signedByteIsUniversal: Bool = false
  ) {
    self.fieldVersion = fieldVersion
    self.endOfResponse = endOfResponse
    self.convertsLength = convertsLength
    self.errorHas20cFields = errorHas20cFields
    self.describeHas23aiFields = describeHas23aiFields
    self.signedByteIsUniversal = signedByteIsUniversal
  }

  /// Whether function headers carry a token (0 unless calls are pipelined).
  public var hasToken: Bool { fieldVersion >= 18 }
}
