import Synchronization

/// The characters of a set by their bytes: what each single byte and each pair of bytes means.
///
/// Made once for a set and kept for the life of the program, so that loops over values can hold it without counting
/// references.
public struct DecodingTable: @unchecked Sendable, Hashable {
  /// In the place of a scalar: no character begins so.
  @usableFromInline static let none: UInt32 = 0xFFFF_FFFF
  /// In the place of a scalar: the next byte belongs to it.
  @usableFromInline static let lead: UInt32 = 0xFFFF_FFFE

  /// 256 scalars by byte, and where there are pairs 65,536 by both bytes behind them; nil for UTF-8.
  ///
  /// Never freed.
  @usableFromInline let scalars: UnsafePointer<UInt32>?

  private static let made = Mutex<[OracleCharacterSet: DecodingTable]>([:])

  /// The tables that were made, by the numbers of their sets: written before `of` hands a table out, never changed after.
  private struct Places: @unchecked Sendable {
    let tables: UnsafeMutablePointer<DecodingTable>

    init() {
      tables = .allocate(capacity: OracleCharacterSet.names.count)
      tables.initialize(repeating: DecodingTable(scalars: nil), count: OracleCharacterSet.names.count)
    }
  }

  private static let places = Places()

  /// The table of a set by its number, for loops that keep nothing larger.
  ///
  /// - Precondition: `of` has made it.
  public static func made(number: Int) -> DecodingTable {
    precondition(OracleCharacterSet.numbers.contains(number), "sets have small numbers")
    return places.tables[number]
  }

  /// The table of a set.
  ///
  /// - Throws: `CharacterSetError` where the C library does not know the set.
  public static func of(_ set: OracleCharacterSet) throws(CharacterSetError) -> DecodingTable {
    if let table = made.withLock({ $0[set] }) { return table }
    let table = set.isUTF8 ? DecodingTable(scalars: nil) : DecodingTable(try TextConverter(set))
    return made.withLock { made in
      // Another task may have been faster; of two tables the first one is kept.
      if let first = made[set] { return first }
      places.tables[set.number] = table
      made[set] = table
      return table
    }
  }

  private init(scalars: UnsafePointer<UInt32>?) {
    self.scalars = scalars
  }

  private init(_ converter: TextConverter) {
    func scalar(_ bytes: [UInt8]) -> UInt32? {
      guard let text = bytes.withUnsafeBytes({ converter.utf8($0) }) else { return nil }
      let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
      return scalars.count == 1 ? scalars.first?.value : nil
    }
    var table = (0...255).map { scalar([$0]) ?? Self.none }
    var pairs: [UInt32] = []
    for lead in 0...255 where table[lead] == Self.none {
      let row = (0...255).map { scalar([UInt8(lead), $0]) ?? Self.none }
      guard row.contains(where: { $0 != Self.none }) else { continue }
      if pairs.isEmpty { pairs = Array(repeating: Self.none, count: 65_536) }
      pairs.replaceSubrange(lead * 256..<lead * 256 + 256, with: row)
      table[lead] = Self.lead
    }
    table += pairs
    let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: table.count)
    memory.initialize(from: table, count: table.count)
    scalars = UnsafePointer(memory)
  }

  /// Whether bytes in this set are UTF-8 already: there is nothing to look up then.
  @inlinable public var isUTF8: Bool { scalars == nil }

  /// The character that begins with a byte.
  ///
  /// - Parameter next: the byte behind it; nil at the end.
  /// - Returns: its Unicode scalar and how many bytes it has, 1 or 2; nil where no character begins so.
  @inlinable
  public func scalar(_ byte: UInt8, next: UInt8?) -> (value: UInt32, length: Int)? {
    guard let scalars else { return nil }
    let value = scalars[Int(byte)]
    guard value >= Self.lead else { return (value, 1) }
    guard value == Self.lead, let next else { return nil }
    let pair = scalars[256 &+ Int(byte) &* 256 &+ Int(next)]
    return pair == Self.none ? nil : (pair, 2)
  }
}
