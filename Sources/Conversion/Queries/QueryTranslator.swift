import Model
import OracleSQL

/// A query in PostgreSQL's words.
public struct TranslatedQuery: Sendable {
  /// The text, without terminator.
  public var sql: String
  /// What it returns, in order.
  public var columns: [QueryCatalogue.Column]
  /// Where it comes close but not all the way, such as digits beyond Oracle's 40; sorted, each once.
  public var remarks: [String]
}

/// Turns an Oracle query into PostgreSQL's words with the same meaning, or refuses.
///
/// Every clause, function and pair of types that is converted is known to mean the same; what is close is a remark, what is
/// neither is a `ConversionRefusal` that names the construct. Text is compared and sorted as NLS_SORT=BINARY does, i.e.
/// under COLLATE "C". Hints, which the parser takes for comments, are gone.
public struct QueryTranslator: Sendable {
  private let catalogue: QueryCatalogue

  /// A translator for queries that name these objects.
  public init(catalogue: QueryCatalogue) {
    self.catalogue = catalogue
  }

  /// The query for PostgreSQL.
  ///
  /// - Parameter columns: names of the output columns where they are not those of the select list: the list of a view.
  public func translate(_ query: Query, columns: [String] = []) throws(ConversionRefusal) -> TranslatedQuery {
    var translator = ExpressionTranslator(context: ExpressionContext(catalogue))
    guard query.forUpdate == nil else { throw ConversionRefusal("FOR UPDATE locks rows, which a view can't") }
    let result = try translator.query(query)
    guard columns.isEmpty || columns.count == result.columns.count else {
      throw ConversionRefusal("the list of columns has another length than the select list")
    }
    var names = NamePool()
    let outputs = result.columns.enumerated().map { index, column in
      var output = column.catalogueColumn
      if !columns.isEmpty {
        output.oracleName = columns[index]
        output.name = names.take(translator.named(columns[index]), for: "column \(index)")
      }
      return output
    }
    if translator.usesServerClock, catalogue.serverTimeZone == nil {
      translator.remarks.append("it reads the clock of Oracle's server, whose zone nobody named: UTC is taken")
    }
    return TranslatedQuery(sql: result.sql, columns: outputs, remarks: Set(translator.remarks).sorted())
  }
}

extension ExpressionContext {
  /// The context of a query.
  init(_ catalogue: QueryCatalogue) {
    self.init(
      owner: catalogue.owner, serverTimeZone: catalogue.serverTimeZone ?? "UTC",
      postgresMajorVersion: catalogue.postgresMajorVersion, allowsVolatile: true,
      catalogue: catalogue)
  }
}

/// A query's text and outputs, inside of a translation.
struct QueryResult {
  var sql: String
  var columns: [OutputColumn]
  /// Whether an operand of a set operation needs no parentheses around it.
  var isPlain = false
}

/// One output of a query.
struct OutputColumn {
  /// Oracle's name, or its heading for an expression without alias.
  var oracleName: String
  /// PostgreSQL's name.
  var name: String
  /// The expression in the select list.
  var value: TranslatedExpression

  /// The column that an enclosing query sees through an alias.
  func seen(through alias: String) -> ScopeColumn {
    let place = PostgresIdentifier.quoted(alias) + "." + PostgresIdentifier.quoted(name)
    return ScopeColumn(oracleName: oracleName, name: name, value: value.asStored.placed(at: place))
  }

  var catalogueColumn: QueryCatalogue.Column {
    let stored = value.asStored
    let types = stored.storedTypes
    return QueryCatalogue.Column(
      oracleName: oracleName, name: name, oracleType: types.oracle, type: types.postgres, isNullable: stored.isNullable)
  }
}
