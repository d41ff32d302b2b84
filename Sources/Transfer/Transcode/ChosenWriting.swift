/// NUMBER(1) to boolean and RAW(16) to uuid, for columns whose user chose them.
enum FlagWriter {
  /// 0 is false and 1 is true; any other number is a reject.
  @inline(__always)
  static func write(_ wire: RawSpan, to out: UnsafeMutableRawPointer) throws(RejectReason) -> Int {
    // 80 is zero, C1 02 is one; what else there is goes the long way.
    let isTrue: Bool
    if wire.byteCount == 1, wire.byte(0) == 0x80 {
      isTrue = false
    } else if wire.byteCount == 2, wire.byte(0) == 0xC1, wire.byte(1) == 0x02 {
      isTrue = true
    } else {
      isTrue = try long(wire)
    }
    out.storeBytes(of: isTrue ? 1 : 0, as: UInt8.self)
    return 1
  }

  @inline(never)
  private static func long(_ wire: RawSpan) throws(RejectReason) -> Bool {
    switch try NumberWriter.longInteger(wire) {
    case 0: return false
    case 1: return true
    default: throw .noFlag
    }
  }
}

/// RAW(16) to uuid.
enum UUIDWriter {
  @inline(__always)
  static func write(_ wire: RawSpan, to out: UnsafeMutableRawPointer) throws(RejectReason) -> Int {
    guard wire.byteCount == 16 else { throw .noUUID }
    return BytesWriter.write(wire, to: out)
  }
}
