import Model
import OracleSQL

extension ExpressionTranslator {
  /// GROUP BY, with a blank before; empty when there is none.
  mutating func groupClause(_ elements: [GroupingElement]) throws(ConversionRefusal) -> String {
    guard !elements.isEmpty else { return "" }
    return " GROUP BY " + (try groupings(elements))
  }

  private mutating func groupings(_ elements: [GroupingElement]) throws(ConversionRefusal) -> String {
    var parts: [String] = []
    for element in elements {
      switch element {
      case .keys(let keys):
        let list = try groupKeys(keys)
        parts.append(keys.count == 1 ? list : "(\(list))")
      case .rollup(let lists): parts.append("ROLLUP (\(try keyLists(lists)))")
      case .cube(let lists): parts.append("CUBE (\(try keyLists(lists)))")
      case .sets(let sets): parts.append("GROUPING SETS (\(try groupings(sets)))")
      }
    }
    return parts.joined(separator: ", ")
  }

  private mutating func keyLists(_ lists: [[Expression]]) throws(ConversionRefusal) -> String {
    var parts: [String] = []
    for list in lists {
      let keys = try groupKeys(list)
      parts.append(list.count == 1 ? keys : "(\(keys))")
    }
    return parts.joined(separator: ", ")
  }

  /// A constant is one in Oracle, and the place of an output in PostgreSQL.
  private mutating func groupKeys(_ keys: [Expression]) throws(ConversionRefusal) -> String {
    var parts: [String] = []
    for key in keys {
      let value = try value(key)
      guard value.literal != nil || value.type == .null else {
        parts.append(value.output)
        continue
      }
      parts.append("(\(value.sql)::\(value.type.generalType ?? "text"))")
    }
    return parts.joined(separator: ", ")
  }
}

extension GroupingElement {
  /// Whether it makes rows in which keys are NULL.
  var hasSubtotals: Bool {
    if case .keys = self { return false }
    return true
  }
}
