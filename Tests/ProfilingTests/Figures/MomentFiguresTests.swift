import OracleWire
import Testing

@testable import Profiling

@Suite struct MomentFiguresTests {
  @Test func timesAndFractionsAreCounted() throws {
    var figures = MomentFigures()
    let day: [UInt8] = [120, 124, 2, 29, 1, 1, 1]
    try figures.take(day.span.bytes)
    #expect(figures == MomentFigures())
    // One second, one minute, one hour past midnight.
    for place in 4..<7 {
      var later = day
      later[place] = 2
      try figures.take(later.span.bytes)
    }
    #expect(figures.timesOfDay == 3 && figures.fractions == 0)
    // A microsecond, then a nanosecond.
    try figures.take((day + [0, 0, 3, 0xE8]).span.bytes)
    try figures.take((day + [0, 0, 0, 1]).span.bytes)
    try figures.take((day + [0, 0, 0, 0]).span.bytes)
    #expect(figures.timesOfDay == 5 && figures.fractions == 2 && figures.beyondMicroseconds == 1)
    #expect(throws: WireError.self) { try figures.take(Array(day.prefix(6)).span.bytes) }
  }
}
