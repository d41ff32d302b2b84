import Foundation

/// The operating system user that the server runs as: PostgreSQL refuses to run as root.
struct ServerAccount {
  let userID: uid_t
  let groupID: gid_t
  /// The words that go before a command so that it runs as this user; empty when that's who we are.
  let prefix: [String]

  /// Ourselves, or for root `postgres`, or else `nobody`.
  static func choose() throws -> ServerAccount {
    guard geteuid() == 0 else { return ServerAccount(userID: geteuid(), groupID: getegid(), prefix: []) }
    for name in ["postgres", "nobody"] {
      guard let entry = getpwnam(name)?.pointee, entry.pw_uid != 0 else { continue }
      return ServerAccount(
        userID: entry.pw_uid, groupID: entry.pw_gid,
        prefix: try dropping(to: name, userID: entry.pw_uid, groupID: entry.pw_gid))
    }
    throw ClusterError(
      "PostgreSQL doesn't run as root, and there is neither a user postgres nor a user nobody",
      remedy: "run as an ordinary user")
  }

  private static func dropping(to name: String, userID: uid_t, groupID: gid_t) throws -> [String] {
    func tool(_ name: String) -> String? {
      ["/usr/bin", "/bin", "/usr/sbin", "/sbin"].map { "\($0)/\(name)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    if let setpriv = tool("setpriv") {
      return [setpriv, "--reuid=\(userID)", "--regid=\(groupID)", "--clear-groups", "--"]
    }
    if let runuser = tool("runuser") { return [runuser, "-u", name, "--"] }
    if let sudo = tool("sudo") { return [sudo, "-n", "-u", name, "--"] }
    throw ClusterError(
      "PostgreSQL doesn't run as root, and none of setpriv, runuser and sudo is there to run it as \(name)",
      remedy: "run as an ordinary user")
  }

  func own(_ folder: URL) throws {
    guard !prefix.isEmpty else { return }
    guard chown(folder.path, userID, groupID) == 0 else {
      throw ClusterError("cannot give \(folder.path) to user \(userID): \(String(cString: strerror(errno)))")
    }
  }
}
