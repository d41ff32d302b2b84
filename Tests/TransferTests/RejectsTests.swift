import Model
import OracleWire
import Testing

@testable import Ledger
@testable import Transfer

/// Text without the characters that PostgreSQL cannot hold.
struct TextRepairTests {
  @Test(arguments: [
    ("61 00 62", "61 62", "61 EF BF BD 62", 1),
    ("00 00", "", "EF BF BD EF BF BD", 2),
    ("61 FF 62", "61 62", "61 EF BF BD 62", 1),
    // A sequence that breaks off counts once: Unicode Standard, table 3-8, and once for each byte that begins none.
    ("F0 80 80 41", "41", "EF BF BD EF BF BD EF BF BD 41", 3),
    ("E1 80 E2 F0 91 92 F1 BF 41", "41", "EF BF BD EF BF BD EF BF BD EF BF BD 41", 4),
    ("ED A0 80", "", "EF BF BD EF BF BD EF BF BD", 3),
    ("C3 A4 20", "C3 A4 20", "C3 A4 20", 0),
  ])
  func utf8(_ text: String, _ stripped: String, _ replaced: String, _ places: Int) {
    let strip = TextRepair.utf8(bytes(text), .strip)
    let replace = TextRepair.utf8(bytes(text), .replace)
    #expect(strip.text == bytes(stripped) && strip.places == places)
    #expect(replace.text == bytes(replaced) && replace.places == places)
  }

  @Test(arguments: [
    ("0061 0000 0062", "0061 0062", "0061 FFFD 0062", 1),
    ("D800 0061", "0061", "FFFD 0061", 1),
    ("D83D DE00", "D83D DE00", "D83D DE00", 0),
    ("0061 00", "0061", "0061", 1),
  ])
  func utf16(_ text: String, _ stripped: String, _ replaced: String, _ places: Int) {
    let strip = TextRepair.utf16(bytes(text), .strip)
    let replace = TextRepair.utf16(bytes(text), .replace)
    #expect(strip.text == bytes(stripped) && strip.places == places)
    #expect(replace.text == bytes(replaced) && replace.places == places)
  }

  private func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.filter { $0 != " " }.map { UInt8($0.hexDigitValue ?? 0) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

/// Policies in the transcoder's loop, and what it counts.
struct BadValueTests {
  private static let rows: [[[UInt8]?]] = [
    [Array("one".utf8), [0xC1, 2]], [[0x61, 0, 0xFF], [0xC1, 3]], [nil, nil], [[0], [0xC1, 0xF0]],
    [Array("five".utf8), [0x80]],
  ]

  private func batch() -> RowBatch {
    var bytes: [UInt8] = []
    var cells: [RowBatch.Cell] = []
    for value in Self.rows.joined() {
      guard let value else {
        cells.append(.null)
        continue
      }
      cells.append(RowBatch.Cell(offset: UInt32(bytes.count), length: Int32(value.count)))
      bytes += value
    }
    return RowBatch(columnCount: 2, rowCount: Self.rows.count, bytes: bytes, cells: cells)
  }

  private func transcoder(_ policies: [BadValuePolicy]) -> Transcoder {
    var transcoder = Transcoder(
      table: "OT.T", columns: ["A", "B"], plans: [.text(maximum: 10, ignoresTrailingBlanks: false), .integer])
    transcoder.policies = policies
    return transcoder
  }

  @Test func strippedTextIsWrittenAndCounted() throws {
    var transcoder = transcoder([.strip, .strip])
    var arena = CopyArena(capacity: 64)
    var error: RejectError?
    do throws(RejectError) {
      _ = try transcoder.transcode(batch(), into: &arena)
    } catch let fault {
      error = fault
    }
    // Row 2 lost a NUL and a byte, row 4's number is broken besides its text.
    #expect(error == RejectError(table: "OT.T", column: "B", row: 4, reason: .corruptNumber))
    #expect(transcoder.faultyRow == 3 && transcoder.rowCount == 3)
    #expect(transcoder.repairs == [2, 0])
    let written = arena.withUnsafeBytes { Array($0) }
    let second: [UInt8] = [0, 2, 0, 0, 0, 1, 0x61, 0, 0, 0, 4, 0, 0, 0, 2]
    #expect(written.count == 17 + 15 + 10)
    #expect(Array(written[17..<32]) == second)
    let finding = try #require(transcoder.findings.first)
    #expect(finding.rule == "text.repaired" && finding.count == 2)
  }

  @Test(arguments: [[.reject, .reject], []] as [[BadValuePolicy]])
  func otherPoliciesLeaveTheRowToTheCaller(_ policies: [BadValuePolicy]) {
    var transcoder = transcoder(policies)
    var arena = CopyArena(capacity: 64)
    #expect(throws: RejectError(table: "OT.T", column: "A", row: 2, reason: .nulInText)) {
      try transcoder.transcode(batch(), into: &arena)
    }
    #expect(transcoder.faultyRow == 1 && transcoder.repairs == [0, 0])
    // The caller may go on behind it.
    #expect(throws: RejectError(table: "OT.T", column: "A", row: 3, reason: .nulInText)) {
      try transcoder.transcode(batch(), from: 2, into: &arena)
    }
    #expect(transcoder.faultyRow == 3)
  }

  @Test func refusedPieces() {
    #expect(CarefulCopy.parts(of: 10..<20, refusedAt: 3) == [13..<20, 12..<13, 10..<12])
    #expect(CarefulCopy.parts(of: 10..<20, refusedAt: 1) == [11..<20, 10..<11, 10..<10])
    #expect(CarefulCopy.parts(of: 10..<20, refusedAt: nil) == [15..<20, 10..<15])
    #expect(CarefulCopy.parts(of: 10..<12, refusedAt: 99) == [11..<12, 10..<11])
  }

  @Test func theBudgetIsSharedAndGivenBack() {
    let budget = RejectBudget(limit: 3, used: 1)
    #expect(budget.take() && budget.take() && !budget.take())
    budget.giveBack(2)
    #expect(budget.take())
    #expect(RejectBudget(limit: nil).take())
  }

  @Test func policiesByColumn() {
    let handling = BadValueHandling(usual: .reject, byColumn: ["A": .strip, "HOME": .abort])
    #expect(handling.policy(of: "A") == .strip && handling.policy(of: "B") == .reject)
    // An attribute of an object column.
    #expect(handling.policy(of: "HOME.CITY") == .abort && handling.policy(of: "HOMES") == .reject)
  }
}
