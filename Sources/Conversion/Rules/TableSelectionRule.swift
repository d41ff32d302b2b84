import Model

extension SchemaConversion {
  /// The tables that PostgreSQL gets; what is special about them is reported.
  ///
  /// ```sql
  /// -- Oracle
  /// CREATE GLOBAL TEMPORARY TABLE t (a NUMBER) ON COMMIT DELETE ROWS
  /// -- PostgreSQL
  /// CREATE TABLE "app"."t" ("a" numeric)  -- finding: table T, lossy
  /// ```
  ///
  /// Not the same: temporary tables become plain ones, external ones are left out, read-only ones can be written to.
  mutating func carriedTables(_ selected: [Table]) -> [Table] {
    var carried: [Table] = []
    for table in selected {
      let object = "table \(table.name)"
      guard table.kind != .external else {
        report(
          .warning, "table.external", object, "its rows lie in files outside of the database; it is left out",
          "load the files with COPY, or through file_fdw")
        continue
      }
      if table.kind == .temporary {
        report(
          .warning, "table.temporary", object,
          "a temporary table becomes a plain, empty table: rows stay until they are deleted, and every session sees them",
          "let the application use CREATE TEMPORARY TABLE")
      }
      if table.isPartitioned, table.partitioning == nil {
        report(
          .warning, "table.partitioned", object, "all partitions become one plain table",
          "partition the table by hand if its size asks for it")
      }
      if table.isReadOnly {
        report(
          .warning, "table.read-only", object, "it can be written to in PostgreSQL", "revoke INSERT, UPDATE and DELETE")
      }
      if table.columns.count > 1600 {
        report(
          .blocking, "table.too-wide", object, "PostgreSQL takes 1600 columns at most",
          "leave the table out with --tables, or carry a narrower copy of it")
      }
      carried.append(table)
    }
    return carried
  }
}
