import Testing

@testable import DataGeneration

@Suite struct CivilMomentTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29 12:30:45.5", 951_827_445_500_000), ("1969-12-31 23:59:59", -1_000_000),
    ("2024-03-17T08:00:00+02:00", 1_710_655_200_000_000), ("2024-03-17 06:00:00+00", 1_710_655_200_000_000),
    (" 2024-03-17 04:30:00-01:30", 1_710_655_200_000_000),
  ])
  func textIsRead(_ text: String, _ moment: Int) { #expect(CivilMoment.moment(text) == moment) }

  @Test(arguments: [
    "", "infinity", "2024-13-01", "2024-01-01 99:00", "20240101", "2024-01", "99999999999-01-01",

    "2024-01-01+99", "12:30", "2024-01-01 BC",
  ])
  func otherTextIsNot(_ text: String) { #expect(CivilMoment.moment(text) == nil) }

  @Test func fieldsAndMomentsAreOneToOne() {
    for day in stride(from: -300_000, to: 300_000, by: 37) {
      let civil = CivilMoment(day * CivilMoment.day + 3_661_000_001)
      #expect(CivilMoment.moment(civil.dateText + " " + civil.clockText) == day * CivilMoment.day + 3_661_000_001)
    }
  }
}
