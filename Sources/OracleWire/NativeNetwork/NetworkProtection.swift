import Crypto
import CryptoExtras
import Foundation

/// Encrypts and seals what a session sends, and checks and decrypts what it receives.
///
/// A DATA packet's payload becomes: data, checksum, zeros up to the cipher's block, all encrypted, then a byte that
/// says how much was added (1 for none), then a 0. Each packet is encrypted by AES from a zero vector on; RC4 and the
/// checksums go on from packet to packet, with streams of their own for each direction, and RC4's byte for what was
/// added is 0. A reset, which ends every breaking off of a call, gives both directions streams with new keys. Facts:
/// go-ora's public source.
public struct NetworkProtection: Sendable {
  private static let block = 16

  private enum Cipher: Sendable {
    case none
    case aes(SymmetricKey)
    case rc4(sending: RC4, receiving: RC4)
  }

  /// Makes the keys of RC4's streams.
  private struct StreamKeys: Sendable {
    var generator: RC4
    /// Bytes of a key.
    let length: Int

    /// The next key; what is encrypted for it is fifteen zeros, then blanks.
    mutating func next() -> [UInt8] { generator.apply(to: (0..<length).map { $0 < 15 ? 0 : 0x20 }) }
  }

  private let isServer: Bool
  private var cipher: Cipher
  private var keys: StreamKeys?
  private var checksums: ChecksumStream.Source?
  private var sealing: ChecksumStream?
  private var checking: ChecksumStream?

  /// Bytes that protection may add to a packet.
  public let overhead: Int

  /// Prepares a session's protection.
  ///
  /// - Parameters:
  ///   - sharedKey: from the key exchange.
  ///   - vector: the server's initialisation vector.
  ///   - isServer: which side this is: the two directions have different streams.
  /// - Throws: `WireError.malformed` for a key or a vector that is too short.
  public init(
    encryption: NetworkEncryption?, integrity: NetworkIntegrity?, sharedKey: [UInt8], vector: [UInt8], isServer: Bool
  ) throws(WireError) {
    guard sharedKey.count >= 32, vector.count >= 16 else {
      throw .malformed("a key exchange of \(sharedKey.count) bytes, too few for the algorithms")
    }
    self.isServer = isServer
    cipher = .none
    switch encryption {
    case nil: break
    case let algorithm? where algorithm.isStream:
      // A first stream, keyed by the end of the shared key and the vector, makes the key of both directions.
      let length = algorithm.keyLength
      keys = StreamKeys(
        generator: RC4(key: Array(sharedKey.suffix(length)) + [0x7B] + vector), length: length)
    case let algorithm?: cipher = .aes(SymmetricKey(data: sharedKey.prefix(algorithm.keyLength)))
    }
    checksums = integrity.map { ChecksumStream.Source($0, sharedKey: sharedKey, vector: vector) }
    overhead = (integrity?.length ?? 0) + (encryption == nil ? 0 : Self.block) + 2
    try restart()
  }

  /// Gives both directions new streams: at the beginning, and when a reset marker has been sent or answered.
  public mutating func restart() throws(WireError) {
    if var key = keys?.next() {
      let fromClient = RC4(key: key)
      key[key.count - 1] ^= 0xAA
      let fromServer = RC4(key: key)
      cipher =
        isServer ? .rc4(sending: fromServer, receiving: fromClient) : .rc4(sending: fromClient, receiving: fromServer)
    }
    if let streams = try checksums?.pair() {
      sealing = isServer ? streams.fromServer : streams.fromClient
      checking = isServer ? streams.fromClient : streams.fromServer
    }
  }

  /// Protects the payload of one packet.
  public mutating func protect(_ payload: [UInt8]) throws(WireError) -> [UInt8] {
    var bytes = payload
    if sealing != nil, let checksum = try sealing?.next(over: payload) { bytes += checksum }
    switch cipher {
    case .none: break
    case .aes(let key):
      let missing = (Self.block - bytes.count % Self.block) % Self.block
      bytes += Array(repeating: 0, count: missing)
      bytes = try Self.encrypted(bytes, key) + [UInt8(missing + 1)]
    case .rc4(var sending, let receiving):
      bytes = sending.apply(to: bytes) + [0]
      cipher = .rc4(sending: sending, receiving: receiving)
    }
    return bytes + [0]
  }

  /// Checks and decrypts the payload of one packet.
  ///
  /// - Throws: `WireError.malformed` when it was changed on its way.
  public mutating func unprotect(_ payload: [UInt8]) throws(WireError) -> [UInt8] {
    guard payload.count >= 2 else { throw .malformed("an encrypted packet without content") }
    var bytes = Array(payload.dropLast())
    switch cipher {
    case .none: break
    case .aes(let key):
      let added = Int(bytes.removeLast())
      guard bytes.count % Self.block == 0, (1...Self.block).contains(added), added - 1 <= bytes.count else {
        throw .malformed("an encrypted packet of a length that is none")
      }
      bytes = Array(try Self.decrypted(bytes, key).dropLast(added - 1))
    case .rc4(let sending, var receiving):
      bytes = receiving.apply(to: bytes.dropLast())
      cipher = .rc4(sending: sending, receiving: receiving)
    }
    guard checking != nil else { return bytes }
    let length = checking?.length ?? 0
    guard bytes.count >= length else { throw .malformed("a packet without its checksum") }
    let content = Array(bytes.dropLast(length))
    // A checksum that differs was made by someone who doesn't have the key, or over other bytes.
    guard let expected = try checking?.next(over: content), bytes.suffix(length).elementsEqual(expected) else {
      throw .malformed("a packet whose checksum is wrong: it was changed on its way")
    }
    return content
  }

  private static func encrypted(_ bytes: [UInt8], _ key: SymmetricKey) throws(WireError) -> [UInt8] {
    do {
      return Array(
        try AES._CBC.encrypt(
          bytes, using: key, iv: AES._CBC.IV(ivBytes: Array(repeating: 0, count: block)), noPadding: true))
    } catch {
      throw .malformed("a packet that can't be encrypted")
    }
  }

  private static func decrypted(_ bytes: [UInt8], _ key: SymmetricKey) throws(WireError) -> [UInt8] {
    do {
      return Array(
        try AES._CBC.decrypt(
          bytes, using: key, iv: AES._CBC.IV(ivBytes: Array(repeating: 0, count: block)), noPadding: true))
    } catch {
      throw .malformed("a packet that can't be decrypted")
    }
  }
}
