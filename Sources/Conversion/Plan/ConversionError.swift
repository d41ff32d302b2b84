/// Why no plan can be made at all.
public enum ConversionError: Error, Sendable, Hashable {
  /// `--tables` names tables that the schema doesn't have.
  case unknownTables([String], owner: String, available: [String])
}

extension ConversionError: CustomStringConvertible {
  /// The message, naming place and remedy.
  public var description: String {
    switch self {
    case .unknownTables(let names, let owner, let available):
      let shown = available.prefix(20).joined(separator: ", ") + (available.count > 20 ? ", ..." : "")
      return "the Oracle schema \(owner) has no table \(names.joined(separator: ", ")); it has: \(shown)"
    }
  }
}
