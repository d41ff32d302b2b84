import Model
import OracleSQL

/// A view in PostgreSQL's words.
public struct TranslatedView: Sendable {
  /// `CREATE VIEW`, without terminator.
  public var sql: String
  /// What later queries see of it.
  public var relation: QueryCatalogue.Relation
  /// Where it comes close but not all the way; sorted, each once.
  public var remarks: [String]
}

/// CREATE VIEW with its query, column list and restrictions.
public struct ViewConversion: Sendable {
  private let catalogue: QueryCatalogue

  /// A conversion of views over these objects.
  public init(catalogue: QueryCatalogue) {
    self.catalogue = catalogue
  }

  /// The view for PostgreSQL.
  ///
  /// The result always lists its columns, so that they don't depend on how PostgreSQL names expressions. WITH READ ONLY
  /// is a remark: PostgreSQL has no such clause. WITH CHECK OPTION stays, where PostgreSQL can update the view at all.
  ///
  /// - Parameters:
  ///   - name: PostgreSQL's name for the view.
  ///   - isFilled: for a materialised view, whether it has rows from the beginning; nil for others.
  ///   - columns: the view's column list in Oracle's spelling; empty takes the names of the select list.
  public func convert(
    _ query: Query, name: QualifiedName, columns: [String] = [], isReadOnly: Bool = false, hasCheckOption: Bool = false,
    isFilled: Bool? = nil
  ) throws(ConversionRefusal) -> TranslatedView {
    let result = try QueryTranslator(catalogue: catalogue).translate(query, columns: columns)
    var remarks = result.remarks
    let list = PostgresIdentifier.quotedList(result.columns.map(\.name))
    if let isFilled {
      return TranslatedView(
        sql: "CREATE MATERIALIZED VIEW \(name.quoted) (\(list)) AS\n\(result.sql)\nWITH \(isFilled ? "" : "NO ")DATA",
        relation: QueryCatalogue.Relation(name: name, columns: result.columns), remarks: remarks.sorted())
    }
    var sql = "CREATE VIEW \(name.quoted) (\(list)) AS\n\(result.sql)"
    if hasCheckOption {
      guard Self.isUpdatable(query) else {
        throw ConversionRefusal("WITH CHECK OPTION on a view that PostgreSQL can't update by itself")
      }
      sql += "\nWITH CHECK OPTION"
    }
    if isReadOnly, Self.isUpdatable(query) {
      remarks.append("WITH READ ONLY has no counterpart: revoke INSERT, UPDATE and DELETE on the view")
    }
    return TranslatedView(
      sql: sql, relation: QueryCatalogue.Relation(name: name, columns: result.columns), remarks: remarks.sorted())
  }

  /// Whether PostgreSQL lets rows be written through such a view: one table, nothing computed over several rows.
  private static func isUpdatable(_ query: Query) -> Bool {
    guard query.with.isEmpty, query.setOperations.isEmpty, query.offset == nil, query.fetch == nil,
      case .select(let block) = query.first, !block.isDistinct, block.groupBy.isEmpty, block.having == nil,
      block.hierarchy == nil, block.from.count == 1, let from = block.from.first, from.joins.isEmpty,
      case .table(let table) = from.source, table.partition == nil
    else { return false }
    return !block.items.contains { item in
      guard case .expression(let expression, _, _) = item else { return false }
      return expression.contains { $0.isAggregate || $0.isWindowFunction || $0.isRowNumber }
    } && block.condition?.contains(where: \.isRowNumber) != true
  }
}
