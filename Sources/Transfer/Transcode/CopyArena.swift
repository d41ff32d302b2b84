/// A growing store of COPY BINARY bytes that one owner fills, hands to libpq and empties again.
///
/// Writers first `reserve` the most they may write, then store through `end` and `advance`: one bounds check a value.
/// Multi-byte integers are big-endian, as in PostgreSQL's protocol.
public struct CopyArena: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutableRawPointer
  /// Bytes written since the last `removeAll`.
  public private(set) var count = 0
  /// Bytes that fit without growing.
  public private(set) var capacity: Int
  private let initialCapacity: Int

  /// Makes an empty arena with room for at least 64 bytes.
  public init(capacity: Int) {
    let capacity = max(64, capacity)
    self.capacity = capacity
    initialCapacity = capacity
    base = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
  }

  deinit { base.deallocate() }

  /// Whether nothing has been written.
  public var isEmpty: Bool { count == 0 }

  /// The bytes written, valid inside of `body` only.
  public borrowing func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Where the next byte goes.
  ///
  /// The owner keeps the arena alive, and doesn't grow it, while the pointer is in use.
  var end: UnsafeMutableRawPointer {
    @inline(__always) get { base + count }
  }

  /// Where the bytes begin, for a reader that runs while the arena's owner waits for it.
  var start: UnsafeRawPointer { UnsafeRawPointer(base) }

  /// Makes room for `size` more bytes.
  @inline(__always)
  mutating func reserve(_ size: Int) {
    if capacity - count < size { grow(by: size) }
  }

  /// Takes bytes that were stored behind the last ones into the count.
  ///
  /// More than were reserved is a fault of ours and traps.
  @inline(__always)
  mutating func advance(_ size: Int) {
    precondition(size >= 0 && size <= capacity - count, "a writer stays inside of what it reserved")
    count += size
  }

  /// Empties the arena for its next use; room for an unusually large value is given back.
  public mutating func removeAll() {
    count = 0
    guard capacity > 4 * initialCapacity else { return }
    base.deallocate()
    base = UnsafeMutableRawPointer.allocate(byteCount: initialCapacity, alignment: 16)
    capacity = initialCapacity
  }

  @inline(never)
  private mutating func grow(by size: Int) {
    let (needed, overflow) = count.addingReportingOverflow(size)
    precondition(!overflow, "an arena's size is a number of bytes in memory")
    let enlarged = max(needed, capacity + capacity / 2)
    let fresh = UnsafeMutableRawPointer.allocate(byteCount: enlarged, alignment: 16)
    fresh.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = fresh
    capacity = enlarged
  }
}

extension CopyArena {
  /// The signature, flags and empty extension that begin every COPY BINARY stream.
  static let header: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [0, 0, 0, 0] + [0, 0, 0, 0]

  /// The end of every stream: a row of -1 columns.
  static let trailer: [UInt8] = [0xFF, 0xFF]

  /// Writes the stream's beginning: 19 bytes.
  public mutating func appendHeader() {
    append(CopyArena.header)
  }

  /// Writes the stream's end: a row of -1 columns.
  public mutating func appendTrailer() {
    append(CopyArena.trailer)
  }

  /// Writes bytes as they are.
  mutating func append(_ bytes: some Collection<UInt8>) {
    reserve(bytes.count)
    UnsafeMutableRawBufferPointer(start: end, count: bytes.count).copyBytes(from: bytes)
    advance(bytes.count)
  }
}
