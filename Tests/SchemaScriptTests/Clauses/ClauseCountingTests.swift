import OracleSQL
import Testing

/// No clause is lost in silence: each is converted once with it and once without, and the results must differ.
@Suite("Clauses are counted") struct ClauseCountingTests {
  private func script(_ clause: ClauseCase, _ text: String) -> String {
    clause.before + (clause.before.isEmpty || clause.before.hasSuffix("\n") ? "" : ";\n") + text + "\n;\n"
  }

  @Test(arguments: ClauseCatalogue.all) func clauseIsCarriedOrNamed(_ clause: ClauseCase) {
    let (with, without) = (
      ScriptOutcome(script(clause, clause.written)), ScriptOutcome(script(clause, clause.unwritten))
    )
    #expect(with.notRead.isEmpty, "the catalogue's statement is no Oracle SQL")
    switch clause.fate {
    case .carried: #expect(with != without, "lost in silence")
    case .named(let word):
      #expect(with.infos.contains { $0.contains(word) }, "no info finding names it: \(with.infos)")
      #expect(!without.infos.contains { $0.contains(word) }, "it is named where it isn't written")
    case .meaningless(let reason): #expect(with == without, "it does something, though \(reason)")
    }
  }

  /// Files of the syntax tree whose members the catalogue has to cover.
  private static let files = [
    "TableDefinition", "SchemaStatements", "AlterTable", "Partitioning", "MaterializedView", "OtherObjects",
  ]

  /// Types of statements that are not converted but named as a whole, or that change no schema.
  private static let wholes: Set<String> = [
    "CreateMaterializedView", "CreateMaterializedViewLog", "CreateDirectory", "CreateDatabaseLink", "CreateContext",
    "CreateCluster", "ExplainPlan", "AdministrativeStatement", "PLSQLUnit", "BitmapJoin", "ExternalTable",
    "UserDefinition",
    "AlterSession",
  ]

  /// Clauses that say what PostgreSQL does anyway.
  private static let sameMeaning: Set<String> = [
    // Generated columns are stored.
    "ColumnDefinition.isMaterialized",
    // The action that is Oracle's, and PostgreSQL's, when nothing is written.
    "ForeignKeyTarget.DeleteAction.noAction",
  ]

  @Test func everyMemberOfTheTreeHasACase() throws {
    let declared = try SyntaxDeclarations(Self.files).members.filter { member in
      let type = member.prefix { $0 != "." }
      return !Self.wholes.contains(String(type)) && !member.hasSuffix("ange") && !Self.sameMeaning.contains(member)
    }
    #expect(declared.count > 200, "the source is not read as it was")
    var covered: Set<String> = []
    for clause in ClauseCatalogue.all {
      guard let with = try? SQLParser.parse(clause.written, options: .placeholders) else { continue }
      let without = try? SQLParser.parse(clause.unwritten, options: .placeholders)
      covered.formUnion(SyntaxDifference(with.kind, without?.kind).members)
    }
    let missing = declared.subtracting(covered).sorted()
    #expect(missing.isEmpty, "members without a case in the catalogue: \(missing.joined(separator: ", "))")
  }
}
