/// What libpq tells about a connection that failed, in its verbose form.
///
/// The reason stands in one text for all hosts that were tried: `connection to server at "h", port 5432 failed:
/// FATAL:  28P01: password authentication failed for user "u"`, then lines such as LOCATION.
struct ConnectionReport {
  /// The reasons on one line, without SQLSTATE and LOCATION.
  var text: String
  /// The last SQLSTATE that a server gave.
  var sqlState: String?

  init(_ message: String) {
    var parts: [String] = []
    for line in message.split(whereSeparator: \.isNewline) where !line.hasPrefix("LOCATION:") {
      var words = line.split(separator: " ").map(String.init)
      if let index = words.firstIndex(where: Self.isState), index > 0, words[index - 1].hasSuffix(":") {
        sqlState = String(words[index].dropLast())
        words.remove(at: index)
      }
      if !words.isEmpty { parts.append(words.joined(separator: " ")) }
    }
    text = parts.isEmpty ? "libpq gave no reason" : parts.joined(separator: "; ")
  }

  private static func isState(_ word: String) -> Bool {
    word.utf8.count == 6 && word.hasSuffix(":")
      && word.dropLast().allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) }
      && word.contains(where: \.isNumber)
  }

  func remedy(needsPassword: Bool) -> String {
    if needsPassword { return "give the user's password, in the configuration or in ~/.pgpass" }
    return switch sqlState {
    case "28P01": "check user and password, in the configuration or in ~/.pgpass"
    case "28000": "check user and sslmode, and the server's pg_hba.conf"
    case "3D000": "check dbname, or create the database"
    case "53300": "wait, or raise max_connections"
    case "57P03": "the server is starting or stopping: try again soon"
    case .some: "see the server's log"
    case nil: "check host and port, and that the server runs and listens there"
    }
  }
}
