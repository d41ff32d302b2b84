/// The head of a function or piggyback message: type, code, sequence number and, from 23ai on, a token.
public struct RequestHeader: Sendable, Hashable {
  public var function: UInt8
  public var sequence: UInt8

  /// Reads the head after the message's type byte.
  public init(from reader: inout TTCReader, dialect: Dialect) throws(WireError) {
    function = try reader.u8()
    sequence = try reader.u8()
    if dialect.hasToken { _ = try reader.ub8() }
  }

  public static func write(
    _ function: FunctionCode, sequence: UInt8, isPiggyback: Bool = false, to writer: inout TTCWriter, dialect: Dialect
  ) {
    writer.u8(isPiggyback ? MessageType.piggyback.rawValue : MessageType.function.rawValue)
    writer.u8(function.rawValue)
    writer.u8(sequence)
    if dialect.hasToken { writer.u8(0) }
  }
}
