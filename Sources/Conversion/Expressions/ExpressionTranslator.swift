import Model
import OracleSQL

/// Turns an Oracle expression into PostgreSQL's words with the same meaning, or refuses.
///
/// Nothing is passed through unread: each form, function and pair of types that is converted is known to mean the same.
/// Text is compared as NLS_SORT=BINARY does, i.e. under COLLATE "C" where order matters.
struct ExpressionTranslator {
  let context: ExpressionContext
  /// Whether the clock of Oracle's server was read, whose zone may be unknown.
  var usesServerClock = false
  /// Remarks for findings of severity info.
  var remarks: [String] = []
  private var depth = 0

  private static let maximumDepth = 200

  init(context: ExpressionContext) {
    self.context = context
  }

  /// Any expression.
  mutating func translate(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw ConversionRefusal("the expression is nested too deeply") }
    switch expression.kind {
    case .literal(let literal): return try self.literal(literal)
    case .column(let reference): return try column(reference)
    case .niladic(let function, _): return try niladic(function)
    case .sequence(let name, let value): return try sequence(name, value)
    case .unary(let unary, let operand): return try self.unary(unary, operand)
    case .binary(let binary, let left, let right):
      return try binary.isComparison ? comparison(binary, left, right) : arithmetic(binary, left, right)
    case .concatenation(let operands): return try concatenation(operands)
    case .and(let operands): return try junction(operands, "AND")
    case .or(let operands): return try junction(operands, "OR")
    case .test(let operand, let test, let negated): return try self.test(operand, test, negated: negated)
    case .between(let value, let low, let high, let negated):
      return try between(value, low: low, high: high, negated: negated)
    case .like(let value, let pattern, let escape, let form, let negated):
      return try like(value, pattern: pattern, escape: escape, form: form, negated: negated)
    case .membership(let value, let set, let negated): return try membership(value, set, negated: negated)
    case .caseOf(let expression): return try caseOf(expression)
    case .extract(let field, let operand): return try extract(field, operand)
    case .trim(let side, let character, let operand): return try trim(side, character: character, operand)
    case .call(let call): return try self.call(call)
    case .cast: throw ConversionRefusal("CAST is not converted")
    case .atTimeZone: throw ConversionRefusal("AT TIME ZONE is not converted")
    case .rowPseudoColumn(let column, _): throw ConversionRefusal("\(column.rawValue) has no counterpart")
    case .bind: throw ConversionRefusal("it holds a bind variable")
    case .quantified, .row, .exists, .subquery: throw ConversionRefusal("it compares with a query or a row")
    }
  }

  /// An expression that is a condition.
  mutating func condition(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    let result = try translate(expression)
    guard result.type == .truth else { throw ConversionRefusal("a value stands where a condition is expected") }
    return result
  }

  /// An expression that is a value.
  mutating func value(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    let result = try translate(expression)
    guard result.type != .truth else { throw ConversionRefusal("a condition stands where a value is expected") }
    return result
  }

  /// An expression that is a decimal number.
  mutating func number(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    let result = try value(expression)
    guard result.type == .number else { throw ConversionRefusal("something that is no NUMBER is used as one") }
    return result
  }

  /// An expression that is text of variable length; CHAR would lose its padding in PostgreSQL's functions.
  mutating func text(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    let result = try value(expression)
    switch result.type {
    case .text(.fixed): throw ConversionRefusal("a function or operator is applied to a blank-padded CHAR")
    case .text: return result
    default: throw ConversionRefusal("something that is no text is used as one")
    }
  }

  private func column(_ reference: ColumnReference) throws(ConversionRefusal) -> TranslatedExpression {
    let name = reference.column.name
    if let sequence = reference.table, name == SequenceValue.next.rawValue {
      // Oracle's dictionary quotes all three parts: "OWNER"."SEQUENCE"."NEXTVAL".
      return try self.sequence(ObjectName(schema: reference.schema, name: sequence), .next)
    }
    let isOwnTable = reference.table.map { $0.name == context.table } ?? true
    let isOwnSchema = reference.schema.map { $0.name == context.owner } ?? true
    guard isOwnTable, isOwnSchema, !reference.isOuterJoined, let meaning = context.columns[name] else {
      throw ConversionRefusal("\(name) is no column of the table that is carried over")
    }
    return TranslatedExpression(
      sql: PostgresIdentifier.quoted(meaning.targetName), type: Self.type(of: meaning.oracleType), isAtomic: true,
      isNullable: meaning.isNullable, isNumeric: !meaning.postgresType.isInteger)
  }

  static func type(of type: OracleDataType) -> ExpressionType {
    switch type {
    case .varchar2: .text(.variable)
    case .nvarchar2, .nchar: .text(.national)
    case .char(let length): .text(.fixed(length: length))
    case .clob, .nclob: .text(.largeObject)
    case .number, .float: .number
    case .binaryFloat: .binaryFloat
    case .binaryDouble: .binaryDouble
    case .date: .date
    case .timestamp: .timestamp
    case .timestampWithTimeZone, .timestampWithLocalTimeZone: .instant
    case .raw, .blob, .unsupported: .bytes
    }
  }

  private mutating func junction(
    _ operands: [Expression], _ word: String
  ) throws(ConversionRefusal) -> TranslatedExpression {
    var parts: [String] = []
    for operand in operands { parts.append(try condition(operand).operand) }
    return .condition(parts.joined(separator: " \(word) "))
  }

  private mutating func unary(
    _ unary: UnaryOperator, _ operand: Expression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    switch unary {
    case .plus: return try number(operand)
    case .minus:
      let inner = try number(operand)
      if let literal = inner.literal, !literal.hasPrefix("-") {
        return TranslatedExpression(sql: "-" + inner.sql, type: .number, isNullable: false, literal: "-" + literal)
      }
      return TranslatedExpression(
        sql: "-" + inner.numericOperand, type: .number, isNullable: inner.isNullable, isNumeric: true)
    case .not: return .condition("NOT " + (try condition(operand).operand))
    case .prior: throw ConversionRefusal("PRIOR belongs to hierarchical queries")
    }
  }

  private func sequence(
    _ name: ObjectName, _ value: SequenceValue
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard context.allowsVolatile, value == .next, name.databaseLink == nil,
      name.schema.map({ $0.name == context.owner }) ?? true, let target = context.sequences[name.name.name]
    else { throw ConversionRefusal("\(name.name.name).\(value.rawValue) names no sequence that is carried over") }
    let literal = PostgresLiteral.quoted(target.quoted)
    return .atom("nextval(\(literal)::regclass)", .number, isNullable: false)
  }
}
