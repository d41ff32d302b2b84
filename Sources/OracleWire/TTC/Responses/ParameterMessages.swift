/// Message 8 in answer to an execute call.
public struct ExecuteParameters: Sendable, Hashable {
  /// The first is the SCN of the execution.
  public var numbers: [UInt32]
  public var pairs: [KeywordPair]
  /// Rows of each execution, when they were asked for.
  public var rowCounts: [UInt64]

  public init(numbers: [UInt32] = [], pairs: [KeywordPair] = [], rowCounts: [UInt64] = []) {
    self.numbers = numbers
    self.pairs = pairs
    self.rowCounts = rowCounts
  }

  /// Reads the message after its type byte.
  public init(from reader: inout TTCReader, wantsRowCounts: Bool) throws(WireError) {
    numbers = []
    for _ in 0..<Int(try reader.ub2()) { numbers.append(try reader.ub4Wide()) }
    let rawLength = Int(try reader.ub2())
    try reader.skip(rawLength)
    pairs = try KeywordPair.readList(count: Int(try reader.ub2()), from: &reader)
    let registrationLength = Int(try reader.ub2())
    try reader.skip(registrationLength)
    rowCounts = []
    if wantsRowCounts {
      for _ in 0..<(try reader.count()) { rowCounts.append(try reader.ub8()) }
    }
  }

  public func write(to writer: inout TTCWriter, wantsRowCounts: Bool) {
    writer.u8(MessageType.parameters.rawValue)
    writer.ub2(UInt16(numbers.count))
    for number in numbers { writer.ub4(number) }
    writer.ub2(0)
    writer.ub2(UInt16(pairs.count))
    for pair in pairs { pair.write(to: &writer) }
    writer.ub2(0)
    if wantsRowCounts {
      writer.count(rowCounts.count)
      for count in rowCounts { writer.ub8(count) }
    }
  }
}

extension TTCReader {
  /// A number whose high bits a 32-bit field cannot show: an SCN may be wider.
  fileprivate mutating func ub4Wide() throws(WireError) -> UInt32 {
    UInt32(truncatingIfNeeded: try ub8())
  }
}

/// A session attribute that a server reports: by keyword 168 the current schema, by 163 the zone.
public struct KeywordPair: Sendable, Hashable {
  public static let currentSchema: UInt16 = 168

  public var keyword: UInt16
  public var text: String?
  public var binary: [UInt8]?

  static func readList(count: Int, from reader: inout TTCReader) throws(WireError) -> [KeywordPair] {
    var pairs: [KeywordPair] = []
    for _ in 0..<count {
      let text = try reader.ub2() > 0 ? try reader.clrText() : nil
      let binary = try reader.ub2() > 0 ? try reader.clr() : nil
      pairs.append(KeywordPair(keyword: try reader.ub2(), text: text, binary: binary))
    }
    return pairs
  }

  func write(to writer: inout TTCWriter) {
    let textBytes = Array((text ?? "").utf8)
    writer.count(textBytes.count)
    if !textBytes.isEmpty { writer.clr(textBytes) }
    let binaryBytes = binary ?? []
    writer.count(binaryBytes.count)
    if !binaryBytes.isEmpty { writer.clr(binaryBytes) }
    writer.ub2(keyword)
  }
}

/// Message 23: news of the session that a server puts before or after a reply.
public struct ServerPiggyback: Sendable, Hashable {
  public var pairs: [KeywordPair]

  /// Reads the message after its type byte.
  public init(from reader: inout TTCReader) throws(WireError) {
    pairs = []
    let operation = try reader.u8()
    switch operation {
    case 1, 3:
      break
    case 2:  // the server's process
      _ = try reader.ub2()
      _ = try reader.clr()
    case 4:  // session return
      _ = try reader.ub2()
      try reader.skip(1)
      let count = Int(try reader.ub2())
      if count > 0 {
        try reader.skip(1)
        for _ in 0..<count {
          if try reader.ub2() > 0 { _ = try reader.clr() }
          if try reader.ub2() > 0 { _ = try reader.clr() }
          _ = try reader.ub2()
        }
      }
      _ = try reader.ub4()
      _ = try reader.ub4()
      _ = try reader.ub2()
    case 5:  // synchronisation of session attributes
      _ = try reader.ub2()
      try reader.skip(1)
      let count = Int(try reader.ub2())
      try reader.skip(1)
      pairs = try KeywordPair.readList(count: count, from: &reader)
      _ = try reader.ub4()
    case 7:  // logical transaction identifier
      _ = try reader.dalc()
    case 8:  // replay context
      _ = try reader.ub2()
      try reader.skip(1)
      _ = try reader.ub4()
      _ = try reader.ub4()
      try reader.skip(1)
      _ = try reader.dalc()
    case 9:
      _ = try reader.ub2()
      try reader.skip(1)
    case 10:  // session signature
      _ = try reader.ub2()
      try reader.skip(1)
      for _ in 0..<3 { _ = try reader.ub8() }
    default:
      throw .unsupportedType("a server piggyback of operation \(operation)")
    }
  }
}

/// Message 15: a warning, such as of a password that will soon expire.
public struct WarningMessage: Sendable, Hashable {
  public var code: Int
  public var text: String

  /// Reads the message after its type byte.
  public init(from reader: inout TTCReader) throws(WireError) {
    code = Int(try reader.ub2())
    let length = try reader.ub2()
    _ = try reader.ub2()
    text = code != 0 && length > 0 ? try reader.clrText() : ""
    while text.last?.isNewline == true { text.removeLast() }
  }
}

/// Message 11: which binds of a PL/SQL block bring values back.
public struct IOVectorMessage: Sendable, Hashable {
  static let input: UInt8 = 32

  /// 32 in, 16 out, 48 both ways, in bind order.
  public var directions: [UInt8]

  public init(directions: [UInt8]) {
    self.directions = directions
  }

  /// Reads the message after its type byte.
  public init(from reader: inout TTCReader) throws(WireError) {
    try reader.skip(1)
    let low = Int(try reader.ub2())
    let count = low + Int(try reader.ub4()) * 256
    guard count <= 65536 else { throw .malformed("an I/O vector of \(count) binds") }
    _ = try reader.ub4()
    _ = try reader.ub2()
    try reader.skip(Int(try reader.ub2()))
    try reader.skip(Int(try reader.ub2()))
    directions = Array(try reader.raw(count))
  }

  public func write(to writer: inout TTCWriter) {
    writer.u8(MessageType.ioVector.rawValue)
    writer.u8(5)
    writer.ub2(UInt16(truncatingIfNeeded: directions.count % 256))
    writer.count(directions.count / 256)
    writer.ub4(1)
    writer.zeros(3)
    writer.raw(directions)
  }
}
