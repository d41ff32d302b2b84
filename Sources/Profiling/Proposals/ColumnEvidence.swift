import Conversion
import Model

/// What is known of a column, or of all columns that must have one type.
struct ColumnEvidence {
  /// A column with its profile.
  struct Member {
    var place: ColumnTypes.Place
    var oracleType: OracleDataType
    var postgresType: PostgresType
    var defaultExpression: String?
    /// Whether values tell rows apart: a primary key, a unique constraint, or one end of a foreign key.
    var isKey: Bool
    var profile: ColumnProfile
    var isOfSample: Bool
  }

  let members: [Member]

  var values: Int { members.reduce(0) { $0 + $1.profile.values } }
  var isKey: Bool { members.count > 1 || members.contains { $0.isKey } }
  var isOfSample: Bool { members.contains { $0.isOfSample } }

  /// The type that all have now; nil where they differ.
  var postgresType: PostgresType? {
    let types = Set(members.map(\.postgresType))
    return types.count == 1 ? types.first : nil
  }

  /// Nil where one of the columns holds no numbers.
  var number: NumberFigures? {
    merged(\.number) { $0.merged(with: $1) }
  }

  /// Nil where one of the columns holds no dates.
  var moment: MomentFigures? {
    merged(\.moment) { $0.merged(with: $1) }
  }

  /// Nil where one of the columns holds no bytes.
  var length: LengthFigures? {
    merged(\.length) { $0.merged(with: $1) }
  }

  private func merged<Figures>(
    _ path: KeyPath<ColumnProfile, Figures?>, _ merge: (Figures, Figures) -> Figures
  ) -> Figures? {
    let figures = members.compactMap { $0.profile[keyPath: path] }
    guard figures.count == members.count, let first = figures.first else { return nil }
    return figures.dropFirst().reduce(first, merge)
  }

  /// Whether every column can be given a type.
  func canBecome(_ type: PostgresType) -> Bool {
    members.allSatisfy { ColumnTypes.resolution(of: $0.oracleType, to: type)?.type == type }
  }
}
