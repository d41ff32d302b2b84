/// Words that fake data is made of; none has a digit, so that a number in a text is the row's.
enum Vocabulary {
  static let firstNames = [
    "Anna", "Ben", "Carla", "David", "Elena", "Felix", "Grace", "Hugo", "Ines", "Jonas", "Karin", "Liam", "Marie",
    "Noah", "Olga", "Paul", "Rosa", "Simon", "Tara", "Uwe", "Vera", "Walter", "Zoë", "Jürgen", "Amélie", "Søren",
  ]
  static let lastNames = [
    "Adams", "Becker", "Carter", "Dubois", "Evans", "Fischer", "Garcia", "Hansen", "Ivanov", "Jensen", "Keller",
    "Lopez", "Müller", "Nguyen", "Olsen", "Peters", "Quinn", "Rossi", "Smith", "Turner", "Núñez", "Weber", "Young",
  ]
  /// As they stand in addresses of mail and names of users.
  static let plainNames = [
    "anna", "ben", "carla", "david", "elena", "felix", "grace", "hugo", "ines", "jonas", "karin", "liam", "marie",
    "noah", "olga", "paul", "rosa", "simon", "tara", "uwe", "vera", "walter",
  ]
  static let companies = [
    "Acme", "Borealis", "Cobalt", "Delta", "Everest", "Fjord", "Granite", "Harbour", "Iris", "Juniper", "Krona",
    "Lumen", "Meridian", "Northwind", "Orchard", "Pioneer",
  ]
  static let companyForms = ["Ltd", "Inc", "GmbH", "AG", "SA", "BV"]
  static let streets = [
    "Main Street", "High Street", "Park Road", "Mill Lane", "Station Road", "Church Street", "Elm Drive",
  ]
  static let cities = [
    "Berlin", "Paris", "Madrid", "Rome", "Vienna", "Oslo", "Dublin", "Lisbon", "Prague", "Zürich", "Boston", "Austin",
    "Toronto", "Osaka", "Sydney", "Málaga",
  ]
  static let states = ["Bavaria", "California", "Ontario", "Tuscany", "Catalonia", "Texas", "Bohemia", "Scotland"]
  static let countries = [
    "Germany", "France", "Spain", "Italy", "Austria", "Norway", "Ireland", "Portugal", "Canada", "Japan", "Australia",
  ]
  static let countryCodes = ["DE", "FR", "ES", "IT", "AT", "NO", "IE", "PT", "CA", "JP", "AU", "US", "GB"]
  static let currencies = ["EUR", "USD", "GBP", "JPY", "CHF", "CAD", "NOK"]
  static let languages = ["en", "de", "fr", "es", "it", "nl", "ja"]
  static let statuses = ["open", "active", "pending", "closed", "done"]
  static let colors = ["red", "green", "blue", "black", "white", "silver", "yellow"]
  static let units = ["pcs", "kg", "m", "l", "box"]
  static let mimeTypes = ["text/plain", "text/html", "image/png", "application/pdf", "application/json"]
  static let topics = [
    "alpha", "bridge", "canyon", "delta", "ember", "forest", "garden", "harbour", "island", "jungle", "kernel",
    "ledger",
    "meadow", "north", "ocean", "prairie", "quarry", "river", "summit", "timber", "valley", "winter",
  ]
  static let sentences = [
    "Delivered on time and in good order.", "Please call before the visit.", "Checked twice; nothing to add.",
    "Customer asked for a later date.", "Part of the spring series.", "Kept for reference only.",
    "Größe und Farbe wie bestellt.", "See the earlier entry for details.",
  ]

  /// A text without characters beyond ASCII, for databases that could not hold them.
  static func ascii(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    let plain: [Character: String] = [
      "ë": "e", "ü": "u", "é": "e", "ø": "o", "ú": "u", "ñ": "n", "á": "a", "ö": "o", "ß": "ss",
    ]
    return text.map { plain[$0] ?? String($0) }.joined().filter(\.isASCII)
  }
}
