import ArgumentParser
import OracleStandIn

/// `NAME=PROFILE:ROWS` of `--generate`.
struct GeneratedTableArgument: ExpressibleByArgument, CustomStringConvertible {
  let name: String
  let profile: GeneratedProfile
  let rows: Int

  init?(argument: String) {
    let sides = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty else { return nil }
    let parts = sides[1].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let profile = GeneratedProfile(rawValue: String(parts[0])), let rows = Int(parts[1]),
      rows >= 0
    else { return nil }
    name = String(sides[0])
    self.profile = profile
    self.rows = rows
  }

  var description: String { "\(name)=\(profile.rawValue):\(rows)" }
}
