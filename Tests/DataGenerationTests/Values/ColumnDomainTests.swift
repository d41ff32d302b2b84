import SampleSchema
import Testing

@testable import DataGeneration

/// Values by type and name: within length, digits and range, and sensible.
@Suite struct ColumnDomainTests {
  private func values(
    _ name: String, _ type: ValueType, isNullable: Bool = false, isASCII: Bool = false, count: Int = 500
  ) -> [GeneratedValue] {
    let domain = ColumnDomain(ColumnDescription(name: name, type: type, isNullable: isNullable), isASCII: isASCII)
    let drawing = ValueDrawing(domain)
    var generator = SplitMix64(seed: 11)
    return (0..<count).map { _ in drawing.value(&generator) }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 7, 10, 15, 30, 60, 4000])
  func textFitsInBytes(_ limit: Int) {
    for name in [
      "email", "last_name", "city", "notes", "zip_code", "url", "phone", "doc_json", "guid", "status", "x",
      "first_name",
      "description", "country_code", "ip", "password_hash", "mime_type",
    ] {
      for value in values(name, .text(characters: limit), count: 60) {
        guard case .text(let text) = value else {
          Issue.record("\(name): \(value)")
          continue
        }
        #expect((1...limit).contains(text.utf8.count), "\(name): \(text)")
      }
    }
  }

  @Test func databasesWithoutLettersBeyondASCIIGetNone() {
    let all =
      values("last_name", .text(characters: 40), isASCII: true) + values("notes", .text(characters: 99), isASCII: true)
    for case .text(let text) in all { #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(text)") }
    #expect(values("last_name", .text(characters: 40)).contains(.text("Müller")))
  }

  @Test(arguments: [
    ("is_active", 1, 0, 0...1), ("quantity", 9, 0, 1...100), ("month", 2, 0, 1...12), ("order_year", 4, 0, 2000...2025),
    ("percent", 3, 0, 0...99), ("age", 3, 0, 18...90), ("tiny", 1, 0, 1...9), ("price", 12, 2, 100...1_000_000),
    ("rate", 5, 4, 0...9999), ("latitude", 8, 5, -9_000_000...9_000_000), ("year", 2, 0, 0...9),
  ])
  func numbersAreInRange(_ name: String, _ digits: Int, _ scale: Int, _ range: ClosedRange<Int>) {
    for value in values(name, .number(digits: digits, scale: scale)) {
      guard case .number(let units, let found) = value else {
        Issue.record("\(value)")
        continue
      }
      #expect(found == scale && range.contains(units), "\(name): \(units)")
    }
  }

  @Test func nullsComeNowAndThenWhereTheyMay() {
    let count = values("x", .number(digits: 9, scale: 0), isNullable: true).count { $0 == .null }
    #expect((20...90).contains(count))
    #expect(!values("x", .number(digits: 9, scale: 0)).contains(.null))
  }

  @Test func namesAreTakenApart() {
    #expect(ColumnMeaning.words("CUSTOMER_EMAIL2") == ["customer", "email"])
    #expect(ColumnMeaning.words("customerEmail") == ["customer", "email"])
    #expect(ColumnMeaning(name: "FIRST_NAME", type: .text(characters: 20)) == .firstName)
    #expect(ColumnMeaning(name: "countryCode", type: .text(characters: 2)) == .countryCode)
    #expect(ColumnMeaning(name: "valid_to", type: .date) == .end)
    #expect(ColumnMeaning(name: "created_at", type: .timestamp(digits: 6, hasZone: false)) == .created)
    #expect(ColumnMeaning(name: "total_amount", type: .number(digits: 9, scale: 2)) == .amount)
  }

  @Test func dayAndClockFollowNameAndDigits() {
    for case .moment(let moment) in values("birth_date", .timestamp(digits: 0, hasZone: false)) {
      #expect(moment % CivilMoment.day == 0 && (1950...2005).contains(CivilMoment(moment).year))
    }
    for case .moment(let moment) in values("created", .timestamp(digits: 0, hasZone: false)) {
      #expect(moment % CivilMoment.second == 0)
    }
  }
}
