import Model
import OracleSQL

// Statements about the database itself, and about objects that the schema of PostgreSQL has no place for.
extension SchemaReplay {
  /// Kinds that belong to a schema; others are the database's own, such as TABLESPACE and PROFILE.
  private static let schemaKinds: Set<String> = [
    "EDITION", "DIMENSION", "ATTRIBUTE DIMENSION", "HIERARCHY", "ANALYTIC VIEW", "DOMAIN", "USECASE DOMAIN",
    "FLEXIBLE DOMAIN", "OPERATOR", "INDEXTYPE", "LIBRARY", "MATERIALIZED ZONEMAP", "INMEMORY JOIN GROUP",
    "PROPERTY GRAPH", "VECTOR INDEX", "MLE ENV", "MLE MODULE", "JAVA SOURCE", "JAVA CLASS", "JAVA RESOURCE", "OUTLINE",
    "FLASHBACK ARCHIVE",
  ]

  mutating func administer(_ statement: AdministrativeStatement) {
    let kind = Self.kind(statement.object)
    guard let name = statement.name else {
      report(
        .info, "script.administrative", "statement at \(place)",
        "\(statement.verb) \(statement.object) is about the database itself and left out",
        "do what it does in PostgreSQL's way where it is needed")
      return
    }
    let key = key(name)
    switch (statement.verb, kind) {
    case ("ALTER", "INDEX"): alterIndex(key)
    case ("CREATE", _) where Self.schemaKinds.contains(kind): keepOther(kind, name)
    case ("DROP", _) where Self.schemaKinds.contains(kind): others[key]?.removeAll { $0.kind == kind }
    case ("ALTER", "TYPE"):
      report(
        .warning, "script.changed-type", "type \(key.name)", "a change of it is left out: it stays as it was made",
        "change it by ALTER TYPE in PostgreSQL")
    case ("ALTER", "MATERIALIZED VIEW"):
      report(
        .warning, "script.changed-view", "materialized view \(key.name)", "a change of it is left out",
        "see whether it is about more than refreshing")
    default:
      report(
        .info, "script.administrative", "\(kind.lowercased()) \(key.name)",
        "\(statement.verb) is about the database itself and left out",
        "do what it does in PostgreSQL's way where it is needed")
    }
  }

  /// Without the words in front that say more about an object.
  private static func kind(_ words: String) -> String {
    let modifiers: Set<Substring> = [
      "BIGFILE", "SMALLFILE", "TEMPORARY", "UNDO", "LOCAL", "PUBLIC", "SHARED", "PRIVATE", "MANDATORY", "CLEAN",
      "EDITIONABLE", "NONEDITIONABLE", "FORCE", "NOFORCE", "MULTI", "AND", "RESOLVE", "COMPILE",
    ]
    return words.split(separator: " ").drop { modifiers.contains($0) }.joined(separator: " ")
  }

  /// ALTER INDEX: a new name is followed, and what makes it useless to queries is said; the rest is about storage.
  mutating func alterIndex(_ key: Key) {
    guard let tokens = try? Lexer.tokens(of: String(decoding: text, as: UTF8.self)) else { return }
    let words = tokens.filter { $0.kind == .word || $0.kind == .quotedIdentifier }.map { spelling(of: $0) }
    if let place = words.firstIndex(of: "RENAME"), place + 2 < words.count, words[place + 1] == "TO" {
      for (owner, table) in tables where owner.owner == key.owner {
        for index in table.indexes.indices where table.indexes[index].name == key.name {
          tables[owner]?.indexes[index].name = words[place + 2]
        }
      }
    } else if words.contains("UNUSABLE") || words.contains("INVISIBLE") {
      report(
        .warning, "script.index-state", "index \(key.name)",
        "it is \(words.contains("UNUSABLE") ? "UNUSABLE" : "INVISIBLE") in Oracle, and in use in PostgreSQL",
        "drop it where no query needs it")
    } else {
      leaveOut(["ALTER INDEX"], of: "index \(key.name)")
    }
  }

  // MARK: Packages that make objects

  /// Procedures that make objects, what findings call these, the parameter that names them, and its place.
  private static let makers: [String: (kind: String, parameter: String, place: Int)] = [
    "DBMS_SCHEDULER.CREATE_JOB": ("JOB", "JOB_NAME", 0),
    "DBMS_SCHEDULER.CREATE_PROGRAM": ("PROGRAM", "PROGRAM_NAME", 0),
    "DBMS_SCHEDULER.CREATE_SCHEDULE": ("SCHEDULE", "SCHEDULE_NAME", 0),
    "DBMS_SCHEDULER.CREATE_CHAIN": ("CHAIN", "CHAIN_NAME", 0), "DBMS_JOB.SUBMIT": ("JOB", "", 0),
    "DBMS_AQADM.CREATE_QUEUE": ("QUEUE", "QUEUE_NAME", 0),
    "DBMS_AQADM.CREATE_QUEUE_TABLE": ("QUEUE TABLE", "QUEUE_TABLE", 0),
    "DBMS_AQADM.CREATE_TRANSACTIONAL_EVENT_QUEUE": ("QUEUE", "QUEUE_NAME", 0),
    "DBMS_RLS.ADD_POLICY": ("ROW POLICY", "POLICY_NAME", 2), "DBMS_FGA.ADD_POLICY": ("AUDIT POLICY", "POLICY_NAME", 2),
    "DBMS_REDACT.ADD_POLICY": ("REDACTION POLICY", "POLICY_NAME", 2),
    "CTX_DDL.CREATE_PREFERENCE": ("TEXT PREFERENCE", "PREFERENCE_NAME", 0),
  ]

  /// Names what a block makes through Oracle's packages.
  ///
  /// - Returns: whether it makes anything so.
  mutating func reportPackageCalls() -> Bool {
    guard let tokens = try? Lexer.tokens(of: String(decoding: text, as: UTF8.self)) else { return false }
    var found = false
    for index in tokens.indices.dropLast(2) where tokens[index].kind == .word && tokens[index + 1].kind == .dot {
      guard let maker = Self.makers[spelling(of: tokens[index]) + "." + spelling(of: tokens[index + 2])] else {
        continue
      }
      found = true
      let name = argument(maker.parameter, maker.place, in: tokens[(index + 3)...])
      if let name {
        let parts = name.uppercased().split(separator: ".").map(String.init)
        keep(OtherObject(kind: maker.kind, name: parts.last ?? name), of: parts.count > 1 ? parts[0] : owner)
      } else {
        report(
          .warning, "object." + maker.kind.lowercased().split(separator: " ").joined(separator: "-"),
          "\(maker.kind.lowercased()) at \(place)", "objects of this kind are not carried over",
          "find its counterpart in PostgreSQL where it is still needed")
      }
    }
    return found
  }

  /// The literal behind `parameter =>`, else the one at its place.
  private func argument(_ parameter: String, _ place: Int, in tokens: ArraySlice<Token>) -> String? {
    guard !parameter.isEmpty else { return nil }
    var literals: [String] = []
    var last = ""
    for token in tokens.prefix(200) {
      guard token.kind != .semicolon else { break }
      if token.kind == .string {
        let text = String(source(token.range).dropFirst().dropLast())
        if last == parameter { return text }
        literals.append(text)
      } else if token.kind == .word {
        last = spelling(of: token)
      }
    }
    return literals.dropFirst(place).first
  }
}
