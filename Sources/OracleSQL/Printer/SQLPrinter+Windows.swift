// What follows a call, GROUP BY's entries, and CONNECT BY.
extension SQLPrinter {
  mutating func writeTail(_ call: FunctionCall) {
    if call.isFromLast { write(" FROM LAST") }
    if let nulls = call.nulls { write(" " + nulls.rawValue) }
    if !call.withinGroup.isEmpty {
      write(" WITHIN GROUP (")
      writeOrderBy(call.withinGroup)
      write(")")
    }
    if let keep = call.keep {
      write(" KEEP (DENSE_RANK " + (keep.keepsLast ? "LAST " : "FIRST "))
      writeOrderBy(keep.orderBy)
      write(")")
    }
    if let window = call.over { write(window) }
  }

  mutating func write(_ overflow: ListOverflow) {
    switch overflow {
    case .error: write(" ON OVERFLOW ERROR")
    case .truncate(let text, let withCount):
      write(" ON OVERFLOW TRUNCATE")
      if let text {
        write(" ")
        write(text, in: .or)
      }
      write(withCount ? " WITH COUNT" : " WITHOUT COUNT")
    }
  }

  private mutating func write(_ window: WindowSpecification) {
    write(" OVER (")
    if !window.partitionBy.isEmpty {
      write("PARTITION BY ")
      writeList(window.partitionBy) { $0.write($1, in: .or) }
    }
    if !window.orderBy.isEmpty {
      if !window.partitionBy.isEmpty { write(" ") }
      writeOrderBy(window.orderBy)
    }
    if let frame = window.frame {
      write(" " + frame.unit.rawValue + " ")
      if let end = frame.end {
        write("BETWEEN ")
        write(frame.start)
        write(" AND ")
        write(end)
      } else {
        write(frame.start)
      }
    }
    write(")")
  }

  private mutating func write(_ bound: WindowFrame.Bound) {
    switch bound {
    case .unboundedPreceding: write("UNBOUNDED PRECEDING")
    case .unboundedFollowing: write("UNBOUNDED FOLLOWING")
    case .currentRow: write("CURRENT ROW")
    case .preceding(let offset):
      write(offset, in: .additive)
      write(" PRECEDING")
    case .following(let offset):
      write(offset, in: .additive)
      write(" FOLLOWING")
    }
  }

  mutating func write(_ element: GroupingElement) {
    switch element {
    case .keys(let keys): writeKeys(keys)
    case .rollup(let lists): write("ROLLUP", lists)
    case .cube(let lists): write("CUBE", lists)
    case .sets(let elements):
      write("GROUPING SETS (")
      writeList(elements) { $0.write($1) }
      write(")")
    }
  }

  private mutating func write(_ word: String, _ lists: [[Expression]]) {
    write(word + "(")
    writeList(lists) { $0.writeKeys($1) }
    write(")")
  }

  private mutating func writeKeys(_ keys: [Expression]) {
    guard keys.count != 1 else { return write(keys[0], in: .or) }
    write("(")
    writeList(keys) { $0.write($1, in: .or) }
    write(")")
  }

  mutating func write(_ hierarchy: HierarchicalClause) {
    if let startWith = hierarchy.startWith {
      write(" START WITH ")
      write(startWith, in: .or)
    }
    write(hierarchy.isNoCycle ? " CONNECT BY NOCYCLE " : " CONNECT BY ")
    write(hierarchy.connectBy, in: .or)
  }
}
