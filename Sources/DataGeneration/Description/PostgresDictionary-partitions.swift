import Model

extension PostgresDictionary {
  /// One partition's bound, and the key of the table that it is a part of.
  private struct Partition {
    var root: UInt32
    var parent: UInt32
    var columns: [String]
    var strategy: String
    var bound: String
  }

  /// Gives key columns the bounds of the partitions on every level.
  func addPartitions(_ tables: inout [UInt32: TableDescription]) async throws {
    let result = try await session.execute(
      """
      WITH RECURSIVE tree AS (
        SELECT c.oid AS root, c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relkind = 'p' AND NOT c.relispartition
        UNION ALL SELECT t.root, i.inhrelid FROM tree t JOIN pg_inherits i ON i.inhparent = t.oid)
      SELECT t.root, i.inhparent, p.partstrat, (SELECT json_agg(a.attname ORDER BY k.place)
          FROM unnest(p.partattrs::int2[]) WITH ORDINALITY AS k (number, place)
          LEFT JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = k.number AND k.number <> 0),
        pg_get_expr(c.relpartbound, c.oid)
      FROM tree t JOIN pg_class c ON c.oid = t.oid JOIN pg_inherits i ON i.inhrelid = t.oid
      JOIN pg_partitioned_table p ON p.partrelid = i.inhparent ORDER BY t.root, i.inhparent, t.oid
      """, [schema])
    var parents: [UInt32: [Partition]] = [:]
    for row in result.rows {
      guard row.count == 5, let root = row[0].flatMap({ UInt32($0) }), let parent = row[1].flatMap({ UInt32($0) }),
        let strategy = row[2], let bound = row[4]
      else { continue }
      parents[parent, default: []].append(
        Partition(root: root, parent: parent, columns: Self.names(row[3]), strategy: strategy, bound: bound))
    }
    var seen: [UInt32: [String: PartitionBounds]] = [:]
    for partitions in parents.sorted(by: { $0.key < $1.key }).map(\.value) {
      let first = partitions[0]
      guard let table = tables[first.root], first.strategy != "h",
        !partitions.contains(where: { $0.bound == "DEFAULT" })
      else { continue }
      guard first.columns.count == 1, let place = table.place(of: first.columns[0]),
        let bounds = Self.bounds(partitions.map(\.bound))
      else {
        tables[first.root]?.findings.append(.partitions(of: table.name))
        continue
      }
      // Parts that are spread further, each in its own way, would need values that fit all of them.
      let column = table.columns[place].name
      if let other = seen[first.root]?[column], other != bounds {
        tables[first.root]?.findings.append(.partitions(of: table.name))
      }
      seen[first.root, default: [:]][column] = bounds
      tables[first.root]?.columns[place].partitionBounds = bounds
    }
  }

  /// Reads `FOR VALUES FROM (1) TO (10)` and `FOR VALUES IN ('a', 'b')`; nil for another form.
  static func bounds(_ texts: [String]) -> PartitionBounds? {
    var list: [String] = []
    var ranges: [PartitionBounds.Range] = []
    for text in texts {
      guard text.hasPrefix("FOR VALUES "), let literals = literals(String(text.dropFirst("FOR VALUES ".count))) else {
        return nil
      }
      if text.hasPrefix("FOR VALUES IN (") {
        list += literals.compactMap { $0 }
      } else if text.hasPrefix("FOR VALUES FROM ("), literals.count == 2 {
        ranges.append(PartitionBounds.Range(lower: literals[0], upper: literals[1]))
      } else {
        return nil
      }
    }
    return list.isEmpty ? .ranges(ranges) : ranges.isEmpty ? .list(list) : nil
  }

  /// The literals in brackets, without quotes; nil for MINVALUE, MAXVALUE and NULL.
  private static func literals(_ text: String) -> [String?]? {
    var result: [String?] = []
    var rest = Array(text.unicodeScalars)[...]
    while let next = rest.first {
      if next == "'" {
        rest = rest.dropFirst()
        var inner = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
          if scalar == "'" {
            guard rest.first == "'" else { break }
            rest = rest.dropFirst()
          }
          inner.append(scalar)
        }
        result.append(String(inner))
        continue
      }
      let word = rest.prefix { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "." }
      rest = rest.dropFirst(max(1, word.count))
      guard !word.isEmpty else { continue }
      var name = String.UnicodeScalarView()
      name.append(contentsOf: word)
      switch String(name) {
      case "FROM", "TO", "IN": continue
      case "MINVALUE", "MAXVALUE", "NULL": result.append(nil)
      case let other: result.append(other)
      }
    }
    return result
  }
}

extension Finding {
  /// Partitions whose bounds are of a form that is not followed.
  static func partitions(of table: String) -> Finding {
    Finding(
      severity: .warning, rule: "generate.partitions", object: "table \(table)",
      reason: "the bounds of its partitions are of a form that is not followed",
      remedy: "rows may find no partition; give the table a default partition, or leave it out")
  }
}
