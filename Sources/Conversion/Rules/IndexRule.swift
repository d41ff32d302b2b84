import Model

extension SchemaConversion {
  /// CREATE INDEX.
  mutating func addIndexes(_ table: TargetTable) {
    for index in table.source.indexes {
      let object = "index \(table.source.name).\(index.name)"
      guard let name = names.indexes[PartKey(table: table.source.name, name: index.name)], isBTree(index, object) else {
        continue
      }
      do {
        let keys = try keySQL(index, of: table)
        var sql = "CREATE \(index.isUnique ? "UNIQUE " : "")INDEX \(PostgresIdentifier.quoted(name)) "
        sql += "ON \(table.name.quoted) (\(keys.map(\.definition).joined(separator: ", ")))"
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
        add(.index, TargetObject(kind: .index, table: table.name.name, name: name), mayFail: true, sql)
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

  /// Whether a B-tree can stand for the index.
  private mutating func isBTree(_ index: TableIndex, _ object: String) -> Bool {
    switch index.kind {
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
