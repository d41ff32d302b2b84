/// The sums of rows that a copy makes while they pass.
extension LedgerSchema {
  /// Version 4, readable by the ledger's owner alone: by the key and the sums of a small table its values could be guessed.
  static var sums: [String] {
    [
      "ALTER TABLE \(table("runs")) ADD COLUMN hash_key bytea",
      """
      CREATE TABLE \(table("sums")) (
        run_id bigint NOT NULL,
        schema_name text NOT NULL,
        table_name text NOT NULL,
        chunk integer NOT NULL,
        layout jsonb NOT NULL,
        row_count bigint NOT NULL,
        rows_with_lost_digits bigint NOT NULL,
        buckets bytea NOT NULL,
        PRIMARY KEY (run_id, schema_name, table_name, chunk),
        FOREIGN KEY (run_id, schema_name, table_name) REFERENCES \(table("tables")) ON DELETE CASCADE)
      """,
      "REVOKE ALL ON \(table("sums")) FROM PUBLIC",
    ]
  }
}
