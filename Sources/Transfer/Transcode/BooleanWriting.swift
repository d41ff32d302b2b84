/// BOOLEAN of 23ai to PostgreSQL's boolean: `01 01` is true, `00` is false; the last byte decides.
enum BooleanWriter {
  @inline(__always)
  static func write(_ wire: RawSpan, to out: UnsafeMutableRawPointer) throws(RejectReason) -> Int {
    let count = wire.byteCount
    guard count == 1 || count == 2 else { throw .corruptBoolean }
    let value = wire.byte(count - 1)
    guard value <= 1, wire.byte(0) <= 1 else { throw .corruptBoolean }
    out.storeBytes(of: value, as: UInt8.self)
    return 1
  }
}
