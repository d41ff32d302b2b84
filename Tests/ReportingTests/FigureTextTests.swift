import Foundation
import Reporting
import Testing

@Suite struct FigureTextTests {
  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
  func grouped(number: Int, text: String) { #expect(FigureText.grouped(number) == text) }

  @Test(arguments: [
    (0.04, "0.0 s"), (9.94, "9.9 s"), (12.4, "12 s"), (185, "3 min 05 s"), (7800, "2 h 10 min"), (-1, "0.0 s"),
  ])
  func time(seconds: Double, text: String) { #expect(FigureText.time(seconds) == text) }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 KB"), (9949, "9.9 KB"), (9950, "10 KB"), (98_765_432, "99 MB"),
    (2_500_000_000, "2.5 GB"), (7_000_000_000_000_000, "7000 TB"),
  ])
  func bytes(count: Int, text: String) { #expect(FigureText.bytes(count) == text) }

  @Test func moment() { #expect(FigureText.moment(Date(timeIntervalSince1970: 0)) == "1970-01-01 00:00:00 UTC") }
}
