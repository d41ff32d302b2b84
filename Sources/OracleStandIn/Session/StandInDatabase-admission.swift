import OracleWire

extension StandInDatabase {
  /// Lets a user in whose password was right: in whose name, and with which privilege.
  ///
  /// - Parameters:
  ///   - client: the user that a proxy wants to be; nil for the user's own session.
  ///   - changesPassword: whether a new password came along, so that the old one may have expired.
  /// - Throws: `OracleError` as a database would: 28001 for an expired password, 28009 for SYS without a privilege, 1017
  ///   for a privilege that wasn't granted, 28150 for a proxy that may not be the client.
  func admit(
    _ user: String, mode: AuthenticationMode, client: String?, changesPassword: Bool, isReadOnly: Bool = false
  ) throws -> StandInSession {
    // Passwords are kept in the database, too.
    if isReadOnly, changesPassword { throw OracleError.readOnly }
    let privileges: [(AuthenticationMode, String)] = [(.sysdba, "SYSDBA"), (.sysoper, "SYSOPER")]
    let wanted = privileges.first { mode.contains($0.0) }?.1
    let isProxy = client != nil
    let names: (user: String, proxy: String?) = try locked {
      guard let known = catalog.user(user) else {
        throw OracleError(code: 1017, message: "invalid username/password; logon denied")
      }
      guard changesPassword || !known.isExpired else {
        throw OracleError(code: 28001, message: "the password has expired")
      }
      let proxy = isProxy ? known.name : nil
      if let wanted {
        guard known.name == "SYS" || known.privileges.contains(wanted) else {
          throw OracleError(code: 1017, message: "invalid username/password; logon denied")
        }
        return (wanted == "SYSDBA" ? "SYS" : "PUBLIC", proxy)
      }
      guard known.name != "SYS" else {
        throw OracleError(code: 28009, message: "connection as SYS should be as SYSDBA or SYSOPER")
      }
      guard let client else { return (known.name, nil) }
      guard let target = catalog.user(client), target.proxies.contains(known.name) else {
        throw OracleError(code: 28150, message: "proxy not authorized to connect as client")
      }
      return (target.name, proxy)
    }
    return try openSession(
      user: names.user, proxy: names.proxy, isAdministrator: wanted == "SYSDBA", isReadOnly: isReadOnly)
  }

  /// Gives a user a new password, which has not expired.
  func changePassword(ofUser user: String, to password: String) {
    locked {
      guard let known = catalog.user(user) else { return }
      known.password = password
      known.isExpired = false
    }
  }
}
