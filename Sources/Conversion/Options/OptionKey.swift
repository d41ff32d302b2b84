/// The keys by which a configuration or a command line sets options.
public enum OptionKey: String, Sendable, Hashable, CaseIterable {
  case types
  case raw16
  case schemas
  case include
  case exclude
  case tables
  case columns
  case conditions = "where"
  case characterSets = "character-sets"
  case identity
  case triggersTo = "triggers-to"
  case keepCase = "keep-case"
  case grants
  case postgis
  case serverTimeZone = "server-time-zone"
  case postgresVersion = "postgres-version"
}

extension ConversionOptions {
  /// Sets an option from its text; the type map is added to, other options are replaced.
  ///
  /// - Parameter origin: where the text stands, for errors.
  /// - Throws: `OptionError`, which names what is possible.
  public mutating func set(_ key: String, to value: String, origin: String? = nil) throws(OptionError) {
    let entry = "\(key) = \(value)"
    guard let key = OptionKey(rawValue: key) else {
      throw OptionError(
        entry, origin: origin, "there is no such option",
        remedy: "the options are \(OptionKey.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    switch key {
    case .types: types.entries += try TypeChoices(value, origin: origin).entries
    case .raw16: raw16 = try Self.word(value, entry, origin)
    case .schemas: schemaNames = try SchemaNames(value, origin: origin)
    case .include: objects.included = try ObjectSelection.patterns(value, origin: origin)
    case .exclude: objects.excluded = try ObjectSelection.patterns(value, origin: origin)
    case .tables: try names.add(table: value, origin: origin)
    case .columns: try names.add(column: value, origin: origin)
    case .conditions: try conditions.add(value, origin: origin)
    case .characterSets: try characterSets.add(value, origin: origin)
    case .identity: identity = try Self.word(value, entry, origin)
    case .triggersTo: sequenceTriggers = try Self.word(value, entry, origin)
    case .grants: convertsGrants = try Self.truth(value, entry, origin)
    case .postgis: hasPostGIS = try Self.truth(value, entry, origin)
    case .keepCase: keepsCase = try Self.truth(value, entry, origin)
    case .serverTimeZone:
      let isName = value.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0 || "_+-/:".unicodeScalars.contains($0))
      }
      guard isName, !value.isEmpty, value.count <= 60 else {
        throw OptionError(
          entry, origin: origin, "not the name of a time zone", remedy: "write it as PostgreSQL does: Europe/Vienna")
      }
      oracleServerTimeZone = value
    case .postgresVersion:
      guard let version = Int(value), Self.postgresMajorVersions.contains(version) else {
        throw OptionError(entry, origin: origin, "no version that is known", remedy: "the versions are 13 to 18")
      }
      postgresMajorVersion = version
    }
  }

  private static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ entry: String, _ origin: String?
  ) throws(OptionError) -> Word {
    guard let word = Word(rawValue: text.lowercased()) else {
      throw OptionError(
        entry, origin: origin, "none of the words for it",
        remedy: "it is one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  private static func truth(_ text: String, _ entry: String, _ origin: String?) throws(OptionError) -> Bool {
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw OptionError(entry, origin: origin, "neither true nor false", remedy: "write true or false")
    }
  }
}
