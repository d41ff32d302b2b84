/// A connect string: a descriptor, EZConnect Plus, or a name that tnsnames.ora explains.
public enum ConnectString: Sendable, Hashable {
  case descriptions(ConnectDescriptionList)
  case alias(String)

  /// Reads a connect string.
  ///
  /// - Throws: `ConnectStringError`, which says what to write instead and quotes no more than a host, port or keyword.
  public init(_ text: String) throws(ConnectStringError) {
    guard text.utf8.count <= ConnectDescriptor.longest else {
      throw ConnectStringError("the connect string is over \(ConnectDescriptor.longest) bytes long", "shorten it")
    }
    guard
      !text.unicodeScalars.contains(where: { $0.value < 0x20 && !"\t\n\r".contains(Character($0)) || $0.value == 0x7F })
    else {
      throw ConnectStringError("the connect string holds a control character", "remove it")
    }
    var trimmed = text.drop { $0.isWhitespace }
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    if trimmed.first == "(" || trimmed.first == "#" {
      self = .descriptions(try ConnectDescriptionList(ConnectDescriptor(parsing: String(trimmed))))
    } else if trimmed.contains("/") || trimmed.contains(":") || trimmed.contains("@") || trimmed.contains("?") {
      self = .descriptions(try ConnectDescriptionList(EasyConnect.descriptor(String(trimmed))))
    } else {
      guard !trimmed.isEmpty else { throw ConnectStringError("the connect string is empty") }
      guard trimmed.allSatisfy({ !$0.isWhitespace && !"()=,#\"'\\".contains($0) }) else {
        throw ConnectStringError("neither host:port/service, nor a descriptor, nor a name of tnsnames.ora")
      }
      self = .alias(trimmed.uppercased())
    }
  }
}
