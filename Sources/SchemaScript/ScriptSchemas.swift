import Model

/// What DDL scripts leave behind when all their statements have run, in order.
public struct ScriptSchemas: Sendable {
  /// The schema of unqualified names, then one for each other owner that has objects, by name.
  public var schemas: [Schema]
  /// Where each object was made: keys are a finding's `object`, after the owner, such as `APP table ORDERS`.
  public var places: [ObjectKey: ScriptPlace]
  /// What was read and has no place in a schema, in the order of the scripts.
  public var findings: [ScriptFinding]
  /// Statements and PL/SQL units, those that could not be read included.
  public var statementCount: Int

  /// An object of an owner, as findings call it.
  public struct ObjectKey: Sendable, Hashable {
    /// The owner in the dictionary's spelling.
    public var owner: String
    /// Kind and name, such as `table ORDERS`.
    public var object: String

    /// Makes one.
    public init(owner: String, object: String) {
      self.owner = owner
      self.object = object
    }
  }

  /// Runs the statements of scripts one behind the other, in memory: nothing but the schema's definition changes.
  ///
  /// - Parameters:
  ///   - owner: who runs the scripts and owns what they name without an owner, in the dictionary's spelling; nil for the
  ///     one owner that they name, or nobody (an empty name) where they name none or several.
  ///   - library: where the scripts are that they include.
  public static func read(
    _ scripts: [ScriptSource], owner: String? = nil, library: ScriptLibrary = .empty
  ) -> ScriptSchemas {
    let parsed = scripts.map { ParsedScript($0, library: library) }
    let named = parsed.reduce(into: Set<String>()) { $0.formUnion($1.owners) }
    let isFound = owner == nil && named.count == 1
    var replay = SchemaReplay(owner: owner ?? (isFound ? named.first ?? "" : ""))
    for script in parsed { replay.run(script) }
    return replay.result()
  }
}

/// A finding of a script's statement.
public struct ScriptFinding: Sendable, Hashable {
  /// The finding.
  public var finding: Finding
  /// Where the statement stands.
  public var place: ScriptPlace

  /// Makes one.
  public init(finding: Finding, place: ScriptPlace) {
    self.finding = finding
    self.place = place
  }
}
