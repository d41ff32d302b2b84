import ArgumentParser
import Conversion
import Migration
import Transfer
import Workspace

/// What becomes of values that PostgreSQL cannot hold, as [rejects] of config.ini has it.
struct RejectArguments: ParsableArguments {
  @Option(
    name: .customLong("bad-values"),
    help: ArgumentHelp(
      "What becomes of values that PostgreSQL cannot hold: reject, strip, replace or abort (default: reject).",
      discussion: """
        reject leaves the row out and keeps it in oraferry.rejects; strip leaves the characters out that PostgreSQL \
        cannot hold, replace puts U+FFFD in their place (both only for characters: other faults reject); abort ends \
        the copy. Policies by column stand in [rejects] of config.ini.
        """, valueName: "policy"))
  var badValues: String?

  @Option(
    name: .customLong("max-rejects"),
    help: ArgumentHelp(
      "The most rows that a run may leave out before it fails; all for any number (default: 1000).", valueName: "n"))
  var maxRejects: String?

  func validate() throws {
    do {
      _ = try rules(RejectSettings())
    } catch {
      throw ValidationError("\(error)")
    }
  }

  /// The rules of a configuration with what was given here before them.
  func rules(_ settings: RejectSettings) throws(OptionError) -> BadValueRules {
    var rules = try BadValueRules(settings)
    if let badValues {
      rules.usual = try BadValueRules.policy(badValues, entry: "--bad-values \(badValues)", origin: nil)
    }
    if let maxRejects {
      rules.limit = try BadValueRules.limit(maxRejects, entry: "--max-rejects \(maxRejects)", origin: nil)
    }
    return rules
  }
}

extension BadValueRules {
  /// The rules that a configuration's texts mean.
  init(_ settings: RejectSettings) throws(OptionError) {
    self.init()
    if let policy = settings.policy {
      usual = try Self.policy(policy.value, entry: "policy = \(policy.value)", origin: policy.origin)
    }
    if let limit = settings.limit {
      self.limit = try Self.limit(limit.value, entry: "limit = \(limit.value)", origin: limit.origin)
    }
    for column in settings.columns {
      entries.append(try Entry(column.key, policy: column.value, origin: column.origin))
    }
  }

  /// A number, or nil for `all`.
  static func limit(_ text: String, entry: String, origin: String?) throws(OptionError) -> Int? {
    if text.lowercased() == "all" { return nil }
    guard let limit = Int(text), limit >= 0 else {
      throw OptionError(
        entry, origin: origin, "neither a number of rows nor all", remedy: "write a number from 0 on, or all")
    }
    return limit
  }
}
