import Model
import OracleSQL

// DROP and RENAME.
extension SchemaReplay {
  /// DROP of what is not there changes nothing: scripts begin with it.
  mutating func drop(_ drop: Drop) {
    let key = key(drop.name)
    if [.view, .sequence, .materializedView, .procedure, .function, .package, .type].contains(drop.kind) {
      grants[key] = nil
    }
    leaveOut(Self.words(of: drop), of: Self.droppedObjects)
    switch drop.kind {
    case .table: dropTable(key, takesReferences: drop.isCascade)
    case .sequence: sequences[key] = nil
    case .view: if views[key]?.materialization == nil { views[key] = nil }
    case .materializedView:
      if views[key]?.materialization != nil { views[key] = nil }
      forget(drop.kind.rawValue, key)
    case .index:
      if let table = indexTable(key) { tables[table]?.indexes.removeAll { $0.name == key.name } }
      for owner in views.keys where owner.owner == key.owner {
        views[owner]?.indexes.removeAll { $0.name == key.name }
      }
    case .synonym: synonyms[key] = nil
    case .publicSynonym: synonyms[Key(owner: "PUBLIC", name: key.name)] = nil
    case .trigger: triggers[key] = nil
    case .procedure, .function, .packageBody, .typeBody, .materializedViewLog, .directory,
      .databaseLink, .publicDatabaseLink, .context, .cluster, .library, .indextype, .operator, .dimension, .domain:
      forget(drop.kind.rawValue, key)
    case .package, .type:
      if drop.kind == .type { types[key] = nil }
      forget(drop.kind.rawValue, key)
      forget(drop.kind.rawValue + " BODY", key)
    case .role:
      roles.removeAll { $0 == key.name }
      roleGrants.removeAll { $0.role == key.name || $0.grantee == key.name }
      for object in grants.keys { grants[object]?.removeAll { $0.grantee == key.name } }
    case .user: dropUser(key.name, takesObjects: drop.isCascade)
    case .profile, .tablespace: break
    }
  }

  /// What stands behind the name of a dropped object, and kinds that no schema has.
  private static func words(of drop: Drop) -> [String] {
    var words = drop.clauses.map(\.keyword)
    if drop.ifExists { words.append("IF EXISTS") }
    if drop.isPurge { words.append("PURGE") }
    switch drop.kind {
    case .table, .user: break
    case .role, .profile, .tablespace: words.append("DROP \(drop.kind.rawValue)")
    default: if drop.isCascade { words.append("CASCADE CONSTRAINTS") }
    }
    return words
  }

  /// A user goes with CASCADE only while he owns something.
  private mutating func dropUser(_ owner: String, takesObjects: Bool) {
    let owners = [
      tables.keys.map(\.owner), sequences.keys.map(\.owner), views.keys.map(\.owner), triggers.keys.map(\.owner),
      synonyms.keys.map(\.owner), others.filter { !$0.value.isEmpty }.keys.map(\.owner),
    ].joined()
    guard owners.contains(owner) else { return }
    guard takesObjects else {
      report(
        .warning, "script.referenced", "user \(owner)", "the user stays, as objects are his (ORA-01922)",
        "write DROP USER ... CASCADE where they have to go")
      return
    }
    for key in tables.keys where key.owner == owner { dropTable(key, takesReferences: true) }
    sequences = sequences.filter { $0.key.owner != owner }
    views = views.filter { $0.key.owner != owner }
    triggers = triggers.filter { $0.key.owner != owner }
    synonyms = synonyms.filter { $0.key.owner != owner }
    others = others.filter { $0.key.owner != owner }
  }

  private mutating func forget(_ kind: String, _ key: Key) {
    others[key]?.removeAll { $0.kind == kind }
  }

  private mutating func dropTable(_ key: Key, takesReferences: Bool) {
    guard tables[key] != nil else { return }
    let children = tables.filter { child in
      child.key != key
        && child.value.foreignKeys.contains { Key(owner: $0.referencedOwner, name: $0.referencedTable) == key }
    }
    guard children.isEmpty || takesReferences else {
      report(
        .info, "script.referenced", "table \(key.name)",
        "it stays, as foreign keys refer to it (ORA-02449): \(children.keys.sorted().map(\.name).joined(separator: ", "))",
        "write DROP TABLE ... CASCADE CONSTRAINTS where it has to go")
      return
    }
    for child in children.keys {
      tables[child]?.foreignKeys.removeAll { Key(owner: $0.referencedOwner, name: $0.referencedTable) == key }
    }
    dropped[key] = tables[key]
    tables[key] = nil
    grants[key] = nil
    notNulls = notNulls.filter { $0.key.owner != key.owner || $0.value.table != key.name }
    triggers = triggers.filter { $0.key.owner != key.owner || $0.value.table != key.name }
  }

  /// Scripts that make a table, drop it and make another of the name leave the last one behind.
  mutating func reportRedefinition(_ table: Table) {
    guard let last = dropped[Key(owner: table.owner, name: table.name)], last.columns != table.columns else { return }
    report(
      .warning, "script.redefined", "table \(table.name)",
      "the scripts make it, drop it and make it again: the later definition is carried over",
      "nothing needs to be done, unless the rows of the earlier table are still needed")
  }

  /// A primary key on other columns than the table of that name had before it was dropped.
  mutating func reportRedefinition(_ primaryKey: KeyConstraint, of table: Table) {
    guard let last = dropped[Key(owner: table.owner, name: table.name)]?.primaryKey,
      last.columns != primaryKey.columns
    else { return }
    report(
      .warning, "script.redefined", "primary key \(table.name).\(last.name)",
      "it stood on (\(last.columns.joined(separator: ", "))) before the scripts dropped its table",
      "nothing needs to be done")
  }

  /// Gives a table, view or sequence another name; foreign keys and triggers follow.
  mutating func rename(_ key: Key, to name: String) {
    let new = Key(owner: key.owner, name: name)
    grants[new] = grants.removeValue(forKey: key)?.map { grant in
      var grant = grant
      grant.object = name
      return grant
    }
    if var view = views.removeValue(forKey: key) {
      view.name = name
      views[new] = view
      move("view", key, to: new)
    } else if let sequence = sequences.removeValue(forKey: key) {
      sequences[new] = SequenceDefinition(name: name, options: sequence.options)
      move("sequence", key, to: new)
    } else if var table = tables.removeValue(forKey: key) {
      table.name = name
      tables[new] = table
      move("table", key, to: new)
      for index in table.indexes { indexTables[Key(owner: key.owner, name: index.name)] = new.name }
      for (name, notNull) in notNulls where name.owner == key.owner && notNull.table == key.name {
        notNulls[name]?.table = new.name
      }
      for (other, child) in tables {
        for (index, reference) in child.foreignKeys.enumerated()
        where Key(owner: reference.referencedOwner, name: reference.referencedTable) == key {
          tables[other]?.foreignKeys[index].referencedTable = name
        }
      }
      for (other, trigger) in triggers where other.owner == key.owner && trigger.table == key.name {
        triggers[other]?.table = name
      }
    }
  }

  private mutating func move(_ kind: String, _ old: Key, to new: Key) {
    let place = places[ScriptSchemas.ObjectKey(owner: old.owner, object: "\(kind) \(old.name)")]
    places[ScriptSchemas.ObjectKey(owner: new.owner, object: "\(kind) \(new.name)")] = place
  }
}
