import Testing

@testable import DataGeneration

@Suite struct TableOrderTests {
  /// Tables by name with the tables that they refer to; a `?` is a column that may be NULL.
  private func order(_ tables: [(String, [String])]) -> TableOrder {
    TableOrder(
      tables.map { name, parents in
        var table = TableDescription(name: name)
        for (index, parent) in parents.enumerated() {
          let isNullable = parent.hasSuffix("?")
          let target = isNullable ? String(parent.dropLast()) : parent
          table.columns.append(
            ColumnDescription(name: "c\(index)", type: .number(digits: 9, scale: 0), isNullable: isNullable))
          table.foreignKeys.append(
            ForeignKeyDescription(
              name: "fk\(index)", columns: [index], otherSchema: nil, table: target, referenced: ["id"], rule: .refuse))
        }
        return table
      })
  }

  @Test func parentsComeFirst() {
    let order = order([
      ("items", ["orders", "products"]), ("orders", ["customers"]), ("customers", []), ("products", []),
    ])
    #expect(order.tables == ["customers", "products", "orders", "items"])
    #expect(order.postponed.isEmpty && order.closedCircles.isEmpty)
  }

  @Test func circlesAreOpenedWhereNullIsAllowed() {
    let order = order([("a", ["b?"]), ("b", ["a"]), ("c", ["c", "b"])])
    #expect(order.tables == ["a", "b", "c"])
    #expect(order.postponed == [TableOrder.Reference(table: "a", foreignKey: 0)])
    #expect(order.closedCircles.isEmpty)
  }

  @Test func circlesWithoutNullAreNamed() {
    let order = order([("x", ["a"]), ("a", ["b"]), ("b", ["c"]), ("c", ["a"])])
    #expect(order.closedCircles == [["a", "b", "c"]])
    #expect(Set(order.tables) == ["x", "a", "b", "c"])
  }

  @Test func parentsThatAreNotAmongTheTablesDoNotCount() {
    #expect(order([("a", ["nowhere"])]).tables == ["a"])
  }
}
