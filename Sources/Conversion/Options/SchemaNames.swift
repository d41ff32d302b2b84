import Model

/// The PostgreSQL schemas for owners, where they are not called like them.
public struct SchemaNames: Sendable, Hashable {
  /// PostgreSQL's names by Oracle's, both as their catalogues spell them.
  public private(set) var targets: [String: String]

  /// No owner gets another name.
  public init() {
    targets = [:]
  }

  /// Reads pairs with commas between them, such as `HR=staff, "Mixed"=other`.
  ///
  /// Oracle's name is folded to upper case unless it is in double quotes, PostgreSQL's is taken as it is written.
  ///
  /// - Throws: `OptionError` for text of another form, and for two owners in one schema: their objects could meet.
  public init(_ text: String, origin: String? = nil) throws(OptionError) {
    targets = [:]
    for part in TypeChoices.split(text) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map { String($0).trimmingBlanks }
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
        throw OptionError(part, origin: origin, "no pair of names", remedy: "write OWNER=schema")
      }
      let owner = Self.unquoted(sides[0]) ?? sides[0].uppercased()
      let schema = PostgresIdentifier.shortened(Self.unquoted(sides[1]) ?? sides[1])
      guard targets[owner] == nil, !targets.values.contains(schema) else {
        throw OptionError(
          part, origin: origin, "an owner or a schema is named twice", remedy: "give each owner a schema of its own")
      }
      targets[owner] = schema
    }
  }

  /// The same names, but for one owner's.
  ///
  /// - Parameters:
  ///   - schema: PostgreSQL's name, unquoted, which no other owner has.
  ///   - owner: as Oracle's dictionary spells it.
  public func naming(_ schema: String, for owner: String) -> SchemaNames {
    var names = self
    names.targets[owner] = schema
    return names
  }

  private static func unquoted(_ name: String) -> String? {
    name.count > 2 && name.hasPrefix("\"") && name.hasSuffix("\"") ? String(name.dropFirst().dropLast()) : nil
  }
}
