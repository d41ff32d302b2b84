import Model

extension ViewPlanner {
  /// A synonym of a table or view becomes a view with the same columns, through which rows can be changed, too.
  ///
  /// A public one becomes a view in the first schema, unless the object itself or another of the name is there. Views
  /// and other queries name the object itself. Synonyms of sequences, code, and of objects that are not carried over, are
  /// named.
  mutating func makeSynonyms() {
    for (place, conversion) in conversions.enumerated() {
      for synonym in conversion.schema.synonyms {
        let object = "synonym \(synonym.name)"
        let target = QueryCatalogue.Key(owner: synonym.targetOwner, name: synonym.targetName)
        guard let relation = catalogue.relations[target], !relation.columns.isEmpty else {
          reportUnmade(synonym, place)
          continue
        }
        if synonym.isPublic { reportPublic(synonym, relation, place) }
        let name = synonym.isPublic ? publicName(synonym, place) : conversion.names.synonyms[synonym.name]
        guard let name else { continue }
        let view = QualifiedName(schema: conversion.target, name: name)
        let columns = relation.columns.map(\.name)
        statements[place].append(
          DDLStatement(
            phase: .synonym, object: TargetObject(kind: .view, name: name),
            sql:
              "CREATE VIEW \(view.quoted) AS\nSELECT \(PostgresIdentifier.quotedList(columns)) FROM \(relation.name.quoted)",
            mayFail: true))
        report(
          .info, "synonym.view", object,
          "it becomes a view on \(relation.name), which shows the columns that are there when it is made",
          "make the view anew when columns are added", place)
      }
    }
  }

  private func publicName(_ synonym: SynonymDefinition, _ place: Int) -> String? {
    place == 0 ? conversions[place].names.publicSynonyms[synonym.name] : nil
  }

  private func named(_ synonym: SynonymDefinition, _ place: Int) -> String {
    PostgresIdentifier.name(of: synonym.name, keepsCase: conversions[place].options.keepsCase)
  }

  private mutating func reportPublic(_ synonym: SynonymDefinition, _ relation: QueryCatalogue.Relation, _ place: Int) {
    let object = "synonym \(synonym.name)"
    if conversions.count == 1, relation.name.name == named(synonym, place) {
      report(
        .info, "synonym.public", object, "the object itself has that name in the schema \(relation.name.schema)",
        "let sessions have that schema on their search_path", place)
    } else {
      report(
        .warning, publicName(synonym, place) == nil ? "synonym.not-converted" : "synonym.public", object,
        publicName(synonym, place) == nil
          ? "the schema \(conversions[place].target) has something of that name; it is left out"
          : "everybody sees a public synonym, the view only who has \(conversions[place].target) on the search_path",
        "let sessions have the schema \(relation.name.schema) on their search_path", place)
    }
  }

  private mutating func reportUnmade(_ synonym: SynonymDefinition, _ place: Int) {
    let target = QueryCatalogue.Key(owner: synonym.targetOwner, name: synonym.targetName)
    let what =
      catalogue.sequences[target] == nil
      ? "what it stands for, \(synonym.targetOwner).\(synonym.targetName), is no table or view that is carried over"
      : "it stands for a sequence, which has no second name in PostgreSQL"
    report(
      .warning, "synonym.not-converted", "synonym \(synonym.name)", "\(what); it is left out",
      "call the object by its own name, or put its schema on the search_path", place)
  }

  private mutating func report(
    _ severity: Finding.Severity, _ rule: String, _ object: String, _ reason: String, _ remedy: String, _ place: Int
  ) {
    findings[place].append(
      Finding(severity: severity, rule: rule, object: object, reason: reason, remedy: remedy))
  }
}
