import Model

extension SchemaConversion {
  /// The identity clause with its counting rules; nil for other columns, and for those reported here.
  mutating func identitySQL(_ column: TargetColumn, of table: TargetTable) -> String? {
    guard let identity = column.source.identity else { return nil }
    let object = "identity \(table.source.name).\(column.source.name)"
    do {
      let counting = try identityCounting(column)
      guard let name = identitySequence(column, of: table) else { return nil }
      if column.source.isDefaultOnNull {
        report(
          .warning, "identity.on-null", object,
          "ON NULL also numbers a row with an explicit NULL, which PostgreSQL refuses",
          "leave the column out of INSERT")
      }
      reportClamping(counting, object)
      let generation = identity.isAlways ? "ALWAYS" : "BY DEFAULT"
      return "GENERATED \(generation) AS IDENTITY (SEQUENCE NAME \(name.quoted) \(counting.clause))"
    } catch {
      report(
        .warning, "identity.not-converted", object, "\(error.reason); it becomes a plain column",
        "number the rows by a default or in the application")
      return nil
    }
  }

  /// After the rows: the next value is Oracle's next.
  mutating func addIdentityValues(_ table: TargetTable) {
    for column in table.columns where column.source.identity != nil {
      guard let counting = try? identityCounting(column), let name = identitySequence(column, of: table) else {
        continue
      }
      let object = TargetObject(kind: .sequenceValue, table: table.name.name, name: column.name)
      add(.sequenceValue, object, counting.valueSQL(of: name))
    }
  }

  private func identitySequence(_ column: TargetColumn, of table: TargetTable) -> QualifiedName? {
    names.identitySequences[ColumnKey(table: table.source.name, column: column.source.name)]
      .map { QualifiedName(schema: target, name: $0) }
  }

  private func identityCounting(_ column: TargetColumn) throws(ConversionRefusal) -> SequenceCounting {
    guard let limits = SequenceCounting.limits(of: column.type) else {
      throw ConversionRefusal("PostgreSQL's identity is a whole number, the column is \(column.type)")
    }
    return try SequenceCounting(column.source.identity?.options ?? SequenceOptions(), limits: limits)
  }
}
