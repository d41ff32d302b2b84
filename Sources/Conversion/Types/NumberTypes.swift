import Model

/// NUMBER and FLOAT: decimal inside Oracle, so never a binary float here.
enum NumberTypes {
  /// FLOAT(b) counts its precision in bits, yet holds decimal digits.
  static let float = PostgresType.unboundedNumeric

  /// NUMBER(p, s) as the dictionary tells it.
  ///
  /// Whole numbers of up to 18 digits become integers. NUMBER(*, 0) has no limit of its own below Oracle's 40 digits.
  /// From version 15 on PostgreSQL takes a negative scale, and one above the precision, with Oracle's meaning.
  static func number(precision: Int?, scale: Int?, postgresMajorVersion: Int) -> PostgresType {
    guard let precision, (1...1000).contains(precision) else { return .unboundedNumeric }
    let scale = scale ?? 0
    guard scale != 0 else {
      switch precision {
      case ...4: return .smallint
      case ...9: return .integer
      case ...18: return .bigint
      default: return .numeric(precision: precision, scale: 0)
      }
    }
    let isOrdinary = (0...precision).contains(scale)
    guard isOrdinary || (postgresMajorVersion >= 15 && (-1000...1000).contains(scale)) else { return .unboundedNumeric }
    return .numeric(precision: precision, scale: scale)
  }
}
