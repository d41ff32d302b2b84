import Conversion
import Model

/// Weighs the profiles of a schema's tables: which types to propose, one for all columns that foreign keys tie together,
/// and only such as the conversion carries out.
struct TypeProposals {
  private let schema: Schema
  private let options: ConversionOptions
  private let types: ColumnTypes
  private var members: [ColumnTypes.Place: ColumnEvidence.Member] = [:]
  private(set) var proposals: [TypeProposal] = []
  private(set) var notes: [ProfileNote] = []
  private(set) var consequences: [Finding] = []

  /// - Throws: `ConversionError` for options that are impossible for the schema.
  init(_ profiles: [TableProfile], of schema: Schema, options: ConversionOptions) throws {
    self.schema = schema
    self.options = options
    types = try ColumnTypes(schema, options: options)
    collect(profiles)
    let grouped = Set(types.groups.flatMap(\.self))
    let singles = members.keys.filter { !grouped.contains($0) }.map { [$0] }
    for group in (types.groups + singles).sorted(by: { $0[0] < $1[0] }) { weigh(group) }
    try settle()
  }

  private mutating func collect(_ profiles: [TableProfile]) {
    let tables = Dictionary(schema.tables.map { ($0.name, $0) }) { first, _ in first }
    for profile in profiles where profile.unread == nil {
      guard let table = tables[profile.table] else { continue }
      let keys = ([table.primaryKey].compactMap(\.self) + table.uniqueConstraints).flatMap(\.columns)
      for found in profile.columns where found.unread == nil {
        let place = ColumnTypes.Place(table: table.name, column: found.column)
        guard let column = table.column(found.column), let type = types.type(of: place) else { continue }
        members[place] = ColumnEvidence.Member(
          place: place, oracleType: column.type, postgresType: type, defaultExpression: column.defaultExpression,
          isKey: keys.contains(column.name), profile: found, isOfSample: profile.isSample)
      }
    }
  }

  private mutating func weigh(_ group: [ColumnTypes.Place]) {
    let evidence = ColumnEvidence(members: group.compactMap { members[$0] })
    guard let first = evidence.members.first, let choice = ProposalRules.choice(evidence) else { return }
    let name = choice.type.sql
    func keep(_ reason: String, _ remedy: String = "") {
      notes.append(
        ProfileNote(
          severity: .remark, table: first.place.table, column: first.place.column,
          text: "\(name) would hold what was seen (\(choice.evidence)), but \(reason)", remedy: remedy))
    }
    if let unread = group.first(where: { members[$0] == nil }) {
      return keep(
        "\(unread.table).\(unread.column), which foreign keys tie to it, was not read",
        "profile both tables in one run")
    }
    if let tied = group.first(where: types.tiedElsewhere.contains) {
      return keep("a foreign key ties \(tied.table).\(tied.column) to another owner's table")
    }
    for place in group {
      guard let chosen = types.choice(of: place) else { continue }
      let origin = chosen.origin.map { " (\($0))" } ?? ""
      return keep(
        "`\(chosen.entry)`\(origin) has chosen \(types.type(of: place)?.sql ?? "a type") already",
        "take that entry out to have it proposed")
    }
    let columns = evidence.members.compactMap { member in
      ColumnTypes.entryName(of: member.place).map { entry in
        TypeProposal.Column(
          table: member.place.table, column: member.place.column, entryName: entry,
          oracleType: member.oracleType.description, postgresType: member.postgresType.sql)
      }
    }
    guard columns.count == group.count else {
      return keep("no entry of config.ini can name it", "choose it by its declared type")
    }
    proposals.append(
      TypeProposal(
        columns: columns, type: name, evidence: choice.evidence, growth: choice.growth, effect: choice.effect,
        isOfSample: evidence.isOfSample))
  }

  /// Lets the conversion take the proposals, and keeps those that it carries out.
  private mutating func settle() throws {
    let before = try SchemaConversion.plan(for: schema, options: options)
    let all = proposals
    if try !isPossible(all, before) {
      proposals = []
      for proposal in all {
        if try isPossible([proposal], before) {
          proposals.append(proposal)
        } else {
          let column = proposal.columns[0]
          notes.append(
            ProfileNote(
              severity: .remark, table: column.table, column: column.column,
              text: "\(proposal.type) would hold what was seen, but the schema could not be converted with it",
              remedy: ""))
        }
      }
    }
    guard !proposals.isEmpty else { return }
    let after = try SchemaConversion.plan(for: schema, options: Self.options(options, with: proposals))
    let known = Set(before.findings)
    consequences = after.findings.filter {
      $0.severity > .info && !known.contains($0) && !["type-map.chosen", "type.unified"].contains($0.rule)
    }
  }

  private func isPossible(_ proposals: [TypeProposal], _ before: MigrationPlan) throws -> Bool {
    let own = try Self.options(options, with: proposals)
    let settled: ColumnTypes
    do {
      settled = try ColumnTypes(schema, options: own)
    } catch {
      return false
    }
    let isSettled = proposals.allSatisfy { proposal in
      proposal.columns.allSatisfy {
        settled.type(of: ColumnTypes.Place(table: $0.table, column: $0.column))?.sql == proposal.type
      }
    }
    guard isSettled else { return false }
    let plan = try SchemaConversion.plan(for: schema, options: own)
    return plan.blockingFindings.count <= before.blockingFindings.count
  }

  private static func options(
    _ options: ConversionOptions, with proposals: [TypeProposal]
  ) throws -> ConversionOptions {
    var options = options
    for proposal in proposals {
      for column in proposal.columns {
        options.types.entries.append(try TypeChoice("\(column.entryName)=\(proposal.type)", origin: "profile"))
      }
    }
    return options
  }
}

extension SchemaProfile {
  /// Weighs what was found in a schema's tables.
  ///
  /// - Parameter options: the user's choices, with which the profiles' types were made.
  /// - Throws: `ConversionError` for options that are impossible for the schema.
  public init(
    _ profiles: [TableProfile], of schema: Schema, options: ConversionOptions, scn: UInt64?
  ) throws {
    let weighed = try TypeProposals(profiles, of: schema, options: options)
    owner = schema.owner
    self.scn = scn
    tables = profiles.sorted { $0.table < $1.table }
    proposals = weighed.proposals
    let declared = try SchemaConversion.plan(for: schema, options: options).declaredTexts
    let own = ProfileNotes(tables, declaredTexts: declared).notes
    notes = (own + weighed.notes).sorted {
      ($0.severity == .warning ? 0 : 1, $0.table) < ($1.severity == .warning ? 0 : 1, $1.table)
    }
    consequences = weighed.consequences
  }
}

extension MigrationPlan {
  /// Columns whose bytes are of a character set that the user has declared.
  fileprivate var declaredTexts: Set<ColumnTypes.Place> {
    Set(
      tables.flatMap { plan in
        plan.mapping.columns.filter { $0.declaredText != nil }
          .map { ColumnTypes.Place(table: plan.mapping.sourceName, column: $0.sourceName) }
      })
  }
}
