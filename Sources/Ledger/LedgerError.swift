import PostgresClient

/// Why the ledger cannot be used or a record cannot be made.
public enum LedgerError: Error, Sendable, Hashable {
  /// Another session migrates to the same schema of this database.
  case inUse(targetSchema: String, holder: String?)
  /// The ledger was made by a later version of oraferry.
  case madeByLaterVersion(found: Int, known: Int)
  /// The ledger's tables cannot be read or made.
  case unusable(PostgresError)
  /// A record that must be there is not: somebody else changed the ledger.
  case recordMissing(String)
  /// An answer of the database is not what the ledger wrote.
  case corrupt(String)
  /// Tables of a given-up run cannot be dropped, since other objects depend on them.
  case cannotDiscard(PostgresError)
}

extension LedgerError: CustomStringConvertible {
  /// What is wrong, and what the user can do.
  public var description: String {
    switch self {
    case .inUse(let targetSchema, let holder):
      "another oraferry is migrating to schema \(targetSchema) of this PostgreSQL database"
        + (holder.map { " (\($0))" } ?? "") + "; wait until it has ended, or end it"
    case .madeByLaterVersion(let found, let known):
      "the ledger (schema oraferry in PostgreSQL) has version \(found), this oraferry knows version \(known); "
        + "use the oraferry that made it"
    case .unusable(let error):
      "the ledger (schema oraferry in PostgreSQL) cannot be used: \(error); "
        + "the user needs CREATE on the database, or its own schema oraferry"
    case .recordMissing(let what):
      "the ledger (schema oraferry in PostgreSQL) has no record of \(what); was it changed by another program?"
    case .corrupt(let what):
      "the ledger (schema oraferry in PostgreSQL) holds an unreadable \(what); was it changed by another program?"
    case .cannotDiscard(let error):
      "tables of the earlier run cannot be dropped: \(error); drop what depends on them, then run again"
    }
  }
}
