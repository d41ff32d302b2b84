import Model
import OracleSQL

/// A column that a query can name.
struct ScopeColumn {
  /// Oracle's name.
  var oracleName: String
  /// PostgreSQL's name.
  var name: String
  /// How it is written in PostgreSQL, with its type.
  var value: TranslatedExpression
  /// Whether no program may assign it.
  var isConstant = false
}

/// One source of a FROM clause.
struct ScopeSource {
  /// The alias, or the table's name; nil for a subquery without alias.
  var oracleName: String?
  /// The schema that may qualify a table without alias.
  var schema: String?
  /// PostgreSQL's alias.
  var alias: String
  var columns: [ScopeColumn]
  var isDual = false
  /// Whether its columns are named with it only: a record, as against a table.
  var needsQualifier = false
}

/// What the names in one SELECT block mean.
struct QueryScope {
  /// A column that USING or NATURAL made of two.
  struct MergedColumn {
    var column: ScopeColumn
    /// The sources whose column of that name it stands for.
    var sources: Set<Int>
  }

  var sources: [ScopeSource] = []
  var merged: [MergedColumn] = []
  /// Whether a column of DUAL is named, so that DUAL must stay.
  var usesDual = false
  /// Names of outputs, while ORDER BY is read.
  var outputs: [String: TranslatedExpression] = [:]
  /// What ROWNUM reads; nil where it can't be had.
  var rowNumber: String?
  /// Where the block is hierarchical.
  var hierarchy: HierarchyScope?

  /// All columns, as `*` lists them: merged ones first.
  var starColumns: [ScopeColumn] {
    var result = merged.map(\.column)
    for (index, source) in sources.enumerated() {
      result += source.columns.filter { column in
        !merged.contains { $0.column.oracleName == column.oracleName && $0.sources.contains(index) }
      }
    }
    return result
  }

  /// The source that a qualifier names.
  func source(schema: String?, name: String) throws(ConversionRefusal) -> Int? {
    let matches = sources.indices.filter { index in
      sources[index].oracleName == name && (schema == nil || sources[index].schema == schema)
    }
    guard matches.count < 2 else { throw ConversionRefusal("\(name) names two sources of one FROM") }
    return matches.first
  }

  /// The place of a column's source; nil when the scope doesn't know the column, or knows it as a merged one.
  func place(of reference: ColumnReference) throws(ConversionRefusal) -> Int? {
    let name = reference.column.name
    if let table = reference.table {
      return try source(schema: reference.schema?.name, name: table.name)
    }
    let matches = sources.indices.filter { index in sources[index].columns.contains { $0.oracleName == name } }
    return matches.count == 1 ? matches.first : nil
  }

  /// The column of a reference; nil when the scope doesn't know it.
  func column(_ reference: ColumnReference) throws(ConversionRefusal) -> (column: ScopeColumn, isDual: Bool)? {
    let name = reference.column.name
    if let table = reference.table {
      guard let index = try source(schema: reference.schema?.name, name: table.name) else { return nil }
      let matches = sources[index].columns.filter { $0.oracleName == name }
      guard matches.count < 2 else { throw Self.ambiguous(name) }
      return matches.first.map { ($0, sources[index].isDual) }
    }
    var found: [(column: ScopeColumn, isDual: Bool)] = []
    let joined = merged.filter { $0.column.oracleName == name }
    found += joined.map { ($0.column, false) }
    for (index, source) in sources.enumerated()
    where !source.needsQualifier && !joined.contains(where: { $0.sources.contains(index) }) {
      found += source.columns.filter { $0.oracleName == name }.map { ($0, source.isDual) }
    }
    guard found.count < 2 else { throw Self.ambiguous(name) }
    return found.first
  }

  private static func ambiguous(_ name: String) -> ConversionRefusal {
    ConversionRefusal("\(name) is ambiguous")
  }

  /// Marks what an outer join can fill with NULL.
  mutating func makeNullable(_ range: Range<Int>) {
    for index in range {
      for place in sources[index].columns.indices { sources[index].columns[place].value.isNullable = true }
    }
    for place in merged.indices where merged[place].sources.contains(where: range.contains) {
      merged[place].column.value.isNullable = true
    }
  }
}

extension ExpressionTranslator {
  /// A column of the innermost scope that knows it; nil when none does.
  mutating func scopedColumn(_ reference: ColumnReference) throws(ConversionRefusal) -> TranslatedExpression? {
    for index in scopes.indices.reversed() {
      if reference.table == nil, let output = scopes[index].outputs[reference.column.name] { return output }
      guard let found = try scopes[index].column(reference) else {
        // A qualifier that names a source here names none further out.
        if let table = reference.table,
          try scopes[index].source(schema: reference.schema?.name, name: table.name) != nil
        {
          return nil
        }
        continue
      }
      if found.isDual { scopes[index].usesDual = true }
      return found.column.value
    }
    return nil
  }

  /// An alias for PostgreSQL that no other source of this block or of an enclosing one has.
  func freeAlias(_ wanted: String) -> String {
    let trees = scopes.compactMap(\.hierarchy).flatMap { [$0.base, $0.tree] }
    let taken = Set(scopes.flatMap { $0.sources.map(\.alias) } + trees)
    return Self.free(wanted, taken)
  }

  /// PostgreSQL's name for a name that the query gives.
  func named(_ oracleName: String) -> String {
    PostgresIdentifier.name(of: oracleName, keepsCase: context.catalogue?.keepsCase ?? false)
  }

  /// The name, or with the first number behind it that is free.
  static func free(_ wanted: String, _ taken: Set<String>) -> String {
    guard taken.contains(wanted) else { return wanted }
    var number = 2
    while taken.contains(PostgresIdentifier.shortened("\(wanted)_\(number)")) { number += 1 }
    return PostgresIdentifier.shortened("\(wanted)_\(number)")
  }
}
