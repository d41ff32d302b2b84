import Model
import OracleSQL

/// Turns an Oracle expression into PostgreSQL's words with the same meaning, or refuses.
///
/// Nothing is passed through unread: each form, function and pair of types that is converted is known to mean the same.
/// Text is compared as NLS_SORT=BINARY does, i.e. under COLLATE "C" where order matters.
struct ExpressionTranslator {
  var context: ExpressionContext
  /// Whether the clock of Oracle's server was read, whose zone may be unknown.
  var usesServerClock = false
  /// Whether any clock was read.
  var usesClock = false
  /// The sequences whose values were taken, each as often as it stands.
  var sequenceUses: [QualifiedName] = []
  /// The schema's own functions that were called.
  var calledFunctions: Set<QualifiedName> = []
  /// Remarks for findings of severity info.
  var remarks: [String] = []
  /// The blocks around the expression, outermost first; empty outside of queries.
  var scopes: [QueryScope] = []
  /// The common table expressions that can be named, innermost last.
  var commonTables: [CommonTable] = []
  /// Whether `(+)` is read: in the conditions that become ON.
  var readsOuterMarks = false
  var depth = 0

  static let maximumDepth = 200

  init(context: ExpressionContext) {
    self.context = context
  }

  /// Any expression.
  mutating func translate(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw ConversionRefusal("the expression is nested too deeply") }
    let result = try translateAny(expression)
    // Some functions name an argument several times: nested, they would grow without bounds.
    guard result.sql.utf8.count <= Self.maximumLength else {
      throw ConversionRefusal("the expression becomes longer than \(Self.maximumLength) bytes")
    }
    return result
  }

  private static let maximumLength = 1_000_000

  private mutating func translateAny(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    switch expression.kind {
    case .literal(let literal): return try self.literal(literal)
    case .column(let reference): return try column(reference)
    case .niladic(let function, let precision): return try niladic(function, precision)
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
    case .cast(let operand, let type): return try cast(operand, to: type)
    case .json(let call): throw ConversionRefusal("\(call.function.rawValue) is not converted")
    case .atTimeZone(let operand, let zone): return try atTimeZone(operand, zone)
    case .rowPseudoColumn(let column, _): throw ConversionRefusal("\(column.rawValue) has no counterpart")
    case .bind: throw ConversionRefusal("it holds a bind variable")
    case .quantified(let comparison, let operand, let quantifier, let set):
      return try quantified(comparison, operand, quantifier, set)
    case .exists(let query): return try exists(query)
    case .subquery(let query): return try scalar(query)
    case .row: throw ConversionRefusal("a row of values stands where one value is expected")
    case .cursor: throw ConversionRefusal("a CURSOR expression has no counterpart")
    case .extended(let form): return try extended(form, expression)
    }
  }

  /// An expression that is a condition.
  mutating func condition(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    let result = try translate(expression)
    if result.type == .boolean, context.program != nil { return .condition(result.sql, isAtomic: result.isAtomic) }
    guard result.type == .truth else { throw ConversionRefusal("a value stands where a condition is expected") }
    return result
  }

  /// An expression that is a value.
  mutating func value(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    let result = try translate(expression)
    guard result.type != .truth else { throw ConversionRefusal("a condition stands where a value is expected") }
    return result
  }

  private mutating func column(_ reference: ColumnReference) throws(ConversionRefusal) -> TranslatedExpression {
    let name = reference.column.name
    if let sequence = reference.table, name == SequenceValue.next.rawValue {
      // Oracle's dictionary quotes all three parts: "OWNER"."SEQUENCE"."NEXTVAL".
      return try self.sequence(ObjectName(schema: reference.schema, name: sequence), .next)
    }
    if context.catalogue != nil {
      guard readsOuterMarks || !reference.isOuterJoined else {
        throw ConversionRefusal("(+) stands where no outer join can be made of it")
      }
      if let found = try scopedColumn(reference) { return found }
      if reference.table == nil, let found = try hierarchyColumn(name) { return found }
      let path = [reference.schema, reference.table, reference.column].compactMap { $0?.name }
      if let function = context.catalogue?.function(path: path) { return try self.call(of: function, []) }
    }
    if reference.table == nil, context.columns[name] == nil, name == "TRUE" || name == "FALSE" {
      // Literals of 23ai; before it they can only be names.
      return .atom(name, .boolean, isNullable: false)
    }
    let isOwnTable = reference.table.map { $0.name == context.table } ?? true
    let isOwnSchema = reference.schema.map { $0.name == context.owner } ?? true
    guard isOwnTable, isOwnSchema, !reference.isOuterJoined, let meaning = context.columns[name] else {
      let written = [reference.schema, reference.table, reference.column].compactMap { $0?.name }
      throw ConversionRefusal("\(written.joined(separator: ".")) is no column or function that is carried over")
    }
    return Self.column(
      PostgresIdentifier.quoted(meaning.targetName), meaning.oracleType, meaning.postgresType,
      isNullable: meaning.isNullable)
  }

  /// A column under the name by which PostgreSQL knows it.
  static func column(
    _ sql: String, _ oracleType: OracleDataType, _ postgresType: PostgresType, isNullable: Bool
  ) -> TranslatedExpression {
    let stored = StoredForm(sql, oracleType, postgresType)
    let seenType = stored?.seenType ?? postgresType
    return TranslatedExpression(
      sql: stored?.seen ?? sql, type: Self.type(of: oracleType), isAtomic: true, isNullable: isNullable,
      isNumeric: !seenType.isInteger, oracleType: oracleType, postgresType: seenType, stored: stored)
  }

  static func type(of type: OracleDataType) -> ExpressionType {
    switch type {
    case .varchar2: .text(.variable)
    case .nvarchar2, .nchar: .text(.national)
    case .char(let length): .text(.fixed(length: length))
    case .clob, .nclob, .long: .text(.largeObject)
    case .number, .float: .number
    case .binaryFloat: .binaryFloat
    case .binaryDouble: .binaryDouble
    case .date: .date
    case .timestamp: .timestamp
    case .timestampWithTimeZone, .timestampWithLocalTimeZone: .instant
    case .intervalYearToMonth: .months
    case .intervalDayToSecond: .duration
    case .boolean: .boolean
    case .rowid, .urowid: .rowAddress
    case .json, .xml, .vector, .object, .collection, .unsupported: .document
    case .raw, .blob, .longRaw: .bytes
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
        return TranslatedExpression(
          sql: "-" + inner.sql, type: .number, isNullable: false, isNumeric: inner.isNumeric, literal: "-" + literal,
          postgresType: inner.postgresType)
      }
      return TranslatedExpression(
        sql: "-" + inner.numericOperand, type: .number, isNullable: inner.isNullable, isNumeric: true)
    case .not: return .condition("NOT " + (try condition(operand).operand))
    case .prior: return try prior(operand)
    case .root: return try root(operand)
    }
  }

  private mutating func sequence(
    _ name: ObjectName, _ value: SequenceValue
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let owner = name.schema?.name ?? context.owner
    let found =
      context.catalogue?.sequences[.init(owner: owner, name: name.name.name)]
      ?? (owner == context.owner ? context.sequences[name.name.name] : nil)
    guard context.allowsVolatile, value == .next || context.program != nil, name.databaseLink == nil,
      let target = found
    else {
      throw ConversionRefusal("\(name.name.name).\(value.rawValue) names no sequence that is carried over")
    }
    sequenceUses.append(target)
    let literal = PostgresLiteral.quoted(target.quoted)
    return .atom("\(value == .next ? "nextval" : "currval")(\(literal)::regclass)", .number, isNullable: false)
  }
}
