import Model

extension SchemaConversion {
  /// Settles which sequences are carried, so that defaults can name them.
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
      add(
        .sequence, TargetObject(kind: .sequence, name: name.name),
        "CREATE SEQUENCE \(name.quoted) AS bigint \(counting.clause)")
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
