import OracleSQL
import OracleWire

/// JSON_TABLE, compiled.
final class JSONTablePlan {
  indirect enum Column {
    case ordinality(place: Int)
    case value(place: Int, JSONPath, JSONResult, isQuery: Bool)
    case exists(place: Int, JSONPath, ColumnType)
    case nested(JSONPath, [Column])
  }

  let source: JSONForms.Source
  let table: [Column]
  let columns: [OutputColumn]
  let isError: Bool

  var dependence: Dependence { Self.results(table).reduce(source.dependence) { $0.union($1.dependence) } }

  private static func results(_ columns: [Column]) -> [JSONResult] {
    columns.flatMap { column -> [JSONResult] in
      switch column {
      case .ordinality, .exists: []
      case .value(_, _, let result, _): [result]
      case .nested(_, let inner): results(inner)
      }
    }
  }

  init(source: JSONForms.Source, table: [Column], columns: [OutputColumn], isError: Bool) {
    self.source = source
    self.table = table
    self.columns = columns
    self.isError = isError
  }

  /// The rows for the document that the frame's rows give.
  ///
  /// - Throws: ORA-40441 and kin under ERROR ON ERROR; else a document that is no JSON has no rows.
  func rows(_ frame: Frame) throws -> [[Value]] {
    let items: [JSONValue]
    do {
      guard let found = try source.matches(frame) else { return [] }
      items = found
    } catch let error as OracleError where error.code == 40441 && !isError {
      return []
    }
    let empty = Array(repeating: Value.null, count: columns.count)
    return try rows(items, table, empty, frame)
  }

  private func rows(
    _ items: [JSONValue], _ columns: [Column], _ template: [Value], _ frame: Frame
  ) throws -> [[Value]] {
    var result: [[Value]] = []
    for (number, item) in items.enumerated() {
      var row = template
      for column in columns {
        switch column {
        case .ordinality(let place): row[place] = Value(number + 1)
        case .value(let place, let path, let output, let isQuery):
          let matches = try JSONForms.select(path, from: item)
          row[place] = isQuery ? try output.document(matches, frame) : try output.scalar(matches, frame)
        case .exists(let place, let path, let type):
          let isThere = try !JSONForms.select(path, from: item).isEmpty
          row[place] = type.base.isText ? Value(isThere ? "true" : "false") : Value(isThere ? 1 : 0)
        case .nested: break
        }
      }
      // Nested paths are joined as outer joins, siblings one after the other.
      var inner: [[Value]] = []
      for case .nested(let path, let columns) in columns {
        inner += try rows(JSONForms.select(path, from: item), columns, row, frame)
      }
      result += inner.isEmpty ? [row] : inner
    }
    return result
  }
}

/// Compiles JSON_TABLE.
struct JSONTableCompiler {
  let context: CompileContext
  let scope: Scope

  func plan(_ table: JSONTable) throws -> JSONTablePlan {
    let compiler = ExpressionCompiler(context: context, scope: scope)
    let forms = JSONForms(compiler: compiler)
    let position = table.range.start
    let source = JSONForms.Source(
      document: try forms.document(table.document, depth: 0), path: try JSONForms.path(table.path, at: position),
      passing: try table.passing.map { ($0.name, try compiler.value($0.value)) })
    var isError = false
    if case .error? = table.onError { isError = true }
    var columns: [OutputColumn] = []
    let compiled = try self.columns(table.columns, forms, isError, position, &columns)
    return JSONTablePlan(source: source, table: compiled, columns: columns, isError: isError)
  }

  private func columns(
    _ columns: [JSONTable.Column], _ forms: JSONForms, _ isError: Bool, _ position: Int,
    _ output: inout [OutputColumn]
  ) throws -> [JSONTablePlan.Column] {
    func add(_ name: Identifier, _ type: ColumnType) -> Int {
      output.append(OutputColumn(name: name.name, type: type, isNullable: true))
      return output.count - 1
    }
    return try columns.map { column in
      switch column {
      case .ordinality(let name): return .ordinality(place: add(name, .number))
      case .value(let name, let path, let isQuery, let clauses):
        let result = try forms.result(clauses, isErrorByDefault: isError, depth: 0)
        return .value(place: add(name, result.type), try self.path(path, name, position), result, isQuery: isQuery)
      case .exists(let name, let path, let clauses):
        let type =
          try clauses.returning.map { try ColumnTypes.type($0, in: forms.compiler.context.session.database.release) }
          ?? .varchar(5)
        return .exists(place: add(name, type), try self.path(path, name, position), type)
      case .nested(let path, let inner):
        return .nested(
          try JSONForms.path(path, at: position), try self.columns(inner, forms, isError, position, &output))
      }
    }
  }

  /// A column without PATH reads the member with its own name.
  private func path(_ text: String?, _ name: Identifier, _ position: Int) throws -> JSONPath {
    if let text { return try JSONForms.path(text.hasPrefix("$") ? text : "$." + text, at: position) }
    // The name as it is written: JSON Developer's Guide, "SQL/JSON Function JSON_TABLE".
    let written = context.text(name.range).filter { $0 != "\"" }
    return JSONPath(isStrict: false, steps: [.member(written.isEmpty ? name.name : written)])
  }
}
