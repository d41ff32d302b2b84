/// What the user and the target decide about a conversion.
public struct ConversionOptions: Sendable, Hashable {
  /// The PostgreSQL schema to fill; nil folds the Oracle owner's name.
  public var targetSchema: String?
  /// The tables to carry, as the user wrote them; nil is all.
  public var tables: [String]?
  /// The target's major version: decides about NULLS NOT DISTINCT and unusual numeric scales (both from 15 on).
  public var postgresMajorVersion: Int
  /// The zone of the Oracle server's clock, as PostgreSQL names it; nil when nobody said: then SYSDATE reads UTC, with a
  /// finding.
  public var oracleServerTimeZone: String?

  /// Makes options.
  public init(
    targetSchema: String? = nil, tables: [String]? = nil, postgresMajorVersion: Int = 15,
    oracleServerTimeZone: String? = nil
  ) {
    self.targetSchema = targetSchema
    self.tables = tables
    self.postgresMajorVersion = postgresMajorVersion
    self.oracleServerTimeZone = oracleServerTimeZone
  }
}
