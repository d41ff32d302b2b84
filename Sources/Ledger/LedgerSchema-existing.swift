extension LedgerSchema {
  /// Loads into tables that are there already: which runs are such, in which transaction rows came, what is held off.
  static var existingTargets: [String] {
    [
      "ALTER TABLE \(table("runs")) ADD COLUMN is_data_only boolean NOT NULL DEFAULT false",
      // Rows of others are told from those that a run has loaded by the transaction that made them.
      "ALTER TABLE \(table("tables")) ADD COLUMN loaded_in xid8",
      "ALTER TABLE \(table("tables")) ALTER COLUMN loaded_in SET DEFAULT pg_current_xact_id()",
      "ALTER TABLE \(table("chunks")) ADD COLUMN loaded_in xid8",
      // A row for each subtransaction that rows came in, made within it: its own xmin tells which.
      """
      CREATE TABLE \(table("loads")) (
        run_id bigint NOT NULL,
        schema_name text NOT NULL,
        table_name text NOT NULL,
        FOREIGN KEY (run_id, schema_name, table_name) REFERENCES \(table("tables")) ON DELETE CASCADE)
      """,
      """
      CREATE TABLE \(table("holds")) (
        target_schema text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('trigger', 'foreign key')),
        schema_name text NOT NULL,
        table_name text NOT NULL,
        object_name text NOT NULL,
        definition text NOT NULL,
        remark text,
        state text NOT NULL DEFAULT 'held' CHECK (state IN ('held', 'unvalidated')),
        held_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (schema_name, table_name, kind, object_name))
      """,
    ]
  }
}
