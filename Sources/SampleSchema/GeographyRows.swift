/// Rows of regions, countries, locations and warehouses.
enum GeographyRows {
  static let regions = SampleTable(
    name: "REGIONS",
    columns: [SampleColumn("REGION_ID", .number(4)), SampleColumn("REGION_NAME", .varchar2(50))],
    ordinal: .regions
  ) { row, _ in
    [.integer(row + 1), .text(Geography.regions[row])]
  }

  static let countries = SampleTable(
    name: "COUNTRIES",
    columns: [
      SampleColumn("COUNTRY_ID", .char(2)), SampleColumn("COUNTRY_NAME", .varchar2(60)),
      SampleColumn("LOCAL_NAME", .varchar2(60)), SampleColumn("REGION_ID", .number(4)),
      SampleColumn("DIALLING_CODE", .varchar2(6)), SampleColumn("CURRENCY_CODE", .char(3)),
      SampleColumn("AREA_KM2", .freeNumber),
    ],
    ordinal: .countries
  ) { row, _ in
    let country = Geography.countries[row]
    return [
      .text(country.code), .text(country.name), .text(country.localName), .integer(country.region + 1),
      .text(country.diallingCode), .text(country.currency), .decimal(country.areaKm2),
    ]
  }

  static let locations = SampleTable(
    name: "LOCATIONS",
    columns: [
      SampleColumn("LOCATION_ID", .number(9)), SampleColumn("ADDRESS", .varchar2(200)),
      SampleColumn("POSTAL_CODE", .varchar2(12)), SampleColumn("CITY", .varchar2(60)),
      SampleColumn("STATE", .varchar2(60)), SampleColumn("COUNTRY_ID", .char(2)),
      SampleColumn("LATITUDE", .number(9, 6)), SampleColumn("LONGITUDE", .number(9, 6)),
    ],
    ordinal: .locations
  ) { row, _ in
    var random = SplitMix64(table: .locations, row: row)
    let city = Geography.cities[row % Geography.cities.count]
    let country = Geography.countries[city.country]
    return [
      .integer(row + 1), .text(address(in: country, &random)), .text(city.postalCode), .text(city.name),
      .optional(city.state), .text(country.code),
      .decimal(scaled: city.latitude + random.number(in: -40_000...40_000), digits: 6),
      .decimal(scaled: city.longitude + random.number(in: -40_000...40_000), digits: 6),
    ]
  }

  static let warehouses = SampleTable(
    name: "WAREHOUSES",
    columns: [
      SampleColumn("WAREHOUSE_ID", .number(9)), SampleColumn("WAREHOUSE_NAME", .varchar2(100)),
      SampleColumn("LOCATION_ID", .number(9)), SampleColumn("OPENED_ON", .date),
      SampleColumn("FLOOR_AREA_M2", .number(8, 1)), SampleColumn("COLDEST_CELSIUS", .freeNumber),
      SampleColumn("MEAN_HUMIDITY", .binaryDouble), SampleColumn("DIRECTIONS", .clob),
    ],
    ordinal: .warehouses
  ) { row, counts in
    var random = SplitMix64(table: .warehouses, row: row)
    let location = random.below(counts[.locations])
    let city = Geography.cities[location % Geography.cities.count]
    let opened = SampleTimestamp(seconds: random.number(in: -3_650...6_900) * 86_400 + 32_400)
    // Some instruments show everything they have: up to 38 significant digits.
    let coldest: SampleValue =
      random.isOne(in: 4)
      ? .decimal("-\(random.number(in: 1...39)).\(digits(36, &random))")
      : .decimal(scaled: random.number(in: -399...150), digits: 1)
    let directions = (0..<random.number(in: 1...6)).map { _ in random.pick(Self.directions) }.joined(separator: "\n")
    return [
      .integer(row + 1), .text("\(city.name) \(row + 1)"), random.isOne(in: 10) ? .null : .integer(location + 1),
      .timestamp(opened), .decimal(scaled: random.number(in: 2_000...950_000), digits: 1), coldest,
      .double(Double(random.number(in: 300_000...950_000)) / 1_000_000),
      random.isOne(in: 5) ? .null : .text(directions),
    ]
  }

  /// A street with its number, in the manner of the country; now and then a second line.
  static func address(in country: Geography.Country, _ random: inout SplitMix64) -> String {
    let street = random.pick(country.culture.streets)
    let number = random.number(in: 1...240)
    return random.isOne(in: 12)
      ? "\(street) \(number)\n\(random.number(in: 1...9)). Stock / floor" : "\(street) \(number)"
  }

  /// Decimal digits of which the last is no zero.
  private static func digits(_ count: Int, _ random: inout SplitMix64) -> String {
    var text = ""
    for _ in 1..<count { text += String(random.below(10)) }
    return text + String(random.number(in: 1...9))
  }

  private static let directions = [
    "Leave the motorway at the second exit and follow the signs \"Port\".",
    "At the church turn left; don't take the bridge.",
    "Nach der Brücke rechts, dann 300 m geradeaus.",
    "Après le feu, prendre la 1ʳᵉ à droite.",
    "從火車站步行十分鐘。",
    "Gate 7 opens at 06:00; ring twice. 🔔",
    "\tTrucks over 7.5 t: use the road along the canal.",
  ]
}
