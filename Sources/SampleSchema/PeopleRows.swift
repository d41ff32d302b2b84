/// Rows of employees, customers and contacts.
enum PeopleRows {
  static let employees = SampleTable(
    name: "EMPLOYEES",
    columns: [
      SampleColumn("EMPLOYEE_ID", .number(9)), SampleColumn("FIRST_NAME", .varchar2(40)),
      SampleColumn("LAST_NAME", .varchar2(40)), SampleColumn("EMAIL", .varchar2(120)),
      SampleColumn("PHONE", .varchar2(24)), SampleColumn("HIRED_AT", .date), SampleColumn("LEFT_AT", .date),
      SampleColumn("MANAGER_ID", .number(9)), SampleColumn("JOB_TITLE", .varchar2(40)),
      SampleColumn("SALARY", .number(9, 2)), SampleColumn("COMMISSION", .number(4, 3)),
      SampleColumn("BADGE", .raw(16)),
    ],
    ordinal: .employees
  ) { row, _ in
    var random = SplitMix64(table: .employees, row: row)
    let country = random.pick(Geography.countries)
    let given = random.pick(country.culture.given)
    let family = random.pick(country.culture.family)
    let hired = random.number(in: -3_600...8_700) * 86_400 + random.number(in: 25_200...36_000)
    let left = hired + random.number(in: 90...4_000) * 86_400
    let isSales = row >= 20 && row % 3 != 0
    // Everybody but the first is led by somebody who was there before, so that rows can be inserted in order.
    let manager: SampleValue = row == 0 ? .null : .integer(random.below(max(1, row / 8)) + 1)
    return [
      .integer(row + 1), .text(given.text), .text(family.text),
      .text("\(given.ascii).\(family.ascii).\(row + 1)@sales.example"), phone(in: country, &random),
      .timestamp(SampleTimestamp(seconds: hired)),
      random.isOne(in: 6) ? .timestamp(SampleTimestamp(seconds: left)) : .null, manager,
      .text(row == 0 ? "managing director" : isSales ? "sales" : random.pick(jobTitles)),
      .decimal(scaled: random.number(in: 210_000...1_450_000), digits: 2),
      isSales ? .decimal(scaled: random.number(in: 0...200), digits: 3) : .null, .raw(random.bytes(16)),
    ]
  }

  static let customers = SampleTable(
    name: "CUSTOMERS",
    columns: [
      SampleColumn("CUSTOMER_ID", .number(10)), SampleColumn("CUSTOMER_KEY", .raw(16)),
      SampleColumn("CUSTOMER_NAME", .varchar2(160)), SampleColumn("ADDRESS", .varchar2(200)),
      SampleColumn("CITY", .varchar2(60)), SampleColumn("COUNTRY_ID", .char(2)),
      SampleColumn("WEBSITE", .varchar2(120)), SampleColumn("STATUS", .varchar2(8)),
      SampleColumn("CREDIT_LIMIT", .number(10, 2)), SampleColumn("BALANCE", .number(14, 4)),
      SampleColumn("DEFAULT_RISK", .binaryDouble), SampleColumn("REGISTERED_AT", .timestamp6),
    ],
    ordinal: .customers
  ) { row, _ in
    let city = customerCity(row)
    let country = Geography.countries[city.country]
    var random = SplitMix64(table: .customers, row: row)
    let owner = random.pick(country.culture.family)
    let form = random.pick(country.culture.companyForms)
    return [
      .integer(row + 1), .raw(random.bytes(16)), .text(form.before + owner.text + form.after),
      random.isOne(in: 20) ? .null : .text(GeographyRows.address(in: country, &random)), .text(city.name),
      .text(country.code), random.isOne(in: 4) ? .null : .text("https://www.\(owner.ascii)-\(row + 1).example/"),
      .text(random.isOne(in: 9) ? random.pick(["on hold", "closed"]) : "active"),
      .decimal(scaled: random.below(60) * 25_000, digits: 2),
      random.isOne(in: 3) ? .integer(0) : .decimal(scaled: random.number(in: -99_999_999...250_000_000), digits: 4),
      random.isOne(in: 7) ? .null : .double(Double(random.below(1 << 20)) / Double(1 << 20) / 3),
      .timestamp(
        SampleTimestamp(
          seconds: random.number(in: 315_532_800...588_000_000), microsecond: random.below(1_000_000))),
    ]
  }

  static let contacts = SampleTable(
    name: "CONTACTS",
    columns: [
      SampleColumn("CONTACT_ID", .number(10)), SampleColumn("CUSTOMER_ID", .number(10)),
      SampleColumn("FIRST_NAME", .varchar2(40)), SampleColumn("LAST_NAME", .varchar2(40)),
      SampleColumn("EMAIL", .varchar2(120)), SampleColumn("PHONE", .varchar2(24)), SampleColumn("BORN_ON", .date),
    ],
    ordinal: .contacts
  ) { row, counts in
    // One for each customer, and a second one for every fourth.
    let customer = row < counts[.customers] ? row : (row - counts[.customers]) * 4
    let country = Geography.countries[customerCity(customer).country]
    var random = SplitMix64(table: .contacts, row: row)
    let given = random.pick(country.culture.given)
    let family = random.pick(country.culture.family)
    let born = random.number(in: -18_200 ... -100 + 2_000) * 86_400
    return [
      .integer(row + 1), .integer(customer + 1), .text(given.text), .text(family.text),
      .text("\(given.ascii).\(family.ascii)@contact-\(row + 1).example"),
      random.isOne(in: 5) ? .null : phone(in: country, &random),
      random.isOne(in: 3) ? .null : .timestamp(SampleTimestamp(seconds: born)),
    ]
  }

  private static func customerCity(_ row: Int) -> Geography.City {
    var random = SplitMix64(table: .customers, row: row, stream: 1)
    return random.pick(Geography.cities)
  }

  private static func phone(in country: Geography.Country, _ random: inout SplitMix64) -> SampleValue {
    .text("\(country.diallingCode) \(random.number(in: 10...999)) \(random.number(in: 10_000...9_999_999))")
  }

  private static let jobTitles = ["clerk", "driver", "bookkeeper", "warehouse keeper", "buyer", "programmer"]
}
