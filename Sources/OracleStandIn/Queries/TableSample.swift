import OracleSQL
import OracleWire

/// SAMPLE and SAMPLE BLOCK: a random part of a table.
///
/// What SEED asks for is not kept to.
struct TableSample {
  /// In per cent.
  private let share: Double
  private let isOfBlocks: Bool

  /// Nil for a table without one.
  ///
  /// - Throws: `OracleError` for a share that is none.
  init?(_ reference: TableReference) throws {
    guard let text = reference.sample else { return nil }
    guard let number = text.firstMatch(of: #/\(\s*([0-9.]+)\s*\)/#), let share = Double(number.1) else {
      throw OracleError.unsupported("SAMPLE with a share that is no number", at: reference.name.range.start)
    }
    guard share >= 0.000001, share < 100 else {
      throw OracleError(
        code: 30562, message: "SAMPLE percentage must be in the range [0.000001,100)",
        position: reference.name.range.start)
    }
    self.share = share
    isOfBlocks = text.uppercased().contains("BLOCK")
  }

  /// Throws the dice for a block.
  func leavesBlockOut() -> Bool { isOfBlocks && Double.random(in: 0..<100) >= share }

  /// Throws the dice for a row of a block that is read.
  func leavesRowOut() -> Bool { !isOfBlocks && Double.random(in: 0..<100) >= share }
}
