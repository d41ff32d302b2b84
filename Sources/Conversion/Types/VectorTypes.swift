import Model

/// VECTOR: an array of the type that holds each of its numbers exactly.
enum VectorTypes {
  /// A vector of any format is read as FLOAT64.
  static func element(_ format: OracleDataType.VectorFormat?) -> PostgresType.Element {
    switch format {
    case .int8: .smallint
    case .float32: .real
    case .float64, nil: .doublePrecision
    }
  }

  /// The CHECK that keeps the number of dimensions, which PostgreSQL's arrays don't; nil where any number may be.
  static func check(_ type: OracleDataType, column: String) -> String? {
    guard case .vector(let dimensions?, _) = type else { return nil }
    return "CHECK (cardinality(\(column)) = \(dimensions))"
  }
}
