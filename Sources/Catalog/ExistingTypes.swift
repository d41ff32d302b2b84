import Model

/// Types of a PostgreSQL database as far as oraferry writes them, by the catalogue's numbers.
struct ExistingTypes {
  /// A domain.
  struct Domain {
    var base: UInt32
    var modifier: Int
    var isNotNull: Bool
    var hasDefault: Bool
  }

  /// A field of a composite type.
  struct Field {
    var name: String
    var type: UInt32
    var modifier: Int
  }

  var domains: [UInt32: Domain] = [:]
  var composites: [UInt32: (name: QualifiedName, fields: [Field])] = [:]

  /// What can be written into a column of a type, and what its domains say of NULL and defaults.
  ///
  /// - Parameter modifier: pg_attribute.atttypmod; -1 for none.
  func resolved(
    _ type: UInt32, modifier: Int, depth: Int = 0
  ) -> (types: [PostgresType], isNotNull: Bool, hasDefault: Bool) {
    // Nobody nests domains this deep; a damaged catalogue must not hold us here.
    guard depth < 32 else { return ([], false, false) }
    if let domain = domains[type] {
      let inner = resolved(domain.base, modifier: domain.modifier, depth: depth + 1)
      return (inner.types, domain.isNotNull || inner.isNotNull, domain.hasDefault || inner.hasDefault)
    }
    if let composite = composites[type] {
      let fields = composite.fields.compactMap { field -> CompositeType.Field? in
        resolved(field.type, modifier: field.modifier, depth: depth + 1).types.first
          .map { CompositeType.Field(name: field.name, type: $0) }
      }
      guard fields.count == composite.fields.count else { return ([], false, false) }
      return ([.composite(CompositeType(name: composite.name, fields: fields))], false, false)
    }
    return (Self.builtIn(type, modifier), false, false)
  }

  /// The built-in types by their fixed numbers (src/include/catalog/pg_type.dat).
  static func builtIn(_ type: UInt32, _ modifier: Int) -> [PostgresType] {
    switch type {
    case 16: [.boolean]
    case 17: [.bytea]
    case 20: [.bigint]
    case 21: [.smallint]
    case 23: [.integer]
    case 25: [.text]
    case 114: [.json]
    case 142: [.xml]
    case 700: [.real]
    case 701: [.doublePrecision]
    case 1005: [.array(.smallint)]
    case 1021: [.array(.real)]
    case 1022: [.array(.doublePrecision)]
    case 1042: [.char(length: modifier < 0 ? Int(Int32.max) : modifier - 4)]
    case 1043: [modifier < 0 ? .text : .varchar(length: modifier - 4)]
    case 1082: [.date]
    case 1114: [.timestamp(precision: modifier < 0 ? 6 : modifier)]
    case 1184: [.timestamptz(precision: modifier < 0 ? 6 : modifier)]
    case 1186: interval(modifier)
    case 1700: [numeric(modifier)]
    case 2950: [.uuid]
    default: []
    }
  }

  /// numeric's modifier: precision above, an 11-bit scale with sign below (src/backend/utils/adt/numeric.c).
  private static func numeric(_ modifier: Int) -> PostgresType {
    guard modifier >= 4 else { return .unboundedNumeric }
    let scale = ((modifier - 4) & 0x7FF ^ 1024) - 1024
    return .numeric(precision: ((modifier - 4) >> 16) & 0xFFFF, scale: scale)
  }

  /// interval's modifier: which fields above, digits of a second below, all bits set for no limit
  /// (src/include/utils/timestamp.h).
  private static func interval(_ modifier: Int) -> [PostgresType] {
    guard modifier >= 0 else { return [.intervalYearToMonth, .intervalDayToSecond(precision: 6)] }
    let precision = modifier & 0xFFFF == 0xFFFF ? 6 : min(6, modifier & 0xFFFF)
    return switch (modifier >> 16) & 0x7FFF {
    case 0x7FFF: [.intervalYearToMonth, .intervalDayToSecond(precision: precision)]
    case 1 << 2 | 1 << 1: [.intervalYearToMonth]
    case 1 << 3 | 1 << 10 | 1 << 11 | 1 << 12: [.intervalDayToSecond(precision: precision)]
    default: []
    }
  }
}
