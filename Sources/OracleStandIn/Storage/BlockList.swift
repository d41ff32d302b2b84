/// The blocks of a table: kept ones, or those of generated rows, which are made whenever they are asked for.
struct BlockList: RandomAccessCollection {
  private var kept: [Block] = []
  /// What makes the blocks; nil for rows that are kept.
  let generated: GeneratedRows?

  init(generated: GeneratedRows? = nil) {
    self.generated = generated
  }

  var startIndex: Int { 0 }

  var endIndex: Int { generated?.blockCount ?? kept.count }

  subscript(index: Int) -> Block { generated?.block(index) ?? kept[index] }

  mutating func append(_ block: Block) {
    kept.append(block)
  }

  /// How many slots a block has, without making it.
  func slotCount(_ index: Int) -> Int { generated?.rowCount(ofBlock: index) ?? kept[index].slots.count }

  /// Bytes of all blocks; those of generated rows by the average of a sample.
  var byteCount: Int { generated?.byteCount ?? kept.reduce(0) { $0 + $1.bytes.count } }
}
