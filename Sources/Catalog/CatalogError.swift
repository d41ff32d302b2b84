import OracleWire

/// Why a dictionary could not be read, with the remedy.
public enum CatalogError: Error, Sendable, Hashable {
  /// No such Oracle user.
  case schemaNotFound(owner: String, suggestion: String?)
  /// The user owns no table that the session may see.
  case schemaEmpty(owner: String)
  /// A privilege is missing.
  case privilege(what: String, grant: String, oracle: OracleError)
  /// Something that is needed is not shown to this user.
  case hidden(what: String, grant: String)
  /// The dictionary's answer has an unexpected form.
  case unreadable(view: String, column: String)
}

extension CatalogError: CustomStringConvertible {
  /// The message, naming place and remedy.
  public var description: String {
    switch self {
    case .schemaNotFound(let owner, let suggestion):
      "Oracle has no schema \"\(owner)\"; "
        + (suggestion.map { "did you mean \"\($0)\"? Names are case-sensitive here" }
          ?? "check [oracle] schema in config.ini")
    case .schemaEmpty(let owner):
      "the Oracle schema \"\(owner)\" has no table that this user may see; log in as its owner, or as its owner run: "
        + "GRANT SELECT ON <table> TO <user>"
    case .privilege(let what, let grant, let oracle):
      "\(what) is not permitted (\(oracle.message)); as a DBA run: \(grant)"
    case .hidden(let what, let grant):
      "Oracle does not show \(what) to this user; log in as the owner, or as a DBA run: \(grant)"
    case .unreadable(let view, let column):
      "Oracle's dictionary view \(view) answered in an unexpected form (\(column))"
    }
  }
}
