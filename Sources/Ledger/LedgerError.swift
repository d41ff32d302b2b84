import Model
import PostgresClient

/// Why the ledger cannot be used or a record cannot be made.
public enum LedgerError: Error, Sendable, Hashable {
  /// Another session migrates to the same schema of this database.
  case inUse(targetSchema: String, holder: String?)
  /// The ledger was made by a later version of oraferry.
  case madeByLaterVersion(found: Int, known: Int)
  /// The ledger was made by an earlier version, and is only read here: a migration would bring it up to date.
  case madeByEarlierVersion(found: Int, known: Int)
  /// The ledger's tables cannot be read or made.
  case unusable(PostgresError)
  /// A record that must be there is not: somebody else changed the ledger.
  case recordMissing(String)
  /// An answer of the database is not what the ledger wrote.
  case corrupt(String)
  /// Tables of a given-up run cannot be dropped, since other objects depend on them.
  case cannotDiscard(PostgresError)
  /// A table cannot be dropped, since other objects depend on it.
  case tableInUse(QualifiedName, PostgresError)
  /// Of the rows that a run loaded into an existing table not all are as they were.
  case loadedRowsChanged(QualifiedName, found: Int, loaded: Int)
  /// The chunks of a table have together read another number of rows than the table has.
  case chunksDiffer(table: QualifiedName, read: Int, expected: Int)
}

extension LedgerError: CustomStringConvertible {
  /// What is wrong, and what the user can do.
  public var description: String {
    switch self {
    case .inUse(let targetSchema, let holder):
      "another oraferry is migrating to schema \(targetSchema) of this PostgreSQL database"
        + (holder.map { " (\($0))" } ?? "") + "; wait until it has ended (migrate --when-busy wait), or end it"
    case .madeByLaterVersion(let found, let known):
      "the ledger (schema oraferry in PostgreSQL) has version \(found), this oraferry knows version \(known); "
        + "use the oraferry that made it"
    case .madeByEarlierVersion(let found, let known):
      "the ledger (schema oraferry in PostgreSQL) has version \(found), this oraferry knows version \(known); the next migrate "
        + "brings it up to date"
    case .unusable(let error):
      "the ledger (schema oraferry in PostgreSQL) cannot be used: \(error); "
        + "the user needs CREATE on the database, or its own schema oraferry"
    case .recordMissing(let what):
      "the ledger (schema oraferry in PostgreSQL) has no record of \(what); was it changed by another program?"
    case .corrupt(let what):
      "the ledger (schema oraferry in PostgreSQL) holds an unreadable \(what); was it changed by another program?"
    case .tableInUse(let table, let error):
      "table \(table) cannot be dropped alone: \(error); reset the tables that refer to it first (reset --table), or all of "
        + "them (reset)"
    case .loadedRowsChanged(let table, let found, let loaded):
      "\(loaded) rows were loaded into \(table), and \(found) of them are there as they came; which of the others are "
        + "to be deleted is not known, and nothing was changed: delete them by hand (all that is in the table, where "
        + "nothing else is), then run oraferry reset again"
    case .chunksDiffer(let table, let read, let expected):
      "the chunks of \(table) have read \(read) rows, and Oracle counts \(expected) at the same SCN; nothing is recorded as "
        + "copied: run oraferry reset --table \(table.name), then migrate with --chunk-rows \(max(expected, read) + 1), which "
        + "copies it in one piece"
    case .cannotDiscard(let error):
      "tables of the earlier run cannot be dropped: \(error); drop what depends on them, then run again"
    }
  }
}
