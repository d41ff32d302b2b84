/// Piggyback 135: how a session wants to be known to those who look at V$SESSION.
public struct EndToEndPiggyback: Sendable, Hashable {
  private enum Flag {
    static let clientIdentifier: UInt32 = 0x0001
    static let module: UInt32 = 0x0008
    static let action: UInt32 = 0x0010
    static let clientInfo: UInt32 = 0x0100
    static let operation: UInt32 = 0x0200
  }

  /// Each is nil when it stays as it is, and empty when it is taken away.
  public var clientIdentifier: String?
  public var module: String?
  public var action: String?
  public var clientInfo: String?
  public var operation: String?

  public init(module: String? = nil, action: String? = nil) {
    self.module = module
    self.action = action
  }

  /// This, and what an earlier one that was not sent yet says where this one says nothing.
  public func filled(from earlier: EndToEndPiggyback?) -> EndToEndPiggyback {
    guard let earlier else { return self }
    var result = self
    result.clientIdentifier = clientIdentifier ?? earlier.clientIdentifier
    result.module = module ?? earlier.module
    result.action = action ?? earlier.action
    result.clientInfo = clientInfo ?? earlier.clientInfo
    result.operation = operation ?? earlier.operation
    return result
  }

  /// Reads the body after the header.
  public init(from reader: inout TTCReader, dialect: Dialect) throws(WireError) {
    try reader.skip(2)
    _ = try reader.ub4()
    // A pointer and a length each; three places, and two more, never have a text.
    var lengths: [UInt32?] = []
    for _ in 0..<9 {
      let isGiven = try reader.u8() != 0
      let length = try reader.ub4()
      lengths.append(isGiven ? length : nil)
    }
    clientIdentifier = try EndToEndPiggyback.text(lengths[0], &reader, dialect)
    module = try EndToEndPiggyback.text(lengths[1], &reader, dialect)
    action = try EndToEndPiggyback.text(lengths[2], &reader, dialect)
    clientInfo = try EndToEndPiggyback.text(lengths[5], &reader, dialect)
    operation = try EndToEndPiggyback.text(lengths[8], &reader, dialect)
  }

  private static func text(
    _ length: UInt32?, _ reader: inout TTCReader, _ dialect: Dialect
  ) throws(WireError) -> String? {
    guard let length else { return nil }
    return try AttributePiggyback.text(length: Int(length), from: &reader, dialect: dialect)
  }

  public func write(sequence: UInt8, to writer: inout TTCWriter, dialect: Dialect) {
    let texts = [clientIdentifier, module, action, nil, nil, clientInfo, nil, nil, operation]
    let marks = [Flag.clientIdentifier, Flag.module, Flag.action, 0, 0, Flag.clientInfo, 0, 0, Flag.operation]
    RequestHeader.write(.endToEnd, sequence: sequence, isPiggyback: true, to: &writer, dialect: dialect)
    writer.raw([0, 0])
    writer.ub4(zip(texts, marks).reduce(0) { $1.0 == nil ? $0 : $0 | $1.1 })
    for text in texts {
      writer.u8(text == nil ? 0 : 1)
      writer.count(text?.utf8.count ?? 0)
    }
    for case let text? in texts where !text.isEmpty { writer.clr(Array(text.utf8)) }
  }
}
