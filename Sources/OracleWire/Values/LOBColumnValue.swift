/// What a row says of a LOB whose locator was asked for.
///
/// On the wire: the locator's length, the LOB's length, its chunk size; then, when some of it was asked for too, its
/// first bytes, before which a CLOB tells their character set; then the locator. Without first bytes this is
/// python-oracledb's reading; with them go-ora's.
public struct LOBColumnValue: Sendable, Hashable {
  /// The first bytes of a LOB, as they came.
  public struct Start: Sendable, Hashable {
    public var bytes: [UInt8]
    /// Nil for a BLOB.
    public var form: LOBLocator.TextForm?
  }

  public var locator: LOBLocator
  /// Bytes of a BLOB, characters of a CLOB.
  public var length: UInt64
  /// Bytes or characters that the server stores together.
  public var chunkSize: UInt32
  /// Nil when none were asked for, or when they are in a character set that is not read here.
  public var start: Start?

  private static let littleEndian: UInt16 = 2002

  /// Reads the cell of a column.
  ///
  /// - Throws: `WireError.invalidValue` when the bytes are no such value.
  public init(wireBytes: ArraySlice<UInt8>, column: ColumnDescription) throws(WireError) {
    var reader = TTCReader(Array(wireBytes))
    do {
      let hasStart = (column.locatorPrefetch ?? 0) > 0
      guard
        let value = try LOBColumnValue.read(from: &reader, isText: column.typeCode == .clob, hasStart: hasStart),
        reader.remaining == 0
      else { throw WireError.invalidValue("locator") }
      self = value
    } catch {
      throw .invalidValue("locator")
    }
  }

  /// Whether a column's cell may be the locator of a temporary LOB; for those that come in their thousands.
  public static func mayBeTemporary(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let first = cell.first, first == 1, let length = cell.dropFirst().first, length <= 252,
      length > LOBLocator.Flags.fourth
    else { return true }
    // A short locator is the cell's end, as it is.
    let flags = cell.suffix(Int(length))
    return (try? LOBLocator(Array(flags)))?.isTemporary != false
  }

  /// Reads the value of a column, or of a bind that brings a LOB back; nil for NULL.
  ///
  /// - Parameter hasStart: whether first bytes were asked for.
  static func read(
    from reader: inout TTCReader, isText: Bool, hasStart: Bool
  ) throws(WireError) -> LOBColumnValue? {
    guard try reader.ub4() > 0 else { return nil }
    let (length, chunkSize) = (try reader.ub8(), try reader.ub4())
    var start: Start?
    if hasStart {
      let form = isText ? try readForm(from: &reader) : nil
      let bytes = try reader.clr() ?? []
      if !isText || form != nil { start = Start(bytes: bytes, form: form) }
    }
    let locator = try LOBLocator(try reader.clr() ?? [])
    return LOBColumnValue(locator: locator, length: length, chunkSize: chunkSize, start: start)
  }

  private init(locator: LOBLocator, length: UInt64, chunkSize: UInt32, start: Start?) {
    self.locator = locator
    self.length = length
    self.chunkSize = chunkSize
    self.start = start
  }

  /// The character set of a CLOB's first bytes: 1 and its number, or 0 for that of the database; then the form.
  private static func readForm(from reader: inout TTCReader) throws(WireError) -> LOBLocator.TextForm? {
    let hasNumber = try reader.u8() == 1
    let number = hasNumber ? try reader.ub2() : nil
    let isNational = try reader.u8() == 2
    switch number {
    case CharacterSet.utf16: return .utf16
    case CharacterSet.utf8: return .utf8
    case littleEndian: return .utf16LittleEndian
    case nil: return isNational ? .utf16 : nil
    default: return nil
    }
  }
}
