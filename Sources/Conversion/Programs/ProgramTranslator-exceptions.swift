import Model
import OracleSQL

/// RAISE, RAISE_APPLICATION_ERROR and exception handlers.
extension ProgramTranslator {
  /// The conditions of PostgreSQL that mean the same as Oracle's predefined exceptions.
  private static let predefined = [
    "NO_DATA_FOUND": "no_data_found", "TOO_MANY_ROWS": "too_many_rows", "DUP_VAL_ON_INDEX": "unique_violation",
    "ZERO_DIVIDE": "division_by_zero", "CASE_NOT_FOUND": "case_not_found",
  ]

  /// The SQLSTATE of an Oracle error, where one of PostgreSQL's means the same.
  ///
  /// The numbers of RAISE_APPLICATION_ERROR, -20000 to -20999, are `OR000` to `OR999`, a class that PostgreSQL leaves free.
  static func sqlState(ofError number: Int) -> String? {
    switch number {
    case -20999 ... -20000:
      let digits = String(-number - 20000)
      return "OR" + String(repeating: "0", count: 3 - digits.count) + digits
    case -1: return "23505"
    case -60: return "40P01"
    case 100, -1403: return "P0002"
    case -1422: return "P0003"
    case -1476: return "22012"
    default: return nil
    }
  }

  /// An exception of the program's own: a SQLSTATE of class `OX` that other programs' exceptions don't have, as nobody
  /// but this program can handle it.
  mutating func declare(exception name: String) {
    let digits = PostgresIdentifier.withHashSuffix("", of: "\(identity).\(name)").dropFirst()
    let number = (Int(digits, radix: 16) ?? 0) % (36 * 36 * 36)
    let text = String(number, radix: 36).uppercased()
    exceptions[name] = "OX" + String(repeating: "0", count: 3 - text.count) + text
  }

  mutating func raise(_ exception: ObjectName?, into text: inout ProgramText) throws(ConversionRefusal) {
    noteFailing()
    guard let exception else {
      text.add("RAISE;")
      return
    }
    let name = exception.name.name
    if exception.schema == nil, let state = exceptions[name] {
      text.add("RAISE EXCEPTION USING ERRCODE = '\(state)', MESSAGE = \(PostgresLiteral.quoted(name));")
    } else if exception.schema == nil, let condition = Self.predefined[name] {
      if condition == "no_data_found" { mayFindNothing = true }
      text.add("RAISE \(condition);")
    } else {
      throw ConversionRefusal("the exception \(name) has no counterpart")
    }
  }

  mutating func raiseApplicationError(
    _ arguments: [Expression], into text: inout ProgramText
  ) throws(ConversionRefusal) {
    guard let number = arguments[0].literalInteger, (-20999 ... -20000).contains(number),
      let state = Self.sqlState(ofError: number)
    else { throw ConversionRefusal("RAISE_APPLICATION_ERROR with a number that is no literal from -20999 to -20000") }
    if arguments.count == 3 {
      guard case .column(let keeps) = arguments[2].kind, keeps.column.name == "FALSE" else {
        throw ConversionRefusal("RAISE_APPLICATION_ERROR that keeps earlier errors")
      }
    }
    let message = try expressions.asText(try value(arguments[1]))
    let shown = message.isNullable ? "COALESCE(\(message.sql), '')" : message.sql
    text.add("RAISE EXCEPTION USING ERRCODE = '\(state)', MESSAGE = \(shown);")
  }

  /// EXCEPTION with its handlers, for the block whose statements were just translated.
  mutating func handlers(_ block: Block, into text: inout ProgramText) throws(ConversionRefusal) {
    if let own = effects.popLast(), own.losesChanges,
      !block.handlers.allSatisfy({ Self.alwaysRaises($0.statements) })
    {
      place = block.handlers.first?.range ?? block.range
      throw ConversionRefusal(
        "the block changes rows before a statement that can fail: Oracle keeps those changes when a handler takes the "
          + "error, PostgreSQL takes them back")
    }
    let (rows, fetched) = (expressions.context.program?.rowCount, expressions.context.program?.fetched ?? [:])
    expressions.context.program?.rowCount = nil
    defer {
      expressions.context.program?.rowCount = rows
      expressions.context.program?.fetched = fetched
    }
    let before = effects
    var after = effects
    text.add("EXCEPTION")
    for handler in block.handlers {
      place = handler.range
      text.add("WHEN \(try conditions(handler, in: block)) THEN")
      expressions.scopes.append(QueryScope(sources: [Self.errorSource]))
      defer { expressions.scopes.removeLast() }
      try branch(before, &after) { (program: inout Self) throws(ConversionRefusal) in
        try program.nested(handler.statements, into: &text)
      }
    }
    effects = after
  }

  /// SQLERRM; the numbers of SQLCODE are Oracle's own.
  private static let errorSource = ScopeSource(
    oracleName: nil, schema: nil, alias: label,
    columns: [
      ScopeColumn(oracleName: "SQLERRM", name: "sqlerrm", value: .atom("SQLERRM", .text(.variable)), isConstant: true)
    ])

  private func conditions(_ handler: ExceptionHandler, in block: Block) throws(ConversionRefusal) -> String {
    guard !handler.isOthers else { return "OTHERS" }
    var parts: [String] = []
    for exception in handler.exceptions {
      let name = exception.name.name
      guard exception.schema == nil || exception.schema?.name == "STANDARD" else {
        throw ConversionRefusal("the exception \(name) of a package")
      }
      if let state = exceptions[name] {
        parts.append("SQLSTATE '\(state)'")
      } else if let condition = Self.predefined[name] {
        parts.append(condition)
      } else if name == "VALUE_ERROR", !block.statements.contains(where: \.hasSQL) {
        // In SQL these errors have other numbers, which VALUE_ERROR does not take.
        parts.append("string_data_right_truncation OR numeric_value_out_of_range OR invalid_text_representation")
      } else {
        throw ConversionRefusal("the exception \(name) has no counterpart")
      }
    }
    return parts.joined(separator: " OR ")
  }
}

extension ProgramStatement {
  /// Whether it is anything but an assignment, a RAISE or NULL.
  fileprivate var hasSQL: Bool {
    switch kind {
    case .null, .assignment, .raise, .returnValue: false
    default: true
    }
  }
}
