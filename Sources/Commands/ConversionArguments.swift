import ArgumentParser
import Conversion
import Workspace

/// The choices in a conversion, as [conversion] of config.ini has them: `--types`, `--raw16` and so on.
struct ConversionArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Types by column, pattern or declared type, such as NUMBER(1)=boolean; may be given several times.",
      discussion: """
        Entries with commas between them. Before the = stands TABLE.COLUMN, OWNER.TABLE.COLUMN, a pattern such as *.IS_* \
        or *_FLAG, or a type: NUMBER(1), VARCHAR2 for any length, NUMBER(*) for NUMBER without precision. A column's \
        entry wins, then the pattern that says most characters, then a type with its size, then one without; of equals \
        the last. Both ends of a foreign key get one type.
        """, valueName: "entries"))
  var types: [String] = []

  @Option(help: "What RAW(16) becomes: bytea or uuid.")
  var raw16: String?

  @Option(help: ArgumentHelp("Schemas of owners, such as HR=staff,OE=orders.", valueName: "pairs"))
  var schemas: String?

  @Option(
    help: ArgumentHelp(
      "Only these objects: NAME, OWNER.NAME, KIND.NAME or KIND.OWNER.NAME with * and ?, separated by commas.",
      valueName: "patterns"))
  var include: String?

  @Option(help: ArgumentHelp("All but these objects, written as for --include.", valueName: "patterns"))
  var exclude: String?

  @Option(help: "What identity columns become: identity or serial.")
  var identity: String?

  @Option(help: "What triggers that fill a column from a sequence become: nextval, identity or trigger.")
  var triggersTo: String?

  @Flag(help: "The same as --triggers-to trigger: their ways with given values and NULL are kept.")
  var exactTriggers = false

  @Flag(
    inversion: .prefixedNo,
    help: "Carry rights on objects, and the roles that have them (default: into files, not into a database).")
  var grants: Bool?

  @Flag(inversion: .prefixedNo, help: "Turn SDO_GEOMETRY into PostGIS's geometry, in scripts (default: yes).")
  var postgis: Bool?

  @Flag(inversion: .prefixedNo, help: "Quote names as Oracle spells them, in upper case where they are.")
  var keepCase: Bool?

  @Option(help: ArgumentHelp("The zone of the Oracle server's clock, such as Europe/Vienna.", valueName: "zone"))
  var serverTimeZone: String?

  /// The settings that were given.
  var settings: [ConversionSettings.Setting] {
    let single: [(OptionKey, String?)] = [
      (.raw16, raw16), (.schemas, schemas), (.include, include), (.exclude, exclude), (.identity, identity),
      (.triggersTo, exactTriggers ? "trigger" : triggersTo), (.grants, grants.map(String.init)),
      (.postgis, postgis.map(String.init)), (.keepCase, keepCase.map(String.init)), (.serverTimeZone, serverTimeZone),
    ]
    return types.map { Self.setting(.types, $0) }
      + single.compactMap { key, value in value.map { Self.setting(key, $0) } }
  }

  private static func setting(_ key: OptionKey, _ value: String) -> ConversionSettings.Setting {
    ConversionSettings.Setting(key: key.rawValue, value: value, origin: "--\(key.rawValue)")
  }

  /// The configuration with what was given here behind it.
  func added(to configuration: WorkspaceConfiguration) -> WorkspaceConfiguration {
    var configuration = configuration
    configuration.conversion.settings += settings
    return configuration
  }

  func validate() throws {
    if exactTriggers, let triggersTo, triggersTo != "trigger" {
      throw ValidationError("--exact-triggers and --triggers-to \(triggersTo) exclude each other")
    }
    do {
      _ = try ConversionSettings(settings).options()
    } catch {
      throw ValidationError("\(error)")
    }
  }
}

extension ConversionSettings {
  /// The settings as options.
  ///
  /// - Parameter convertsGrants: where they say nothing.
  func options(convertsGrants: Bool = true) throws(OptionError) -> ConversionOptions {
    var options = ConversionOptions(convertsGrants: convertsGrants)
    for setting in settings { try options.set(setting.key, to: setting.value, origin: setting.origin) }
    return options
  }
}

extension WorkspaceConfiguration {
  /// The choices in a conversion, with [postgres] schema as the target of [oracle] schema.
  ///
  /// Rights go along only where asked: what they become, roles, belongs to the whole server.
  func conversionOptions() throws(OptionError) -> ConversionOptions {
    var options = try conversion.options(convertsGrants: false)
    options.targetSchema = postgres.schema
    return options
  }

  /// The PostgreSQL schema for [oracle] schema.
  func targetSchema() throws(OptionError) -> String { try conversionOptions().schemaName(of: oracle.schema) }
}
