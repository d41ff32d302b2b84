import OracleSQL
import Testing

/// No clause of a query, an expression or a data type is lost in silence: each is converted once with it and once without.
@Suite("Clauses of queries are counted") struct QueryClauseCountingTests {
  @Test(arguments: QueryCatalogue.all) func clauseIsCarriedOrNamed(_ clause: ClauseCase) {
    check(clause, makes: "CREATE VIEW")
  }

  @Test(arguments: TypeCatalogue.all) func typeIsCarriedOrNamed(_ clause: ClauseCase) {
    check(clause, makes: "CREATE TABLE")
  }

  @Test(arguments: ProgramCatalogue.all) func programIsCarriedOrNamed(_ clause: ClauseCase) {
    check(clause, makes: "CREATE TRIGGER")
  }

  @Test(arguments: ProgramCatalogue.fillings + ProgramCatalogue.states) func fillingIsCarriedOrNamed(
    _ clause: ClauseCase
  ) {
    check(clause, makes: "CREATE TABLE")
  }

  /// Files of the syntax tree whose members the catalogues have to cover.
  private static let files = [
    "Query", "Grouping", "Windows", "Expression", "ExtendedExpression", "Literal", "DataType", "JSONSyntax",
    "RareSources", "DataStatements", "PLSQLBlocks", "PLSQLTriggers", "PLSQLUnits",
  ]

  /// Types that are refused as a whole, each by a case that has it.
  private static let wholes: Set<String> = [
    "CycleClause", "JSONCall", "JSONCall.Function", "JSONOutput", "JSONWrapper", "JSONFallback", "JSONTable",
    "JSONTable.Column", "JSONMaking", "Pivot", "Pivot.Aggregate", "Pivot.Values", "Pivot.Value", "Unpivot",
    "Unpivot.Source", "RareSource", "ErrorLog", "CallClauses", "MultiTableInsert", "MultiTableInsert.Branch",
    "MultiTableInsert.Target", "ForAll", "ForAll.Bounds", "ExecuteImmediate", "DynamicArgument", "TypeDeclaration",
    "TypeDeclaration.Kind",
  ]

  /// Members that no clause of a converted statement can be lost in, and why.
  private static let excused: [String: String] = {
    let object = "an object of its own, which a finding names as a whole"
    let part = "part of what is refused as a whole, with or without it"
    return [
      "ProgramUnit.Kind.package": object, "ProgramUnit.Kind.type": object, "ProgramUnit.Kind.typeBody": object,
      "ProgramUnit.Kind.other": object, "ProgramUnit.Kind.anonymousBlock": object, "ProgramUnit.Kind.call": object,
      "ProgramUnit.Kind.query": object, "SubprogramDefinition.memberWords": "methods belong to types",
      "ReturningClause.targets": "binds of a client, which programs have none of",
      "ExtendedExpression.collectionTest.negated": part, "ExtendedExpression.test.negated": part,
    ]
  }()

  /// Types of objects that are no code of triggers: each is a finding of its own, which the catalogue of DDL has.
  private static let objects: Set<String> = [
    "PackageDefinition", "TypeDefinition", "ObjectTypeDefinition", "TypeBody", "RecordField", "CollectionType",
  ]

  @Test func everyMemberOfTheTreeHasACase() throws {
    let declared = try SyntaxDeclarations(Self.files, hasLabels: true).members.filter { member in
      let type = member.split(separator: ".").dropLast().joined(separator: ".")
      let isOfWhole = Self.wholes.union(Self.objects).contains { type == $0 || type.hasPrefix($0 + ".") }
      return !isOfWhole && !member.hasSuffix("ange") && Self.excused[member] == nil
    }
    #expect(declared.count > 250, "the source is not read as it was")
    var covered: Set<String> = []
    for clause in QueryCatalogue.all + TypeCatalogue.all + ProgramCatalogue.all + ProgramCatalogue.fillings {
      let trees = [clause.written, clause.unwritten].map(Self.tree)
      guard let with = trees[0] else { continue }
      covered.formUnion(SyntaxDifference(with, trees[1]).members)
    }
    let missing = declared.subtracting(covered).sorted()
    #expect(missing.isEmpty, "members without a case in the catalogues: \(missing.joined(separator: ", "))")
    let unseen = Self.wholes.filter { whole in !covered.contains { $0.hasPrefix(whole + ".") } }.sorted()
    #expect(unseen.isEmpty, "refused as a whole, and no case has it: \(unseen.joined(separator: ", "))")
    let stale = Self.excused.keys.filter(covered.contains).sorted()
    #expect(stale.isEmpty, "excused, and there is a case: \(stale.joined(separator: ", "))")
  }

  private static func tree(_ text: String) -> Any? {
    if let statement = try? SQLParser.parse(text, options: .placeholders) {
      if case .plsql = statement.kind {} else { return statement.kind }
    }
    return try? SQLParser.parseUnit(text, options: .placeholders)
  }
}

/// Converts a case's statement with the clause and without it, which must be converted in any case.
func check(_ clause: ClauseCase, makes word: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
  func outcome(_ text: String) -> ScriptOutcome {
    let before = clause.before + (clause.before.isEmpty || clause.before.hasSuffix("\n") ? "" : ";\n")
    return ScriptOutcome(
      before + text + (text.hasPrefix("CREATE VIEW") || text.hasPrefix("CREATE TABLE") ? "\n;\n" : "\n/\n"))
  }
  let (with, without) = (outcome(clause.written), outcome(clause.unwritten))
  #expect(
    without.sql.contains { $0.hasPrefix(word) }, "nothing to compare with: \(without.refusals)",
    sourceLocation: sourceLocation)
  if !with.sql.contains(where: { $0.hasPrefix(word) }) {
    #expect(!with.findings.subtracting(without.findings).isEmpty, "lost in silence", sourceLocation: sourceLocation)
  }
  switch clause.fate {
  case .carried: #expect(with != without, "lost in silence", sourceLocation: sourceLocation)
  case .named(let name):
    #expect(with.infos.contains { $0.contains(name) }, "no info finding names it", sourceLocation: sourceLocation)
    #expect(!without.infos.contains { $0.contains(name) }, "it is named anyway", sourceLocation: sourceLocation)
  case .meaningless(let reason):
    #expect(with == without, "it does something, though \(reason)", sourceLocation: sourceLocation)
  }
}
