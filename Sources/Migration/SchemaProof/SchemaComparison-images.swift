import Catalog
import Model
import Verification

extension SchemaComparison {
  /// Compares what there is with what there should be.
  ///
  /// - Parameters:
  ///   - steps: what the migration has made.
  ///   - refused: what could not be made once more.
  init(_ expected: SchemaImage, _ actual: SchemaImage, steps: Set<String>, refused: Set<String>) {
    self.init()
    compared = expected.definitions.count
    let order = { (left: SchemaImage.Item, right: SchemaImage.Item) in left.description < right.description }
    for item in expected.definitions.keys.sorted(by: order) {
      let definition = expected.definitions[item] ?? ""
      guard let found = actual.definitions[item] else {
        if !steps.isEmpty, Self.isStep(item), !steps.contains(item.description) {
          declared.append(Self.name(item))
        } else {
          differences.append(Difference(object: Self.name(item), expected: definition, actual: nil))
        }
        continue
      }
      if found == definition + Self.notValid, !steps.isEmpty, !steps.contains(Self.validation(item)) {
        declared.append(Self.name(item) + ", which holds for new rows alone")
      } else if found != definition {
        differences.append(Difference(object: Self.name(item), expected: definition, actual: found))
      }
    }
    let tables = Set(expected.definitions.keys.filter { $0.kind == "table" }.map(\.name))
    extra = actual.definitions.keys.sorted(by: order)
      .filter { item in
        item.kind != "grant" && item.table.map(tables.contains) == true && expected.definitions[item] == nil
          && !refused.contains(item.description)
      }
      .map(Self.name)
  }

  private static let notValid = " NOT VALID"

  /// The step that looks at the rows of a foreign key.
  private static func validation(_ item: SchemaImage.Item) -> String {
    TargetObject(kind: .foreignKeyValidation, table: item.table, name: item.name).description
  }

  /// Whether a migration records by this name that it made it.
  private static func isStep(_ item: SchemaImage.Item) -> Bool {
    [
      "unique constraint", "primary key", "check constraint", "foreign key", "index", "view", "materialized view",
      "trigger",
    ]
    .contains(item.kind)
  }

  private static func name(_ item: SchemaImage.Item) -> String {
    item.kind + " " + item.name + (item.table.map { " of " + $0 } ?? "")
  }
}
