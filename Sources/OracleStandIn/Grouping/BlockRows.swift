/// Rows of a block that are all there: joined ones, or groups.
struct BlockRows {
  private var list: TupleList
  /// ROWNUM of each row; empty when nothing asks for it.
  private var numbers: [Int] = []
  /// The place in the hierarchy; empty outside of one.
  private var nodes: [Int] = []
  private var groups: GroupingPlan.Groups?
  private(set) var count = 0

  init(_ groups: GroupingPlan.Groups) {
    self.groups = groups
    list = groups.list
    count = groups.count
  }

  init(sources: [Int]) { list = TupleList(sources: sources) }

  /// Adds the row that stands in the frame.
  mutating func append(from frame: Frame, withNumber: Bool) {
    list.append(from: frame)
    if withNumber { numbers.append(frame.rowNumber) }
    if frame.hierarchy != nil { nodes.append(frame.node) }
    count += 1
  }

  func load(_ row: Int, into frame: Frame) {
    if let groups { return groups.load(row, into: frame) }
    if !list.sources.isEmpty { list.load(row, into: frame) }
    if !numbers.isEmpty { frame.rowNumber = numbers[row] }
    if !nodes.isEmpty { frame.node = nodes[row] }
  }
}
