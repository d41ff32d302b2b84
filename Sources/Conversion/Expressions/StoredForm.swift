import Model
import OracleSQL

/// How PostgreSQL keeps a column whose type the user chose, other than expressions see it.
///
/// An expression sees the value as Oracle has it: a flag of type NUMBER(1) that became boolean counts as 0 and 1 in
/// arithmetic. Where a column stands for itself (in a select list, IS NULL, GROUP BY, against another column of the same
/// form) the stored value is taken.
struct StoredForm: Hashable {
  /// The stored value.
  var sql: String
  /// Its type.
  var type: PostgresType
  /// Oracle's type of the column.
  let oracleType: OracleDataType
  /// What expressions see.
  let seenType: PostgresType

  /// A form; nil where the stored value is the one that expressions see.
  init?(_ sql: String, _ oracleType: OracleDataType, _ type: PostgresType) {
    switch (oracleType, type) {
    case (.number, .boolean): seenType = .integer
    case (.number, .real), (.number, .doublePrecision), (.float, .real), (.float, .doublePrecision):
      seenType = .unboundedNumeric
    case (.raw, .uuid): seenType = .bytea
    case (.date, .date): seenType = .timestamp(precision: 0)
    case (.char(let length), .varchar), (.char(let length), .text): seenType = .char(length: length)
    case (.varchar2, .json), (.nvarchar2, .json), (.clob, .json), (.nclob, .json), (.long, .json), (.clob, .xml),
      (.long, .xml):
      seenType = .text
    default: return nil
    }
    self.sql = sql
    self.type = type
    self.oracleType = oracleType
  }

  /// The value as expressions see it.
  var seen: String { type == .uuid ? "uuid_send(\(sql))" : "\(sql)::\(seenType.sql)" }

  /// Whether the column shows as it is stored: PostgreSQL can't compare json, and Oracle groups by VARCHAR2.
  var isShown: Bool {
    switch oracleType {
    case .varchar2, .nvarchar2: false
    default: true
    }
  }

  /// Whether two stored values compare as the values that they stand for.
  func compares(with other: StoredForm) -> Bool {
    guard type == other.type else { return false }
    switch type {
    case .boolean, .uuid, .date, .real, .doublePrecision: return true
    default: return false
    }
  }

  /// A constant of the stored type; nil where the other value has none.
  func constant(for other: TranslatedExpression) -> String? {
    switch (type, other.type) {
    case (.boolean, .number):
      switch other.literal {
      case "0": return "false"
      case "1": return "true"
      default: return nil
      }
    case (.uuid, .bytes): return Self.uuid(other.sql)
    case (.uuid, .text(.literal)):
      return (try? ExpressionTranslator.bytes(hexadecimal: other.literal ?? "")).flatMap { Self.uuid($0.sql) }
    default: return nil
    }
  }

  /// A constant of the stored type, also of a day; nil where the other value has none.
  func bound(for other: TranslatedExpression) -> String? {
    let (head, midnight) = ("TIMESTAMP '", " 00:00:00'")
    guard type == .date, other.type == .date, other.sql.hasPrefix(head), other.sql.hasSuffix(midnight) else {
      return constant(for: other)
    }
    return "DATE '\(other.sql.dropFirst(head.count).dropLast(midnight.count))'"
  }

  /// The uuid of a bytea literal of 16 bytes.
  static func uuid(_ sql: String) -> String? {
    let (head, tail) = ("'\\x", "'::bytea")
    guard sql.hasPrefix(head), sql.hasSuffix(tail) else { return nil }
    let digits = Array(sql.dropFirst(head.count).dropLast(tail.count))
    guard digits.count == 32 else { return nil }
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "'\(parts.joined(separator: "-"))'::uuid"
  }
}

extension TranslatedExpression {
  /// The expression where it stands for itself: the stored value of a column, if it has another form.
  var output: String { shown?.sql ?? sql }

  /// The expression where it stands for itself, as an operand.
  var outputOperand: String { shown?.sql ?? operand }

  /// The value as expressions see it, everywhere.
  var unstored: TranslatedExpression {
    var result = self
    result.stored = nil
    return result
  }

  /// The stored form, where the column shows in it.
  var shown: StoredForm? { stored?.isShown == true ? stored : nil }

  /// The same value, as a column under that name.
  func placed(at column: String) -> TranslatedExpression {
    var result = self
    result.isAtomic = true
    result.stored?.sql = column
    result.sql = result.stored?.seen ?? column
    return result
  }
}

extension ExpressionTranslator {
  /// Both sides as stored values, where PostgreSQL compares these as it compares what they stand for.
  static func storedSides(
    _ left: TranslatedExpression, _ right: TranslatedExpression
  ) -> (left: String, right: String)? {
    switch (left.stored, right.stored) {
    case (let first?, let second?) where first.compares(with: second): (first.sql, second.sql)
    case (let first?, nil): first.constant(for: right).map { (first.sql, $0) }
    case (nil, let second?): second.constant(for: left).map { ($0, second.sql) }
    default: nil
    }
  }

  /// `flag = 1` of a boolean column is the column itself; nil for other comparisons.
  static func flagTest(
    _ comparison: BinaryOperator, _ left: TranslatedExpression, _ right: TranslatedExpression
  ) -> TranslatedExpression? {
    let (flag, constant) = left.stored == nil ? (right, left) : (left, right)
    guard comparison == .equal || comparison == .notEqual, let stored = flag.stored, stored.type == .boolean,
      let value = stored.constant(for: constant)
    else { return nil }
    let isTrue = (value == "true") == (comparison == .equal)
    return .condition(isTrue ? stored.sql : "NOT " + stored.sql, isAtomic: isTrue)
  }
}
