import Model

/// What the dictionary shows to be hidden from this session, masked, or not carried over, beside the objects themselves.
struct SchemaFindings {
  private let contents: DictionaryContents

  init(_ contents: DictionaryContents) {
    self.contents = contents
  }

  func all() throws(CatalogError) -> [Finding] {
    try hiddenTables() + redactedColumns() + archivedRows() + collations() + characterSet()
  }

  /// Tables that ALL_ views don't list for lack of grants: the copy would be partial in silence.
  private func hiddenTables() throws(CatalogError) -> [Finding] {
    guard contents.seesEverything else {
      return [
        Finding(
          severity: .warning, rule: "schema.seen-in-part", object: "schema \(contents.owner)",
          reason: "Oracle shows this user only what it was granted: tables without a grant are not carried over, and "
            + "cannot be named",
          remedy: "log in as the owner, or as a DBA run: GRANT SELECT ANY TABLE, FLASHBACK ANY TABLE TO <user>")
      ]
    }
    var seen: Set<String> = []
    for row in contents.tables + contents.objectTables { seen.insert(try row.text("TABLE_NAME")) }
    // Of whatever kind: what is seen is carried over or named.
    for row in contents.objects where try row.text("OBJECT_TYPE") == "TABLE" {
      seen.insert(try row.text("OBJECT_NAME"))
    }
    var findings: [Finding] = []
    for row in contents.allTableNames ?? [] {
      let name = try row.text("TABLE_NAME")
      if seen.contains(name) || name.hasPrefix("BIN$") { continue }
      findings.append(
        Finding(
          severity: .warning, rule: "table.hidden", object: "table \(name)",
          reason: "the user has no right to read it; it is left out",
          remedy: "as its owner run: GRANT SELECT, FLASHBACK ON \(name) TO <user>"))
    }
    return findings
  }

  private func redactedColumns() throws(CatalogError) -> [Finding] {
    var findings: [Finding] = []
    for row in contents.redactions {
      let column = try row.text("OBJECT_NAME") + "." + (try row.text("COLUMN_NAME"))
      findings.append(
        Finding(
          severity: .warning, rule: "column.redacted", object: "column \(column)",
          reason: "Data Redaction masks its values for most users: masked values would be copied as if they were real",
          remedy: "as a DBA run: GRANT EXEMPT REDACTION POLICY TO <user>"))
    }
    return findings
  }

  /// Row archival keeps rows that queries don't see; the migration's session makes them visible.
  private func archivedRows() throws(CatalogError) -> [Finding] {
    var findings: [Finding] = []
    for row in contents.columns where try row.text("COLUMN_NAME") == "ORA_ARCHIVE_STATE" {
      guard try row.flag("HIDDEN_COLUMN", is: "YES") else { continue }
      findings.append(
        Finding(
          severity: .warning, rule: "table.row-archival", object: "table \(try row.text("TABLE_NAME"))",
          reason: "it has ROW ARCHIVAL: archived rows are copied too, and nothing tells them from the others",
          remedy: "delete them in PostgreSQL, or keep ORA_ARCHIVE_STATE in a column of your own in Oracle"))
    }
    return findings
  }

  private func collations() throws(CatalogError) -> [Finding] {
    var findings: [Finding] = []
    for row in contents.collations {
      let column = try row.text("TABLE_NAME") + "." + (try row.text("COLUMN_NAME"))
      findings.append(
        Finding(
          severity: .warning, rule: "column.collation", object: "column \(column)",
          reason: "its collation \(try row.text("COLLATION")) is not carried over: comparisons and uniqueness differ",
          remedy: "give the column a collation of PostgreSQL's, such as a nondeterministic ICU one"))
    }
    return findings
  }

  /// A server converts text to UTF-8 as it sends it.
  private func characterSet() -> [Finding] {
    guard let name = contents.databaseParameters?.characterSet else { return [] }
    switch name {
    case "AL32UTF8", "UTF8": return []
    case "US7ASCII":
      return [
        Finding(
          severity: .warning, rule: Finding.databaseCharacterSet, object: "database character set US7ASCII",
          reason:
            "bytes above 127, which such databases often hold, cannot be converted: each arrives as a replacement "
            + "character",
          remedy:
            "where the copy counts such characters, declare in [character-sets] of config.ini which set the bytes are "
            + "in, or mend them in Oracle")
      ]
    default:
      return [
        Finding(
          severity: .info, rule: Finding.databaseCharacterSet, object: "database character set \(name)",
          reason: "Oracle converts text to UTF-8; characters that it cannot convert are counted and named by column",
          remedy: "nothing needs to be done")
      ]
    }
  }
}
