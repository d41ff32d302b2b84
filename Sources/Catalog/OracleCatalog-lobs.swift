import Model

/// Where the long values of a LOB column lie.
public struct LOBStorage: Sendable, Hashable {
  public var table: String
  public var column: String
  /// Bytes of all segments; nil when the user may not ask.
  public var segmentBytes: Int?
  /// Whether values may take less room than their length: compressed, kept once for several rows, or in partitions, each
  /// of which decides that for itself.
  public var isPacked: Bool

  /// Makes one from its parts.
  public init(table: String, column: String, segmentBytes: Int?, isPacked: Bool) {
    self.table = table
    self.column = column
    self.segmentBytes = segmentBytes
    self.isPacked = isPacked
  }
}

extension OracleCatalog {
  /// The LOB columns of a schema with the size of their segments.
  ///
  /// Oracle's views: ALL_LOBS; DBA_SEGMENTS, or USER_SEGMENTS for the user's own schema. What the user may not see is
  /// left out.
  public func lobStorage(owner: String) async throws -> [LOBStorage] {
    let rows = try await optionalAnswer(.lobs, owner)
    let bytes = try await segmentBytes(owner: owner, types: "LOB%")
    return try rows.map { row in
      // BasicFiles have neither, and say NONE; SecureFiles say NO when they don't.
      let isPacked = try ["COMPRESSION", "DEDUPLICATION", "PARTITIONED"].contains { column in
        try !["NO", "NONE", nil].contains(row.optionalText(column))
      }
      return LOBStorage(
        table: try row.text("TABLE_NAME"), column: try row.text("COLUMN_NAME").filter { $0 != "\"" },
        segmentBytes: bytes[try row.text("SEGMENT_NAME")], isPacked: isPacked)
    }
  }
}
