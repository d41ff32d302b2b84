import SampleSchema

/// How rows are changed: columns that nothing else in the row hangs on.
struct ChangePlan: Sendable {
  let key: [Int]
  let columns: [Int]
  private let plan: RowPlan
  private let drawings: [Int: ValueDrawing]
  private let checks: [CheckDescription]
  private let orderings: [(low: Int, high: Int)]

  /// Tries for a row before it is left as it is.
  private static let mostTries = 400

  /// Nil where there is no key, or no column that could change.
  init?(_ plan: RowPlan) {
    guard let key = plan.table.rowKey else { return nil }
    let table = plan.table
    var columns = Set(
      table.columns.indices.filter { place in
        guard let domain = plan.domains[place], !domain.isEmpty, domain.meaning != .created else { return false }
        return !table.columns[place].isLeftToServer && table.columns[place].partitionBounds == nil
      })
    columns.subtract(table.uniques.flatMap { $0 })
    // A check that speaks of a column that stays holds that the others stay, too.
    while true {
      let bound = plan.tried.compactMap { $0.condition?.columns }.filter {
        !$0.isDisjoint(with: columns) && !$0.isSubset(of: columns)
      }
      let unknown = plan.unknown.flatMap { check in
        columns.filter { Self.mentions(check.text, table.columns[$0].name) }
      }
      let before = columns
      columns.subtract(bound.flatMap { $0 })
      columns.subtract(unknown)
      if columns == before { break }
    }
    guard !columns.isEmpty else { return nil }
    self.key = key
    self.columns = columns.sorted()
    self.plan = plan
    checks = plan.tried.filter { $0.condition.map { !$0.columns.isDisjoint(with: columns) } ?? false }
    orderings = plan.orderings.filter { columns.contains($0.low) && columns.contains($0.high) }
    drawings = Dictionary(
      uniqueKeysWithValues: columns.compactMap { place in
        guard var domain = plan.domains[place] else { return nil }
        // Behind the moments of rows that were made.
        if domain.meaning == .updated {
          let low = CivilMoment.moment(year: 2026, month: 1, day: 1) / domain.step
          domain.usual = IntervalSet([low...(low + CivilMoment.day / domain.step * 300)])
        }
        return (place, ValueDrawing(domain))
      })
  }

  private static func mentions(_ text: String, _ name: String) -> Bool {
    text.split { !($0.isLetter || $0.isNumber || "_$#".contains($0)) }.contains { $0.lowercased() == name.lowercased() }
  }

  /// New values of the columns for a chosen row; nil where none were found that keep to the checks.
  func values(row number: Int, seed: UInt64) -> [GeneratedValue]? {
    var row = [GeneratedValue](repeating: .null, count: plan.table.columns.count)
    for attempt in 0..<Self.mostTries {
      for place in columns {
        let name = plan.table.name.lowercased() + "." + plan.table.columns[place].neutralName + " changed"
        var generator = SplitMix64(
          seed: RowProducer.hash(name, seed) ^ UInt64(truncatingIfNeeded: number) &* 0xD1B5_4A32_D192_ED03
            ^ UInt64(truncatingIfNeeded: attempt) &* 0xA24B_AED4_963E_E407)
        row[place] = drawings[place]?.value(&generator) ?? .null
      }
      for (low, high) in orderings {
        if let order = row[low].compared(to: row[high]), order > 0 { row.swapAt(low, high) }
      }
      if checks.allSatisfy({ $0.condition?.holds(row) != false }) { return columns.map { row[$0] } }
    }
    return nil
  }
}
