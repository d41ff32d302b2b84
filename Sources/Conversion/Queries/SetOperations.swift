import Model
import OracleSQL

/// UNION, INTERSECT and MINUS.
extension ExpressionTranslator {
  /// One operand.
  private enum Operand {
    case pieces(SelectPieces)
    case result(QueryResult)

    var columns: [OutputColumn] {
      switch self {
      case .pieces(let pieces): pieces.items
      case .result(let result): result.columns
      }
    }

    /// The text as an operand.
    var sql: String {
      switch self {
      case .pieces(let pieces): pieces.isPlain ? pieces.sql() : "(\(pieces.sql()))"
      case .result(let result): "(\(result.sql))"
      }
    }

    /// The operand as a block whose outputs can be replaced.
    var block: SelectPieces {
      switch self {
      case .pieces(let pieces): return pieces
      case .result(let result):
        var pieces = SelectPieces()
        pieces.items = result.columns.map { column in
          OutputColumn(oracleName: column.oracleName, name: column.name, value: column.seen(through: "q").value)
        }
        pieces.tail = " FROM (\(result.sql)) AS \"q\""
        return pieces
      }
    }
  }

  /// A chain of set operations, from left to right: Oracle gives all operators one precedence, PostgreSQL binds INTERSECT
  /// tighter.
  mutating func setOperations(_ query: Query) throws(ConversionRefusal) -> QueryResult {
    var operands = [try operand(query.first)]
    for operation in query.setOperations { operands.append(try operand(operation.term)) }
    return try combined(operands, query.setOperations.map(\.combinator))
  }

  private mutating func operand(_ term: QueryTerm) throws(ConversionRefusal) -> Operand {
    switch term {
    case .select(let block): .pieces(try select(block))
    case .nested(let query): .result(try self.query(query))
    }
  }

  private mutating func combined(
    _ operands: [Operand], _ combinators: [SetOperator]
  ) throws(ConversionRefusal) -> QueryResult {
    var columns = operands[0].columns
    guard operands.allSatisfy({ $0.columns.count == columns.count }) else {
      throw ConversionRefusal("a set operation over different numbers of columns")
    }
    var operands = operands
    for index in columns.indices {
      let values = operands.map { $0.columns[index].value }
      columns[index].value = try union(values, isBag: combinators.allSatisfy { $0 == .unionAll })
      for place in operands.indices {
        guard try unified(values[place], with: columns[index].value) != nil else { continue }
        // A nested query's columns go by another name in the block around it.
        var block = operands[place].block
        let value = block.items[index].value
        block.items[index].value = try unified(value, with: columns[index].value) ?? value
        operands[place] = .pieces(block)
      }
    }
    for place in operands.indices.dropFirst() {
      guard case .pieces(var block) = operands[place] else { continue }
      block.isNamed = false
      operands[place] = .pieces(block)
    }
    var sql = operands[0].sql
    for (index, combinator) in combinators.enumerated() {
      let mixes = index > 0 && (combinator == .intersect || combinator == .intersectAll)
      if mixes { sql = "(\(sql))" }
      // In its place: a chain may have thousands of operands.
      sql += " \(combinator.postgres) "
      sql += operands[index + 1].sql
    }
    return QueryResult(sql: sql, columns: columns)
  }

  /// What is known about a column that holds the values of several.
  private func union(
    _ values: [TranslatedExpression], isBag: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let type = Self.common(values)
    if type == .text(.largeObject), !isBag { throw ConversionRefusal("a LOB in a set operation") }
    for value in values where value.type != .null && value.type != type {
      switch (value.type, type) {
      case (.text, .text), (.date, .timestamp), (.number, .binaryDouble): continue
      default: throw ConversionRefusal("a set operation over columns of different types")
      }
    }
    var result = TranslatedExpression(
      sql: "", type: type == .text(.literal) ? .text(.variable) : type, isNullable: values.contains(where: \.isNullable)
    )
    let typed = values.filter { $0.type != .null }
    guard let first = typed.first else { return result }
    if typed.count == values.count, typed.allSatisfy({ $0.stored?.type == first.stored?.type }) {
      result.stored = first.stored
    }
    if type == .number {
      let types = typed.map { $0.unstored.storedTypes.postgres }
      let isOne = types.allSatisfy { $0 == types[0] }
      let width = types.reduce(types[0]) { $0.union($1) ?? .unboundedNumeric }
      result.postgresType = isOne || width.isInteger ? width : .unboundedNumeric
      result.isNumeric = !width.isInteger
    } else if typed.allSatisfy({ $0.postgresType == first.postgresType }) {
      result.postgresType = first.postgresType
    }
    if typed.allSatisfy({ $0.oracleType == first.oracleType }) { result.oracleType = first.oracleType }
    return result
  }

  /// The output as PostgreSQL must see it to find one type for all operands; nil where it does anyway.
  private func unified(
    _ value: TranslatedExpression, with union: TranslatedExpression
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    if value.stored != nil, union.stored == nil {
      return try unified(value.unstored, with: union) ?? value.unstored
    }
    if value.type == .null, union.type != .null {
      return .atom(value.cast(to: union.storedTypes.postgres.sql), union.type, isNumeric: union.isNumeric)
    }
    if case .text(.fixed) = value.type, value.type != union.type { return try asText(value) }
    return nil
  }
}

extension SetOperator {
  /// PostgreSQL's word.
  var postgres: String {
    switch self {
    case .minus: "EXCEPT"
    case .minusAll: "EXCEPT ALL"
    default: rawValue
    }
  }
}
