import Testing

@testable import Model

@Suite struct TargetObjectTests {
  @Test(arguments: [
    (
      TargetObject(kind: .primaryKey, table: "order_items", name: "pk_order_items"),
      "primary key:order_items.pk_order_items"
    ),
    (TargetObject(kind: .table, table: "orders", name: "orders"), "table:orders"),
    (TargetObject(kind: .columnComment, table: "orders", name: "orders"), "column comment:orders.orders"),
    (TargetObject(kind: .sequence, name: "s"), "sequence:s"),
    (
      TargetObject(kind: .foreignKeyValidation, table: "orders", name: "fk"), "foreign key validation:orders.fk"
    ),
  ])
  func idIsReadable(object: TargetObject, id: String) {
    #expect(object.description == id)
    if let table = object.table { #expect(TargetObject.isStep(id, onTable: table)) }
    #expect(!TargetObject.isStep(id, onTable: "order"))
  }
}
