import Canonical
import Model

/// One value of a sample: what each server is asked to make of it as text.
struct RenderedValue: Sendable, Hashable {
  /// The value's name for people.
  var name: String
  var meaning: RenderedMeaning
  /// Expressions of Oracle's SQL; the first is NULL where the value is.
  var source: [String]
  /// Expressions of PostgreSQL's SQL on the row `t`; the first is NULL where the value is.
  var target: [String]
  /// The type of PostgreSQL's column.
  var targetType: String
  /// PostgreSQL's expression for the value.
  var targetValue: String
  /// Whether rows can be looked up by it: its texts are all of it, and exact.
  var isKey: Bool

  /// Why a value is not in the sample.
  struct Omission: Error, Sendable, Hashable {
    var reason: String
  }

  /// Chooses how a value is rendered.
  ///
  /// - Throws: `Omission` where Oracle has no text of it, or the text that it has is what was copied.
  init(_ source: SourceValue, _ target: TargetValue, rule: SubMicrosecondRule) throws(Omission) {
    guard source.declaredText == nil else {
      throw Omission(reason: "its text is read in another character set than the database's")
    }
    if case .object = source.role { throw Omission(reason: "only the attributes of an object are") }
    guard let builtIn = target.type.builtIn else {
      throw Omission(reason: "its type in PostgreSQL has no text to compare")
    }
    let value = "t." + PostgresIdentifier.quoted(target.column)
    let read: String =
      if case .field(let field) = target.role { "(\(value)).\(PostgresIdentifier.quoted(field))" } else { value }
    let rendering = try Self.rendering(of: source.oracleType, source.expression, builtIn, read, rule)
    name = target.name
    meaning = rendering.meaning
    self.source = rendering.source
    self.target = rendering.target
    targetType = target.type.name
    targetValue = read
    isKey = rendering.isKey
  }

  private typealias Rendering = (meaning: RenderedMeaning, source: [String], target: [String], isKey: Bool)

  private static func rendering(
    of type: OracleDataType, _ oracle: String, _ builtIn: PostgresColumnType.BuiltIn, _ postgres: String,
    _ rule: SubMicrosecondRule
  ) throws(Omission) -> Rendering {
    switch type {
    case .number, .float:
      let number = "TO_CHAR(\(oracle), 'TM9', 'NLS_NUMERIC_CHARACTERS=''.,''')"
      let meaning: RenderedMeaning =
        switch builtIn {
        case .bool: .flag
        case .float4: .float
        case .float8: .double
        default: .decimal
        }
      return (meaning, [number], ["\(postgres)::text"], meaning == .decimal)
    case .binaryFloat where builtIn == .float4: return (.float, ["TO_CHAR(\(oracle))"], ["\(postgres)::text"], false)
    case .binaryFloat, .binaryDouble: return (.double, ["TO_CHAR(\(oracle))"], ["\(postgres)::text"], false)
    case .varchar2(let length), .nvarchar2(let length), .char(let length), .nchar(let length):
      // What PostgreSQL's char pads with counts on neither side.
      let isPadded = builtIn == .bpchar
      return text(isPadded ? "RTRIM(\(oracle))" : oracle, postgres, isShort: length <= RenderedText.limit)
    case .clob, .nclob: return largeText(oracle, postgres)
    case .raw(let length): return bytes(oracle, length: length, builtIn, postgres)
    case .blob where builtIn == .bytea: return largeBytes(oracle, postgres)
    case .date: return moment(oracle, "SYYYY-MM-DD HH24:MI:SS", builtIn, postgres, rule)
    case .timestamp: return moment(oracle, "SYYYY-MM-DD HH24:MI:SS.FF9", builtIn, postgres, rule)
    case .timestampWithTimeZone:
      return moment("SYS_EXTRACT_UTC(\(oracle))", "SYYYY-MM-DD HH24:MI:SS.FF9", builtIn, postgres, rule)
    case .timestampWithLocalTimeZone:
      return moment("\(oracle) AT TIME ZONE '+00:00'", "SYYYY-MM-DD HH24:MI:SS.FF9", builtIn, postgres, rule)
    case .intervalYearToMonth:
      return duration(.decimal, [("YEAR", "* 12"), ("MONTH", "")], oracle, postgres)
    case .intervalDayToSecond:
      return duration(
        .seconds(rule), [("DAY", "* 86400"), ("HOUR", "* 3600"), ("MINUTE", "* 60"), ("SECOND", "")], oracle, postgres)
    case .boolean:
      return (
        .letters, ["LOWER(TO_CHAR(\(oracle)))"], ["\(postgres)::text"], true
      )
    case .rowid: return (.letters, ["ROWIDTOCHAR(\(oracle))"], ["\(postgres)::text"], true)
    case .json, .xml, .vector: throw Omission(reason: "Oracle's text of it is what was copied")
    case .long, .longRaw, .urowid, .blob, .object, .collection, .unsupported:
      throw Omission(reason: "Oracle's SQL makes no text of \(type)")
    }
  }

  private static func text(_ oracle: String, _ postgres: String, isShort: Bool) -> Rendering {
    let limit = RenderedText.limit
    return (
      .text,
      ["TO_CHAR(LENGTH(\(oracle)))", "ASCIISTR(SUBSTR(\(oracle), 1, \(limit)))"]
        + (isShort ? [] : ["ASCIISTR(SUBSTR(\(oracle), -\(limit)))"]),
      targetText(postgres), isShort
    )
  }

  private static func largeText(_ oracle: String, _ postgres: String) -> Rendering {
    let limit = RenderedText.limit
    let length = "DBMS_LOB.GETLENGTH(\(oracle))"
    return (
      .text,
      [
        "TO_CHAR(\(length))", "ASCIISTR(DBMS_LOB.SUBSTR(\(oracle), \(limit), 1))",
        "ASCIISTR(DBMS_LOB.SUBSTR(\(oracle), \(limit), GREATEST(\(length) - \(limit - 1), 1)))",
      ], targetText(postgres), false
    )
  }

  /// Characters beyond the first plane are two units of UTF-16 each.
  private static func targetText(_ postgres: String) -> [String] {
    let text = "\(postgres)::text"
    let units =
      "CASE WHEN octet_length(\(text)) = char_length(\(text)) OR getdatabaseencoding() <> 'UTF8' THEN char_length(\(text)) "
      + "ELSE 2 * char_length(\(text)) - char_length(regexp_replace(\(text), '[\\U00010000-\\U0010FFFF]', '', 'g')) END"
    return [
      "char_length(\(text))::text", "(\(units))::text", "left(\(text), \(RenderedText.limit))",
      "right(\(text), \(RenderedText.limit))",
    ]
  }

  private static let byteLimit = 1000

  /// All bytes of shorter columns: two digits for each fit into 4,000.
  private static func bytes(
    _ oracle: String, length: Int, _ builtIn: PostgresColumnType.BuiltIn, _ postgres: String
  ) -> Rendering {
    guard length <= 2000 else { return largeBytes("TO_BLOB(\(oracle))", postgres) }
    let digits =
      builtIn == .uuid ? "replace(\(postgres)::text, '-', '')" : "encode(\(postgres), 'hex')"
    return (
      .bytes, ["TO_CHAR(LENGTH(RAWTOHEX(\(oracle))) / 2)", "RAWTOHEX(\(oracle))"],
      ["(char_length(\(digits)) / 2)::text", digits], true
    )
  }

  private static func largeBytes(_ oracle: String, _ postgres: String) -> Rendering {
    let length = "DBMS_LOB.GETLENGTH(\(oracle))"
    return (
      .bytes,
      [
        "TO_CHAR(\(length))", "RAWTOHEX(DBMS_LOB.SUBSTR(\(oracle), \(byteLimit), 1))",
        "RAWTOHEX(DBMS_LOB.SUBSTR(\(oracle), \(byteLimit), GREATEST(\(length) - \(byteLimit - 1), 1)))",
      ],
      [
        "octet_length(\(postgres))::text", "encode(substr(\(postgres), 1, \(byteLimit)), 'hex')",
        "encode(substr(\(postgres), greatest(octet_length(\(postgres)) - \(byteLimit - 1), 1)), 'hex')",
      ], false
    )
  }

  private static func moment(
    _ oracle: String, _ format: String, _ builtIn: PostgresColumnType.BuiltIn, _ postgres: String,
    _ rule: SubMicrosecondRule
  ) -> Rendering {
    let value = builtIn == .timestamptz ? "\(postgres) AT TIME ZONE 'UTC'" : "\(postgres)::timestamp"
    // to_char makes nothing of infinities.
    let text = "coalesce(nullif(to_char(\(value), 'YYYY-MM-DD HH24:MI:SS.US AD'), ''), \(postgres)::text)"
    return (.moment(rule), ["TO_CHAR(\(oracle), '\(format)')"], [text], true)
  }

  private static func duration(
    _ meaning: RenderedMeaning, _ fields: [(name: String, factor: String)], _ oracle: String, _ postgres: String
  ) -> Rendering {
    func sum(_ value: String, _ cast: String) -> String {
      fields.map { "EXTRACT(\($0.name) FROM \(value))\(cast) \($0.factor)" }.joined(separator: " + ")
    }
    return (
      meaning, ["TO_CHAR(\(sum(oracle, "")), 'TM9', 'NLS_NUMERIC_CHARACTERS=''.,''')"],
      ["(\(sum(postgres, "::numeric")))::text"], false
    )
  }

  /// The value as PostgreSQL reads it in text, to look a row up by it; nil for NULL or what it would not read.
  func literal(_ source: [String?]) -> String? {
    guard let first = source.first ?? nil else { return nil }
    switch meaning {
    case .decimal: return DecimalText(first) == nil || first.contains("~") ? nil : first.trimming(" ")
    case .text: return RenderedText.text(source.count > 1 ? source[1] ?? "" : "")
    case .bytes:
      let digits = source.count > 1 ? source[1] ?? "" : ""
      return targetType == "uuid" ? digits : "\\x" + digits
    case .moment(let rule):
      return MomentText(oracle: first)?.rounded(rule)?.postgres(
        zone: targetType.hasSuffix("with time zone") ? "+00" : "")
    case .letters: return first
    case .seconds, .double, .float, .flag: return nil
    }
  }
}
