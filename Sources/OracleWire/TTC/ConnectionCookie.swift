/// Message 30: what a client remembers of the server from an earlier connection, so that it need not wait for the answer
/// to its protocol message.
public enum ConnectionCookie {
  /// Reads the message after its type byte.
  public static func skip(from reader: inout TTCReader) throws(WireError) {
    try reader.skip(2)  // the cookie's version and the protocol's
    _ = try reader.u16LittleEndian()
    try reader.skip(1)
    _ = try reader.u16LittleEndian()
    for _ in 0..<3 { _ = try reader.clr() }  // banner and capabilities
  }
}
