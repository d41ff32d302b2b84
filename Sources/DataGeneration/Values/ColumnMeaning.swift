/// What a column is about, by the words of its name.
enum ColumnMeaning: String, Sendable, Hashable {
  case firstName, lastName, fullName, userName, company, email, phone
  case street, city, state, country, countryCode, zip, latitude, longitude
  case url, host, ipAddress, file, mimeType, identifier, hash
  case title, note, code, currency, language, status, flag, gender, color, unit, json, version
  case amount, percent, rate, quantity, year, month, day, age, position, size
  case created, updated, start, end, birth, deleted
  case plain

  init(name: String, type: ValueType) {
    let words = Self.words(name)
    let all = Set(words)
    let last = words.last ?? ""
    func has(_ candidates: String...) -> Bool { candidates.contains { all.contains($0) } }
    switch type {
    case .date, .timestamp, .time: self = Self.time(all)
    case .number, .double, .interval: self = Self.number(all, last)
    case .boolean: self = .flag
    case .json: self = .json
    case .text(let characters): self = Self.text(all, words, last, characters)
    default: self = .plain
    }
  }

  private static func time(_ words: Set<String>) -> ColumnMeaning {
    func has(_ candidates: String...) -> Bool { candidates.contains { words.contains($0) } }
    if has("birth", "birthday", "birthdate", "born", "dob") { return .birth }
    if has("deleted", "removed", "cancelled", "canceled") { return .deleted }
    if has("created", "creation", "create", "inserted", "registered", "added", "entered") { return .created }
    if has("updated", "modified", "changed", "update", "modification", "edited", "touched") { return .updated }
    if has("end", "to", "until", "thru", "through", "expiry", "expires", "expiration", "expire", "finish", "finished") {
      return .end
    }
    if has("completed", "closed", "due", "stop", "stopped", "ended", "last", "return", "resolved") { return .end }
    if has("start", "from", "begin", "began", "since", "started", "valid", "effective", "first", "hire", "opened") {
      return .start
    }
    return .plain
  }

  private static func number(_ words: Set<String>, _ last: String) -> ColumnMeaning {
    func has(_ candidates: String...) -> Bool { candidates.contains { words.contains($0) } }
    if has("is", "has", "flag", "enabled", "active", "deleted", "visible", "locked", "default", "required", "yn") {
      return .flag
    }
    if has("percent", "pct", "percentage") { return .percent }
    if has("discount", "rate", "ratio", "factor", "probability", "share") { return .rate }
    if has("price", "amount", "cost", "total", "balance", "salary", "fee", "credit", "revenue", "budget", "payment") {
      return .amount
    }
    if has("tax", "subtotal", "sum", "freight", "value", "limit") { return .amount }
    if has("quantity", "qty", "count", "stock", "num", "copies", "tries", "attempts", "retries") { return .quantity }
    if has("year", "yr") { return .year }
    if has("month") { return .month }
    if has("day", "days") { return .day }
    if has("age") { return .age }
    if has("latitude", "lat") { return .latitude }
    if has("longitude", "lon", "lng", "long") { return .longitude }
    if has("position", "pos", "line", "seq", "sequence", "sort", "order", "rank", "idx", "index", "level", "priority") {
      return .position
    }
    if has("size", "length", "bytes", "weight", "height", "width", "duration", "distance") { return .size }
    return has("version", "revision") ? .version : .plain
  }

  private static func text(
    _ all: Set<String>, _ words: [String], _ last: String, _ characters: Int?
  ) -> ColumnMeaning {
    let length = characters ?? Int.max
    func has(_ candidates: String...) -> Bool { candidates.contains { all.contains($0) } }
    if length == 1 { return has("gender", "sex") ? .gender : .flag }
    if has("email", "mail", "emailaddress") { return .email }
    if has("phone", "tel", "telephone", "mobile", "fax", "phonenumber") { return .phone }
    if has("url", "uri", "link", "website", "homepage", "href") { return .url }
    if has("uuid", "guid") { return .identifier }
    if has("hash", "checksum", "digest", "token", "password", "passwd", "secret", "salt", "sha", "md5") { return .hash }
    if has("ip", "ipaddress") { return .ipAddress }
    if has("host", "hostname", "domain", "server", "fqdn") { return .host }
    if has("mime", "mimetype") || has("content") && last == "type" { return .mimeType }
    if has("json") { return .json }
    if has("firstname", "givenname", "forename") || has("first", "given") && last == "name" { return .firstName }
    if has("lastname", "surname", "familyname") || has("last", "family") && last == "name" { return .lastName }
    if has("username", "login", "logon", "nickname", "userid") || has("user") { return .userName }
    if has("created", "modified", "updated", "changed", "inserted"), has("by") { return .userName }
    if has("customer", "contact", "author", "owner", "employee", "person", "full"), last == "name" { return .fullName }
    if has("company", "organization", "organisation", "vendor", "supplier", "manufacturer", "publisher", "brand") {
      return .company
    }
    if has("currency") { return .currency }
    if has("language", "lang", "locale") { return .language }
    if has("country", "nation") { return length <= 3 || has("code", "iso") ? .countryCode : .country }
    if has("city", "town") { return .city }
    if has("street", "address", "addr", "addressline", "line1") { return .street }
    if has("zip", "zipcode", "postal", "postcode", "plz") { return .zip }
    if has("state", "province", "region", "county"), length > 3 { return has("state") ? .status : .state }
    if has("status") { return .status }
    if has("gender", "sex") { return .gender }
    if has("color", "colour") { return .color }
    if has("unit", "uom") { return .unit }
    if has("file", "filename", "path", "directory", "folder") { return .file }
    if has("version", "revision") { return .version }
    if has(
      "description", "desc", "comment", "comments", "note", "notes", "remark", "remarks", "text", "message", "body")
    {
      return .note
    }
    if has("is", "has", "flag", "enabled", "active", "yn"), length <= 5 { return .flag }
    if last == "code" || last == "key" || last == "sku" || last == "id" || last == "number" || last == "no" {
      return .code
    }
    return has("title", "name", "label", "subject", "caption", "category") ? .title : .plain
  }

  /// `CUSTOMER_EMAIL`, `customerEmail` and `customer-email2` alike: customer, email.
  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    let isMixed = name.contains { $0.isLowercase } && name.contains { $0.isUppercase }
    for character in name {
      let isBreak = isMixed && character.isUppercase && wasLower
      if !character.isLetter || isBreak {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if character.isLetter { word += character.lowercased() }
      wasLower = character.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
