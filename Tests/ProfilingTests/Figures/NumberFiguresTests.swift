import OracleWire
import Testing

@testable import Profiling

@Suite struct NumberFiguresTests {
  private func figures(_ numbers: [OracleNumber]) throws -> NumberFigures {
    var figures = NumberFigures()
    for number in numbers { try figures.take(number.bytes.span.bytes) }
    return figures
  }

  @Test(arguments: [
    ("0", 0, 0), ("1", 1, 0), ("9", 1, 0), ("10", 2, 0), ("-99", 2, 0), ("100", 3, 0), ("-100000", 6, 0),
    ("0.5", 0, 1), ("0.05", 0, 2), ("0.001", 0, 3), ("-12.340", 2, 2), ("123456789.123456789", 9, 9),
    ("99999999999999999999999999999999999999", 38, 0), ("1e-130", 0, 130), ("1e125", 126, 0),
  ])
  func digitsBeforeAndBehindThePoint(text: String, whole: Int, decimals: Int) throws {
    let found = try figures([try OracleNumber(decimal: text)])
    #expect(found.wholeDigits == whole && found.decimals == decimals, "\(found)")
    #expect(found.fractions == (decimals > 0 ? 1 : 0))
    #expect(found.negatives == (text.hasPrefix("-") ? 1 : 0))
  }

  /// The digits that OracleNumber itself decodes.
  @Test func randomNumbersAreAsTheirDigitsSay() throws {
    var random = Seeded(7)
    var all: [OracleNumber] = []
    var (whole, behind, negatives, fractions, zeros, ones) = (0, 0, 0, 0, 0, 0)
    for _ in 0..<20_000 {
      let digits = (0..<Int.random(in: 1...12, using: &random)).map { _ in UInt8.random(in: 0...9, using: &random) }
      let trimmed = Array(digits.drop { $0 == 0 })
      let shift = Int.random(in: -6...14, using: &random)
      let number =
        try #require(OracleNumber.fromDigits(negative: Bool.random(using: &random), digits: trimmed, pointShift: shift))
      all.append(number)
      let decoded = number.digits
      whole = max(whole, decoded.pointShift)
      behind = max(behind, decoded.digits.count - decoded.pointShift)
      fractions += decoded.digits.count > decoded.pointShift && !decoded.digits.isEmpty ? 1 : 0
      negatives += number.isNegative ? 1 : 0
      zeros += number == .zero ? 1 : 0
      ones += number == OracleNumber(1) ? 1 : 0
      let single = try figures([number])
      #expect(single.wholeDigits == max(0, decoded.pointShift), "\(number)")
      #expect(single.decimals == max(0, decoded.digits.count - decoded.pointShift), "\(number)")
    }
    let found = try figures(all)
    #expect(found.wholeDigits == whole && found.decimals == behind)
    #expect(found.fractions == fractions && found.negatives == negatives && found.zeros == zeros && found.ones == ones)
  }

  @Test func infinitiesAndZerosThatSayNothing() throws {
    let found = try figures([.positiveInfinity, .negativeInfinity])
    #expect(found.infinities == 2 && found.negatives == 1 && found.wholeDigits == 0)
    var padded = NumberFigures()
    // 1 with a pair of zeros behind it, and 5 with one before it.
    for bytes: [UInt8] in [[0xC1, 0x02, 0x01], [0xC2, 0x01, 0x06]] { try padded.take(bytes.span.bytes) }
    #expect(padded.ones == 1 && padded.wholeDigits == 1 && padded.fractions == 0)
  }

  @Test(arguments: [[], [0x81], [0xC1, 0x66], [0x3E, 0x66], [UInt8](repeating: 0xC1, count: 23)] as [[UInt8]])
  func bytesThatAreNoNumberAreRefused(bytes: [UInt8]) {
    var figures = NumberFigures()
    #expect(throws: WireError.self) { try figures.take(bytes.span.bytes) }
  }
}
