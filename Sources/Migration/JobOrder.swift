import Transfer

extension [RowCopying.Job] {
  /// The jobs in the order in which they are taken, so that no worker is left alone with a large one at the end.
  ///
  /// First what only has to be counted, while Oracle has the snapshot; then tables of unknown size, any of which may be
  /// the largest; then tables and chunks from the largest down. Equal ones keep their order.
  var largestFirst: [RowCopying.Job] {
    enumerated().sorted { ($0.element.weight, $1.offset) > ($1.element.weight, $0.offset) }.map(\.element)
  }
}

extension RowCopying.Job {
  fileprivate var weight: Int {
    switch self {
    case .count, .finish: .max
    case .table, .chunk: rowEstimate ?? .max - 1
    }
  }
}
