import Model
import OracleSQL

extension ExpressionTranslator {
  /// One key of an ORDER BY inside of a function or window.
  ///
  /// NULLs come last ascending and first descending by default, in both databases. Text is sorted by its bytes.
  mutating func orderKey(_ item: OrderItem) throws(ConversionRefusal) -> String {
    try orderKey(item, try value(item.expression))
  }

  /// One key whose value is known.
  func orderKey(_ item: OrderItem, _ key: TranslatedExpression) throws(ConversionRefusal) -> String {
    var sql = key.operand
    switch key.type {
    case .text(.largeObject): throw ConversionRefusal("a LOB is sorted by")
    case .document, .truth: throw ConversionRefusal("a value without an order is sorted by")
    case .text(.fixed): sql = try asText(key).operand + " COLLATE \"C\""
    case .text: sql += " COLLATE \"C\""
    case .null: sql += "::text"
    case .number where key.literal != nil: sql += "::numeric"
    default: break
    }
    return sql + Self.direction(item)
  }

  static func direction(_ item: OrderItem) -> String {
    var sql = item.isDescending ? " DESC" : ""
    if let nullsFirst = item.nullsFirst, nullsFirst != item.isDescending {
      sql += nullsFirst ? " NULLS FIRST" : " NULLS LAST"
    }
    return sql
  }
}
