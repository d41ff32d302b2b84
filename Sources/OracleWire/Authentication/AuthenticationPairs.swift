/// A named value of the authentication messages.
public struct AuthenticationPair: Sendable, Hashable {
  public var key: String
  public var value: String
  public var flags: UInt32

  public init(_ key: String, _ value: String, flags: UInt32 = 0) {
    self.key = key
    self.value = value
    self.flags = flags
  }

  init(from reader: inout TTCReader) throws(WireError) {
    key = try reader.text().filter { $0 != "\0" }
    value = try reader.text()
    flags = try reader.ub4()
  }

  func write(to writer: inout TTCWriter) {
    writer.text(key)
    writer.text(value)
    writer.ub4(flags)
  }
}

/// What logon mode an authentication call asks for.
public struct AuthenticationMode: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  public static let logon = AuthenticationMode(rawValue: 0x1)
  public static let changePassword = AuthenticationMode(rawValue: 0x2)
  public static let sysdba = AuthenticationMode(rawValue: 0x20)
  public static let sysoper = AuthenticationMode(rawValue: 0x40)
  public static let withPassword = AuthenticationMode(rawValue: 0x100)
  public static let sysasm = AuthenticationMode(rawValue: 0x0040_0000)
  public static let sysbackup = AuthenticationMode(rawValue: 0x0100_0000)
  public static let sysdg = AuthenticationMode(rawValue: 0x0200_0000)
  public static let syskm = AuthenticationMode(rawValue: 0x0400_0000)
  public static let sysrac = AuthenticationMode(rawValue: 0x0800_0000)
}

/// The body of both authentication calls: who logs on, and named values.
public struct AuthenticationRequest: Sendable, Hashable {
  public var user: String
  public var mode: AuthenticationMode
  public var pairs: [AuthenticationPair]

  public init(user: String, mode: AuthenticationMode, pairs: [AuthenticationPair]) {
    self.user = user
    self.mode = mode
    self.pairs = pairs
  }

  /// Reads the body after the function's header.
  public init(from reader: inout TTCReader, dialect: Dialect) throws(WireError) {
    let hasUser = try reader.u8() != 0
    let userLength = Int(try reader.ub4())
    mode = AuthenticationMode(rawValue: try reader.ub4())
    try reader.skip(1)
    let count = try reader.count(limit: 1000)
    try reader.skip(2)
    user = ""
    if hasUser, userLength > 0 {
      // Texts bring their own length only where the client announced so.
      user =
        dialect.convertsLength
        ? try reader.clrText() : String(decoding: try reader.raw(userLength), as: UTF8.self)
    }
    pairs = []
    for _ in 0..<count { pairs.append(try AuthenticationPair(from: &reader)) }
  }

  public func write(_ function: FunctionCode, sequence: UInt8, to writer: inout TTCWriter, dialect: Dialect) {
    RequestHeader.write(function, sequence: sequence, to: &writer, dialect: dialect)
    let bytes = Array(user.utf8)
    writer.u8(bytes.isEmpty ? 0 : 1)
    writer.count(bytes.count)
    writer.ub4(mode.rawValue)
    writer.u8(1)
    writer.count(pairs.count)
    writer.raw([1, 1])
    if !bytes.isEmpty {
      if dialect.convertsLength { writer.clr(bytes) } else { writer.raw(bytes) }
    }
    for pair in pairs { pair.write(to: &writer) }
  }
}

/// Message 8 in answer to an authentication call.
public struct AuthenticationResponse: Sendable, Hashable {
  public var pairs: [AuthenticationPair]

  public init(pairs: [AuthenticationPair]) {
    self.pairs = pairs
  }

  /// Reads the message after its type byte.
  public init(from reader: inout TTCReader) throws(WireError) {
    let count = Int(try reader.ub2())
    pairs = []
    for _ in 0..<count { pairs.append(try AuthenticationPair(from: &reader)) }
  }

  public func write(to writer: inout TTCWriter) {
    writer.u8(MessageType.parameters.rawValue)
    writer.ub2(UInt16(pairs.count))
    for pair in pairs { pair.write(to: &writer) }
  }

  public subscript(key: String) -> String? {
    pairs.first { $0.key == key }?.value
  }

  /// The bytes of a value in hexadecimal digits.
  func bytes(_ key: String) throws(WireError) -> [UInt8] {
    guard let value = self[key] else { throw .malformed("an authentication reply without \(key)") }
    return try O5Logon.bytes(hex: value)
  }

  func number(_ key: String, default value: Int) throws(WireError) -> Int {
    guard let text = self[key] else { return value }
    guard let number = Int(text) else { throw .malformed("an authentication reply with \(key) that is no number") }
    return number
  }
}
