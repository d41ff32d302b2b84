// Functions whose arguments are no list of values: known by name, kept as text.
extension Parser {
  private static let names: Set<String> = [
    "JSON_EQUAL", "JSON_TRANSFORM", "JSON_MERGEPATCH", "JSON_SCALAR", "XMLELEMENT", "XMLFOREST", "XMLQUERY", "XMLTABLE",
    "XMLPARSE", "XMLPI", "XMLROOT", "XMLCOLATTVAL", "XMLAGG", "XMLCAST", "XMLEXISTS", "PREDICTION", "PREDICTION_BOUNDS",
    "PREDICTION_COST", "PREDICTION_DETAILS", "PREDICTION_PROBABILITY", "PREDICTION_SET", "CLUSTER_DETAILS",
    "CLUSTER_DISTANCE", "CLUSTER_ID", "CLUSTER_PROBABILITY", "CLUSTER_SET", "FEATURE_COMPARE", "FEATURE_DETAILS",
    "FEATURE_ID", "FEATURE_SET", "FEATURE_VALUE", "ORA_DM_PARTITION_NAME", "VALIDATE_CONVERSION", "APPROX_RANK",
    "APPROX_MEDIAN", "APPROX_PERCENTILE", "VECTOR_EMBEDDING", "VECTOR_CHUNKS", "GRAPH_TABLE", "XMLTRANSFORM",
  ]

  /// Those that the stand-in's grammar of calls reads as well: only what it can't read is text.
  private static let usual: Set<String> = [
    "XMLAGG", "JSON_SCALAR", "APPROX_MEDIAN", "APPROX_PERCENTILE", "XMLTRANSFORM",
  ]

  /// Reads the call of such a function behind its name; nil when the name is none of theirs.
  mutating func specialFunction(_ name: Identifier, from begin: Int) throws(SQLSyntaxError) -> Expression? {
    guard Self.names.contains(name.name) else { return nil }
    if Self.usual.contains(name.name) {
      let saved = self
      do throws(SQLSyntaxError) { return try call([name], from: begin) } catch { self = saved }
    }
    note(name.name, at: begin)
    let arguments = start
    try skipParentheses()
    if keyword == .within {
      advance()
      try expect(.group)
      try skipParentheses()
    }
    if keyword == .over {
      advance()
      try skipParentheses()
    }
    let result = Expression(
      kind: .extended(.special(name.name, text: text(arguments, previousEnd))), range: range(from: begin))
    return try members(result)
  }
}
