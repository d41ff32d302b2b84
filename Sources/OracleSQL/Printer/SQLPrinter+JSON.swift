// SQL/JSON functions and JSON_TABLE.
extension SQLPrinter {
  mutating func write(_ call: JSONCall) {
    write(call.function.rawValue + "(")
    writeDocument(call.document, call.hasFormat, call.path, call.passing)
    writeReturning(call.output)
    writeClauses(call.output)
    write(")")
  }

  mutating func write(_ table: JSONTable) {
    write("JSON_TABLE(")
    writeDocument(table.document, table.hasFormat, table.path, table.passing)
    writeClauses(JSONOutput(onError: table.onError, onEmpty: table.onEmpty))
    write(" ")
    write(table.columns)
    write(")")
  }

  private mutating func writeDocument(
    _ document: Expression, _ hasFormat: Bool, _ path: String?, _ passing: [(value: Expression, name: String)]
  ) {
    write(document, in: .or)
    if hasFormat { write(" FORMAT JSON") }
    if let path {
      write(", ")
      write(string: path)
    }
    guard !passing.isEmpty else { return }
    write(" PASSING ")
    writeList(passing) { printer, entry in
      printer.write(entry.value, in: .or)
      printer.write(" AS \"" + entry.name + "\"")
    }
  }

  private mutating func writeReturning(_ output: JSONOutput) {
    guard let type = output.returning else { return }
    write(" RETURNING ")
    write(type)
  }

  private mutating func writeClauses(_ output: JSONOutput) {
    if output.isPretty { write(" PRETTY") }
    if output.isASCII { write(" ASCII") }
    if output.isTruncated { write(" TRUNCATE") }
    if output.wrapper != .without { write(" " + output.wrapper.rawValue) }
    write(output.onError, "ERROR")
    write(output.onEmpty, "EMPTY")
    write(output.onMismatch, "MISMATCH")
  }

  private mutating func write(_ fallback: JSONFallback?, _ event: String) {
    guard let fallback else { return }
    switch fallback {
    case .error: write(" ERROR")
    case .null: write(" NULL")
    case .true: write(" TRUE")
    case .false: write(" FALSE")
    case .emptyArray: write(" EMPTY ARRAY")
    case .emptyObject: write(" EMPTY OBJECT")
    case .ignore: write(" IGNORE")
    case .value(let value):
      write(" DEFAULT ")
      write(value, in: .or)
    }
    write(" ON " + event)
  }

  private mutating func write(_ columns: [JSONTable.Column]) {
    write("COLUMNS (")
    writeList(columns) { $0.write($1) }
    write(")")
  }

  private mutating func write(_ column: JSONTable.Column) {
    switch column {
    case .ordinality(let name):
      write(name)
      write(" FOR ORDINALITY")
    case .value(let name, let path, let isQuery, let output):
      writeHead(name, output)
      if isQuery { write(" FORMAT JSON") }
      writeTail(path, output)
    case .exists(let name, let path, let output):
      writeHead(name, output)
      write(" EXISTS")
      writeTail(path, output)
    case .nested(let path, let columns):
      write("NESTED PATH ")
      write(string: path)
      write(" ")
      write(columns)
    }
  }

  private mutating func writeHead(_ name: Identifier, _ output: JSONOutput) {
    write(name)
    guard let type = output.returning else { return }
    write(" ")
    write(type)
  }

  private mutating func writeTail(_ path: String?, _ output: JSONOutput) {
    if let path {
      write(" PATH ")
      write(string: path)
    }
    writeClauses(output)
  }

  // MARK: JSON_OBJECT and its like

  /// Writes the rest of a call behind its opening parenthesis.
  mutating func writeJSON(_ call: FunctionCall, _ making: JSONMaking) {
    let isObject = call.path.first?.name.hasPrefix("JSON_OBJECT") == true
    for (index, argument) in call.arguments.enumerated() {
      if isObject, index % 2 == 1 { write(" VALUE ") } else if index > 0 { write(", ") }
      write(argument.value, in: .or)
      let entry = isObject ? index / 2 : index
      let isValue = !isObject || index % 2 == 1
      if isValue, making.isFormatted.indices.contains(entry), making.isFormatted[entry] { write(" FORMAT JSON") }
    }
    if !call.withinGroup.isEmpty {
      write(" ")
      writeOrderBy(call.withinGroup)
    }
    if let keeps = making.keepsNulls { write(keeps ? " NULL ON NULL" : " ABSENT ON NULL") }
    if let type = making.returning {
      write(" RETURNING ")
      write(type)
    }
    if making.isStrict { write(" STRICT") }
    if making.uniqueKeys { write(" WITH UNIQUE KEYS") }
    write(")")
    var rest = call
    rest.withinGroup = []
    writeTail(rest)
  }
}
