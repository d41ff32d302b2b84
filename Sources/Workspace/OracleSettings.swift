/// How to log in to Oracle: section [oracle].
public struct OracleSettings: Sendable, Hashable {
  /// Host, port and service.
  public var address: OracleAddress
  /// The connect string as it was given, when it was one.
  public var connectString: String?
  /// The user, as it was given.
  public var user: String
  /// The password; may be empty.
  public var password: Secret
  /// The schema to carry over, as the dictionary spells it; by default the user's own.
  public var schema: String

  /// A host name or an address.
  public var host: String { address.host }
  /// The listener's port.
  public var port: Int { address.port }
  /// The service or SID.
  public var service: OracleService { address.service }

  /// Settings made by hand; a nil schema is the user's own.
  public init(
    address: OracleAddress, user: String, password: Secret, schema: String? = nil, connectString: String? = nil
  ) {
    self.address = address
    self.user = user
    self.password = password
    self.schema = Self.dictionaryName(schema ?? user)
    self.connectString = connectString
  }

  /// A name as Oracle would take it: upper case, unless it stands in double quotes.
  public static func dictionaryName(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text.uppercased() }
    return String(text.dropFirst().dropLast())
  }
}
