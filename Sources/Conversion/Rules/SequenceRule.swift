import Model

extension SchemaConversion {
  /// Sequences, with their counting rules and Oracle's next value.
  ///
  /// NOORDER sequences keep their cache; an ORDER one hands out values in order only without one.
  ///
  /// ```sql
  /// -- Oracle
  /// CREATE SEQUENCE s START WITH 5 MAXVALUE 99999999999999999999 ORDER
  /// -- PostgreSQL
  /// CREATE SEQUENCE "app"."s" AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 5 CACHE 1 NO CYCLE
  /// ```
  ///
  /// Not the same: limits beyond bigint are set to its end.
  mutating func nameSequences() {
    for sequence in schema.sequences {
      do {
        _ = try SequenceCounting(sequence.options)
        sequences[sequence.name] = names.sequences[sequence.name].map { QualifiedName(schema: target, name: $0) }
      } catch {
        report(
          .warning, "sequence.not-converted", "sequence \(sequence.name)", "\(error.reason); it is left out",
          "number by an expression of type numeric")
      }
    }
  }

  /// CREATE SEQUENCE before the tables, the next value after the rows.
  ///
  /// - Parameter creations: when only some tables are carried, their statements: sequences that they don't name are
  ///   left out.
  mutating func addSequences(onlyUsedBy creations: [String]?) {
    for sequence in schema.sequences {
      guard let name = sequences[sequence.name], let counting = try? SequenceCounting(sequence.options) else {
        continue
      }
      if let creations, !creations.contains(where: { $0.contains(PostgresLiteral.quoted(name.quoted)) }) { continue }
      reportClamping(counting, "sequence \(sequence.name)")
      if !ownedSequences.contains(sequence.name) {
        add(
          .sequence, TargetObject(kind: .sequence, name: name.name),
          "CREATE SEQUENCE \(name.quoted) AS bigint \(counting.clause)")
      }
      add(.sequenceValue, TargetObject(kind: .sequenceValue, name: name.name), counting.valueSQL(of: name))
    }
  }

  /// Reports a limit that the user chose and PostgreSQL can't count to.
  mutating func reportClamping(_ counting: SequenceCounting, _ object: String) {
    guard counting.isClamped else { return }
    report(
      .info, "sequence.clamped", object, "its limit is beyond PostgreSQL's integers and was set to their end",
      "nothing needs to be done before the sequence gets there")
  }
}
