import OracleSQL
import SampleSchema
import Testing

/// The definition is Oracle's SQL, and says the same as the tables' columns.
@Suite struct DefinitionTests {
  @Test(arguments: SampleSchema.ddl)
  func everyStatementIsUnderstood(sql: String) throws {
    switch try SQLParser.parse(sql).kind {
    case .createTable, .createSequence, .createIndex, .alterTable, .comment: break
    case let kind: Issue.record("unexpected: \(kind)")
    }
  }

  @Test func definitionHasTheColumnsOfTheTables() throws {
    var definitions: [String: CreateTable] = [:]
    for sql in SampleSchema.ddl {
      guard case .createTable(let definition) = try SQLParser.parse(sql).kind else { continue }
      definitions[definition.name.name.name] = definition
    }
    #expect(definitions.count == SampleSchema.tables.count)
    for table in SampleSchema.tables {
      let definition = try #require(definitions[table.name])
      let columns = try definition.columns.map { "\($0.name.name) \(try describe(#require($0.type?.kind)))" }
      #expect(columns == table.columns.map { "\($0.name) \(describe($0.kind))" })
    }
  }

  @Test func everyStatementOfTheScriptIsUnderstood() throws {
    let script = SampleSchema.script(scale: 0).joined()
    var inserts = 0
    for item in ScriptSplitter(script) {
      guard case .statement(let sql) = item.kind else { continue }
      if case .insert = try SQLParser.parse(sql).kind { inserts += 1 }
    }
    #expect(inserts == SampleSchema.rowCount(scale: 0))
  }

  private func describe(_ kind: SampleColumn.Kind) -> String {
    switch kind {
    case .varchar2(let length): "varchar2 \(length)"
    case .char(let length): "char \(length)"
    case .number(let precision, let scale): precision.map { "number \($0) \(scale)" } ?? "number"
    case .date: "date"
    case .timestamp(let digits): "timestamp \(digits)"
    case .raw(let length): "raw \(length)"
    case .binaryDouble: "binary double"
    case .clob: "clob"
    case .blob: "blob"
    }
  }

  private func describe(_ kind: DataType.Kind) throws -> String {
    switch kind {
    case .varchar2(let length, .char): "varchar2 \(try #require(length))"
    case .char(let length, .char): "char \(try #require(length))"
    case .number(let precision?, let scale): "number \(precision) \(scale ?? 0)"
    case .number(nil, nil): "number"
    case .date: "date"
    case .timestamp(let digits, .none): "timestamp \(digits ?? 6)"
    case .raw(let length): "raw \(try #require(length))"
    case .binaryDouble: "binary double"
    case .clob: "clob"
    case .blob: "blob"
    default: "another type: \(kind)"
    }
  }
}
