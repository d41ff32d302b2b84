import Model

extension SchemaConversion {
  /// CREATE INDEX: on columns and on expressions, descending, unique.
  ///
  /// Bitmap and reverse key indexes become B-trees. A unique index over several keys treats NULLs as Oracle does.
  ///
  /// ```sql
  /// -- Oracle
  /// CREATE UNIQUE INDEX ux ON t (a, UPPER(b) DESC) REVERSE
  /// -- PostgreSQL
  /// CREATE UNIQUE INDEX "ux" ON "app"."t" ("a", (upper("b")) DESC) NULLS NOT DISTINCT WHERE "a" IS NOT NULL OR ...
  /// ```
  ///
  /// Not the same: domain indexes are left out, except Oracle Spatial's over a column that PostGIS keeps.
  mutating func addIndexes(_ table: TargetTable, phase: PlanPhase = .index) {
    for index in table.source.indexes {
      let object = "index \(table.source.name).\(index.name)"
      guard let name = names.indexes[PartKey(table: table.source.name, name: index.name)],
        isCarried(index, table, object)
      else {
        continue
      }
      do {
        let keys = try keySQL(index, of: table)
        var sql = "CREATE \(index.isUnique ? "UNIQUE " : "")INDEX \(PostgresIdentifier.quoted(name)) "
        sql +=
          "ON \(table.name.quoted)\(isSpatial(index, table) ? " USING gist" : "") (\(keys.map(\.definition).joined(separator: ", ")))"
        if index.isUnique, keys.count > 1, keys.contains(where: \.isNullable) {
          if options.postgresMajorVersion >= 15 {
            sql += Self.nullAwareness(keys.map(\.value))
          } else {
            report(
              .warning, "index.null-parts", object,
              "rows that are equal and NULL in a part of the key are refused by Oracle only",
              "make the columns NOT NULL")
          }
        }
        add(phase, TargetObject(kind: .index, table: table.name.name, name: name), mayFail: true, sql)
      } catch {
        report(
          .warning, "index.not-converted", object, "\(error.reason); it is left out",
          "add an index that serves the same queries")
      }
    }
  }

  private struct KeySQL {
    var value: String
    var definition: String
    var isNullable: Bool
  }

  private func keySQL(_ index: TableIndex, of table: TargetTable) throws(ConversionRefusal) -> [KeySQL] {
    guard !index.parts.isEmpty else { throw ConversionRefusal("the dictionary shows no columns of it") }
    var keys: [KeySQL] = []
    for part in index.parts {
      let order = part.isDescending ? " DESC" : ""
      switch part.key {
      case .column(let oracleName):
        guard let column = table.column(oracleName) else {
          throw ConversionRefusal("the column \(oracleName) is not carried over")
        }
        let name = PostgresIdentifier.quoted(column.name)
        keys.append(KeySQL(value: name, definition: name + order, isNullable: column.isNullable))
      case .expression(let text):
        var translator = ExpressionTranslator(context: context(table))
        let value = try translator.value(try OracleExpression.value(text))
        let sql = "(\(value.sql))"
        keys.append(KeySQL(value: sql, definition: sql + order, isNullable: value.isNullable))
      }
    }
    return keys
  }

  /// Whether it is one of Oracle Spatial's over a column that PostGIS keeps.
  private func isSpatial(_ index: TableIndex, _ table: TargetTable) -> Bool {
    guard case .other(let kind) = index.kind, ["SPATIAL_INDEX", "SPATIAL_INDEX_V2"].contains(kind),
      index.parts.count == 1, case .column(let column)? = index.parts.first?.key
    else { return false }
    return table.column(column)?.type == .geometry
  }

  /// Whether a B-tree, or PostGIS's tree, can stand for the index.
  private mutating func isCarried(_ index: TableIndex, _ table: TargetTable, _ object: String) -> Bool {
    switch index.kind {
    case .other where isSpatial(index, table):
      report(
        .info, "index.kind", object, "a spatial index becomes one of PostGIS (GiST)", "nothing needs to be done")
      return true
    case .normal: return true
    case .bitmap, .reverse:
      report(
        .info, "index.kind", object, "a \(index.kind == .bitmap ? "bitmap" : "reverse key") index becomes a B-tree",
        "nothing needs to be done")
      return true
    case .other(let kind):
      report(
        .warning, "index.not-converted", object, "an index of type \(kind) has no counterpart; it is left out",
        "add an index that serves the same queries")
      return false
    }
  }
}
