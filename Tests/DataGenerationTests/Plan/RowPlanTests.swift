import SampleSchema
import Testing

@testable import DataGeneration

/// How keys are made, and rows by plans, without any server.
@Suite struct RowPlanTests {
  private func column(_ name: String, _ digits: Int = 9, isNullable: Bool = false) -> ColumnDescription {
    ColumnDescription(name: name, type: .number(digits: digits, scale: 0), isNullable: isNullable)
  }

  private func key(_ columns: [Int], _ table: String) -> ForeignKeyDescription {
    ForeignKeyDescription(
      name: "fk_\(table)", columns: columns, otherSchema: nil, table: table,
      referenced: columns.indices.map { "k\($0)" }, rule: .refuse)
  }

  private func kinds(_ table: TableDescription) -> [String] {
    RowPlan(table, isASCII: false).keys.map { key in
      switch key {
      case .counter(let column): "counter \(column)"
      case .combined(_, let free, let foreign): "combined \(free) \(foreign)"
      case .watched(let columns): "watched \(columns)"
      }
    }
  }

  @Test func keysAreMadeByTheirParts() {
    var table = TableDescription(name: "t")
    table.columns = [column("tenant"), column("id"), column("line", 2), column("other", 2)]
    table.uniques = [[1]]
    #expect(kinds(table) == ["counter 1"])
    table.foreignKeys = [key([0], "tenants")]
    table.uniques = [[0, 2]]
    #expect(kinds(table) == ["combined [2] [0]"])
    table.uniques = [[0, 1], [1]]
    #expect(kinds(table) == ["counter 1"])
    table.uniques = [[0, 2], [0, 3]]
    #expect(kinds(table) == ["combined [2] [0]", "watched [0, 3]"])
    table.foreignKeys = [key([0, 3], "wide")]
    table.uniques = [[0, 2]]
    #expect(kinds(table) == ["watched [0, 2]"])
    table.foreignKeys = [key([0], "t")]
    table.uniques = [[0]]
    #expect(kinds(table) == ["watched [0]"])
  }

  private func rows(_ table: TableDescription, count: Int, pools: [KeyPool?] = []) throws -> [[GeneratedValue]] {
    let plan = RowPlan(table, isASCII: false)
    let counters = try plan.keys.compactMap { key -> RowProducer.Counter? in
      guard case .counter(let column) = key else { return nil }
      let domain = try #require(plan.domains[column])
      return RowProducer.Counter(column: column, form: try #require(UniqueForm(domain, seed: 1)), start: 0)
    }
    var producer = RowProducer(
      plan: plan, seed: 1, firstRow: 0, counters: counters, enumerations: [], watches: [], pools: pools)
    var row = [GeneratedValue](repeating: .null, count: table.columns.count)
    var rows: [[GeneratedValue]] = []
    while rows.count < count, try producer.next(&row) { rows.append(row) }
    return rows
  }

  private func check(_ text: String, _ table: TableDescription) -> CheckDescription {
    CheckDescription(
      name: text, text: text, condition: Condition(oracle: text) { table.place(of: $0.lowercased()) })
  }

  @Test func rowsKeepToWhatIsTriedAndKeysPassOver() throws {
    var table = TableDescription(name: "t")
    table.columns = [column("id"), column("low"), column("high"), column("either", isNullable: true)]
    table.uniques = [[0]]
    table.checks = [
      check("MOD(id, 3) = 1", table), check("low < high", table), check("MOD(low, 10) = 7", table),
      check("either IS NULL AND low > 500 OR either IS NOT NULL AND low <= 500", table),
    ]
    let made = try rows(table, count: 200)
    #expect(made.count == 200 && Set(made.map { $0[0] }).count == 200)
    for row in made {
      for check in table.checks { #expect(check.condition?.holds(row) == true, "\(check.name): \(row)") }
    }
  }

  @Test func whatNoRowKeepsToIsAnError() throws {
    var table = TableDescription(name: "t")
    table.columns = [column("a"), column("b")]
    table.checks = [check("a + b < -5", table)]
    let error = #expect(throws: GenerationError.self) { try rows(table, count: 1) }
    #expect(error?.description.contains("a + b < -5") == true)
  }

  @Test func sharedColumnsFollowOneParentEach() throws {
    var table = TableDescription(name: "t")
    table.columns = [column("tenant"), column("customer"), column("product")]
    table.foreignKeys = [key([0, 1], "customers"), key([0, 2], "products")]
    func pool(_ keys: [[Int]]) -> KeyPool {
      KeyPool(sampled: keys.map { $0.map { .integer($0) } }, counted: nil, isComplete: true)
    }
    let customers = [[1, 10], [2, 20], [3, 30]]
    let products = [[1, 7], [2, 8], [2, 9]]
    // The third tenant has no products: its customers are passed over.
    for row in try rows(table, count: 100, pools: [pool(customers), pool(products)]) {
      #expect(customers.contains { [.integer($0[0]), .integer($0[1])] == [row[0], row[1]] })
      #expect(products.contains { [.integer($0[0]), .integer($0[1])] == [row[0], row[2]] })
    }
  }

  @Test func changesLeaveKeysAndWhatHangsOnThem() throws {
    var table = TableDescription(name: "t")
    table.columns = [
      column("id"), column("amount"), column("floor"), column("free"),
      ColumnDescription(name: "created_at", type: .date, isNullable: false),
      ColumnDescription(name: "updated_at", type: .date, isNullable: false),
    ]
    table.primaryKey = [0]
    table.uniques = [[0]]
    table.checks = [check("floor > id", table), check("amount < floor", table)]
    let plan = RowPlan(table, isASCII: false)
    let change = try #require(ChangePlan(plan))
    #expect(change.key == [0] && change.columns == [3, 5])
    let values = try #require(change.values(row: 4, seed: 1))
    #expect(change.values(row: 4, seed: 1) == values && change.values(row: 5, seed: 1) != values)
    guard case .moment(let moment) = values[1] else {
      Issue.record("\(values)")
      return
    }
    #expect(CivilMoment(moment).year == 2026)
    table.primaryKey = []
    table.uniques = []
    #expect(ChangePlan(RowPlan(table, isASCII: false)) == nil)
  }
}
