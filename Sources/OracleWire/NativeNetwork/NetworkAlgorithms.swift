/// Ciphers of native network encryption, by Oracle's numbers.
///
/// RC4 is weak, and taken only when it is asked for by name. DES and 3DES are not here: no client that could prove them
/// speaks them rightly.
public enum NetworkEncryption: UInt8, Sendable, Hashable, CaseIterable {
  case rc4of40 = 1
  case rc4of56 = 8
  case rc4of128 = 10
  case rc4of256 = 6
  case aes128 = 15
  case aes192 = 16
  case aes256 = 17

  /// Bytes of the shared key that are the cipher's.
  var keyLength: Int {
    switch self {
    case .rc4of40: 5
    case .rc4of56: 7
    case .rc4of128, .aes128: 16
    case .aes192: 24
    case .rc4of256, .aes256: 32
    }
  }

  /// Whether it is RC4.
  var isStream: Bool { ![.aes128, .aes192, .aes256].contains(self) }

  /// Oracle's name, for messages and settings.
  public var name: String { (isStream ? "RC4_" : "AES") + String(keyLength * 8) }
}

/// Checksums of native network integrity, by Oracle's numbers; MD5 is weak, and taken only when it is asked for by name.
public enum NetworkIntegrity: UInt8, Sendable, Hashable, CaseIterable {
  case md5 = 1
  case sha1 = 3
  case sha512 = 4
  case sha256 = 5
  case sha384 = 6

  /// Bytes of a checksum.
  var length: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// Oracle's name, for messages and settings.
  public var name: String {
    switch self {
    case .md5: "MD5"
    case .sha1: "SHA1"
    default: "SHA\(length * 8)"
    }
  }
}

/// What one side is willing to do, best first.
public struct NativeServicesOffer: Sendable, Hashable {
  public var encryption: [NetworkEncryption]
  public var integrity: [NetworkIntegrity]
  /// Whether the session may go on without.
  public var allowsPlain: Bool

  public init(
    encryption: [NetworkEncryption] = [.aes256, .aes192, .aes128],
    integrity: [NetworkIntegrity] = [.sha512, .sha384, .sha256, .sha1], allowsPlain: Bool = true
  ) {
    self.encryption = encryption
    self.integrity = integrity
    self.allowsPlain = allowsPlain
  }

  /// What names ask for, such as `AES256, RC4_128, SHA256`, in their order and any case; of a kind that none is of, all
  /// that are not weak.
  ///
  /// - Returns: nil when there is a name that is none.
  public init?(names: String) {
    self.init()
    var ciphers: [NetworkEncryption] = []
    var checksums: [NetworkIntegrity] = []
    for part in names.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let name = part.uppercased()
      if let cipher = NetworkEncryption.allCases.first(where: { $0.name == name }) {
        ciphers.append(cipher)
      } else if let checksum = NetworkIntegrity.allCases.first(where: { $0.name == name }) {
        checksums.append(checksum)
      } else {
        return nil
      }
    }
    if !ciphers.isEmpty { encryption = ciphers }
    if !checksums.isEmpty { integrity = checksums }
  }

  /// Every name that `init(names:)` takes.
  public static var names: [String] { NetworkEncryption.allCases.map(\.name) + NetworkIntegrity.allCases.map(\.name) }
}
