/// Regions, countries and cities, and how people and streets are called there.
enum Geography {
  struct Country {
    let code: String
    let name: String
    let localName: String
    let region: Int
    let diallingCode: String
    let currency: String
    let areaKm2: String
    let culture: Culture
  }

  struct City {
    let name: String
    let state: String?
    let country: Int
    let postalCode: String
    /// Millionths of a degree, north and east positive.
    let latitude: Int
    let longitude: Int
  }

  static let regions = ["Africa", "Asia", "Europe", "North America", "Oceania", "South America"]

  static let countries: [Country] = [
    country("AR", "Argentina", "Argentina", 5, "+54", "ARS", "2780400", .spanish),
    country("AT", "Austria", "Österreich", 2, "+43", "EUR", "83879", .german),
    country("AU", "Australia", "Australia", 4, "+61", "AUD", "7688287", .english),
    country("BR", "Brazil", "Brasil", 5, "+55", "BRL", "8510418", .portuguese),
    country("CA", "Canada", "Canada", 3, "+1", "CAD", "9984670", .english),
    country("CH", "Switzerland", "Schweiz", 2, "+41", "CHF", "41285", .german),
    country("CL", "Chile", "Chile", 5, "+56", "CLP", "756102", .spanish),
    country("CN", "China", "中国", 1, "+86", "CNY", "9596961", .chinese),
    country("CZ", "Czechia", "Česko", 2, "+420", "CZK", "78871", .czech),
    country("DE", "Germany", "Deutschland", 2, "+49", "EUR", "357592", .german),
    country("DK", "Denmark", "Danmark", 2, "+45", "DKK", "42947", .nordic),
    country("ES", "Spain", "España", 2, "+34", "EUR", "505990", .spanish),
    country("FR", "France", "France", 2, "+33", "EUR", "643801", .french),
    country("GB", "United Kingdom", "United Kingdom", 2, "+44", "GBP", "242495", .english),
    country("GR", "Greece", "Ελλάδα", 2, "+30", "EUR", "131957", .greek),
    country("JP", "Japan", "日本", 1, "+81", "JPY", "377975", .japanese),
    country("KE", "Kenya", "Kenya", 0, "+254", "KES", "580367", .english),
    country("KR", "South Korea", "대한민국", 1, "+82", "KRW", "100210", .korean),
    country("MA", "Morocco", "Maroc", 0, "+212", "MAD", "446550", .french),
    country("MX", "Mexico", "México", 3, "+52", "MXN", "1964375", .spanish),
    country("NO", "Norway", "Norge", 2, "+47", "NOK", "385207", .nordic),
    country("NZ", "New Zealand", "Aotearoa", 4, "+64", "NZD", "268021", .english),
    country("PL", "Poland", "Polska", 2, "+48", "PLN", "312696", .polish),
    country("PT", "Portugal", "Portugal", 2, "+351", "EUR", "92225.2", .portuguese),
    country("SE", "Sweden", "Sverige", 2, "+46", "SEK", "450295", .nordic),
    country("TR", "Türkiye", "Türkiye", 1, "+90", "TRY", "783562", .turkish),
    country("UA", "Ukraine", "Україна", 2, "+380", "UAH", "603628", .ukrainian),
    country("US", "United States", "United States", 3, "+1", "USD", "9833520", .english),
    country("VN", "Viet Nam", "Việt Nam", 1, "+84", "VND", "331344.82", .vietnamese),
    country("ZA", "South Africa", "South Africa", 0, "+27", "ZAR", "1221037", .english),
  ]

  static let cities: [City] = [
    city("Buenos Aires", nil, 0, "C1001", -34_603_700, -58_381_600),
    city("Wien", nil, 1, "1010", 48_208_200, 16_373_800),
    city("Graz", "Steiermark", 1, "8010", 47_070_700, 15_439_500),
    city("Melbourne", "Victoria", 2, "3000", -37_813_600, 144_963_100),
    city("São Paulo", "SP", 3, "01000-000", -23_550_500, -46_633_300),
    city("Montréal", "Québec", 4, "H2Y 1C6", 45_501_700, -73_567_300),
    city("Halifax", "Nova Scotia", 4, "B3J 1S9", 44_648_800, -63_575_200),
    city("Zürich", "ZH", 5, "8001", 47_376_900, 8_541_700),
    city("Valparaíso", nil, 6, "2340000", -33_047_200, -71_612_700),
    city("上海", nil, 7, "200000", 31_230_400, 121_473_700),
    city("成都", "四川", 7, "610000", 30_572_800, 104_066_800),
    city("Plzeň", nil, 8, "301 00", 49_738_400, 13_373_600),
    city("Köln", "Nordrhein-Westfalen", 9, "50667", 50_937_500, 6_960_300),
    city("Lübeck", "Schleswig-Holstein", 9, "23552", 53_865_500, 10_686_600),
    city("Görlitz", "Sachsen", 9, "02826", 51_150_600, 14_968_700),
    city("Århus", nil, 10, "8000", 56_162_900, 10_203_900),
    city("A Coruña", "Galicia", 11, "15001", 43_362_300, -8_411_500),
    city("Zaragoza", "Aragón", 11, "50001", 41_648_800, -889_100),
    city("Besançon", "Bourgogne-Franche-Comté", 12, "25000", 47_237_800, 6_024_100),
    city("Orléans", "Centre-Val de Loire", 12, "45000", 47_902_900, 1_909_000),
    city("Kingston upon Hull", "East Yorkshire", 13, "HU1 1AA", 53_745_700, -336_700),
    city("King's Lynn", "Norfolk", 13, "PE30 1AA", 52_751_700, 402_300),
    city("Θεσσαλονίκη", nil, 14, "546 24", 40_640_100, 22_944_400),
    city("大阪市", "大阪府", 15, "530-0001", 34_693_700, 135_502_300),
    city("札幌市", "北海道", 15, "060-0001", 43_062_100, 141_354_400),
    city("Mombasa", nil, 16, "80100", -4_043_500, 39_668_200),
    city("부산", nil, 17, "48058", 35_179_600, 129_075_600),
    city("Tanger", nil, 18, "90000", 35_759_500, -5_834_000),
    city("Mérida", "Yucatán", 19, "97000", 20_967_400, -89_592_600),
    city("Tromsø", nil, 20, "9008", 69_649_200, 18_955_300),
    city("Dunedin", "Otago", 21, "9016", -45_878_800, 170_502_800),
    city("Łódź", "łódzkie", 22, "90-001", 51_759_200, 19_456_000),
    city("Évora", "Alentejo", 23, "7000-001", 38_571_400, -7_913_500),
    city("Malmö", "Skåne", 24, "211 20", 55_605_000, 13_003_800),
    city("İzmir", nil, 25, "35000", 38_423_700, 27_142_800),
    city("Львів", nil, 26, "79000", 49_839_700, 24_029_700),
    city("Duluth", "Minnesota", 27, "55802", 46_786_700, -92_100_500),
    city("Coeur d'Alene", "Idaho", 27, "83814", 47_677_700, -116_780_500),
    city("Đà Nẵng", nil, 28, "550000", 16_054_400, 108_202_200),
    city("Gqeberha", "Eastern Cape", 29, "6001", -33_960_800, 25_602_200),
  ]

  private static func country(
    _ code: String, _ name: String, _ localName: String, _ region: Int, _ diallingCode: String, _ currency: String,
    _ areaKm2: String, _ culture: Culture
  ) -> Country {
    Country(
      code: code, name: name, localName: localName, region: region, diallingCode: diallingCode, currency: currency,
      areaKm2: areaKm2, culture: culture)
  }

  private static func city(
    _ name: String, _ state: String?, _ country: Int, _ postalCode: String, _ latitude: Int, _ longitude: Int
  ) -> City {
    City(
      name: name, state: state, country: country, postalCode: postalCode, latitude: latitude, longitude: longitude)
  }
}
