import OracleSQL
import OracleWire

/// The rights that reading another user's tables and views takes, where the database asks for them.
///
/// Rights to change something are never asked for.
struct ReadRights {
  let context: CompileContext

  /// - Throws: ORA-00942 when the user has no right at all on what is read, ORA-01031 when SELECT is lacking, or FLASHBACK
  ///   for AS OF.
  func check(_ relation: CompileContext.Relation, _ reference: TableReference) throws {
    let session = context.session
    // What a view reads is its owner's business.
    guard session.database.configuration.asksReadRights, context.viewDepth == 0 else { return }
    let name: QualifiedName
    switch relation {
    case .table(let table): name = table.name
    case .view(let view): name = view.name
    case .dictionary: return
    }
    guard name.owner != session.user, session.user != "SYS", session.user != "SYSTEM" else { return }
    let rights = rights(on: name)
    guard !rights.isEmpty else { throw OracleError.noSuchTable(at: reference.name.range.start) }
    let mayRead = rights.contains("SELECT") || rights.contains("READ")
    guard mayRead, reference.asOf == nil || rights.contains("FLASHBACK") else {
      throw OracleError(code: 1031, message: "insufficient privileges", position: reference.name.range.start)
    }
  }

  private func rights(on name: QualifiedName) -> Set<String> {
    let catalog = context.catalog
    var grantees: Set = [context.session.user, "PUBLIC"]
    var isGrowing = true
    // A role can be granted to a role.
    while isGrowing {
      let roles = catalog.roleGrants.filter { grantees.contains($0.grantee) }.map(\.role)
      let before = grantees.count
      grantees.formUnion(roles)
      isGrowing = grantees.count > before
    }
    return Set(catalog.grants.filter { $0.object == name && grantees.contains($0.grantee) }.map(\.privilege))
  }
}
