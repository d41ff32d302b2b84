import Testing

@testable import DataGeneration

/// Values by number: no two alike, and each leads back to its number.
@Suite struct UniqueFormTests {
  private func form(_ name: String, _ type: ValueType) throws -> UniqueForm {
    try #require(
      UniqueForm(ColumnDomain(ColumnDescription(name: name, type: type, isNullable: false), isASCII: false), seed: 3))
  }

  @Test(arguments: [
    ("id", ValueType.number(digits: 9, scale: 0)), ("price", .number(digits: 8, scale: 2)),
    ("n", .number(digits: nil, scale: nil)), ("code", .text(characters: 2)), ("code", .text(characters: 6)),
    ("email", .text(characters: 60)), ("email", .text(characters: 9)), ("phone", .text(characters: 20)),
    ("last_name", .text(characters: 8)), ("guid", .text(characters: 36)), ("url", .text(characters: nil)),
    ("name", .text(characters: 12)), ("token", .bytes(length: 16)), ("token", .bytes(length: 3)), ("u", .uuid),
    ("day", .date), ("at", .timestamp(digits: 6, hasZone: true)), ("ip", .written(.networkAddress)),
    ("flag", .boolean), ("mood", .choices(["sad", "glad"])),
  ])
  func valuesAndNumbersAreOneToOne(_ name: String, _ type: ValueType) throws {
    let form = try form(name, type)
    let places = (0..<min(form.capacity, 3000)).map { $0 } + (form.capacity > 9000 ? [form.capacity - 1] : [])
    let values = places.map { form.value($0) }
    #expect(Set(values).count == places.count)
    #expect(values.map { form.ordinal(of: $0) } == places)
    if case .text(let characters?) = type {
      for case .text(let text) in values { #expect(text.utf8.count <= characters && !text.isEmpty, "\(text)") }
    }
    if case .text = type {
      // A unique index may look at letters in one case only.
      #expect(Set(values.map { "\($0)".uppercased() }).count == places.count)
    }
  }

  @Test func valuesOfOthersHaveNoNumberThatIsOurs() throws {
    let form = try form("code", .text(characters: 6))
    #expect(form.ordinal(of: .text("ab")) == nil && form.ordinal(of: .text("Ab-de!")) == nil)
    #expect(form.ordinal(of: .null) == nil && form.ordinal(of: .integer(3)) == nil)
    let names = try self.form("name", .text(characters: 40))
    #expect(names.ordinal(of: .text("no digits")) == nil)
    #expect(names.ordinal(of: .text("99999999999999999999999")) == nil)
    #expect(names.ordinal(of: .text("house 17 b")) == 16)
  }

  @Test func numbersGoOnBehindTheGreatest() throws {
    let form = try form("id", .number(digits: 4, scale: 0))
    #expect(form.value(0) == .integer(1))
    #expect(form.ordinal(of: .integer(41)) == 40)
    #expect(form.ordinal(of: .integer(-3)) == nil)
    // What the type could not count any more takes all of it.
    #expect(form.ordinal(of: .integer(30_000)) == form.capacity - 1)
  }
}
