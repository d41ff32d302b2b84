import Model
import Testing

@testable import Conversion

@Suite("Why a column got its type") struct ColumnExplanationTests {
  private static func explain(_ name: String, types: String = "") throws -> ColumnExplanation {
    var options = ConversionOptions()
    options.types = try TypeChoices(types, origin: "config.ini:9")
    let schemas = [
      schema([
        table("ORDERS", [column("ID", .number(precision: 12, scale: 0), notNull: true)], key: ["ID"]),
        table(
          "ITEMS",
          [
            column("ORDER_ID", .number(precision: 9, scale: 0)),
            column("PRICE", .number(precision: 8, scale: 2), default: "1.5"),
            column("MADE", .timestamp(precision: 9), notNull: true, default: "NOWHERE()"), column("Odd", .clob),
          ], foreignKeys: [reference("ITEMS_FK", ["ORDER_ID"], to: "ORDERS", ["ID"])]),
      ])
    ]
    return try SchemaConversion.explain(name, in: schemas, options: options)
  }

  @Test func foreignKeysAreNamed() throws {
    let made = try Self.explain("items.order_id")
    #expect(made.oracleType == "NUMBER(9)" && made.postgresType == "bigint" && made.targetTable == "ot.items")
    #expect(made.definition == #""order_id" bigint"#)
    #expect(made.steps.map(\.rule) == ["number-integers", "foreign-key", "null"])
    #expect(made.steps[0].text == "declared NUMBER(9): integer")
    #expect(made.steps[1].text.contains("OT.ORDERS.ID"))
    #expect(made.findings.map(\.rule) == ["type.unified"])
  }

  @Test func theEndThatDecidesIsTold() throws {
    let made = try Self.explain("ORDERS.ID")
    #expect(made.steps.map(\.rule) == ["number-integers", "foreign-key", "null"])
    #expect(made.steps[1].text == "foreign keys tie it to OT.ITEMS.ORDER_ID: it stays bigint")
    #expect(made.findings.isEmpty)
  }

  @Test func optionsAreNamedWithTheirPlace() throws {
    let made = try Self.explain("OT.ITEMS.ORDER_ID", types: "NUMBER=numeric, *.ID=bigint, *.ORDER_*=text")
    #expect(made.steps.map(\.rule) == ["number-integers", "type-map", "type-map", "foreign-key", "null"])
    #expect(made.steps[1].text.hasPrefix("`*.ORDER_*=text` (config.ini:9) passed over: "))
    #expect(made.steps[2].text == "`NUMBER=numeric` (config.ini:9): numeric")
    #expect(made.steps[3].text.contains("which is bigint by `*.ID=bigint`"))
    #expect(made.postgresType == "bigint")
  }

  @Test func defaultsAndLossesAreNamed() throws {
    let price = try Self.explain("ITEMS.PRICE")
    #expect(price.definition == #""price" numeric(8,2) DEFAULT 1.5"#)
    #expect(price.steps.last == TypeStep(rule: "default", text: "DEFAULT 1.5 becomes a default"))
    let made = try Self.explain("ITEMS.MADE")
    #expect(made.steps.last?.text == "DEFAULT NOWHERE() leaves the column without a default")
    #expect(Set(made.findings.map(\.rule)) == ["type.fraction", "default.not-converted"])
    #expect(try Self.explain("ITEMS.\"Odd\"").targetColumn == "Odd")
  }

  @Test(arguments: [
    ("ITEMS.ORDR_ID", "ITEMS.ORDER_ID"), ("ITEM.PRICE", "ITEMS.PRICE"), ("ITEMS.X", "ITEMS.MADE"),
    ("ITEMS", "TABLE.COLUMN"),
    ("HR.ITEMS.PRICE", "TABLE.COLUMN"),
  ])
  func unknownNamesListNearOnes(name: String, near: String) {
    #expect { _ = try Self.explain(name) } throws: { "\($0)".contains(near) && "\($0)".contains(name) }
  }
}
