import CharacterSets

/// Text that Oracle gives as the bytes it has stored, in a character set that the user declared.
///
/// By the C library, a value at a time, where the copy looks characters up in a table: a fault of one does not hide in the
/// other.
public struct DeclaredTextReading: Sendable, Hashable {
  private let converter: TextConverter
  /// Whether blanks at the end are padding.
  let isPadded: Bool
  /// Whether the value is the bytes; else it is `length:digits`.
  let isWhole: Bool

  /// A way to read a column.
  ///
  /// - Parameters:
  ///   - name: Oracle's name of the character set.
  ///   - isPadded: whether blanks at the end are padding.
  ///   - isWhole: whether a value is the bytes; else it is their number in decimal digits, a colon, and the bytes in
  ///     hexadecimal ones.
  /// - Throws: `CanonicalError.invalidValue` for a set that cannot be decoded here.
  public init(characterSet name: String, isPadded: Bool, isWhole: Bool) throws(CanonicalError) {
    guard let set = OracleCharacterSet(name: name) else {
      throw .invalidValue(type: "character set", reason: "\(name) is not known")
    }
    do {
      converter = try TextConverter(set)
    } catch {
      throw .invalidValue(type: "character set", reason: "\(error)")
    }
    self.isPadded = isPadded
    self.isWhole = isWhole
  }

  /// The text in UTF-8; nil when it is none.
  func utf8(_ value: RawSpan) -> [UInt8]? {
    value.withUnsafeBytes { bytes in
      guard !isWhole else { return converter.utf8(bytes) }
      let parts = bytes.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let count = Int(String(decoding: parts[0], as: UTF8.self)), parts[1].count == count * 2
      else { return nil }
      let digits = Array(parts[1])
      var stored: [UInt8] = []
      for place in stride(from: 0, to: digits.count, by: 2) {
        guard let byte = UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) else {
          return nil
        }
        stored.append(byte)
      }
      return stored.withUnsafeBytes { converter.utf8($0) }
    }
  }

  public static func == (left: DeclaredTextReading, right: DeclaredTextReading) -> Bool {
    left.converter.set == right.converter.set && left.isPadded == right.isPadded && left.isWhole == right.isWhole
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(converter.set)
    hasher.combine(isPadded)
    hasher.combine(isWhole)
  }
}

extension CanonicalBuffer {
  /// Appends the text that bytes are in their declared character set; bytes that are none equal no text.
  mutating func append(declaredText bytes: RawSpan, as reading: DeclaredTextReading) {
    guard let text = reading.utf8(bytes) else {
      append(.unrepresentable, contentsOf: bytes)
      return
    }
    if reading.isPadded { append(paddedText: text.span.bytes) } else { append(.text, contentsOf: text.span.bytes) }
  }
}

extension ColumnForm {
  /// The form of a column of VARCHAR2 or CHAR that is read as bytes.
  ///
  /// - Parameters:
  ///   - name: Oracle's name of the character set that they are in.
  ///   - isPadded: whether the column is a CHAR.
  ///   - isWhole: as `DeclaredTextReading` has it.
  /// - Throws: `CanonicalError` for types that cannot be compared, and for sets that cannot be decoded.
  public init(
    declaredText name: String, isPadded: Bool, isWhole: Bool, postgres type: PostgresColumnType
  ) throws(CanonicalError) {
    switch PostgresColumnType.BuiltIn(rawValue: type.oid) {
    case .text, .varchar, .json:
      // Where nothing is padding, all blanks count.
      let reading = try DeclaredTextReading(characterSet: name, isPadded: false, isWhole: isWhole)
      self.init(oracle: .declaredText(reading), postgres: .text)
    case .bpchar where isPadded:
      let reading = try DeclaredTextReading(characterSet: name, isPadded: true, isWhole: isWhole)
      self.init(oracle: .declaredText(reading), postgres: .paddedText)
    default:
      throw .notComparable(
        oracle: isPadded ? "CHAR" : "VARCHAR2", postgres: type.name,
        reason: "the types have no canonical form in common")
    }
  }
}
