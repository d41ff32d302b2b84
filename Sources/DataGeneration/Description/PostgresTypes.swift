/// The types of a PostgreSQL database as values of columns, by pg_type.
struct PostgresTypes {
  struct Entry {
    var name: String
    /// pg_type.typtype: b base, d domain, e enum, c composite and so on.
    var kind: String
    var base: UInt32
    var modifier: Int
    var isNotNull: Bool
    var isArray: Bool
    var labels: [String] = []
    /// The definitions of a domain's checks.
    var checks: [String] = []
  }

  var entries: [UInt32: Entry] = [:]

  /// What a type holds; and of its domains, whether NULL is refused, and their checks.
  func resolved(
    _ type: UInt32, modifier: Int, depth: Int = 0
  ) -> (type: ValueType, isNotNull: Bool, checks: [String]) {
    // Nobody nests domains this deep; a damaged catalogue must not hold us here.
    guard depth < 32, let entry = entries[type] else { return (.unsupported("number \(type)"), false, []) }
    if entry.kind == "d" {
      let inner = resolved(entry.base, modifier: entry.modifier, depth: depth + 1)
      return (inner.type, inner.isNotNull || entry.isNotNull, inner.checks + entry.checks)
    }
    if entry.kind == "e" { return (.choices(entry.labels), false, []) }
    if entry.isArray { return (.written(.emptyArray), false, []) }
    return (Self.base(entry.name, modifier: modifier), false, [])
  }

  private static func base(_ name: String, modifier: Int) -> ValueType {
    switch name {
    case "int2": .number(digits: 4, scale: 0)
    case "int4": .number(digits: 9, scale: 0)
    case "int8": .number(digits: 18, scale: 0)
    case "oid": .number(digits: 9, scale: 0)
    case "numeric": numeric(modifier)
    case "money": .number(digits: 15, scale: 2)
    case "float4", "float8": .double
    case "bool": .boolean
    case "text", "citext": .text(characters: nil)
    case "name": .text(characters: 63)
    case "varchar": .text(characters: modifier < 4 ? nil : modifier - 4)
    case "bpchar": .text(characters: modifier < 4 ? nil : modifier - 4)
    case "char": .text(characters: 1)
    case "date": .date
    case "timestamp": .timestamp(digits: modifier < 0 ? 6 : min(modifier, 6), hasZone: false)
    case "timestamptz": .timestamp(digits: modifier < 0 ? 6 : min(modifier, 6), hasZone: true)
    case "time": .time
    case "timetz": .time
    // What stands in front of 2^16 tells the fields: year and month alone are a count of months.
    case "interval": .interval(isMonths: modifier >= 0 && modifier >> 16 == 1 << 2 | 1 << 1)
    case "bytea": .bytes(length: nil)
    case "uuid": .uuid
    case "json", "jsonb": .json
    case "xml": .xml
    case "inet", "cidr": .written(.networkAddress)
    case "macaddr": .written(.hardwareAddress)
    case "tsvector": .written(.searchWords)
    default: .unsupported(name)
    }
  }

  /// numeric's modifier: precision above, an 11-bit scale with sign below (src/backend/utils/adt/numeric.c).
  private static func numeric(_ modifier: Int) -> ValueType {
    guard modifier >= 4 else { return .number(digits: nil, scale: nil) }
    return .number(digits: ((modifier - 4) >> 16) & 0xFFFF, scale: ((modifier - 4) & 0x7FF ^ 1024) - 1024)
  }
}
