/// What the user says of values that PostgreSQL cannot hold: section [rejects].
///
/// They are texts: what they mean is the migration's business, which names their place in its errors.
public struct RejectSettings: Sendable, Hashable {
  /// For all columns that no entry names; nil when nothing is said.
  public var policy: ConversionSettings.Setting?
  /// The most rows that a run may leave out.
  public var limit: ConversionSettings.Setting?
  /// Policies by column, such as `ORDERS.NOTE = strip`.
  public var columns: [ConversionSettings.Setting] = []

  static let keys = ["policy", "limit"]

  /// Nothing is said.
  public init() {}

  init(_ ini: INIFile, file: String, environment: [String: String]) throws(ConfigurationError) {
    let entries = ini.sections["rejects"]?.entries ?? [:]
    let columns = entries.filter { $0.key.contains(".") }
    let reader = try SectionReader(
      "rejects", keys: Self.keys + columns.keys.sorted(), in: ini, file: file, environment: environment)
    policy = try Self.setting("policy", reader, file)
    limit = try Self.setting("limit", reader, file)
    for entry in columns.values.sorted(by: { $0.line < $1.line }) {
      self.columns.append(
        ConversionSettings.Setting(key: entry.writtenKey, value: entry.value, origin: "\(file):\(entry.line)"))
    }
  }

  private static func setting(
    _ key: String, _ reader: SectionReader, _ file: String
  ) throws(ConfigurationError) -> ConversionSettings.Setting? {
    guard let value = try reader.optional(key), let found = reader.lookUp(key) else { return nil }
    let origin = found.variable.map { "environment variable \($0)" } ?? found.line.map { "\(file):\($0)" } ?? file
    return ConversionSettings.Setting(key: key, value: value, origin: origin)
  }
}
