import OracleWire

extension OracleConnection.Configuration {
  /// What both calls of a logon ask for.
  var logonMode: AuthenticationMode {
    // A logon that changes the password is no plain one: that is how servers let an expired password in.
    let base: AuthenticationMode = newPassword == nil ? .logon : []
    return base.union(privilege?.mode ?? [])
  }

  var logonName: LogonName { LogonName(user) }
}
