import OracleWire

extension StandInDatabase {
  /// Makes a table whose rows are computed when they are read: any number of them takes no memory.
  ///
  /// Its columns are ID, the key, from 1; CODE; and those of the profile. It can be read like any other, but not changed
  /// (ORA-12081). Its key finds rows; no other index does.
  ///
  /// - Parameters:
  ///   - owner: an existing user, in the dictionary's spelling.
  ///   - table: a name of letters, digits and underscores; upper case in the dictionary.
  ///   - rows: how many rows it has.
  /// - Throws: `OracleError`: ORA-00903 for another name, ORA-00955 for one that is taken, ORA-01653 for too many rows.
  public func generate(owner: String, table: String, profile: GeneratedProfile, rows: Int) throws {
    let name = table.uppercased()
    guard name.utf8.first.map({ (65...90).contains($0) }) == true,
      name.utf8.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_") })
    else { throw OracleError(code: 903, message: "invalid table name") }
    let generated = try GeneratedRows(count: rows, tail: profile.tail)
    let session = try openSession(user: owner)
    defer { session.close() }
    _ = try session.execute(session.prepare(profile.createStatement(name)))
    try locked {
      guard let target = catalog.tables[QualifiedName(owner: owner, name: name)] else {
        throw OracleError.noSuchTable()
      }
      let empty = target.storage
      generated.stamp = empty.readableFrom
      target.storage = TableStorage(
        dataObject: empty.dataObject, columnCount: empty.columnCount, readableFrom: empty.readableFrom,
        rows: generated, firstBlock: catalog.takeBlockNumbers(generated.blockCount))
      target.lookups = []
      target.rules = nil
      // A hash index would hold an entry for each row.
      for index in target.indexes { index.hash = nil }
      catalog.changed()
    }
  }
}

extension Table {
  /// - Throws: ORA-12081 for a table of generated rows.
  func checkChangeable() throws {
    guard storage.blocks.generated == nil else {
      throw OracleError(code: 12081, message: "update operation not allowed on table \(name.quoted)")
    }
  }
}
