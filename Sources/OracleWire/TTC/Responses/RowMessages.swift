/// Message 6: stands before the rows of a response.
public struct RowHeaderMessage: Sendable, Hashable {
  public var columnCount: UInt16
  public var iteration: UInt32
  public var iterations: UInt32

  public init(columnCount: Int, iterations: UInt32) {
    self.columnCount = UInt16(truncatingIfNeeded: columnCount)
    iteration = 0
    self.iterations = iterations
  }

  /// The message, and where the bits for the row after it stand when it brings any.
  static func read(from reader: inout TTCReader) throws(WireError) -> (RowHeaderMessage, bitVector: Range<Int>?) {
    try reader.skip(1)
    var header = RowHeaderMessage(columnCount: Int(try reader.ub2()), iterations: 0)
    header.iteration = try reader.ub4()
    header.iterations = try reader.ub4()
    _ = try reader.ub2()
    let vectorLength = Int(try reader.ub4())
    var vector: Range<Int>?
    if vectorLength > 0 {
      try reader.skip(1)
      vector = try reader.raw(vectorLength).indices
    }
    _ = try reader.dalc()
    return (header, vector)
  }

  public func write(to writer: inout TTCWriter) {
    writer.u8(MessageType.rowHeader.rawValue)
    writer.u8(0x22)
    writer.ub2(columnCount)
    writer.ub4(iteration)
    writer.ub4(iterations)
    writer.ub2(0)
    writer.ub4(0)
    writer.ub4(0)
  }
}

/// Message 21: which values of the next row are sent; the others repeat the row before.
public enum BitVectorMessage {
  /// Writes the message before its row.
  ///
  /// - Parameter bits: the low bit of the first byte is the first column's; 1 means that its value is sent.
  public static func write(_ bits: [UInt8], sentColumns: Int, to writer: inout TTCWriter) {
    writer.u8(MessageType.bitVector.rawValue)
    writer.ub2(UInt16(sentColumns))
    writer.raw(bits)
  }
}
