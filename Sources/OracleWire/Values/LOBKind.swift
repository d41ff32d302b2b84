/// The kinds of LOBs that a session reads and writes.
public enum LOBKind: Sendable, Hashable, CaseIterable {
  case blob
  case clob
  case nclob

  /// The kind of a column or bind; nil for types that are no LOB of bytes or characters.
  public init?(_ typeCode: OracleTypeCode, isNational: Bool) {
    switch typeCode {
    case .blob: self = .blob
    case .clob: self = isNational ? .nclob : .clob
    default: return nil
    }
  }

  public var typeCode: OracleTypeCode { self == .blob ? .blob : .clob }
  public var isText: Bool { self != .blob }
  public var isNational: Bool { self == .nclob }

  /// Oracle's spelling.
  public var name: String {
    switch self {
    case .blob: "BLOB"
    case .clob: "CLOB"
    case .nclob: "NCLOB"
    }
  }
}
