import Model
import Reporting

/// Which type the evidence speaks for, with room for what may come.
enum ProposalRules {
  /// Below so many values nothing is proposed: a few rows prove little.
  static let leastValues = 20
  /// Below so many, integers are not made as small as smallint.
  private static let leastForSmallint = 1_000
  /// More digits behind the point look computed, and have no natural end.
  private static let mostDecimals = 8

  /// A type with its reasons.
  struct Choice {
    var type: PostgresType
    var evidence: String
    var growth: String
    var effect: String?
  }

  static func choice(_ evidence: ColumnEvidence) -> Choice? {
    guard evidence.values >= leastValues, let now = evidence.postgresType else { return nil }
    let found =
      switch now {
      case .smallint: flag(evidence)
      case .numeric: whole(evidence) ?? decimal(evidence)
      case .timestamp: day(evidence)
      case .bytea: identifier(evidence)
      default: nil as Choice?
      }
    guard let found, found.type != now, evidence.canBecome(found.type) else { return nil }
    return found
  }

  static func counted(_ count: Int) -> String { FigureText.grouped(count) + (count == 1 ? " value" : " values") }

  private static func digits(_ count: Int) -> String { count == 1 ? "1 digit" : "\(count) digits" }

  /// NUMBER(1) with both 0 and 1, and nothing else.
  private static func flag(_ evidence: ColumnEvidence) -> Choice? {
    guard !evidence.isKey, let number = evidence.number, number.zeros > 0, number.ones > 0,
      number.zeros + number.ones == evidence.values
    else { return nil }
    return Choice(
      type: .boolean, evidence: "\(counted(evidence.values)), all of them 0 or 1",
      growth: "other numbers would be refused",
      effect: "programs must write true and false for 1 and 0, and sums of it need a cast")
  }

  /// Whole numbers: one more digit than was seen, two in keys, which grow by themselves.
  private static func whole(_ evidence: ColumnEvidence) -> Choice? {
    guard let number = evidence.number, number.fractions == 0, number.infinities == 0 else { return nil }
    let seen = max(1, number.wholeDigits)
    let wanted = seen + (evidence.isKey ? 2 : 1)
    let type: PostgresType
    let capacity: Int
    let limit: String
    if wanted <= 4, evidence.values >= leastForSmallint {
      (type, capacity, limit) = (.smallint, 4, FigureText.grouped(Int(Int16.max)))
    } else if wanted <= 9 {
      (type, capacity, limit) = (.integer, 9, FigureText.grouped(Int(Int32.max)))
    } else if seen <= 18 {
      (type, capacity, limit) = (.bigint, 18, FigureText.grouped(Int(Int64.max)))
    } else {
      return nil
    }
    let isFlag = number.zeros + number.ones == evidence.values
    let spare = capacity - seen
    let room = spare == 0 ? "there is no digit to spare" : "\(digits(spare)) to spare"
    return Choice(
      type: type,
      evidence: "\(counted(evidence.values)), all whole, at most \(digits(seen))" + (isFlag ? ", only 0 and 1" : ""),
      growth:
        "\(room); beyond \(limit) a value is refused, never changed, and digits behind the point are refused by the "
        + "copy and rounded afterwards",
      effect: "SQL that divides one integer by another gets a whole number, where numeric has digits behind the point")
  }

  /// A bare NUMBER with a few decimals: three more digits before the point, nine at least.
  private static func decimal(_ evidence: ColumnEvidence) -> Choice? {
    guard evidence.postgresType == .unboundedNumeric, let number = evidence.number, number.fractions > 0,
      number.infinities == 0, number.decimals <= mostDecimals
    else { return nil }
    let scale = max(2, number.decimals)
    let whole = max(9, max(0, number.wholeDigits) + 3)
    guard whole + scale <= 38 else { return nil }
    return Choice(
      type: .numeric(precision: whole + scale, scale: scale),
      evidence: "\(counted(evidence.values)), at most \(digits(max(0, number.wholeDigits))) before the point and "
        + "\(number.decimals) behind it",
      growth:
        "\(digits(whole - max(0, number.wholeDigits))) to spare before the point; more than \(whole) there are refused, "
        + "and what is written later with more than \(scale) behind it is rounded in silence",
      effect: nil)
  }

  /// DATE that never has a time.
  private static func day(_ evidence: ColumnEvidence) -> Choice? {
    guard evidence.members.allSatisfy({ $0.oracleType == .date }), let moment = evidence.moment,
      moment.timesOfDay == 0, !evidence.members.contains(where: { $0.takesClock })
    else { return nil }
    return Choice(
      type: .date, evidence: "\(counted(evidence.values)), none with a time of day",
      growth: "the copy refuses a value with a time of day; one that is written later loses it in silence",
      effect: "the difference of two is an integer, and programs get a date without a time")
  }

  /// RAW(16) of 16 bytes each.
  private static func identifier(_ evidence: ColumnEvidence) -> Choice? {
    guard let length = evidence.length, length.shortest == 16, length.longest == 16 else { return nil }
    return Choice(
      type: .uuid, evidence: "\(counted(evidence.values)), all of 16 bytes",
      growth: "values of another length would be refused", effect: "programs see a uuid with hyphens, not 16 bytes")
  }
}

extension ColumnEvidence.Member {
  /// Whether rows get the time of the clock unless they say something else.
  var takesClock: Bool {
    let text = defaultExpression?.uppercased() ?? ""
    return ["SYSDATE", "SYSTIMESTAMP", "CURRENT_DATE", "CURRENT_TIMESTAMP", "LOCALTIMESTAMP"]
      .contains { text.contains($0) } && !text.contains("TRUNC")
  }
}
