/// An administrative privilege with which a session is asked for (`CONNECT ... AS SYSDBA`).
public enum OraclePrivilege: String, Sendable, Hashable, CaseIterable {
  case sysdba, sysoper, sysasm, sysbackup, sysdg, syskm, sysrac

  public var mode: AuthenticationMode {
    switch self {
    case .sysdba: .sysdba
    case .sysoper: .sysoper
    case .sysasm: .sysasm
    case .sysbackup: .sysbackup
    case .sysdg: .sysdg
    case .syskm: .syskm
    case .sysrac: .sysrac
    }
  }
}
