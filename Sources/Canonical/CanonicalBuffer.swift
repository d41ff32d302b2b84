/// The canonical bytes of one row: a store that grows when it must and is reused from row to row.
///
/// It is the only place here that touches memory by pointer. Every write reserves its room first, so that the loop over
/// values allocates nothing once the store has grown to the widest row.
public struct CanonicalBuffer: ~Copyable, @unchecked Sendable {
  // Unchecked: the pointer is owned by this value alone, which cannot be copied.
  private var storage: UnsafeMutableRawPointer
  private var capacity: Int

  /// The number of bytes written since `removeAll`.
  public private(set) var count = 0

  /// Whether a value since `removeAll` had more digits of a second than PostgreSQL's microseconds can hold.
  public var hasLostDigits = false

  /// Makes an empty buffer with room for some bytes.
  public init(capacity: Int = 4096) {
    self.capacity = max(capacity, 64)
    storage = UnsafeMutableRawPointer.allocate(byteCount: self.capacity, alignment: 8)
  }

  deinit { storage.deallocate() }

  /// Forgets the bytes and keeps the room.
  public mutating func removeAll() {
    count = 0
    hasLostDigits = false
  }

  @inline(__always)
  private mutating func reserve(_ extra: Int) {
    if capacity &- count < extra { grow(extra) }
  }

  @inline(never)
  private mutating func grow(_ extra: Int) {
    let newCapacity = max(capacity * 2, count + extra)
    let newStorage = UnsafeMutableRawPointer.allocate(byteCount: newCapacity, alignment: 8)
    newStorage.copyMemory(from: storage, byteCount: count)
    storage.deallocate()
    storage = newStorage
    capacity = newCapacity
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    storage.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Appends a number of fixed width, least significant byte first.
  @inline(__always)
  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(littleEndian number: Number) {
    let width = MemoryLayout<Number>.size
    reserve(width)
    storage.storeBytes(of: number.littleEndian, toByteOffset: count, as: Number.self)
    count &+= width
  }

  /// Appends a tag and, behind it, a number of fixed width.
  @inline(__always)
  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(_ tag: CanonicalTag, littleEndian number: Number) {
    append(tag.rawValue)
    append(littleEndian: number)
  }

  /// Appends the bytes as they are.
  @inline(__always)
  mutating func append(contentsOf bytes: RawSpan) {
    let length = bytes.byteCount
    guard length > 0 else { return }
    reserve(length)
    bytes.withUnsafeBytes { source in
      guard let base = source.baseAddress else { return }
      storage.advanced(by: count).copyMemory(from: base, byteCount: length)
    }
    count &+= length
  }

  /// Appends the pairs of decimal digits of a number that is not 0, most significant first, without zero pairs at its end.
  @inline(__always)
  mutating func append(pairsOf number: UInt64, count pairCount: Int) {
    reserve(pairCount)
    var rest = number
    var index = count &+ pairCount
    while index > count {
      index &-= 1
      let quotient = rest / 100
      storage.storeBytes(of: UInt8(truncatingIfNeeded: rest &- quotient &* 100), toByteOffset: index, as: UInt8.self)
      rest = quotient
    }
    count &+= pairCount
  }

  /// Overwrites four bytes that were written before.
  mutating func replace(at offset: Int, littleEndian number: UInt32) {
    precondition(offset >= 0 && offset + 4 <= count, "only bytes that were written are replaced")
    storage.storeBytes(of: number.littleEndian, toByteOffset: offset, as: UInt32.self)
  }

  /// Takes back the bytes behind an earlier count.
  mutating func shorten(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count, "a buffer is only shortened")
    count = newCount
  }

  /// The byte at a place, which lies below `count`.
  subscript(offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count, "only bytes that were written are read")
    return storage.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// Lends the bytes for the time of a call.
  @inline(__always)
  public borrowing func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: storage, count: count))
  }

  /// The bytes as an array, for tests and for the few rows that are shown.
  public var array: [UInt8] {
    borrowing get { withBytes { Array($0) } }
  }
}
