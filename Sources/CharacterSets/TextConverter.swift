import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Text of one character set as UTF-8, value by value, by the C library's iconv.
///
/// One conversion at a time: others wait for it.
public final class TextConverter: Sendable {
  /// What is decoded.
  public let set: OracleCharacterSet
  private let handle: Mutex<Handle>

  /// iconv's descriptor, closed with its owner.
  private struct Handle: ~Copyable, @unchecked Sendable {
    let descriptor: iconv_t

    deinit { iconv_close(descriptor) }
  }

  /// Opens a converter.
  ///
  /// - Throws: `CharacterSetError` where the C library does not know the set.
  public init(_ set: OracleCharacterSet) throws(CharacterSetError) {
    self.set = set
    let opened = iconv_open("UTF-8", set.encoding)
    // Failure is (iconv_t) -1.
    guard let descriptor = opened, Int(bitPattern: descriptor) != -1 else { throw CharacterSetError(name: set.name) }
    handle = Mutex(Handle(descriptor: descriptor))
  }

  /// The text in UTF-8; nil when some of its bytes are no character of the set.
  public func utf8(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    handle.withLock { handle in
      // A value before may have ended inside of a character.
      iconv(handle.descriptor, nil, nil, nil, nil)
      var text: [UInt8] = []
      // No character of these sets takes more than 3 bytes of UTF-8 for one of its own.
      let capacity = bytes.count * 3 + 8
      let converted = withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { room -> Bool in
        var source = UnsafeMutablePointer(mutating: bytes.assumingMemoryBound(to: CChar.self).baseAddress)
        var sourceLeft = bytes.count
        var target = room.baseAddress
        var targetLeft = capacity
        guard iconv(handle.descriptor, &source, &sourceLeft, &target, &targetLeft) != -1, sourceLeft == 0,
          iconv(handle.descriptor, nil, nil, &target, &targetLeft) != -1
        else { return false }
        text.append(contentsOf: UnsafeRawBufferPointer(start: room.baseAddress, count: capacity - targetLeft))
        return true
      }
      return converted ? text : nil
    }
  }
}
