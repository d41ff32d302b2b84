import Model
import OracleSQL

extension OracleDescription {
  /// Gives key columns the bounds of the partitions.
  func addPartitions(_ table: Table, _ description: inout TableDescription) {
    guard let partitioning = table.partitioning else { return }
    let parts = partitioning.partitions
    limit(
      partitioning.method, partitioning.columns, parts.map(\.bound),
      isOpen: partitioning.interval != nil || partitioning.isAutomatic, &description)
    guard let sub = partitioning.subpartitioning else { return }
    // Where the partitions are spread further in different ways, no one set of bounds says what fits.
    let bounds = Set(parts.map { $0.subpartitions.map(\.bound) })
    if bounds.count == 1, let bounds = bounds.first {
      limit(sub.method, sub.columns, bounds, isOpen: false, &description)
    } else if sub.method == .range || sub.method == .list {
      description.findings.append(.partitions(of: table.name))
    }
  }

  private func limit(
    _ method: TablePartitioning.Method, _ columns: [String], _ bounds: [String?], isOpen: Bool,
    _ description: inout TableDescription
  ) {
    guard method == .range || method == .list, !bounds.contains("DEFAULT"), !(isOpen && method == .list) else { return }
    guard columns.count == 1, let place = description.place(of: columns[0]) else {
      if method == .range, bounds.last??.uppercased().hasPrefix("MAXVALUE") == true { return }
      description.findings.append(.partitions(of: description.name))
      return
    }
    let values = bounds.map { $0.flatMap(Self.literals) }
    guard !values.contains(nil) else {
      description.findings.append(.partitions(of: description.name))
      return
    }
    if method == .list {
      description.columns[place].partitionBounds = .list(values.flatMap { $0 ?? [] }.compactMap { $0 })
    } else if !isOpen, let last = values.last, let upper = last?.first {
      // Without gaps from the beginning on: the last bound is the only one.
      description.columns[place].partitionBounds = .ranges([PartitionBounds.Range(lower: nil, upper: upper)])
    }
  }

  /// The literals of HIGH_VALUE; nil among them for MAXVALUE and NULL, nil altogether for another form.
  private static func literals(_ text: String) -> [String?]? {
    guard let expression = try? SQLParser.parseExpression("F(\(text))"), case .call(let call) = expression.kind else {
      return nil
    }
    var result: [String?] = []
    for argument in call.arguments {
      switch argument.value.kind {
      case .literal(.string(let text, _)), .literal(.number(let text, _)), .literal(.date(let text)),
        .literal(.timestamp(let text)):
        result.append(text)
      case .unary(.minus, let inner):
        guard case .literal(.number(let digits, _)) = inner.kind else { return nil }
        result.append("-" + digits)
      case .literal(.null): result.append(nil)
      case .column(let reference) where reference.column.name == "MAXVALUE": result.append(nil)
      case .call(let inner) where inner.path.count == 1 && inner.path[0].name == "TO_DATE":
        guard case .literal(.string(let text, _))? = inner.arguments.first?.value.kind else { return nil }
        result.append(text)
      default: return nil
      }
    }
    return result
  }
}
