/// The message by which both sides agree on native network services: encryption, integrity, authentication.
///
/// It travels in DATA packets between ACCEPT and the protocol negotiation. All numbers are big endian. Layout: magic
/// DEADBEEF, length u16, version u32, count of services u16, error u8; each service: number u16, count of items u16,
/// error u32; each item: length u16, type u16, bytes.
public struct NativeNegotiation: Sendable, Hashable {
  static let magic: UInt32 = 0xDEAD_BEEF
  /// What clients of 11.2 announce.
  public static let clientVersion: UInt32 = 0x0B20_0200

  /// The services, by Oracle's numbers.
  public enum ServiceNumber: UInt16, Sendable {
    case authentication = 1
    case encryption = 2
    case integrity = 3
    case supervisor = 4
  }

  /// A typed value.
  public enum Item: Sendable, Hashable {
    case text(String)
    case raw([UInt8])
    case byte(UInt8)
    case short(UInt16)
    case long(UInt32)
    case version(UInt32)
    case status(UInt16)

    var type: UInt16 {
      switch self {
      case .text: 0
      case .raw: 1
      case .byte: 2
      case .short: 3
      case .long: 4
      case .version: 5
      case .status: 6
      }
    }
  }

  public struct Service: Sendable, Hashable {
    public var number: UInt16
    /// An ORA number; 0 when all is well.
    public var error: UInt32
    public var items: [Item]

    public init(_ number: ServiceNumber, error: UInt32 = 0, items: [Item]) {
      self.number = number.rawValue
      self.error = error
      self.items = items
    }

    init(number: UInt16, error: UInt32, items: [Item]) {
      self.number = number
      self.error = error
      self.items = items
    }
  }

  /// The client's release; servers leave 0 here.
  public var version: UInt32
  public var services: [Service]

  public init(version: UInt32 = 0, services: [Service]) {
    self.version = version
    self.services = services
  }

  /// A service by its number.
  public subscript(number: ServiceNumber) -> Service? { services.first { $0.number == number.rawValue } }

  /// Whether bytes begin as the message does.
  public static func begins(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.prefix(4).elementsEqual([0xDE, 0xAD, 0xBE, 0xEF])
  }

  // MARK: Reading

  /// Reads a whole message.
  ///
  /// - Throws: `WireError.needsMoreBytes` for a part of one, `WireError.malformed` for bytes that are none.
  public init(from reader: inout TTCReader) throws(WireError) {
    guard try reader.u32BigEndian() == NativeNegotiation.magic else {
      throw .malformed("a negotiation of native network services without its magic number")
    }
    _ = try reader.u16BigEndian()
    version = try reader.u32BigEndian()
    let count = try reader.u16BigEndian()
    _ = try reader.u8()
    guard count <= 16 else { throw .malformed("\(count) native network services") }
    services = []
    for _ in 0..<count {
      let number = try reader.u16BigEndian()
      let items = try reader.u16BigEndian()
      let error = try reader.u32BigEndian()
      guard items <= 64 else { throw .malformed("\(items) items of a native network service") }
      var service = Service(number: number, error: error, items: [])
      for _ in 0..<items { service.items.append(try NativeNegotiation.item(from: &reader)) }
      services.append(service)
    }
  }

  private static func item(from reader: inout TTCReader) throws(WireError) -> Item {
    let length = Int(try reader.u16BigEndian())
    let type = try reader.u16BigEndian()
    let bytes = Array(try reader.raw(length))
    func number(_ size: Int) throws(WireError) -> UInt32 {
      guard length == size else { throw .malformed("\(length) bytes for a native network item of type \(type)") }
      return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
    switch type {
    case 0: return .text(String(decoding: bytes, as: UTF8.self))
    case 1: return .raw(bytes)
    case 2: return .byte(UInt8(truncatingIfNeeded: try number(1)))
    case 3: return .short(UInt16(truncatingIfNeeded: try number(2)))
    case 4: return .long(try number(4))
    case 5: return .version(try number(4))
    case 6: return .status(UInt16(truncatingIfNeeded: try number(2)))
    default: throw .malformed("a native network item of type \(type)")
    }
  }

  // MARK: Writing

  public func write(to writer: inout TTCWriter) {
    var body: [UInt8] = []
    for service in services {
      NativeNegotiation.append(UInt32(service.number), size: 2, to: &body)
      NativeNegotiation.append(UInt32(service.items.count), size: 2, to: &body)
      NativeNegotiation.append(service.error, size: 4, to: &body)
      for item in service.items { NativeNegotiation.append(item, to: &body) }
    }
    var head: [UInt8] = []
    NativeNegotiation.append(NativeNegotiation.magic, size: 4, to: &head)
    NativeNegotiation.append(UInt32(body.count + 13), size: 2, to: &head)
    NativeNegotiation.append(version, size: 4, to: &head)
    NativeNegotiation.append(UInt32(services.count), size: 2, to: &head)
    writer.raw(head + [0] + body)
  }

  private static func append(_ item: Item, to bytes: inout [UInt8]) {
    var value: [UInt8] = []
    switch item {
    case .text(let text): value = Array(text.utf8)
    case .raw(let raw): value = raw
    case .byte(let number): value = [number]
    case .short(let number), .status(let number): append(UInt32(number), size: 2, to: &value)
    case .long(let number), .version(let number): append(number, size: 4, to: &value)
    }
    append(UInt32(truncatingIfNeeded: value.count), size: 2, to: &bytes)
    append(UInt32(item.type), size: 2, to: &bytes)
    bytes += value
  }

  private static func append(_ number: UInt32, size: Int, to bytes: inout [UInt8]) {
    for place in (0..<size).reversed() { bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(place * 8))) }
  }
}
