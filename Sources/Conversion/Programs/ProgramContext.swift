import Model
import OracleSQL

/// What is special to expressions inside of programs.
struct ProgramContext {
  /// The variable that holds the moment at which the present SQL statement began; nil outside of statements, where every
  /// look at the clock is a new one.
  var clock: String?
  /// Columns of the new row, by Oracle name, that PostgreSQL computes after BEFORE triggers.
  var computedLater: Set<String> = []
  /// The columns that the UPDATE clause of the trigger lists, by Oracle name.
  var updatedColumns: [String] = []
  /// The expression that counts the rows of the last statement; nil where none is kept.
  var rowCount: String?
  /// Variables that hold whether the last FETCH of a cursor found a row, by the cursor's name.
  var fetched: [String: String] = [:]
}

extension ExpressionTranslator {
  /// What only PL/SQL has.
  mutating func extended(
    _ form: ExtendedExpression, _ expression: Expression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let refusal = ConversionRefusal("it has syntax that is not converted")
    guard let program = context.program else { throw refusal }
    if let (row, column) = expression.triggerColumn { return try rowColumn(row, column.name) }
    switch form {
    case .member(let base, let name):
      guard case .column(let record) = base.kind, record.table == nil else { break }
      return try value(
        Expression(
          kind: .column(ColumnReference(table: record.column, column: name)), range: expression.range))
    case .power(let base, let exponent):
      if let result = try numberFunction("POWER", [base, exponent]) { return result }
    case .attribute(let subject, let attribute):
      guard case .column(let reference) = subject.kind, reference.table == nil else { break }
      let name = reference.column.name
      if name == "SQL" {
        guard let rows = program.rowCount else { throw ConversionRefusal("SQL%\(attribute) in this place") }
        switch attribute {
        case "ROWCOUNT": return .atom(rows, .number)
        case "FOUND": return .condition("\(rows) > 0")
        case "NOTFOUND": return .condition("\(rows) = 0")
        default: throw ConversionRefusal("SQL%\(attribute) is not converted")
        }
      }
      guard let found = program.fetched[name] else { throw ConversionRefusal("\(name)%\(attribute) is not converted") }
      switch attribute {
      case "FOUND": return .condition(found, isAtomic: true)
      case "NOTFOUND": return .condition("NOT \(found)")
      default: throw ConversionRefusal("\(name)%\(attribute) is not converted")
      }
    default: break
    }
    throw refusal
  }

  /// `:new.c` and `:old.c`.
  private func rowColumn(_ row: String, _ name: String) throws(ConversionRefusal) -> TranslatedExpression {
    guard let source = scopes.first?.sources.first(where: { $0.isTriggerRow && $0.oracleName == row }) else {
      throw ConversionRefusal(":\(row) is no row of this trigger")
    }
    if source.alias == "new", context.program?.computedLater.contains(name) == true {
      throw ConversionRefusal(
        "PostgreSQL computes \(name) after BEFORE triggers have run, so :\(row).\(name) has no value")
    }
    guard let column = source.columns.first(where: { $0.oracleName == name }) else {
      throw ConversionRefusal(":\(row).\(name) is no column that is carried over")
    }
    return column.value
  }

  /// `UPDATING('C')`, where the trigger fires for that column only: what an UPDATE's SET list names is not known inside
  /// of a trigger.
  mutating func updating(_ call: FunctionCall) throws(ConversionRefusal) -> TranslatedExpression? {
    guard let program = context.program, call.path.count == 1, call.path[0].name == "UPDATING",
      call.arguments.count == 1
    else { return nil }
    guard case .literal(.string(let name, _)) = call.arguments[0].value.kind,
      program.updatedColumns == [name.uppercased()]
    else {
      throw ConversionRefusal("UPDATING('column') asks for the columns of the UPDATE, which PostgreSQL doesn't tell")
    }
    return .condition("TG_OP = 'UPDATE'")
  }
}

extension ScopeSource {
  /// Whether it is the new or the old row of a trigger.
  var isTriggerRow: Bool { needsQualifier && (alias == "new" || alias == "old") }
}
