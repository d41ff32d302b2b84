import Model
import OracleWire
import Testing

@testable import Catalog

/// How the dictionary of a real Oracle shows things, and what becomes of them.
@Suite struct SchemaAssemblyTests {
  private func assemble(_ fill: (inout DictionaryContents) throws -> Void) throws -> Schema {
    var contents = DictionaryContents(owner: "OT")
    try fill(&contents)
    return try SchemaAssembly(contents).schema()
  }

  @Test func storesOfOtherThingsAreNoTables() throws {
    let schema = try assemble {
      try $0.addTable("ORDERS")
      try $0.addTable("BIN$x==$0")
      try $0.addTable("GONE", ["DROPPED": "YES"])
      try $0.addTable("DR$IX$I", ["SECONDARY": "Y"])
      try $0.addTable("SYS_IOT_OVER_1", ["IOT_TYPE": "IOT_OVERFLOW"])
      try $0.addTable("MV")
      try $0.addObject("MATERIALIZED VIEW", "MV")
      try $0.addObject("TABLE", "MV")
      try $0.addTable("MLOG$_ORDERS")
      try $0.addTable("NESTED_STORE", ["NESTED": "YES"])
    }
    #expect(schema.tables.map(\.name) == ["ORDERS"])
    #expect(
      schema.otherObjects.map { "\($0.kind) \($0.name)" } == [
        "MATERIALIZED VIEW MV", "MATERIALIZED VIEW LOG MLOG$_ORDERS", "NESTED TABLE NESTED_STORE",
      ])
  }

  @Test func kindsAndFlags() throws {
    let schema = try assemble {
      try $0.addTable("A", ["TEMPORARY": "Y"])
      try $0.addTable("B", ["IOT_TYPE": "IOT", "PARTITIONED": "YES", "NUM_ROWS": 12])
      try $0.addTable("C", ["READ_ONLY": "YES"])
      try $0.addTable("D")
      $0.externalTables.append(try row(.externalTables, ["TABLE_NAME": "D"]))
    }
    #expect(schema.tables.map(\.kind) == [.temporary, .indexOrganised, .heap, .external])
    #expect(schema.tables[1].isPartitioned && schema.tables[1].rowEstimate == 12)
    #expect(schema.tables[2].isReadOnly && schema.tables[2].rowEstimate == nil)
  }

  @Test func columnsStandInTheirOrderWithInvisibleOnesLast() throws {
    let schema = try assemble {
      try $0.addTable("T")
      try $0.addColumn("T", "SECOND", ["COLUMN_ID": 2])
      try $0.addColumn("T", "FIRST", ["COLUMN_ID": 1, "NULLABLE": "N", "DATA_DEFAULT": " 'x'\n"])
      try $0.addColumn("T", "UNSEEN", ["COLUMN_ID": .null, "HIDDEN_COLUMN": "YES"])
      try $0.addColumn(
        "T", "SYS_NC00004$",
        ["COLUMN_ID": .null, "HIDDEN_COLUMN": "YES", "USER_GENERATED": "NO", "VIRTUAL_COLUMN": "YES"])
      try $0.addColumn("A_VIEW", "ANYTHING")
    }
    let columns = schema.tables[0].columns
    #expect(columns.map(\.name) == ["FIRST", "SECOND", "UNSEEN"])
    #expect(columns.map(\.isInvisible) == [false, false, true])
    #expect(columns[0].defaultExpression == "'x'")
    #expect(columns.map(\.isNullable) == [false, true, true])
  }

  /// The dictionary gives a REF the name of the type that it points to.
  @Test func aReferenceIsNoObject() throws {
    let schema = try assemble {
      try $0.addTable("T")
      try $0.addColumn("T", "A", ["DATA_TYPE": "EMP_T", "DATA_TYPE_OWNER": "OT", "DATA_TYPE_MOD": "REF"])
      try $0.addColumn("T", "B", ["DATA_TYPE": "XMLTYPE", "DATA_TYPE_OWNER": "SYS", "DATA_TYPE_MOD": "REF"])
      try $0.addColumn("T", "C", ["DATA_TYPE": "XMLTYPE", "DATA_TYPE_OWNER": "SYS"])
    }
    #expect(schema.tables[0].columns.map(\.type) == [.unsupported("REF EMP_T"), .unsupported("REF XMLTYPE"), .xml])
  }

  @Test func beforeVersion12HiddenColumnsAreOraclesOwn() throws {
    let schema = try assemble {
      try $0.addTable("T")
      try $0.addColumn("T", "A", query: .olderColumns)
      try $0.addColumn("T", "SYS_NC00002$", ["HIDDEN_COLUMN": "YES"], query: .olderColumns)
    }
    #expect(schema.tables[0].columns.map(\.name) == ["A"])
  }

  @Test func identityOwnsItsSequence() throws {
    let schema = try assemble {
      try $0.addTable("T")
      try $0.addColumn("T", "ID", ["DATA_DEFAULT": "\"OT\".\"ISEQ$$_72\".nextval", "DEFAULT_ON_NULL": "YES"])
      try $0.addSequence("ISEQ$$_72", ["LAST_NUMBER": 41])
      try $0.addSequence("ORDER_SEQ", ["CYCLE_FLAG": "Y", "ORDER_FLAG": "Y", "CACHE_SIZE": 0])
      $0.identityColumns.append(
        try row(
          .identityColumns,
          ["TABLE_NAME": "T", "COLUMN_NAME": "ID", "GENERATION_TYPE": "BY DEFAULT", "SEQUENCE_NAME": "ISEQ$$_72"]))
    }
    let column = try #require(schema.tables[0].columns.first)
    #expect(column.defaultExpression == nil)
    #expect(column.isDefaultOnNull)
    #expect(column.identity?.isAlways == false)
    #expect(column.identity?.options.lastNumber == "41")
    #expect(schema.sequences.map(\.name) == ["ORDER_SEQ"])
    #expect(schema.sequences[0].options.maximum == String(repeating: "9", count: 28))
    #expect(schema.sequences[0].options.cycles && schema.sequences[0].options.isOrdered)
  }

  @Test func systemNotNullIsNullabilityUnlessItIsNotEnforced() throws {
    let schema = try assemble {
      try $0.addTable("T")
      try $0.addColumn("T", "A", ["NULLABLE": "N"])
      try $0.addColumn("T", "B")
      try $0.addConstraint(
        "T", "SYS_C1", "C", ["A"], ["SEARCH_CONDITION": "\"A\" IS NOT NULL", "GENERATED": "GENERATED NAME"])
      try $0.addConstraint(
        "T", "SYS_C2", "C", ["B"],
        ["SEARCH_CONDITION": "\"B\" IS NOT NULL", "VALIDATED": "NOT VALIDATED", "GENERATED": "GENERATED NAME"])
      try $0.addConstraint("T", "CK", "C", ["A", "B"], ["SEARCH_CONDITION": "a > b"])
    }
    let checks = schema.tables[0].checks
    #expect(checks.map(\.name) == ["CK", "SYS_C2"])
    #expect(checks[1].state == ConstraintState(isValidated: false, hasGeneratedName: true))
  }

  @Test func keysAndForeignKeys() throws {
    let schema = try assemble {
      try $0.addTable("ORDERS")
      try $0.addTable("ITEMS")
      try $0.addConstraint("ORDERS", "ORDERS_PK", "P", ["ID", "LINE"], ["INDEX_NAME": "ORDERS_PK"])
      try $0.addConstraint(
        "ORDERS", "ORDERS_UK", "U", ["CODE"],
        ["STATUS": "DISABLED", "VALIDATED": "NOT VALIDATED", "DEFERRABLE": "DEFERRABLE", "DEFERRED": "DEFERRED"])
      try $0.addConstraint(
        "ITEMS", "ITEMS_FK", "R", ["ORDER_ID", "ORDER_LINE"],
        ["R_OWNER": "OT", "R_CONSTRAINT_NAME": "ORDERS_PK", "DELETE_RULE": "CASCADE"])
      try $0.addConstraint(
        "ITEMS", "ITEMS_HR", "R", ["EMP"],
        ["R_OWNER": "HR", "R_CONSTRAINT_NAME": "EMP_PK", "DELETE_RULE": "NO ACTION"])
      $0.foreignOwners["HR"] = .init(
        constraints: [
          try row(.constraints, ["CONSTRAINT_NAME": "EMP_PK", "CONSTRAINT_TYPE": "P", "TABLE_NAME": "EMPLOYEES"])
        ],
        columns: [
          try row(
            .constraintColumns,
            ["CONSTRAINT_NAME": "EMP_PK", "TABLE_NAME": "EMPLOYEES", "COLUMN_NAME": "EMP_ID", "POSITION": 1])
        ])
      #expect(try $0.referencedOwners() == ["HR"])
    }
    let (items, orders) = (schema.tables[0], schema.tables[1])
    #expect(orders.primaryKey == KeyConstraint(name: "ORDERS_PK", columns: ["ID", "LINE"]))
    #expect(
      orders.uniqueConstraints.first?.state
        == ConstraintState(isEnabled: false, isValidated: false, isDeferrable: true, isInitiallyDeferred: true))
    #expect(items.foreignKeys[0].deleteRule == .cascade)
    #expect(items.foreignKeys[0].referencedTable == "ORDERS")
    #expect(items.foreignKeys[0].referencedColumns == ["ID", "LINE"])
    #expect(items.foreignKeys[1].referencedOwner == "HR")
    #expect(items.foreignKeys[1].referencedTable == "EMPLOYEES")
    #expect(items.foreignKeys[1].referencedColumns == ["EMP_ID"])
  }

  @Test func indexesThatOnlyBackAKeyAreNotListed() throws {
    let schema = try assemble {
      try $0.addTable("T")
      try $0.addConstraint("T", "PK", "P", ["A"], ["INDEX_NAME": "PK"])
      try $0.addConstraint("T", "UK", "U", ["B"], ["INDEX_NAME": "WIDER"])
      try $0.addIndex("T", "PK", unique: true, [("A", "ASC", nil)])
      try $0.addIndex("T", "WIDER", [("B", "ASC", nil), ("C", "ASC", nil)])
      try $0.addIndex("T", "SYS_IL0001$$", type: "LOB", unique: true, [])
      try $0.addIndex("T", "SYS_IOT_TOP_1", type: "IOT - TOP", unique: true, [("A", "ASC", nil)])
      try $0.addIndex("T", "BIT", type: "BITMAP", [("C", "ASC", nil)])
      try $0.addIndex("T", "REV", type: "NORMAL/REV", [("C", "ASC", nil)])
      try $0.addIndex("T", "TXT", type: "DOMAIN", [("C", "ASC", nil)])
      try $0.addIndex(
        "T", "FBI", type: "FUNCTION-BASED NORMAL", unique: true,
        [("SYS_NC00004$", "DESC", "\"C\""), ("SYS_NC00005$", "ASC", "UPPER(\"D\")"), ("A", "ASC", nil)])
    }
    let indexes = schema.tables[0].indexes
    #expect(indexes.map(\.name) == ["BIT", "FBI", "REV", "TXT", "WIDER"])
    #expect(indexes.map(\.kind) == [.bitmap, .normal, .reverse, .other("DOMAIN"), .normal])
    #expect(
      indexes[1].parts == [
        .init(key: .column("C"), isDescending: true), .init(key: .expression("UPPER(\"D\")")), .init(key: .column("A")),
      ])
    #expect(indexes[1].isUnique && !indexes[4].isUnique)
  }

  @Test func commentsAndOtherObjects() throws {
    let schema = try assemble {
      try $0.addTable("T")
      try $0.addColumn("T", "A")
      $0.tableComments.append(try row(.tableComments, ["TABLE_NAME": "T", "COMMENTS": "the table"]))
      $0.columnComments.append(
        try row(.columnComments, ["TABLE_NAME": "T", "COLUMN_NAME": "A", "COMMENTS": "the column"]))
      $0.columnComments.append(try row(.columnComments, ["TABLE_NAME": "T", "COLUMN_NAME": "B"]))
      for (kind, name) in [
        ("TABLE", "T"), ("INDEX", "I"), ("SEQUENCE", "S"), ("LOB", "L"), ("VIEW", "V"), ("TRIGGER", "TR"),
        ("TABLE", "OBJ"),
        ("TABLE PARTITION", "T"),
      ] { try $0.addObject(kind, name) }
      $0.rowPolicies.append(try row(.rowPolicies, ["OBJECT_NAME": "T", "POLICY_NAME": "P"]))
    }
    #expect(schema.tables[0].comment == "the table")
    #expect(schema.tables[0].columns[0].comment == "the column")
    #expect(
      schema.otherObjects.map { "\($0.kind) \($0.name)" } == [
        "OBJECT TABLE OBJ", "ROW POLICY T.P", "TRIGGER TR", "VIEW V",
      ])
  }

  @Test func anUnexpectedFormIsNamed() throws {
    #expect(throws: CatalogError.unreadable(view: "ALL_TABLES", column: "TABLE_NAME")) {
      try assemble { try $0.addTable("T", ["TABLE_NAME": .null]) }
    }
    #expect(throws: CatalogError.unreadable(view: "ALL_TABLES", column: "1 columns for 9")) {
      _ = try DictionaryRow(.tables, [.null])
    }
  }

  /// What would make a copy partial, masked or different in silence is a finding.
  @Test func whatIsHiddenIsFound() throws {
    var contents = DictionaryContents(owner: "SALES")
    try contents.addTable("ORDERS")
    try contents.addColumn("ORDERS", "ID")
    try contents.addColumn("ORDERS", "ORA_ARCHIVE_STATE", ["HIDDEN_COLUMN": "YES", "USER_GENERATED": "NO"])
    contents.redactions = [try row(.redactions, ["OBJECT_NAME": "ORDERS", "COLUMN_NAME": "CARD"])]
    contents.collations = [
      try row(.collations, ["TABLE_NAME": "ORDERS", "COLUMN_NAME": "NAME", "COLLATION": "BINARY_CI"])
    ]
    contents.objectTables = [
      try row(.objectTables, ["TABLE_NAME": "THINGS", "TABLE_TYPE_OWNER": "SALES", "TABLE_TYPE": "THING_T"])
    ]
    contents.allTableNames = try ["ORDERS", "SECRETS", "THINGS"].map {
      try row(.allTableNames, ["TABLE_NAME": .text($0)])
    }
    contents.databaseParameters = DatabaseParameters(
      characterSet: "US7ASCII", nationalCharacterSet: "AL16UTF16", version: "19")
    let schema = try SchemaAssembly(contents).schema()
    #expect(
      schema.findings.map { "\($0.rule) \($0.object)" } == [
        "table.hidden table SECRETS", "column.redacted column ORDERS.CARD", "table.row-archival table ORDERS",
        "column.collation column ORDERS.NAME", "database.character-set database character set US7ASCII",
      ])
    #expect(schema.findings.allSatisfy { $0.severity == .warning })

    contents.allTableNames = nil
    contents.seesEverything = false
    #expect(try SchemaAssembly(contents).schema().findings.first?.rule == "schema.seen-in-part")
  }
}
