import OracleWire

/// The server's side of the negotiation of native network services: what it takes, and the exchange of keys.
struct StandInNativeServices {
  private let offer: NativeServicesOffer?
  private let release: UInt32
  private var pending: (NativeServices.Agreement, DiffieHellman, vector: [UInt8])?
  /// Whether the negotiation is over, or the client began its session without one.
  private(set) var isDone = false

  /// - Parameters:
  ///   - offer: what the server takes; nil for none of the services.
  ///   - release: the server's, as four bytes.
  init(offer: NativeServicesOffer?, release: UInt32) {
    self.offer = offer
    self.release = release
  }

  /// Whether a client that doesn't negotiate must be turned away.
  var isDemanded: Bool { offer?.allowsPlain == false }

  /// Whether data that came in the clear is a message of the negotiation.
  ///
  /// Only what comes before anything else can be one: later on, a value may well begin with the same bytes.
  /// - Throws: `WireError.malformed` for other data in the middle of the exchange of keys: a client that has agreed to
  ///   a cipher doesn't go on without it.
  mutating func takes(_ data: some Collection<UInt8>) throws(WireError) -> Bool {
    guard !isDone else { return false }
    if NativeNegotiation.begins(data) { return true }
    guard pending == nil else { throw .malformed("data in the clear in the middle of an exchange of keys") }
    isDone = true
    return false
  }

  /// Takes one of the client's messages.
  ///
  /// - Returns: the answer, nil for none, and the protection of everything that comes after it.
  /// - Throws: `WireError.malformed` for messages that don't fit.
  mutating func receive(_ message: NativeNegotiation) throws(WireError) -> (NativeNegotiation?, NetworkProtection?) {
    if let (agreement, exchange, vector) = pending {
      pending = nil
      isDone = true
      let key = try exchange.sharedKey(with: NativeServices.publicKey(in: message))
      let protection = try NetworkProtection(
        encryption: agreement.encryption, integrity: agreement.integrity, sharedKey: key, vector: vector,
        isServer: true)
      return (nil, protection)
    }
    guard let offer else {
      isDone = true
      return (NativeServices.answer(NativeServices.Agreement(), key: nil, release: release), nil)
    }
    guard let agreement = NativeServices.choose(message, server: offer) else {
      return (NativeServices.refusal(release: release), nil)
    }
    guard !agreement.isPlain else {
      isDone = true
      return (NativeServices.answer(agreement, key: nil, release: release), nil)
    }
    let prime = DiffieHellman.oakleyGroup2
    let exchange = try DiffieHellman(generator: [2], prime: prime, length: prime.count)
    let vector = O5Logon.random(32)
    pending = (agreement, exchange, vector)
    // The generator is written as long as the prime, as clients expect it.
    let generator = Array(repeating: UInt8(0), count: prime.count - 1) + [2]
    let key = NativeServices.KeyOffer(
      generator: generator, prime: prime, publicKey: exchange.publicKey, vector: vector)
    return (NativeServices.answer(agreement, key: key, release: release), nil)
  }
}
