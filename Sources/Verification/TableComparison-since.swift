extension TableComparison {
  /// This comparison with what Oracle has now, its damaged rows told from those that Oracle has changed since the copy.
  ///
  /// - Parameters:
  ///   - then: the comparison with Oracle's rows as of the copy.
  ///   - limit: how many differences are listed.
  public func toldApart(by then: TableComparison, scn: UInt64, limit: Int) -> TableComparison {
    var result = self
    let isCut = notes.contains(.moreDifferences)
    let wasCut = then.notes.contains(.moreDifferences)
    let damaged = Dictionary(then.differences.map { ($0.key, $0) }) { first, _ in first }
    let listed = Set(differences.map(\.key))
    // Damaged rows must not be hidden behind many that were changed.
    var rows = isCut ? then.differences.filter { !listed.contains($0.key) } : []
    rows += differences.filter { damaged[$0.key] != nil }
    for place in rows.indices { rows[place].isChangedSince = false }
    rows += differences.filter { damaged[$0.key] == nil }.map { difference in
      var difference = difference
      if !wasCut { difference.isChangedSince = true }
      return difference
    }
    if rows.count > limit, !isCut { result.notes.append(.moreDifferences) }
    result.differences = Array(rows.prefix(limit))
    result.notes.append(
      .toldApart(
        scn: scn, damaged: result.differences.count { $0.isChangedSince == false },
        since: result.differences.count { $0.isChangedSince == true }))
    return result
  }

  /// Whether all that differs was changed in Oracle since the copy, and nothing is damaged.
  public var isOnlyNewer: Bool {
    guard !equal else { return false }
    return notes.contains {
      if case .toldApart(_, damaged: 0, since: differences.count) = $0 { !differences.isEmpty } else { false }
    }
  }
}
