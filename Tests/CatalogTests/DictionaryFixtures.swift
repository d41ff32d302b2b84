import OracleWire

@testable import Catalog

/// Rows as a real dictionary delivers them; columns that are not named are NULL.
func row(_ query: DictionaryQuery, _ values: [String: OracleValue]) throws -> DictionaryRow {
  try DictionaryRow(query, query.columns.map { values[$0] ?? .null })
}

extension OracleValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(OracleNumber(value)) }
}

extension DictionaryContents {
  mutating func addTable(_ name: String, _ more: [String: OracleValue] = [:]) throws {
    let usual: [String: OracleValue] = [
      "TABLE_NAME": .text(name), "TEMPORARY": "N", "NESTED": "NO", "SECONDARY": "N", "PARTITIONED": "NO",
      "READ_ONLY": "NO",
      "DROPPED": "NO",
    ]
    tables.append(try row(.tables, usual.merging(more) { $1 }))
  }

  mutating func addColumn(
    _ table: String, _ name: String, _ more: [String: OracleValue] = [:], query: DictionaryQuery = .columns
  ) throws {
    let usual: [String: OracleValue] = [
      "TABLE_NAME": .text(table), "COLUMN_NAME": .text(name), "DATA_TYPE": "NUMBER", "DATA_LENGTH": 22,
      "CHAR_LENGTH": 0,
      "NULLABLE": "Y", "COLUMN_ID": .number(OracleNumber(columns.count + 1)),
      "INTERNAL_COLUMN_ID": .number(OracleNumber(columns.count + 1)), "HIDDEN_COLUMN": "NO", "VIRTUAL_COLUMN": "NO",
      "DEFAULT_ON_NULL": "NO", "USER_GENERATED": "YES",
    ]
    columns.append(try row(query, usual.merging(more) { $1 }))
  }

  mutating func addConstraint(
    _ table: String, _ name: String, _ type: String, _ columns: [String], _ more: [String: OracleValue] = [:]
  ) throws {
    let usual: [String: OracleValue] = [
      "TABLE_NAME": .text(table), "CONSTRAINT_NAME": .text(name), "CONSTRAINT_TYPE": .text(type), "STATUS": "ENABLED",
      "DEFERRABLE": "NOT DEFERRABLE", "DEFERRED": "IMMEDIATE", "VALIDATED": "VALIDATED", "GENERATED": "USER NAME",
    ]
    constraints.append(try row(.constraints, usual.merging(more) { $1 }))
    for (index, column) in columns.enumerated() {
      let position: OracleValue = type == "C" ? .null : .number(OracleNumber(index + 1))
      constraintColumns.append(
        try row(
          .constraintColumns,
          [
            "CONSTRAINT_NAME": .text(name), "TABLE_NAME": .text(table), "COLUMN_NAME": .text(column),
            "POSITION": position,
          ]))
    }
  }

  mutating func addIndex(
    _ table: String, _ name: String, type: String = "NORMAL", unique: Bool = false,
    _ keys: [(column: String, order: String, expression: String?)]
  ) throws {
    indexes.append(
      try row(
        .indexes,
        [
          "OWNER": .text(owner), "INDEX_NAME": .text(name), "INDEX_TYPE": .text(type), "TABLE_NAME": .text(table),
          "UNIQUENESS": unique ? "UNIQUE" : "NONUNIQUE", "GENERATED": "N",
        ]))
    for (index, key) in keys.enumerated() {
      let position = OracleValue.number(OracleNumber(index + 1))
      indexColumns.append(
        try row(
          .indexColumns,
          [
            "INDEX_OWNER": .text(owner), "INDEX_NAME": .text(name), "COLUMN_NAME": .text(key.column),
            "COLUMN_POSITION": position, "DESCEND": .text(key.order),
          ]))
      guard let expression = key.expression else { continue }
      indexExpressions.append(
        try row(
          .indexExpressions,
          [
            "INDEX_OWNER": .text(owner), "INDEX_NAME": .text(name), "COLUMN_EXPRESSION": .text(expression),
            "COLUMN_POSITION": position,
          ]))
    }
  }

  mutating func addObject(_ kind: String, _ name: String) throws {
    objects.append(try row(.objects, ["OBJECT_NAME": .text(name), "OBJECT_TYPE": .text(kind)]))
  }

  mutating func addSequence(_ name: String, _ more: [String: OracleValue] = [:]) throws {
    let usual: [String: OracleValue] = [
      "SEQUENCE_NAME": .text(name), "MIN_VALUE": 1, "INCREMENT_BY": 1, "CYCLE_FLAG": "N", "ORDER_FLAG": "N",
      "CACHE_SIZE": 20, "LAST_NUMBER": 1,
      "MAX_VALUE": .number(try OracleNumber(decimal: String(repeating: "9", count: 28))),
    ]
    sequences.append(try row(.sequences, usual.merging(more) { $1 }))
  }
}
