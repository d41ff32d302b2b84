import BigInt
import Foundation

/// The exchange of keys behind native network encryption.
public struct DiffieHellman: Sendable {
  /// Sizes in bits of a prime that are taken: a smaller one protects nothing, a larger one would only keep us busy.
  static let primeBits = 512...8192

  private let prime: BigUInt
  private let privateKey: BigUInt
  /// Bytes that keys are written with.
  public let length: Int
  /// Bytes of a private key: twice what the strongest group allowed here resists, as RFC 7919 advises; longer ones
  /// only take longer.
  private static let privateKeyLength = 52
  /// Bytes of the longest number that is taken.
  private static let longest = 1024
  /// What the other side is sent.
  public let publicKey: [UInt8]

  /// Chooses a key in a group.
  ///
  /// - Parameters:
  ///   - generator: big endian.
  ///   - prime: big endian.
  ///   - randomKey: the private key; for tests, by default random.
  /// - Throws: `WireError.malformed` for a group that is none or too small.
  public init(generator: [UInt8], prime: [UInt8], length: Int, randomKey: [UInt8]? = nil) throws(WireError) {
    guard prime.count <= Self.longest, generator.count <= Self.longest else {
      throw .malformed("a key exchange with numbers of \(max(prime.count, generator.count)) bytes")
    }
    let modulus = BigUInt(Data(prime))
    let base = BigUInt(Data(generator))
    guard Self.primeBits.contains(modulus.bitWidth), modulus & 1 == 1, base > 1, base < modulus - 1,
      length >= (modulus.bitWidth + 7) / 8, length <= Self.longest
    else { throw .malformed("a key exchange in a group that protects nothing") }
    var random = SystemRandomNumberGenerator()
    let chosen =
      randomKey ?? (0..<min(length, Self.privateKeyLength)).map { _ in UInt8.random(in: 0...255, using: &random) }
    self.prime = modulus
    self.length = length
    privateKey = BigUInt(Data(chosen))
    publicKey = Self.bytes(base.power(privateKey, modulus: modulus), length)
  }

  /// The key that both sides share.
  ///
  /// - Throws: `WireError.malformed` for another side's key that would make it known to everyone.
  public func sharedKey(with other: [UInt8]) throws(WireError) -> [UInt8] {
    guard other.count <= Self.longest else { throw .malformed("a public key of \(other.count) bytes") }
    let key = BigUInt(Data(other))
    guard key > 1, key < prime - 1 else { throw .malformed("a public key that protects nothing") }
    return Self.bytes(key.power(privateKey, modulus: prime), length)
  }

  /// Big endian with leading zeros; the length is at least the prime's.
  private static func bytes(_ number: BigUInt, _ length: Int) -> [UInt8] {
    let digits = number.serialize()
    return Array(repeating: 0, count: length - digits.count) + digits
  }

  /// The second Oakley group (RFC 2409, 6.2), a prime of 1,024 bits, for the stand-in.
  public static let oakleyGroup2: [UInt8] = {
    let digits =
      "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
      + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
      + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF"
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in digits {
      let digit = UInt8(truncatingIfNeeded: character.hexDigitValue ?? 0)
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return bytes
  }()
}
