import Model
import OracleSQL

extension ExpressionTranslator {
  /// `CAST(x AS type)`.
  mutating func cast(
    _ expression: Expression, to type: DataType
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try value(expression)
    switch type.kind {
    case .number(let precision, let scale):
      let oracle = OracleDataType.number(precision: precision, scale: scale)
      guard let target = TypeMap().postgresType(for: oracle) else { throw Self.unknownCast }
      let number = try asNumber(subject)
      // Never to an integer, which would refuse other values than Oracle's precision does.
      let sql = number.cast(to: precision.map { "numeric(\($0),\(scale ?? 0))" } ?? target.sql)
      guard precision != nil || scale == nil else {
        return .atom(
          "round(\(number.numericOperand), \(scale ?? 0))", .number, isNullable: number.isNullable, isNumeric: true)
      }
      var result = TranslatedExpression.atom(sql, .number, isNullable: number.isNullable, isNumeric: true)
      result.oracleType = oracle
      if case .numeric = target { result.postgresType = target }
      return result
    case .float(let bits):
      guard bits == 126 else { throw ConversionRefusal("CAST to FLOAT(\(bits)) rounds to so many binary digits") }
      let number = try asNumber(subject)
      return .atom(number.cast(to: "numeric"), .number, isNullable: number.isNullable, isNumeric: true)
    case .varchar2(let length?, let unit):
      noteCut(subject, length, unit)
      return try textCast(subject, length, .text(.variable), .varchar2(length: length))
    case .nvarchar2(let length?): return try textCast(subject, length, .text(.national), .nvarchar2(length: length))
    case .char(let length, let unit):
      noteCut(subject, length ?? 1, unit)
      let text = try asText(subject)
      let length = length ?? 1
      var result = TranslatedExpression.atom(
        text.cast(to: "char(\(length))"), .text(.fixed(length: length)), isNullable: text.isNullable)
      result.postgresType = .char(length: length)
      return result
    case .clob: return .atom(try asText(subject).cast(to: "text"), .text(.largeObject), isNullable: subject.isNullable)
    case .date: return try dateCast(subject)
    case .timestamp(let precision, .none):
      if let precision, precision > 6 {
        remarks.append("of the \(precision) digits of a second that CAST asks for PostgreSQL has 6")
      }
      let digits = min(precision ?? 6, 6)
      switch subject.type {
      case .date, .timestamp, .null:
        return .atom(subject.cast(to: "timestamp(\(digits))"), .timestamp, isNullable: subject.isNullable)
      case .instant:
        guard let local = subject.localTime else { break }
        return .atom("CAST(\(local.sql) AS timestamp(\(digits)))", .timestamp, isNullable: subject.isNullable)
      default: break
      }
    case .binaryDouble:
      let number = subject.type == .binaryDouble ? subject : try asNumber(subject)
      return .atom(number.cast(to: "double precision"), .binaryDouble, isNullable: number.isNullable)
    case .binaryFloat:
      let number = subject.type == .binaryFloat ? subject : try asNumber(subject)
      return .atom(number.cast(to: "real"), .binaryFloat, isNullable: number.isNullable)
    case .raw(let length?) where subject.type == .bytes:
      guard case .raw(let given) = subject.oracleType, given <= length else {
        throw ConversionRefusal("CAST to RAW(\(length)) of bytes that may be longer")
      }
      return subject
    default: break
    }
    throw Self.unknownCast
  }

  private static let unknownCast = ConversionRefusal(
    "CAST between these types is not converted, or depends on NLS settings")

  /// Oracle cuts behind bytes where CHAR is not written, PostgreSQL behind characters: the same for ASCII.
  private mutating func noteCut(_ subject: TranslatedExpression, _ length: Int, _ unit: DataType.LengthUnit?) {
    guard unit != .char, subject.type.isText else { return }
    if let literal = subject.literal, literal.utf8.count <= length { return }
    switch subject.postgresType {
    case .varchar(let most), .char(let most):
      // A column of as many bytes has nothing to cut.
      if most <= length { return }
    default: break
    }
    remarks.append("CAST to \(length) \(unit == .byte ? "BYTE" : "bytes") cuts behind so many characters")
  }

  /// PostgreSQL's explicit cast cuts what is too long, as Oracle's does.
  private func textCast(
    _ subject: TranslatedExpression, _ length: Int, _ type: ExpressionType, _ oracle: OracleDataType
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let text = try asText(subject)
    guard text.type != .text(.largeObject) else { throw ConversionRefusal("a LOB is cast to VARCHAR2") }
    var result = TranslatedExpression.atom(
      text.cast(to: "varchar(\(length))"), type, isNullable: text.isNullable)
    result.oracleType = oracle
    result.postgresType = .varchar(length: length)
    return result
  }

  private func dateCast(_ subject: TranslatedExpression) throws(ConversionRefusal) -> TranslatedExpression {
    switch subject.type {
    case .date: return subject
    case .null: return .atom("CAST(NULL AS timestamp(0))", .date)
    case .timestamp: return .atom("date_trunc('second', \(subject.sql))", .date, isNullable: subject.isNullable)
    case .instant:
      guard let local = subject.localTime else { throw Self.unknownCast }
      return .atom("date_trunc('second', \(local.sql))", .date, isNullable: subject.isNullable)
    default: throw Self.unknownCast
    }
  }
}
