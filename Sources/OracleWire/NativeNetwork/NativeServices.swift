/// What a client and a server say to each other to agree on native network services.
public enum NativeServices {
  /// What both agreed on.
  public struct Agreement: Sendable, Hashable {
    public var encryption: NetworkEncryption?
    public var integrity: NetworkIntegrity?

    public init(encryption: NetworkEncryption? = nil, integrity: NetworkIntegrity? = nil) {
      self.encryption = encryption
      self.integrity = integrity
    }

    public var isPlain: Bool { encryption == nil && integrity == nil }
  }

  /// The server's half of the key exchange.
  public struct KeyOffer: Sendable, Hashable {
    public var generator: [UInt8]
    public var prime: [UInt8]
    public var publicKey: [UInt8]
    public var vector: [UInt8]

    public init(generator: [UInt8], prime: [UInt8], publicKey: [UInt8], vector: [UInt8]) {
      self.generator = generator
      self.prime = prime
      self.publicKey = publicKey
      self.vector = vector
    }
  }

  private static let supervisorAlive: UInt16 = 31
  private static let noAuthentication: UInt16 = 0xFBFF
  private static let wantsNoAuthentication: UInt16 = 0xFCFF

  // MARK: Client

  /// A client's first message.
  ///
  /// - Parameter identifier: eight bytes that tell clients apart.
  public static func request(_ offer: NativeServicesOffer, identifier: [UInt8]) -> NativeNegotiation {
    let plain: [UInt8] = offer.allowsPlain ? [0] : []
    let version = NativeNegotiation.Item.version(NativeNegotiation.clientVersion)
    return NativeNegotiation(
      version: NativeNegotiation.clientVersion,
      services: [
        .init(.supervisor, items: [version, .raw(identifier), .raw(numbers([4, 1, 2, 3]))]),
        .init(.authentication, items: [version, .short(0xE0E1), .status(wantsNoAuthentication)]),
        .init(.encryption, items: [version, .raw(offer.encryption.map(\.rawValue) + plain), .byte(1)]),
        .init(.integrity, items: [version, .raw(offer.integrity.map(\.rawValue) + plain)]),
      ])
  }

  /// The ORA number of a server that doesn't agree, such as 12650 for one that takes none of the algorithms.
  public static func refusal(in answer: NativeNegotiation) -> Int? {
    answer.services.first { $0.error != 0 }.map { Int($0.error) }
  }

  /// What a server's answer means.
  ///
  /// - Throws: `WireError.malformed` for an answer that names what was not offered, or less than what is insisted on.
  public static func agreement(
    in answer: NativeNegotiation, offer: NativeServicesOffer
  ) throws(WireError) -> (Agreement, KeyOffer?) {
    var agreement = Agreement()
    if let number = chosen(answer[.encryption]), number != 0 {
      guard let algorithm = NetworkEncryption(rawValue: number), offer.encryption.contains(algorithm) else {
        throw .malformed("a server that chose cipher \(number), which was not offered")
      }
      agreement.encryption = algorithm
    }
    if let number = chosen(answer[.integrity]), number != 0 {
      guard let algorithm = NetworkIntegrity(rawValue: number), offer.integrity.contains(algorithm) else {
        throw .malformed("a server that chose checksum \(number), which was not offered")
      }
      agreement.integrity = algorithm
    }
    // AES alone keeps a secret but does not notice a change: who insists, insists on both.
    guard offer.allowsPlain || agreement.encryption != nil && agreement.integrity != nil else {
      throw .malformed("a server that does not encrypt and seal, where both are required")
    }
    let items = answer[.integrity]?.items ?? []
    guard !agreement.isPlain else { return (agreement, nil) }
    guard items.count == 8, case .raw(let generator) = items[4], case .raw(let prime) = items[5],
      case .raw(let publicKey) = items[6], case .raw(let vector) = items[7]
    else { throw .malformed("encryption without a key exchange") }
    return (agreement, KeyOffer(generator: generator, prime: prime, publicKey: publicKey, vector: vector))
  }

  /// A client's second message: its half of the key exchange.
  public static func keyMessage(_ publicKey: [UInt8]) -> NativeNegotiation {
    NativeNegotiation(
      version: NativeNegotiation.clientVersion, services: [.init(.integrity, items: [.raw(publicKey)])])
  }

  // MARK: Server

  /// The best of what a client offers and a server takes; nil when a side insists on what the other has not.
  public static func choose(_ request: NativeNegotiation, server: NativeServicesOffer) -> Agreement? {
    let ciphers = offered(request[.encryption])
    let checksums = offered(request[.integrity])
    let agreement = Agreement(
      encryption: server.encryption.first { ciphers.contains($0.rawValue) },
      integrity: server.integrity.first { checksums.contains($0.rawValue) })
    let lacksCipher = agreement.encryption == nil && !server.encryption.isEmpty
    let lacksChecksum = agreement.integrity == nil && !server.integrity.isEmpty
    return !server.allowsPlain && (lacksCipher || lacksChecksum) ? nil : agreement
  }

  /// A server's answer.
  ///
  /// - Parameter release: the server's, as four bytes.
  public static func answer(_ agreement: Agreement, key: KeyOffer?, release: UInt32) -> NativeNegotiation {
    let version = NativeNegotiation.Item.version(release)
    var integrity: [NativeNegotiation.Item] = [version, .byte(agreement.integrity?.rawValue ?? 0)]
    if let key {
      let bits = UInt16(truncatingIfNeeded: key.prime.count * 8)
      integrity += [
        .short(bits), .short(bits), .raw(key.generator), .raw(key.prime), .raw(key.publicKey), .raw(key.vector),
      ]
    }
    let active: [UInt8] =
      [4, 1] + (agreement.encryption == nil ? [] : [2]) + (agreement.integrity == nil ? [] : [3])
    return NativeNegotiation(services: [
      .init(.supervisor, items: [version, .status(supervisorAlive), .raw(numbers(active))]),
      .init(.authentication, items: [version, .status(noAuthentication)]),
      .init(.encryption, items: [version, .byte(agreement.encryption?.rawValue ?? 0)]),
      .init(.integrity, items: integrity),
    ])
  }

  /// A server's answer to a client with which it has nothing in common, ORA-12650.
  public static func refusal(release: UInt32) -> NativeNegotiation {
    NativeNegotiation(services: [.init(.encryption, error: 12650, items: [.version(release), .byte(0)])])
  }

  /// The client's public key in its second message.
  public static func publicKey(in message: NativeNegotiation) throws(WireError) -> [UInt8] {
    guard case .raw(let key)? = message[.integrity]?.items.first else {
      throw .malformed("a key exchange without the client's key")
    }
    return key
  }

  // MARK: Parts

  /// An array of numbers: magic, 3, count, then each in two bytes.
  private static func numbers(_ numbers: [UInt8]) -> [UInt8] {
    [0xDE, 0xAD, 0xBE, 0xEF, 0, 3, 0, 0, 0, UInt8(numbers.count)] + numbers.flatMap { [0, $0] }
  }

  private static func chosen(_ service: NativeNegotiation.Service?) -> UInt8? {
    for case .byte(let number) in service?.items ?? [] { return number }
    return nil
  }

  private static func offered(_ service: NativeNegotiation.Service?) -> [UInt8] {
    for case .raw(let numbers) in service?.items ?? [] { return numbers }
    return []
  }
}
