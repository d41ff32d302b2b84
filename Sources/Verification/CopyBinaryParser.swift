import Canonical

/// Bytes that are no binary COPY.
public struct CopyFormatError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with them.
  public let reason: String

  init(_ reason: String) { self.reason = reason }

  /// The error for people, without values.
  public var description: String { "PostgreSQL's binary COPY cannot be read: \(reason)" }
}

/// Finds the rows in the bytes of a `COPY ... TO STDOUT (FORMAT binary)`, which may be cut anywhere.
///
/// A state machine without I/O. Source: PostgreSQL's documentation of COPY, "Binary Format": a signature of 11 bytes,
/// flags and the length of an extension (Int32 each), then for every row the number of fields (Int16) and for every
/// field its length (Int32, -1 for NULL) and its bytes; -1 in place of the number of fields ends it.
public struct CopyBinaryParser: Sendable {
  /// The rows found so far.
  public private(set) var rowCount = 0
  /// Whether the end was read.
  public private(set) var isFinished = false

  private var hasHeader = false
  /// Bytes of a row that is not complete.
  private var pending: [UInt8] = []
  /// The bytes that `pending` must have before another attempt is worth it.
  private var needed = 0
  private var fields: [CopyField] = []

  private static let signature: [UInt8] = [0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0x00]
  /// PostgreSQL's limit for a field is 1 GiB.
  private static let maximumFieldLength: UInt32 = 1 << 30
  private static let maximumExtensionLength: UInt32 = 1 << 20

  /// Makes a parser that expects the header.
  public init() {}

  /// Takes the next bytes and hands on every row that they complete.
  ///
  /// - Parameter row: Gets the bytes that the fields' places refer to; both are only lent.
  /// - Throws: `CopyFormatError`, and what the body throws; the parser is of no use after that.
  public mutating func parse(
    _ chunk: UnsafeRawBufferPointer, row: (RawSpan, borrowing [CopyField]) throws -> Void
  ) throws {
    guard !chunk.isEmpty else { return }
    guard !isFinished else { throw CopyFormatError("bytes follow its end") }
    if pending.isEmpty {
      let consumed = try parseAll(chunk.bytes, row: row)
      if consumed < chunk.count { pending.append(contentsOf: chunk[consumed...]) }
    } else {
      pending.append(contentsOf: chunk)
      guard pending.count >= needed else { return }
      var bytes: [UInt8] = []
      swap(&bytes, &pending)
      let consumed = try parseAll(bytes.span.bytes, row: row)
      bytes.removeFirst(consumed)
      swap(&bytes, &pending)
    }
  }

  /// Says that no bytes follow.
  ///
  /// - Throws: `CopyFormatError` when the end was not read.
  public func finish() throws(CopyFormatError) {
    guard isFinished else { throw CopyFormatError("it ends too early") }
  }

  /// Reads all that is complete and returns how many bytes that was.
  private mutating func parseAll(
    _ bytes: RawSpan, row: (RawSpan, borrowing [CopyField]) throws -> Void
  ) throws -> Int {
    var offset = 0
    if !hasHeader {
      guard let end = try headerEnd(bytes) else { return 0 }
      hasHeader = true
      offset = end
    }
    while let end = try rowEnd(bytes, from: offset) {
      offset = end
      if isFinished {
        guard end == bytes.byteCount else { throw CopyFormatError("bytes follow its end") }
        break
      }
      rowCount += 1
      try row(bytes, fields)
    }
    return offset
  }

  private mutating func headerEnd(_ bytes: RawSpan) throws(CopyFormatError) -> Int? {
    let signature = CopyBinaryParser.signature
    for index in 0..<min(signature.count, bytes.byteCount)
    where bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self) != signature[index] {
      throw CopyFormatError("its signature is missing")
    }
    needed = signature.count + 8
    guard bytes.byteCount >= needed else { return nil }
    // Bits 16 to 31 are critical: bit 16 says that rows carry object identifiers, the others are not defined.
    guard CopyBinaryParser.uint32(bytes, signature.count) >> 16 == 0 else {
      throw CopyFormatError("its flags ask for something unknown")
    }
    let extensionLength = CopyBinaryParser.uint32(bytes, signature.count + 4)
    guard extensionLength <= CopyBinaryParser.maximumExtensionLength else {
      throw CopyFormatError("its header is too long")
    }
    needed += Int(extensionLength)
    return bytes.byteCount >= needed ? needed : nil
  }

  /// Reads the places of a row's fields; nil when the row is not complete.
  private mutating func rowEnd(_ bytes: RawSpan, from start: Int) throws(CopyFormatError) -> Int? {
    let available = bytes.byteCount
    guard available - start >= 2 else {
      needed = 2
      return nil
    }
    let count = Int16(
      bitPattern: UInt16(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt16.self)))
    if count == -1 {
      isFinished = true
      return start + 2
    }
    guard count >= 0 else { throw CopyFormatError("a row has \(count) fields") }
    fields.removeAll(keepingCapacity: true)
    var offset = start + 2
    for _ in 0..<count {
      guard available - offset >= 4 else {
        needed = offset + 4 - start
        return nil
      }
      let length = CopyBinaryParser.uint32(bytes, offset)
      offset += 4
      if length == .max {
        fields.append(CopyField(offset: offset, length: -1))
        continue
      }
      guard length <= CopyBinaryParser.maximumFieldLength else { throw CopyFormatError("a field is too long") }
      guard available - offset >= Int(length) else {
        needed = offset + Int(length) - start
        return nil
      }
      fields.append(CopyField(offset: offset, length: Int(length)))
      offset += Int(length)
    }
    return offset
  }

  @inline(__always)
  private static func uint32(_ bytes: RawSpan, _ offset: Int) -> UInt32 {
    UInt32(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
