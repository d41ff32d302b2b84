import Canonical

extension VerificationResult {
  /// The result as one line of JSON.
  ///
  /// `{"equal": bool, "tables": [{"schema", "table", "source_rows", "target_rows", "equal", "differences": [{"kind":
  /// "missing|extra|changed", "key": {column: value}, "columns": [names], and with --full of a known copy "changed_in_oracle_since": bool}], "basis": "sums|rows", "scn": number|null,
  /// "sample": null|{"rows", "changed_since", "differences", "left_out": [{"column", "reason"}], "reason":
  /// string|null}}]}`, and where views were compared `"views"`
  /// like `"tables"` and `"unchecked_views": [{"schema", "view", "reason"}]`; where the schema was compared `"schema"`: `{"equal",
  /// "compared", "differences": [{"object", "expected", "actual": string|null}], "sequences_behind", "not_made", "not_compared", "extra":
  /// [texts], "reason": string|null}`; members in this order, names and keys as
  /// on the PostgreSQL side. Of a key, whole numbers are JSON numbers with all their digits, truth values are JSON's,
  /// NULL is null; every other value is a string: decimals as `12.5`, timestamps as `2024-03-17 09:30:00`, in UTC with
  /// `+00` where they are instants, bytes as `\x` and hexadecimal digits. Text beyond 8,192 bytes is cut.
  public func json() -> String {
    var text = "{\"equal\": \(equal), \"tables\": [" + tables.map(VerificationJSON.table).joined(separator: ", ") + "]"
    if !views.isEmpty || !uncheckedViews.isEmpty {
      text += ", \"views\": [" + views.map(VerificationJSON.table).joined(separator: ", ") + "]"
      text += ", \"unchecked_views\": [" + uncheckedViews.map(VerificationJSON.unchecked).joined(separator: ", ") + "]"
    }
    if let schema { text += ", \"schema\": " + VerificationJSON.schema(schema) }
    if !oracleWasAsked { text += ", \"oracle_asked\": false" }
    return text + "}"
  }
}

private enum VerificationJSON {
  static func table(_ table: TableComparison) -> String {
    let differences = table.differences.map(difference).joined(separator: ", ")
    let members: [String] = [
      "\"schema\": \(string(table.table.schema))", "\"table\": \(string(table.table.name))",
      "\"source_rows\": \(table.sourceRows)", "\"target_rows\": \(table.targetRows)", "\"equal\": \(table.equal)",
      "\"differences\": [\(differences)]", "\"basis\": \"\(table.basis.isSums ? "sums" : "rows")\"",
      "\"scn\": \(table.basis.scn.map(String.init) ?? "null")", "\"sample\": \(table.sample.map(sample) ?? "null")",
    ]
    return "{" + members.joined(separator: ", ") + "}"
  }

  static func sample(_ sample: RenderedSample) -> String {
    let differences = sample.differences.map(difference).joined(separator: ", ")
    let leftOut = sample.omitted.map { "{\"column\": \(string($0.column)), \"reason\": \(string($0.reason))}" }
      .joined(separator: ", ")
    let reason = sample.reason.map(string) ?? "null"
    return "{\"rows\": \(sample.rows), \"changed_since\": \(sample.changedSince), \"differences\": [\(differences)], "
      + "\"left_out\": [\(leftOut)], \"reason\": \(reason)}"
  }

  static func schema(_ schema: SchemaComparison) -> String {
    func list(_ texts: [String]) -> String { "[" + texts.map(string).joined(separator: ", ") + "]" }
    let differences = schema.differences.map { difference in
      "{\"object\": \(string(difference.object)), \"expected\": \(string(difference.expected)), "
        + "\"actual\": \(difference.actual.map(string) ?? "null")}"
    }.joined(separator: ", ")
    return "{\"equal\": \(schema.isEqual), \"compared\": \(schema.compared), \"differences\": [\(differences)], "
      + "\"sequences_behind\": \(list(schema.behind)), \"not_made\": \(list(schema.declared)), \"not_compared\": \(list(schema.notCompared)), "
      + "\"extra\": \(list(schema.extra)), \"reason\": \(schema.reason.map(string) ?? "null")}"
  }

  static func unchecked(_ view: VerificationResult.UncheckedView) -> String {
    "{\"schema\": \(string(view.view.schema)), \"view\": \(string(view.view.name)), \"reason\": \(string(view.reason))}"
  }

  static func difference(_ difference: RowDifference) -> String {
    let key = difference.key.map { string($0.column) + ": " + value($0.value) }.joined(separator: ", ")
    let columns = difference.columns.map(string).joined(separator: ", ")
    let since = difference.isChangedSince.map { ", \"changed_in_oracle_since\": \($0)" } ?? ""
    return "{\"kind\": \"\(difference.kind.rawValue)\", \"key\": {\(key)}, \"columns\": [\(columns)]\(since)}"
  }

  static func value(_ value: CanonicalValue) -> String {
    switch value {
    case .null: "null"
    case .boolean(let truth): truth ? "true" : "false"
    case .number(let text) where value.isInteger: text
    default: string(value.description)
    }
  }

  /// A JSON string (RFC 8259): quotes, backslashes and control characters escaped.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..<" ", "\u{7f}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
