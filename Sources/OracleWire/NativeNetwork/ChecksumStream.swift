import Crypto
import CryptoExtras
import Foundation

/// The checksums of one direction: a hash over a packet and the next bytes of a key stream that only both sides know.
struct ChecksumStream: Sendable {
  fileprivate enum KeyStream: Sendable {
    /// SHA-256 and its kin: zeros encrypted again and again.
    case aes(CBCChain, last: [UInt8])
    /// SHA-1 and MD5.
    case rc4(RC4)
  }

  private let algorithm: NetworkIntegrity
  private var stream: KeyStream

  var length: Int { algorithm.length }

  /// What the streams of both directions are made from, again whenever a call was broken off.
  struct Source: Sendable {
    private let algorithm: NetworkIntegrity
    private var generator: Generator

    private enum Generator: Sendable {
      /// A chain, and what it made last.
      case aes(CBCChain, last: [UInt8])
      case rc4(RC4)
    }

    /// - Parameters:
    ///   - sharedKey: at least 5 bytes.
    ///   - vector: the server's, at least 16 bytes.
    init(_ algorithm: NetworkIntegrity, sharedKey: [UInt8], vector: [UInt8]) {
      self.algorithm = algorithm
      if algorithm == .sha1 || algorithm == .md5 {
        generator = .rc4(RC4(key: Array(sharedKey.suffix(5)) + [0xFF] + vector))
      } else {
        let key = Array(sharedKey.prefix(5)) + [0xFF] + Array(repeating: 0, count: 10)
        generator = .aes(
          CBCChain(key: key, vector: Array(vector.prefix(16))), last: Array(repeating: 0, count: 32))
      }
    }

    /// The streams from here on; the next ones have other keys.
    mutating func pair() throws(WireError) -> (fromClient: ChecksumStream, fromServer: ChecksumStream) {
      switch generator {
      case .rc4(var cipher):
        let key = cipher.next(5)
        generator = .rc4(cipher)
        return (made(.rc4(RC4(key: key + [90]))), made(.rc4(RC4(key: key + [180]))))
      case .aes(var chain, let last):
        let material = try chain.encrypt(last)
        let key = Array(material.prefix(16))
        let vector = Array(material.suffix(16))
        // The chain that makes the next material has this one's key, without a direction's mark.
        generator = .aes(CBCChain(key: key, vector: vector), last: material)
        func marked(_ mark: UInt8) -> KeyStream {
          var own = key
          own[5] = mark
          return .aes(CBCChain(key: own, vector: vector), last: Array(repeating: 0, count: algorithm.length))
        }
        return (made(marked(90)), made(marked(180)))
      }
    }

    private func made(_ stream: KeyStream) -> ChecksumStream { ChecksumStream(algorithm: algorithm, stream: stream) }
  }

  fileprivate init(algorithm: NetworkIntegrity, stream: KeyStream) {
    self.algorithm = algorithm
    self.stream = stream
  }

  /// The checksum of the next packet.
  mutating func next(over bytes: [UInt8]) throws(WireError) -> [UInt8] {
    let secret: [UInt8]
    switch stream {
    case .aes(var chain, let last):
      secret = try chain.encrypt(last)
      stream = .aes(chain, last: secret)
    case .rc4(var cipher):
      secret = cipher.next(length)
      stream = .rc4(cipher)
    }
    switch algorithm {
    case .md5: return Self.digest(Insecure.MD5(), bytes, secret)
    case .sha1: return Self.digest(Insecure.SHA1(), bytes, secret)
    case .sha256: return Self.digest(SHA256(), bytes, secret)
    case .sha384: return Self.digest(SHA384(), bytes, secret)
    case .sha512: return Self.digest(SHA512(), bytes, secret)
    }
  }

  private static func digest(_ hash: some HashFunction, _ bytes: [UInt8], _ secret: [UInt8]) -> [UInt8] {
    var hash = hash
    hash.update(data: bytes)
    hash.update(data: secret)
    return Array(hash.finalize())
  }
}

/// AES-128 in CBC mode that goes on where it stopped.
struct CBCChain: Sendable {
  private let key: SymmetricKey
  private var vector: [UInt8]

  init(key: [UInt8], vector: [UInt8]) {
    self.key = SymmetricKey(data: key)
    self.vector = vector
  }

  /// Encrypts whole blocks.
  mutating func encrypt(_ bytes: [UInt8]) throws(WireError) -> [UInt8] {
    do {
      let result = Array(
        try AES._CBC.encrypt(bytes, using: key, iv: AES._CBC.IV(ivBytes: vector), noPadding: true))
      vector = Array(result.suffix(16))
      return result
    } catch {
      throw .malformed("a checksum's key stream that can't be made")
    }
  }
}
