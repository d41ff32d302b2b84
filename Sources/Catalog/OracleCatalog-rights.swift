import OracleClient
import OracleWire

extension OracleCatalog {
  /// ALL_TAB_PRIVS shows an owner all rights on their objects, but others only those that they gave or have.
  func readRights(of owner: String, into contents: inout DictionaryContents) async throws {
    var members = DictionaryQuery.roleGrants
    if try await ownsSession(owner) {
      try await readKnownRights(of: owner, into: &contents)
    } else {
      do {
        contents.grants = try await answer(.allGrants, owner)
        contents.columnGrants = try await answer(.allColumnGrants, owner)
        members = .allRoleGrants
      } catch let error as OracleError where Self.isOutOfReach(error) {
        contents.knowsAllGrants = false
        try await readKnownRights(of: owner, into: &contents)
      }
    }
    guard !contents.grants.isEmpty || !contents.columnGrants.isEmpty else { return }
    do {
      contents.roleGrants = try await answer(members, owner)
    } catch let error as OracleError where Self.isOutOfReach(error) {
      contents.knowsMembers = false
    }
  }

  private func readKnownRights(of owner: String, into contents: inout DictionaryContents) async throws {
    contents.grants = try await optionalAnswer(.grants, owner)
    contents.columnGrants = try await optionalAnswer(.columnGrants, owner)
  }
}
