import Model

/// What undoes the steps of a run beside the tables that it copied, also where the present plan has none of it.
struct DiscardedSteps {
  /// Before the copied tables: what stands on them.
  let dependents: [String]
  /// Behind them: empty tables first, as their columns have the types and their defaults the sequences.
  let others: [String]
  /// The steps that made the run's views, and what belongs to them.
  let viewSteps: Set<String>
  /// The steps that set sequences to their values.
  let counters: Set<String>

  init(_ steps: Set<String>, schema: String) {
    let steps = steps.sorted()
    func names(_ kind: TargetObject.Kind) -> [String] {
      steps.compactMap { TargetObject.name(ofStep: $0, kind: kind) }
        .map { QualifiedName(schema: schema, name: $0).quoted }
    }
    let views = names(.view)
    counters = Set(steps.filter { TargetObject.name(ofStep: $0, kind: .sequenceValue) != nil })
    let stored = names(.materializedView)
    let viewNames = [TargetObject.Kind.view, .materializedView].flatMap { kind in
      steps.compactMap { TargetObject.name(ofStep: $0, kind: kind) }
    }
    viewSteps = Set(steps.filter { step in viewNames.contains { TargetObject.isStep(step, onTable: $0) } })
    if stored.isEmpty {
      dependents = Self.together("VIEW", views)
    } else {
      dependents = [
        Self.inTheirOrder(
          views.map { "DROP VIEW IF EXISTS " + $0 } + stored.map { "DROP MATERIALIZED VIEW IF EXISTS " + $0 })
      ]
    }
    let kinds: [(TargetObject.Kind, String)] = [
      (.table, "TABLE"), (.function, "FUNCTION"), (.procedure, "PROCEDURE"), (.sequence, "SEQUENCE"),
    ]
    others =
      kinds.prefix(3).flatMap { kind, word in names(kind).map { "DROP \(word) IF EXISTS \($0)" } }
      // One type can hold another.
      + Self.together("TYPE", names(.type))
      + kinds.suffix(1).flatMap { kind, word in
        names(kind).map { "DROP \(word) IF EXISTS \($0)" }
      }
  }

  /// One statement drops objects that stand on each other.
  private static func together(_ word: String, _ names: [String]) -> [String] {
    names.isEmpty ? [] : ["DROP \(word) IF EXISTS " + names.joined(separator: ", ")]
  }

  /// Views and materialised views can stand on each other, and no statement drops both kinds.
  ///
  /// Each waits until nothing stands on it. What somebody else has made on one of them is an error, and stays.
  private static func inTheirOrder(_ commands: [String]) -> String {
    let list = commands.map { PostgresLiteral.quoted($0) }.joined(separator: ", ")
    let body = """
      DECLARE
        waiting text[] := ARRAY[\(list)];
        refused text[];
        command text;
      BEGIN
        WHILE cardinality(waiting) > 0 LOOP
          refused := '{}';
          FOREACH command IN ARRAY waiting LOOP
            BEGIN
              EXECUTE command;
            EXCEPTION WHEN dependent_objects_still_exist THEN
              refused := refused || command;
            END;
          END LOOP;
          IF cardinality(refused) = cardinality(waiting) THEN
            EXECUTE refused[1];
          END IF;
          waiting := refused;
        END LOOP;
      END
      """
    return "DO " + PostgresLiteral.quoted(body)
  }
}
