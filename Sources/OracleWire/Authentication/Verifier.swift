import Crypto
import CryptoExtras
import Foundation

/// How a password is kept by the server, which decides how a logon is proved.
public enum VerifierKind: UInt32, Sendable, Hashable {
  /// DES of user and password in upper case (10g and before).
  case version10g = 0x939
  /// SHA-1 of password and salt (11.2).
  case version11g = 0xB152
  /// The same, by the number that all clients know.
  case version11gAlternative = 0x1B25
  /// PBKDF2 with SHA-512 (12.1.0.2 and later).
  case version12c = 0x4815

  /// Bytes of a session key that count: AES-128, AES-192 or AES-256.
  var keyLength: Int {
    switch self {
    case .version10g: 16
    case .version11g, .version11gAlternative: 24
    case .version12c: 32
    }
  }
}

/// The arithmetic of O5LOGON, the logon by which client and server prove to each other that they know a password.
///
/// Facts: the public descriptions of the verifiers, recomputed against published vectors; for the 10g one's session keys
/// go-ora's public source, and python-oracledb's issue 598, whose author tried them at a real server.
public enum O5Logon {
  /// The key that a password gives together with a salt, and, for 12c, the longer key it comes from.
  public struct PasswordKey: Sendable, Hashable {
    /// AES key for the session keys: 32 bytes (12c), 24 (11g) or 16 (10g).
    public var hash: [UInt8]
    /// 64 bytes that the server can keep instead of the password (12c only).
    public var speedyKey: [UInt8]?
  }

  /// The iterations that a client accepts for the password's key (servers ask for 4096): fewer would give the password
  /// away to a server that is none, more would hang the client.
  static let passwordIterations = 4096...1_000_000
  /// The same for the session's key, which two random halves protect (servers ask for 3).
  static let sessionIterations = 3...100_000

  /// Derives the key of a password.
  ///
  /// - Parameters:
  ///   - user: whose password it is, used by 10g only.
  ///   - salt: the bytes of AUTH_VFR_DATA, not used by 10g.
  ///   - iterations: AUTH_PBKDF2_VGEN_COUNT, used by 12c only.
  public static func passwordKey(
    kind: VerifierKind, user: String, password: String, salt: [UInt8], iterations: Int
  ) throws(WireError) -> PasswordKey {
    let secret = Array(password.utf8)
    switch kind {
    case .version12c:
      let speedyKey = try derivedKey(
        secret, salt: salt + Array("AUTH_PBKDF2_SPEEDY_KEY".utf8), iterations: iterations,
        within: passwordIterations, length: 64)
      let hash = Array(SHA512.hash(data: speedyKey + salt).prefix(32))
      return PasswordKey(hash: hash, speedyKey: speedyKey)
    case .version11g, .version11gAlternative:
      let hash = Array(Insecure.SHA1.hash(data: secret + salt)) + [0, 0, 0, 0]
      return PasswordKey(hash: hash, speedyKey: nil)
    case .version10g:
      let hash = Verifier10g.hash(user: user, password: password) + [UInt8](repeating: 0, count: 8)
      return PasswordKey(hash: hash, speedyKey: nil)
    }
  }

  /// The key of the session, from both sides' halves.
  ///
  /// - Parameters:
  ///   - serverKey: the server's half, decrypted: 32 bytes from 12.1 on; of 11.2 for an 11g verifier 48, for a 10g one 32.
  ///   - clientKey: the client's half, as long.
  ///   - salt: AUTH_PBKDF2_CSK_SALT; nil for halves of 11.2, which are mixed by MD5.
  ///   - iterations: AUTH_PBKDF2_SDER_COUNT, not used without a salt.
  public static func sessionKey(
    kind: VerifierKind, serverKey: [UInt8], clientKey: [UInt8], salt: [UInt8]?, iterations: Int
  ) throws(WireError) -> [UInt8] {
    let length = kind.keyLength
    guard serverKey.count == clientKey.count, serverKey.count >= length else {
      throw .malformed("session keys of \(serverKey.count) and \(clientKey.count) bytes")
    }
    guard let salt else {
      // From the seventeenth byte on, as many as the key has.
      guard kind != .version12c, serverKey.count >= 16 + length else {
        throw .malformed("session keys of \(serverKey.count) bytes without a salt")
      }
      let mixed = (16..<16 + length).map { serverKey[$0] ^ clientKey[$0] }
      let digests = Array(Insecure.MD5.hash(data: mixed[..<16])) + Array(Insecure.MD5.hash(data: mixed[16...]))
      return Array(digests.prefix(length))
    }
    let joined = Array(clientKey[..<length]) + Array(serverKey[..<length])
    return try derivedKey(
      Array(hex(joined).utf8), salt: salt, iterations: iterations, within: sessionIterations, length: length)
  }

  static func derivedKey(
    _ secret: [UInt8], salt: [UInt8], iterations: Int, within limits: ClosedRange<Int>, length: Int
  ) throws(WireError) -> [UInt8] {
    guard limits.contains(iterations) else {
      throw .malformed("a key derivation of \(iterations) rounds")
    }
    do {
      let key = try KDF.Insecure.PBKDF2.deriveKey(
        from: secret, salt: salt, using: .sha512, outputByteCount: length, unsafeUncheckedRounds: iterations)
      return key.withUnsafeBytes { Array($0) }
    } catch {
      throw .malformed("a key derivation that fails")
    }
  }

  /// AES-CBC without padding under a zero initialisation vector; the length must be a multiple of 16.
  public static func encrypt(_ bytes: [UInt8], key: [UInt8]) throws(WireError) -> [UInt8] {
    guard bytes.count % 16 == 0 else { throw .malformed("\(bytes.count) bytes to encrypt") }
    // The cipher's own padding adds one block, which is cut off again.
    return Array(try encryptPadded(bytes, key: key).prefix(bytes.count))
  }

  /// AES-CBC with PKCS #7 padding under a zero initialisation vector.
  public static func encryptPadded(_ bytes: [UInt8], key: [UInt8]) throws(WireError) -> [UInt8] {
    do {
      return Array(
        try AES._CBC.encrypt(bytes, using: SymmetricKey(data: key), iv: AES._CBC.IV(ivBytes: zeroVector)))
    } catch {
      throw .malformed("bytes that cannot be encrypted")
    }
  }

  /// Undoes `encrypt`: padding, if there is any, stays.
  public static func decrypt(_ bytes: [UInt8], key: [UInt8]) throws(WireError) -> [UInt8] {
    guard !bytes.isEmpty, bytes.count % 16 == 0 else { throw .malformed("\(bytes.count) encrypted bytes") }
    do {
      return Array(
        try AES._CBC.decrypt(
          bytes, using: SymmetricKey(data: key), iv: AES._CBC.IV(ivBytes: zeroVector), noPadding: true))
    } catch {
      throw .malformed("encrypted bytes that cannot be read")
    }
  }

  private static let zeroVector = [UInt8](repeating: 0, count: 16)

  /// Removes PKCS #7 padding; nil when there is none that is right.
  public static func withoutPadding(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard let count = bytes.last, (1...16).contains(count), bytes.count >= Int(count),
      bytes.suffix(Int(count)).allSatisfy({ $0 == count })
    else { return nil }
    return bytes.dropLast(Int(count))
  }

  /// Random bytes from the system's generator.
  public static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Upper-case hexadecimal digits.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of hexadecimal digits in either case.
  public static func bytes(hex text: String) throws(WireError) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text.utf8 {
      let digit: UInt8
      switch character {
      case 0x30...0x39: digit = character - 0x30
      case 0x41...0x46: digit = character - 0x41 + 10
      case 0x61...0x66: digit = character - 0x61 + 10
      default: throw .malformed("a value that should be hexadecimal")
      }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    guard high == nil else { throw .malformed("a hexadecimal value of odd length") }
    return bytes
  }
}
