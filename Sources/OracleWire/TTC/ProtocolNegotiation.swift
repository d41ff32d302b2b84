/// Message 1 of a client: which protocol versions it speaks, and its name.
public struct ProtocolRequest: Sendable, Hashable {
  public var clientName: String

  public init(clientName: String) {
    self.clientName = clientName
  }

  /// Reads the message after its type byte.
  public init(from reader: inout TTCReader) throws(WireError) {
    _ = try reader.nullTerminated()  // versions, the newest first
    clientName = String(decoding: try reader.nullTerminated(), as: UTF8.self)
  }

  public func write(to writer: inout TTCWriter) {
    writer.u8(MessageType.protocolNegotiation.rawValue)
    writer.raw([6, 0])
    writer.raw(clientName.utf8)
    writer.u8(0)
  }
}

/// Message 1 of a server: its banner, character sets and capabilities.
public struct ProtocolResponse: Sendable, Hashable {
  public var serverVersion: UInt8
  public var banner: String
  public var characterSet: UInt16
  public var nationalCharacterSet: UInt16
  public var capabilities: Capabilities

  public init(banner: String, capabilities: Capabilities) {
    serverVersion = 6
    self.banner = banner
    characterSet = CharacterSet.utf8
    nationalCharacterSet = CharacterSet.utf16
    self.capabilities = capabilities
  }

  /// Reads the message after its type byte.
  public init(from reader: inout TTCReader) throws(WireError) {
    serverVersion = try reader.u8()
    try reader.skip(1)
    banner = String(decoding: try reader.nullTerminated(), as: UTF8.self)
    characterSet = try reader.u16LittleEndian()
    try reader.skip(1)  // server flags
    try reader.skip(Int(try reader.u16LittleEndian()) * 5)  // character set elements
    let description = Array(try reader.raw(Int(try reader.u16BigEndian())))
    guard description.count > 6 else { throw .malformed("a server's type description that is too short") }
    let place = 6 + Int(description[5]) + Int(description[6]) + 3
    guard description.count > place + 1 else { throw .malformed("a server's type description that is too short") }
    nationalCharacterSet = UInt16(description[place]) << 8 | UInt16(description[place + 1])
    capabilities = Capabilities(compileTime: try reader.clr() ?? [], runTime: try reader.clr() ?? [])
  }

  public func write(to writer: inout TTCWriter) {
    writer.u8(MessageType.protocolNegotiation.rawValue)
    writer.u8(serverVersion)
    writer.u8(0)
    writer.raw(banner.utf8)
    writer.u8(0)
    writer.u16LittleEndian(characterSet)
    writer.u8(0)
    writer.u16LittleEndian(0)
    // The least description that holds a national character set: no conversion tables before it.
    writer.u16BigEndian(12)
    writer.zeros(9)
    writer.u16BigEndian(nationalCharacterSet)
    writer.u8(0)
    writer.clr(capabilities.compileTime)
    writer.clr(capabilities.runTime)
  }
}

/// Message 2 of a client: character sets, capabilities, and how it wants each data type.
public struct DataTypesRequest: Sendable, Hashable {
  /// Encoding flags: multi-byte character set, and texts bring their own length.
  static let multiByte: UInt8 = 0x01
  static let convertsLength: UInt8 = 0x02

  public var characterSet: UInt16
  public var encodingFlags: UInt8
  public var capabilities: Capabilities
  public var types: [DataTypeList.Entry]

  public init(capabilities: Capabilities) {
    characterSet = CharacterSet.utf8
    encodingFlags = DataTypesRequest.multiByte | DataTypesRequest.convertsLength
    self.capabilities = capabilities
    types = DataTypeList.announced
  }

  /// Reads the message after its type byte.
  public init(from reader: inout TTCReader) throws(WireError) {
    characterSet = try reader.u16LittleEndian()
    _ = try reader.u16LittleEndian()
    encodingFlags = try reader.u8()
    capabilities = Capabilities(compileTime: try reader.clr() ?? [], runTime: try reader.clr() ?? [])
    if capabilities.wantsZone {
      try reader.skip(11)
      if capabilities.hasZoneFileVersion { try reader.skip(4) }
      try reader.skip(2)  // national character set
    }
    types = try DataTypesRequest.readTypes(from: &reader, areWide: capabilities.hasTwoByteTypes)
  }

  /// Data types in a list: there are fewer than 700.
  private static let typeLimit = 8192

  static func readTypes(
    from reader: inout TTCReader, areWide: Bool
  ) throws(WireError) -> [DataTypeList.Entry] {
    var types: [DataTypeList.Entry] = []
    func number(_ reader: inout TTCReader) throws(WireError) -> UInt16 {
      areWide ? try reader.u16BigEndian() : UInt16(try reader.u8())
    }
    while true {
      let type = try number(&reader)
      guard type != 0 else { return types }
      let converted = try number(&reader)
      var representation: UInt16 = 0
      if converted != 0 {
        representation = try number(&reader)
        _ = try number(&reader)
      }
      guard types.count < typeLimit else { throw .malformed("a list of more than \(typeLimit) data types") }
      types.append(.init(type: type, converted: converted, representation: representation))
    }
  }

  public func write(to writer: inout TTCWriter) {
    writer.u8(MessageType.dataTypes.rawValue)
    writer.u16LittleEndian(characterSet)
    writer.u16LittleEndian(characterSet)
    writer.u8(encodingFlags)
    writer.clr(capabilities.compileTime)
    writer.clr(capabilities.runTime)
    if capabilities.wantsZone {
      writer.zeros(11)
      if capabilities.hasZoneFileVersion { writer.zeros(4) }
      writer.u16LittleEndian(CharacterSet.utf16)
    }
    DataTypesRequest.write(types, areWide: capabilities.hasTwoByteTypes, to: &writer)
  }

  /// Writes a list; without two-byte types, those whose numbers need two bytes are left out.
  static func write(_ types: [DataTypeList.Entry], areWide: Bool, to writer: inout TTCWriter) {
    func number(_ value: UInt16) {
      if areWide { writer.u16BigEndian(value) } else { writer.u8(UInt8(truncatingIfNeeded: value)) }
    }
    for type in types where areWide || (type.type <= 0xFF && type.converted <= 0xFF) {
      number(type.type)
      number(type.converted)
      guard type.converted != 0 else { continue }
      number(type.representation)
      number(0)
    }
    number(0)
  }

  /// What this client and a server of the given capabilities speak from now on.
  public func dialect(server: Capabilities, offersEndOfResponse: Bool) -> Dialect {
    let listed = Set(types.map(\.type))
    let signedByte = types.first { $0.type == DataTypeList.signedByte }
    var dialect = Dialect(
      fieldVersion: min(server.fieldVersion, capabilities.fieldVersion, Dialect.highestFieldVersion),
      endOfResponse: offersEndOfResponse && capabilities.wantsEndOfResponse,
      convertsLength: encodingFlags & DataTypesRequest.convertsLength != 0,
      errorHas20cFields: listed.contains(DataTypeList.error20c),
      describeHas23aiFields: listed.contains(DataTypeList.describe23ai),
      signedByteIsUniversal: signedByte?.representation == DataTypeList.Representation.universal.rawValue)
    dialect.longestString = server.hasLongStrings ? 32767 : 4000
    dialect.hasByteChunks = !server.hasLongChunks
    return dialect
  }
}

/// Message 2 of a server: what it makes of each listed type.
///
/// Read and passed over.
public struct DataTypesResponse: Sendable, Hashable {
  /// The database's zone as an INTERVAL DAY TO SECOND of nothing: UTC.
  private static let utc: [UInt8] = [0x80, 0, 0, 0, 60, 60, 60, 0x80, 0, 0, 0]

  public var types: [DataTypeList.Entry]

  public init(types: [DataTypeList.Entry] = []) {
    self.types = types
  }

  /// Reads the message after its type byte.
  ///
  /// - Parameter client: what the client announced, on which the form depends.
  public init(from reader: inout TTCReader, client: Capabilities) throws(WireError) {
    if client.wantsZone {
      try reader.skip(11)
      if client.hasZoneFileVersion { try reader.skip(4) }
    }
    types = try DataTypesRequest.readTypes(from: &reader, areWide: client.hasTwoByteTypes)
  }

  /// Writes the message in the form for the client; every client takes an empty list.
  public func write(to writer: inout TTCWriter, client: Capabilities) {
    writer.u8(MessageType.dataTypes.rawValue)
    if client.wantsZone {
      writer.raw(DataTypesResponse.utc)
      if client.hasZoneFileVersion { writer.zeros(4) }
    }
    DataTypesRequest.write(types, areWide: client.hasTwoByteTypes, to: &writer)
  }
}

/// Message 34: protocol, data types and the first authentication call in one round trip.
public enum FastAuthentication {
  /// Writes what stands before the data types: flags, message 1, and unused character set fields.
  public static func writeHead(_ request: ProtocolRequest, to writer: inout TTCWriter) {
    writer.u8(MessageType.fastAuthentication.rawValue)
    writer.raw([1, 1, 0])
    request.write(to: &writer)
    writer.zeros(5)
    writer.u8(Dialect.fastAuthenticationFieldVersion)
  }

  /// Reads the same after the type byte, up to the data types' own type byte.
  public static func readHead(from reader: inout TTCReader) throws(WireError) -> ProtocolRequest {
    try reader.skip(3)
    try expect(.protocolNegotiation, in: &reader)
    let request = try ProtocolRequest(from: &reader)
    try reader.skip(6)
    return request
  }

  /// Reads a message's type byte.
  ///
  /// - Throws: `WireError.malformed` when it is another one.
  public static func expect(_ type: MessageType, in reader: inout TTCReader) throws(WireError) {
    let found = try reader.u8()
    guard found == type.rawValue else {
      throw .malformed("message \(found) where message \(type.rawValue) belongs")
    }
  }
}
