extension OracleDataType {
  /// What a query selects to read a column of this type: the column itself, or text that Oracle's server makes of it,
  /// under the column's own name.
  ///
  /// The types that are rendered have images on the wire of which no bytes of a real server have been seen. An error of
  /// the rendering must be one of the query: some of these functions give NULL where nothing else is said. A vector of
  /// any format is converted to FLOAT64 first, which holds the values of each. JSON is UTF-8 in a BLOB, while a CLOB has
  /// the database's character set, into which not all of it may go (JSON Developer's Guide, "Character Sets and
  /// Character Encoding for JSON Data").
  ///
  /// Sources: Oracle SQL Language Reference 23ai, JSON_SERIALIZE, XMLSERIALIZE, FROM_VECTOR, TO_VECTOR.
  ///
  /// - Parameter column: the column's name, quoted.
  public func selection(of column: String) -> String {
    switch self {
    case .json: "JSON_SERIALIZE(\(column) RETURNING BLOB ERROR ON ERROR) AS \(column)"
    case .xml: "XMLSERIALIZE(CONTENT \(column) AS CLOB) AS \(column)"
    case .vector(_, .some): "FROM_VECTOR(\(column) RETURNING CLOB) AS \(column)"
    case .vector(_, nil): "FROM_VECTOR(TO_VECTOR(\(column), *, FLOAT64) RETURNING CLOB) AS \(column)"
    default: column
    }
  }

  /// Whether Oracle renders the values as text.
  public var isRendered: Bool {
    switch self {
    case .json, .xml, .vector: true
    default: false
    }
  }
}
