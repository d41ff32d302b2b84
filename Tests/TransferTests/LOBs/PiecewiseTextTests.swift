import OracleWire
import Testing

@testable import Transfer

/// Text in pieces becomes what it would become as a whole, wherever it is cut.
struct PiecewiseTextTests {
  private static let text = ColumnPlan.text(maximum: .max, ignoresTrailingBlanks: false)
  private static let national = ColumnPlan.nationalText(maximum: .max, ignoresTrailingBlanks: false)

  /// The result of a text in pieces of a size, and where it was repaired; or its fault.
  private func inPieces(
    _ bytes: [UInt8], of size: Int, form: LOBLocator.TextForm, plan: ColumnPlan, policy: BadValuePolicy
  ) -> Result<(text: [UInt8], places: Int), RejectReason> {
    var piecewise = PiecewiseText(form: form, plan: plan, policy: policy)
    var text: [UInt8] = []
    do throws(RejectReason) {
      for start in stride(from: 0, to: bytes.count, by: size) {
        text += try piecewise.append(Array(bytes[start..<min(bytes.count, start + size)]))
      }
      text += try piecewise.finish()
    } catch {
      return .failure(error)
    }
    #expect(piecewise.byteCount == text.count)
    #expect(piecewise.hasReplacement == (String(decoding: text, as: UTF8.self).unicodeScalars.contains("\u{FFFD}")))
    return .success((text, piecewise.places))
  }

  /// Compares with what becomes of the whole value, in pieces of some sizes.
  private func compare(_ bytes: [UInt8], isNational: Bool, sizes: [Int]) throws {
    let (form, plan): (LOBLocator.TextForm, ColumnPlan) =
      isNational ? (.utf16, Self.national) : (.utf8, Self.text)
    let whole = rejection(bytes, plan)
    let swapped = isNational ? stride(from: 0, to: bytes.count, by: 2).flatMap { [bytes[$0 + 1], bytes[$0]] } : []
    for size in sizes {
      for policy in [BadValuePolicy.reject, .abort, .strip, .replace] {
        var found = [inPieces(bytes, of: size, form: form, plan: plan, policy: policy)]
        if isNational {
          found.append(inPieces(swapped, of: size, form: .utf16LittleEndian, plan: plan, policy: policy))
        }
        for result in found {
          switch (result, policy) {
          case (.failure(let reason), .reject), (.failure(let reason), .abort):
            if reason != whole { Issue.record("\(bytes) in pieces of \(size): \(reason)") }
          case (.success(let result), .reject), (.success(let result), .abort):
            #expect(whole == nil && result.places == 0)
            #expect(try field(bytes, plan) == result.text)
          case (.success(let result), _):
            let repaired = isNational ? TextRepair.utf16(bytes, policy) : TextRepair.utf8(bytes, policy)
            #expect(repaired.places == result.places)
            let expected = try field(repaired.text, plan)
            if expected != result.text { Issue.record("\(bytes) in pieces of \(size), \(policy): \(result.text)") }
          case (.failure(let reason), _): Issue.record("\(bytes): \(reason)")
          }
        }
      }
    }
  }

  @Test func utf8WithEveryFaultCutEverywhere() throws {
    var random = SeededRandom(state: 11)
    let interesting: [UInt8] = [
      0, 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xBF, 0xBD, 0xF0, 0x8F, 0x90,
      0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...12, using: &random)
      let value = (0..<length).map { _ in interesting[Int.random(in: 0..<interesting.count, using: &random)] }
      try compare(value, isNational: false, sizes: [1, 2, 3, 5, 20])
    }
  }

  @Test func utf16WithEveryFaultCutBetweenUnits() throws {
    var random = SeededRandom(state: 12)
    let interesting: [UInt16] = [0, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFFFD]
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...10, using: &random)
      let units = (0..<length).map { _ in interesting[Int.random(in: 0..<interesting.count, using: &random)] }
      try compare(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, isNational: true, sizes: [2, 4, 6, 8, 40])
    }
  }

  @Test func charactersOfEveryLengthOnTheBorders() throws {
    // Letters of ASCII before and behind, so that the fast way is taken and left.
    for lead in 0...9 {
      let text = String(repeating: "x", count: lead) + "é€😀\u{FFFD}\u{10FFFF}" + String(repeating: "y", count: 17)
      let utf16 = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      try compare(Array(text.utf8), isNational: false, sizes: Array(1...24))
      try compare(utf16, isNational: true, sizes: Array(stride(from: 2, through: 48, by: 2)))
    }
  }

  @Test func nulsAreFoundAtEveryPlaceOfTheFastWay() throws {
    for place in 0..<24 {
      var value = [UInt8](repeating: 0x41, count: 24)
      value[place] = 0
      try compare(value, isNational: false, sizes: [7, 8, 24])
      try compare(value.flatMap { [0, $0] }, isNational: true, sizes: [14, 16, 48])
    }
  }

  @Test func lengthsCountCharacters() {
    let varchar = ColumnPlan.text(maximum: 4, ignoresTrailingBlanks: false)
    let char = ColumnPlan.text(maximum: 4, ignoresTrailingBlanks: true)
    func fault(_ text: String, _ plan: ColumnPlan) -> RejectReason? {
      guard case .failure(let reason) = inPieces(Array(text.utf8), of: 3, form: .utf8, plan: plan, policy: .reject)
      else { return nil }
      return reason
    }
    #expect(fault("😀€éx", varchar) == nil && fault("😀€éxy", varchar) == .textTooLong)
    #expect(fault("abcd    ", varchar) == .textTooLong && fault("abcd    ", char) == nil)
    #expect(fault("abc de", char) == .textTooLong)
  }

  @Test func halfAUnitIsNoText() {
    var piecewise = PiecewiseText(form: .utf16, plan: Self.national, policy: .replace)
    #expect(throws: RejectReason.invalidUTF16) { try piecewise.append([0, 0x41, 0]) }
  }

  @Test func textThatWaitsComesBackFromMemoryAndFromTheFile() async throws {
    for size in [0, 1, SpooledText.memoryLimit, SpooledText.memoryLimit + 1, 3 * SpooledText.memoryLimit + 7] {
      var text = SpooledText()
      var expected: [UInt8] = []
      while expected.count < size {
        let piece = (0..<min(100_000, size - expected.count)).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ size) }
        try await text.append(piece)
        expected += piece
      }
      #expect(text.count == size)
      var found: [UInt8] = []
      while true {
        let piece = try await text.piece(at: found.count)
        if piece.isEmpty { break }
        found += piece
      }
      #expect(found == expected)
    }
  }
}
