import Model
import OracleWire
import Testing

@testable import Catalog

/// ALL_MVIEWS and what goes with it, as the Oracle Database Reference describes them.
@Suite struct MaterialisedViewAssemblyTests {
  private func schema(_ fill: (inout DictionaryContents) throws -> Void) throws -> Schema {
    var contents = DictionaryContents(owner: "OT")
    try contents.addTable("ORDERS")
    try contents.addColumn("ORDERS", "ID")
    try fill(&contents)
    return try SchemaAssembly(contents).schema()
  }

  @Test func theyAreViewsWhoseContainerIsNoTable() throws {
    let schema = try schema {
      try $0.addView("TOTALS")
      try $0.addColumn("TOTALS", "N")
      try $0.addColumn("TOTALS", "M_ROW$$", ["HIDDEN_COLUMN": "YES", "USER_GENERATED": "NO"])
      try $0.addIndex("TOTALS", "TOTALS_N", [("N", "ASC", nil)])
      try $0.addIndex("TOTALS", "I_SNAP$_TOTALS", unique: true, [("M_ROW$$", "ASC", nil)])
      $0.tableComments = [
        try row(.tableComments, ["TABLE_NAME": "TOTALS", "COMMENTS": "snapshot table for snapshot OT.TOTALS"])
      ]
      $0.columnComments = [
        try row(.columnComments, ["TABLE_NAME": "TOTALS", "COLUMN_NAME": "N", "COMMENTS": "how many"])
      ]
      $0.materialisedViewComments = [
        try row(.materialisedViewComments, ["MVIEW_NAME": "TOTALS", "COMMENTS": "of orders"])
      ]
    }
    #expect(schema.tables.map(\.name) == ["ORDERS"])
    #expect(schema.otherObjects.isEmpty && schema.findings.isEmpty)
    #expect(
      schema.views == [
        ViewDefinition(
          name: "TOTALS", columns: ["N"], query: "SELECT COUNT(*) FROM orders", comment: "of orders",
          columnComments: ["N": "how many"], materialization: .init(),
          indexes: [TableIndex(name: "TOTALS_N", parts: [.init(key: .column("N"))])])
      ])
  }

  /// A materialised view of PostgreSQL has indexes, but no constraints.
  @Test func keysOfTheContainerAreUniqueIndexesAndOtherConstraintsAreNamed() throws {
    let schema = try schema {
      try $0.addView("TOTALS")
      try $0.addColumn("TOTALS", "N", ["NULLABLE": "N"])
      try $0.addColumn("TOTALS", "M")
      try $0.addIndex("TOTALS", "TOTALS_PK", unique: true, [("N", "ASC", nil)])
      try $0.addIndex("TOTALS", "TOTALS_M", [("M", "ASC", nil)])
      try $0.addConstraint("TOTALS", "TOTALS_PK", "P", ["N"], ["INDEX_NAME": "TOTALS_PK"])
      try $0.addConstraint("TOTALS", "TOTALS_UK", "U", ["M"], ["INDEX_NAME": "TOTALS_M", "DEFERRABLE": "DEFERRABLE"])
      try $0.addConstraint("TOTALS", "SYS_C1", "U", ["M", "N"], ["GENERATED": "GENERATED NAME"])
      try $0.addConstraint("TOTALS", "SYS_C2", "C", ["N"], ["SEARCH_CONDITION": "\"N\" IS NOT NULL"])
      try $0.addConstraint("TOTALS", "TOTALS_CK", "C", ["N"], ["SEARCH_CONDITION": "n > 0"])
      try $0.addConstraint("TOTALS", "TOTALS_FK", "R", ["N"], ["R_OWNER": "OT", "R_CONSTRAINT_NAME": "ORDERS_PK"])
    }
    #expect(
      schema.views.first?.indexes == [
        TableIndex(name: "TOTALS_M", parts: [.init(key: .column("M"))]),
        TableIndex(name: "TOTALS_PK", isUnique: true, parts: [.init(key: .column("N"))]),
      ])
    #expect(Set(schema.findings.map { "\($0.rule) \($0.object)" }) == ["view.constraint materialized view TOTALS"])
    for (finding, name) in zip(schema.findings, ["TOTALS_UK", "TOTALS_CK", "TOTALS_FK"]) {
      #expect(finding.reason.contains(name))
    }
    #expect(schema.findings.count == 3)
  }

  @Test func commentsOfOraclesOwnAreNone() throws {
    let schema = try schema {
      try $0.addView("TOTALS")
      $0.materialisedViewComments = [
        try row(
          .materialisedViewComments, ["MVIEW_NAME": "TOTALS", "COMMENTS": "snapshot table for snapshot OT.TOTALS"])
      ]
    }
    #expect(schema.views.map(\.comment) == [nil])
  }

  @Test func buildingAndRefreshing() throws {
    let schema = try schema {
      try $0.addView("A", ["REFRESH_METHOD": "FAST", "REFRESH_MODE": "COMMIT", "BUILD_MODE": "DEFERRED"])
      try $0.addView("B", ["REFRESH_METHOD": "NEVER", "REFRESH_MODE": "NEVER"])
      try $0.addView("C", ["REFRESH_METHOD": "COMPLETE"])
      try $0.addView("D", ["UPDATABLE": "Y"])
      try $0.addView("E", ["BUILD_MODE": "DEFERRED", "LAST_REFRESH_TYPE": "NA"])
      try $0.addView("F", ["BUILD_MODE": "DEFERRED", "LAST_REFRESH_TYPE": "COMPLETE"])
      $0.refreshedByClock = [try row(.refreshedByClock, ["NAME": "C"])]
    }
    #expect(
      schema.views.map(\.materialization) == [
        .init(isBuilt: false, refresh: "FAST ON COMMIT", isRefreshedByItself: true), .init(refresh: "NEVER"),
        .init(refresh: "COMPLETE ON DEMAND by the clock", isRefreshedByItself: true), .init(),
        .init(isBuilt: false), .init(),
      ])
    #expect(schema.findings.map { "\($0.rule) \($0.object)" } == ["view.form materialized view D"])
  }

  @Test func aPrebuiltTableStaysATable() throws {
    let schema = try schema {
      try $0.addView("READY", ["BUILD_MODE": "PREBUILT"])
      try $0.addColumn("READY", "ID")
    }
    #expect(schema.tables.map(\.name) == ["ORDERS", "READY"])
    #expect(schema.views.isEmpty && schema.otherObjects.isEmpty)
    #expect(schema.findings.map { "\($0.rule) \($0.object)" } == ["view.not-converted materialized view READY"])
  }

  @Test func withoutItsQueryItIsNamed() throws {
    let schema = try schema { try $0.addView("HIDDEN", ["QUERY": .null]) }
    #expect(schema.tables.map(\.name) == ["ORDERS"])
    #expect(schema.otherObjects.map { "\($0.kind) \($0.name)" } == ["MATERIALIZED VIEW HIDDEN"])
  }
}

extension DictionaryContents {
  /// A materialised view with its container.
  fileprivate mutating func addView(_ name: String, _ more: [String: OracleValue] = [:]) throws {
    try addTable(name)
    try addObject("TABLE", name)
    try addObject("MATERIALIZED VIEW", name)
    let usual: [String: OracleValue] = [
      "MVIEW_NAME": .text(name), "CONTAINER_NAME": .text(name), "QUERY": "SELECT COUNT(*) FROM orders",
      "UPDATABLE": "N", "REFRESH_MODE": "DEMAND", "REFRESH_METHOD": "FORCE", "BUILD_MODE": "IMMEDIATE",
    ]
    materialisedViews.append(try row(.materialisedViews, usual.merging(more) { $1 }))
  }
}
