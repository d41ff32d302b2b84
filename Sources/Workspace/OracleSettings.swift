import OracleWire

/// How to log in to Oracle: section [oracle].
public struct OracleSettings: Sendable, Hashable {
  /// Where the database is.
  public enum Place: Sendable, Hashable {
    /// Host, port and service.
    case address(OracleAddress)
    /// A descriptor, EZConnect Plus, or a name of tnsnames.ora, as it was given.
    case connectString(String)
  }

  /// Where the database is.
  public var place: Place
  /// The folder with tnsnames.ora, when it was given.
  public var configFolder: String?
  /// The folder with ewallet.pem, when it was given.
  public var walletLocation: String?
  /// The password of the private key in the wallet.
  public var walletPassword: Secret?
  /// Whether the session is to be encrypted without TLS, when it was given.
  public var nativeEncryption: NativeEncryption?
  /// The ciphers and checksums that it may choose from, as they were named; nil for all that are not weak.
  public var nativeAlgorithms: String?
  /// The administrative privilege to log on with, such as sysdba, when it was given.
  public var privilege: OraclePrivilege?
  /// The edition of the session, when it was given.
  public var edition: String?
  /// Seconds of silence after which the listener is asked whether it is there, when they were given.
  public var stallTimeout: Int?
  /// The user, as it was given.
  public var user: String
  /// The password; may be empty.
  public var password: Secret
  /// The schema to carry over, as the dictionary spells it; by default the user's own.
  public var schema: String

  /// Host, port and service; nil for a connect string that names several addresses, TLS, or a name of tnsnames.ora.
  public var address: OracleAddress? {
    switch place {
    case .address(let address): address
    case .connectString(let text): (try? OracleAddress.single(text)) ?? nil
    }
  }

  /// The connect string as it was given, when it was one.
  public var connectString: String? {
    if case .connectString(let text) = place { text } else { nil }
  }

  /// Settings made by hand; a nil schema is the user's own.
  public init(address: OracleAddress, user: String, password: Secret, schema: String? = nil) {
    self.init(place: .address(address), user: user, password: password, schema: schema)
  }

  /// Settings made by hand; a nil schema is the user's own.
  public init(place: Place, user: String, password: Secret, schema: String? = nil) {
    self.place = place
    self.user = user
    self.password = password
    self.schema = Self.dictionaryName(schema ?? LogonName(user).schemaOwner)
  }

  /// Whom the session is for, as the dictionary spells it: the client of a proxy.
  public var userName: String { Self.dictionaryName(LogonName(user).schemaOwner) }

  /// The schema that bare names mean in a session that begins: the user's own, the client's of a proxy, or SYS.
  public var sessionSchema: String {
    switch privilege {
    case nil: userName
    case .sysoper: "PUBLIC"
    default: "SYS"
    }
  }

  /// A name as Oracle would take it: upper case, unless it stands in double quotes.
  public static func dictionaryName(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text.uppercased() }
    return String(text.dropFirst().dropLast())
  }
}
