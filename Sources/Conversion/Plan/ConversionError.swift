/// Why no plan can be made at all.
public enum ConversionError: Error, Sendable, Hashable {
  /// `--tables` names tables that the schema doesn't have.
  case unknownTables([String], owner: String, available: [String])
  /// A column that is asked about is not there.
  case unknownColumn(String, near: [String])
  /// An option that this schema makes impossible.
  case option(OptionError)
}

extension ConversionError: CustomStringConvertible {
  /// The message, naming place and remedy.
  public var description: String {
    switch self {
    case .unknownTables(let names, let owner, let available):
      let shown = available.prefix(20).joined(separator: ", ") + (available.count > 20 ? ", ..." : "")
      return "the Oracle schema \(owner) has no table \(names.joined(separator: ", ")); it has: \(shown)"
    case .unknownColumn(let name, let near):
      let places = near.isEmpty ? "name it as TABLE.COLUMN" : "near it are: \(near.joined(separator: ", "))"
      return "there is no column \(name); \(places)"
    case .option(let error): return error.description
    }
  }
}
