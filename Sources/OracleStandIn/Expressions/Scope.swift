import OracleSQL
import OracleWire

/// One source that names are looked up in.
struct ScopeSource {
  struct Column {
    var name: String
    var type: ColumnType
    var isNullable: Bool
    var isHidden = false
  }

  /// The alias, or the table's name.
  var name: String
  var owner: String?
  var columns: [Column]
  /// The stored table, when it is one: it has ROWIDs.
  var table: Table?
}

/// The sources of a query block, and the scope around it.
final class Scope {
  let parent: Scope?
  var sources: [ScopeSource] = []
  /// Columns joined by USING or NATURAL: which place an unqualified name means.
  var merged: [String: ColumnPlace] = [:]
  /// Set while the select list, HAVING and ORDER BY of a block are compiled.
  var aggregation: Aggregation?
  /// Set inside of an aggregate's argument.
  var isInsideAggregate = false
  /// Set while the select list and ORDER BY of a block are compiled: window functions may stand there only.
  var windows: Windows?
  /// What CONNECT BY brings into the block.
  var hierarchy: Hierarchy?

  init(parent: Scope?) { self.parent = parent }

  struct Resolution {
    var depth: Int
    var place: ColumnPlace
    var column: ScopeSource.Column
  }

  /// Finds a column.
  ///
  /// - Throws: ORA-00918 when it is in two sources, ORA-00904 when it is in none.
  func resolve(_ reference: ColumnReference) throws -> Resolution {
    var depth = 0
    var scope: Scope? = self
    while let current = scope {
      if let place = try current.find(reference) {
        return Resolution(depth: depth, place: place, column: current.sources[place.source].columns[place.column])
      }
      scope = current.parent
      depth += 1
    }
    let parts = [reference.schema, reference.table, reference.column].compactMap { $0 }
    throw OracleError.invalidIdentifier(
      parts.map { "\"\($0.name)\"" }.joined(separator: "."), at: parts.first?.range.start)
  }

  private func find(_ reference: ColumnReference) throws -> ColumnPlace? {
    if reference.table == nil, let place = merged[reference.column.name] { return place }
    var found: ColumnPlace?
    for (index, source) in sources.enumerated() {
      if let table = reference.table {
        guard source.name == table.name else { continue }
        if let schema = reference.schema, let owner = source.owner, schema.name != owner { continue }
      }
      guard let column = source.columns.firstIndex(where: { $0.name == reference.column.name }) else { continue }
      if found != nil { throw OracleError.ambiguousColumn(at: reference.column.range.start) }
      found = ColumnPlace(source: index, column: column)
    }
    return found
  }

  /// A source of this block, or of one so many levels around it.
  func source(_ index: Int, depth: Int) -> ScopeSource? {
    var scope: Scope? = self
    for _ in 0..<depth { scope = scope?.parent }
    return scope?.sources[index]
  }

  /// Finds the source that a ROWID means.
  func rowIDSource(_ table: ObjectName?) throws -> (depth: Int, source: Int)? {
    var depth = 0
    var scope: Scope? = self
    while let current = scope {
      let candidates = current.sources.indices.filter { index in
        let source = current.sources[index]
        guard let table else { return true }
        return source.name == table.name.name && (table.schema == nil || table.schema?.name == source.owner)
      }
      if candidates.count > 1 { throw OracleError.ambiguousColumn(at: table?.range.start) }
      if let only = candidates.first { return (depth, only) }
      scope = current.parent
      depth += 1
    }
    return nil
  }
}
