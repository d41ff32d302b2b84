import Model

extension SchemaConversion {
  /// GRANT of rights on tables, views and sequences, at the end of all.
  ///
  /// A right on an object is of use in PostgreSQL only with USAGE of its schema, so that is granted too. NEXTVAL needs
  /// SELECT in Oracle, USAGE in PostgreSQL. Roles that are not there are made, without LOGIN. Rights without counterpart
  /// (ALTER, INDEX, EXECUTE, ...) are named.
  ///
  /// The option `grants` decides. A schema that is written to a file has them unless told otherwise: the file is read
  /// before it is run. A migration has them only when asked: roles belong to the whole server, not to the schema, and who
  /// may log on there is decided by others than who copies the rows. Without them one finding counts the rights.
  ///
  /// - Parameter catalogue: what is carried over; nil where only some tables are, without rights.
  mutating func addGrants(_ catalogue: QueryCatalogue?) {
    guard options.convertsGrants, let catalogue else { return countGrants() }
    var places: [ObjectKey: Int] = [:]
    var made: [(key: ObjectKey, privileges: [String])] = []
    var left: [String: [String]] = [:]
    for grant in schema.grants {
      guard let object = grantedObject(grant.object, catalogue),
        let privileges = privileges(grant, on: object)
      else {
        left[grant.object, default: []].append("\(grant.privilege) to \(grant.grantee)")
        continue
      }
      let key = ObjectKey(
        name: object.name, isSequence: object.isSequence, grantee: grant.grantee, isGrantable: grant.isGrantable)
      if let place = places[key] {
        for privilege in privileges where !made[place].privileges.contains(privilege) {
          made[place].privileges.append(privilege)
        }
      } else {
        places[key] = made.count
        made.append((key, privileges))
      }
    }
    addRoles(of: made.map(\.key.grantee))
    // In an order that doesn't depend on the source's, as the target keeps it.
    for (key, privileges) in made.sorted(by: { $0.key.order < $1.key.order }) { add(privileges, key) }
    for (object, rights) in left.sorted(by: { $0.key < $1.key }) {
      report(
        .warning, "table.grants", "grant on \(object)",
        "rights that are not carried over: \(rights.joined(separator: ", "))", "GRANT what the roles need in PostgreSQL"
      )
    }
  }

  private mutating func countGrants() {
    guard !schema.grants.isEmpty else { return }
    let objects = Set(schema.grants.map(\.object)).count
    let grantees = Set(schema.grants.map(\.grantee)).sorted()
    report(
      .info, "schema.grants", "schema \(schema.owner)",
      "\(schema.grants.count) rights on \(objects) objects are not carried over, of \(grantees.prefix(5).joined(separator: ", "))"
        + (grantees.count > 5 ? " and \(grantees.count - 5) more" : ""),
      "GRANT what PostgreSQL's roles need, or ask for the rights and their roles with --grants")
  }

  private struct ObjectKey: Hashable {
    var name: QualifiedName
    var isSequence: Bool
    var grantee: String
    var isGrantable: Bool

    var order: (String, String, Int) { (name.name, grantee, isGrantable ? 1 : 0) }
  }

  /// What a right can be on.
  private struct GrantedObject {
    var name: QualifiedName
    var isSequence: Bool
    /// PostgreSQL's names of the columns, by Oracle's.
    var columns: [String: String]
  }

  /// A synonym stands for its object here, too.
  private func grantedObject(_ name: String, _ catalogue: QueryCatalogue) -> GrantedObject? {
    let key = QueryCatalogue.Key(owner: schema.owner, name: name)
    if let relation = catalogue.relations[key] {
      var columns = Dictionary(relation.columns.map { ($0.oracleName, $0.name) }) { first, _ in first }
      for column in tables[name]?.columns ?? [] { columns[column.source.name] = column.name }
      return GrantedObject(name: relation.name, isSequence: false, columns: columns)
    }
    return catalogue.sequences[key].map { GrantedObject(name: $0, isSequence: true, columns: [:]) }
  }

  private func privileges(_ grant: ObjectGrant, on object: GrantedObject) -> [String]? {
    let words: [String]
    switch (grant.privilege, object.isSequence) {
    case ("SELECT", true), ("ALL", true), ("ALL PRIVILEGES", true): words = ["USAGE", "SELECT"]
    case ("SELECT", false), ("READ", false): words = ["SELECT"]
    case ("INSERT", false), ("UPDATE", false), ("DELETE", false), ("REFERENCES", false): words = [grant.privilege]
    case ("ALL", false), ("ALL PRIVILEGES", false): words = ["SELECT", "INSERT", "UPDATE", "DELETE", "REFERENCES"]
    default: return nil
    }
    guard !grant.columns.isEmpty else { return words }
    let columns = grant.columns.compactMap { object.columns[$0] }
    guard columns.count == grant.columns.count else { return nil }
    return words.map { "\($0) (\(PostgresIdentifier.quotedList(columns)))" }
  }

  // MARK: Statements

  private func role(_ name: String) -> String {
    name == "PUBLIC" ? "PUBLIC" : PostgresIdentifier.quoted(roleName(name))
  }

  private func roleName(_ name: String) -> String { PostgresIdentifier.name(of: name, keepsCase: options.keepsCase) }

  private mutating func addRoles(of grantees: [String]) {
    let members = schema.roleGrants.flatMap { [$0.role, $0.grantee] }
    var seen: Set<String> = ["PUBLIC"]
    for name in schema.roles + grantees + members where seen.insert(name).inserted {
      let role = roleName(name)
      let body = """
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = \(PostgresLiteral.quoted(role))) THEN
            CREATE ROLE \(PostgresIdentifier.quoted(role)) NOLOGIN;
          END IF;
        EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
          RAISE WARNING 'a role was not made: %', SQLERRM;
        END
        """
      add(
        .grant, TargetObject(kind: .role, name: role),
        "DO " + (body.contains("$do$") ? PostgresLiteral.quoted(body) : "$do$\n\(body)\n$do$"))
    }
    for grant in schema.roleGrants where grant.grantee != "PUBLIC" {
      add(
        .grant, TargetObject(kind: .grant, name: "role \(grant.role) to \(grant.grantee)"), mayFail: true,
        "GRANT \(role(grant.role)) TO \(role(grant.grantee))"
          + (grant.isAdministered ? " WITH ADMIN OPTION" : ""))
    }
    for name in Set(grantees).sorted() {
      add(
        .grant, TargetObject(kind: .grant, name: "schema \(target) to \(name)"), mayFail: true,
        "GRANT USAGE ON SCHEMA \(PostgresIdentifier.quoted(target)) TO \(role(name))")
    }
  }

  private mutating func add(_ privileges: [String], _ key: ObjectKey) {
    // PostgreSQL gives everybody a right, but not the right to pass it on.
    let isGrantable = key.isGrantable && key.grantee != "PUBLIC"
    add(
      .grant,
      TargetObject(
        kind: .grant, table: key.name.name, name: key.grantee + (isGrantable ? " with grant option" : "")),
      mayFail: true,
      "GRANT \(privileges.joined(separator: ", ")) ON \(key.isSequence ? "SEQUENCE" : "TABLE") "
        + "\(key.name.quoted) TO \(role(key.grantee))\(isGrantable ? " WITH GRANT OPTION" : "")")
  }
}
