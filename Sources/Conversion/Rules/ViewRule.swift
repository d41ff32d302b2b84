import Model
import OracleSQL

/// CREATE VIEW and CREATE MATERIALIZED VIEW, and the comments on views, for schemas that may refer to each other.
///
/// A view is made when all that it names has been: Oracle keeps views whose tables come later, or never.
///
/// ```sql
/// -- Oracle
/// CREATE VIEW v AS SELECT d.name, NVL(e.pay, 0) pay FROM d, e WHERE e.d (+) = d.id
/// -- PostgreSQL
/// CREATE VIEW "app"."v" ("name", "pay") AS
/// SELECT "d"."name", COALESCE("e"."pay", 0) AS "pay" FROM "app"."d" LEFT JOIN "app"."e" ON "e"."d" = "d"."id"
/// ```
///
/// Not the same: WITH READ ONLY; views with a construct that is not known to mean the same are left out, by name.
struct ViewPlanner {
  /// A view that waits.
  private struct Pending {
    /// The place of its schema.
    var schema: Int
    var view: ViewDefinition
    var query: Query
  }

  /// What is carried over so far, views included.
  private(set) var catalogue: QueryCatalogue
  let conversions: [SchemaConversion]
  var statements: [[DDLStatement]]
  var findings: [[Finding]]
  /// How the columns of the views that are made answer to Oracle's.
  private(set) var mappings: [[TableMapping]]
  /// Materialised views with indexes, as tables.
  private(set) var stored: [[TargetTable]]

  /// - Parameter conversions: with their tables settled.
  init(_ conversions: [SchemaConversion]) {
    self.conversions = conversions
    catalogue = QueryCatalogue(owner: "")
    statements = conversions.map { _ in [] }
    findings = conversions.map { _ in [] }
    mappings = conversions.map { _ in [] }
    stored = conversions.map { _ in [] }
    for conversion in conversions {
      let owner = conversion.schema.owner
      catalogue.serverTimeZone = conversion.options.oracleServerTimeZone
      catalogue.keepsCase = conversion.options.keepsCase
      catalogue.postgresMajorVersion = conversion.options.postgresMajorVersion
      for (name, table) in conversion.tables {
        var relation = Self.relation(table)
        relation.partitions = PartitionConditions(table: table, context: conversion.context(nil)).all()
        catalogue.relations[QueryCatalogue.Key(owner: owner, name: name)] = relation
      }
      for (name, sequence) in conversion.sequences {
        catalogue.sequences[QueryCatalogue.Key(owner: owner, name: name)] = sequence
      }
    }
    addSynonyms()
  }

  private static func relation(_ table: TargetTable) -> QueryCatalogue.Relation {
    QueryCatalogue.Relation(
      name: table.name,
      columns: table.columns.filter { !$0.source.isInvisible }.map { column in
        QueryCatalogue.Column(
          oracleName: column.source.name, name: column.name, oracleType: column.source.type, type: column.type,
          isNullable: column.isNullable)
      })
  }

  /// A query may call a table by a synonym, also by one of a synonym.
  private mutating func addSynonyms() {
    var isNew = true
    while isNew {
      isNew = false
      for conversion in conversions {
        for synonym in conversion.schema.synonyms {
          let target = QueryCatalogue.Key(owner: synonym.targetOwner, name: synonym.targetName)
          let key = QueryCatalogue.Key(
            owner: synonym.isPublic ? "PUBLIC" : conversion.schema.owner, name: synonym.name)
          if catalogue.relations[key] == nil, let relation = catalogue.relations[target] {
            catalogue.relations[key] = relation
            isNew = true
          }
          if catalogue.sequences[key] == nil, let sequence = catalogue.sequences[target] {
            catalogue.sequences[key] = sequence
            isNew = true
          }
        }
      }
    }
  }

  /// Makes the views in an order in which each finds what it names.
  mutating func run() {
    var waiting: [Pending] = []
    for (place, conversion) in conversions.enumerated() {
      for view in conversion.schema.views {
        do {
          // The dictionary's text of a query may end WITH READ ONLY, as the whole statement does.
          let statement = try SQLParser.parse("CREATE VIEW V AS " + view.query, options: .placeholders)
          guard case .createView(let parsed) = statement.kind, statement.uncommon.isEmpty else {
            let name = statement.uncommon.first?.name ?? "a statement that is no query"
            report(place, view, "\(name) is not converted")
            continue
          }
          var view = view
          view.isReadOnly = view.isReadOnly || parsed.isReadOnly
          view.hasCheckOption = view.hasCheckOption || parsed.hasCheckOption
          waiting.append(Pending(schema: place, view: view, query: parsed.query))
        } catch {
          report(place, view, error.oracleMessage)
        }
      }
    }
    while !waiting.isEmpty {
      var refused: [(Pending, ConversionRefusal)] = []
      for pending in waiting {
        do {
          try make(pending)
        } catch {
          refused.append((pending, error))
        }
      }
      guard refused.count < waiting.count else {
        for (pending, refusal) in refused { report(pending.schema, pending.view, refusal.reason) }
        return
      }
      waiting = refused.map(\.0)
      addSynonyms()
    }
  }

  private mutating func make(_ pending: Pending) throws(ConversionRefusal) {
    let conversion = conversions[pending.schema]
    let view = pending.view
    guard let name = conversion.names.views[view.name] else { return }
    catalogue.owner = conversion.schema.owner
    let made = try ViewConversion(catalogue: catalogue).convert(
      pending.query, name: QualifiedName(schema: conversion.target, name: name), columns: view.columns,
      isReadOnly: view.isReadOnly, hasCheckOption: view.hasCheckOption, isFilled: view.materialization?.isBuilt)
    catalogue.relations[QueryCatalogue.Key(owner: conversion.schema.owner, name: view.name)] = made.relation
    let kind: TargetObject.Kind = view.materialization == nil ? .view : .materializedView
    statements[pending.schema].append(
      DDLStatement(
        phase: .view, object: TargetObject(kind: kind, name: name), sql: made.sql, mayFail: true,
        place: statements.map(\.count).reduce(0, +)))
    if let materialization = view.materialization {
      report(materialization, of: view, pending.schema)
      stored[pending.schema].append(Self.table(view, made.relation, owner: conversion.schema.owner))
    }
    mappings[pending.schema].append(
      TableMapping(
        sourceOwner: conversion.schema.owner, sourceName: view.name, target: made.relation.name,
        columns: made.relation.columns.map { column in
          ColumnMapping(
            sourceName: column.oracleName, oracleType: column.oracleType, targetName: column.name,
            postgresType: column.type, isNullable: true)
        }))
    addComments(view, made.relation, pending.schema)
    for remark in made.remarks {
      findings[pending.schema].append(
        Finding(
          severity: .warning, rule: "view.converted", object: view.object, reason: remark,
          remedy: "compare the view's rows on both sides"))
    }
  }

  private mutating func report(
    _ materialization: ViewDefinition.Materialization, of view: ViewDefinition, _ place: Int
  ) {
    let words = materialization.refresh.isEmpty ? "ON DEMAND" : materialization.refresh
    findings[place].append(
      Finding(
        severity: materialization.isRefreshedByItself ? .warning : .info, rule: "view.refresh", object: view.object,
        reason: "Oracle refreshes it \(words); PostgreSQL makes all its rows anew, and only when it is told to",
        remedy: "run REFRESH MATERIALIZED VIEW once the rows are loaded, and whenever they have changed"))
  }

  /// A materialised view as its indexes see it.
  private static func table(
    _ view: ViewDefinition, _ relation: QueryCatalogue.Relation, owner: String
  ) -> TargetTable {
    TargetTable(
      source: Table(owner: owner, name: view.name, indexes: view.indexes), name: relation.name,
      columns: relation.columns.map { column in
        TargetColumn(
          source: Column(name: column.oracleName, type: column.oracleType, isNullable: column.isNullable),
          name: column.name, type: column.type)
      })
  }

  private mutating func addComments(_ view: ViewDefinition, _ relation: QueryCatalogue.Relation, _ place: Int) {
    let name = relation.name
    let kind = view.materialization == nil ? "VIEW" : "MATERIALIZED VIEW"
    if let comment = view.comment {
      statements[place].append(
        DDLStatement(
          phase: .comment, object: TargetObject(kind: .tableComment, name: name.name),
          sql: "COMMENT ON \(kind) \(name.quoted) IS \(PostgresLiteral.quoted(comment))", mayFail: true))
    }
    for column in relation.columns {
      guard let comment = view.columnComments[column.oracleName] else { continue }
      statements[place].append(
        DDLStatement(
          phase: .comment, object: TargetObject(kind: .columnComment, table: name.name, name: column.name),
          sql: "COMMENT ON COLUMN \(name.quoted).\(PostgresIdentifier.quoted(column.name)) IS "
            + PostgresLiteral.quoted(comment), mayFail: true))
    }
  }

  private mutating func report(_ place: Int, _ view: ViewDefinition, _ reason: String) {
    findings[place].append(
      Finding(
        severity: .warning, rule: "view.not-converted", object: view.object,
        reason: "\(reason); it is left out", remedy: "write it in PostgreSQL's words"))
  }
}
