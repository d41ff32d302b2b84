import Foundation
import Testing

/// Recorded messages of real servers, and published vectors: facts from outside that the tests compare with.
///
/// They are no part of the package. The folder is the one that ORAFERRY_CAPTURES names, by default
/// `../shared/wire/captures` beside the package. This is the one place that decides whether their tests run.
enum Captures {
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["ORAFERRY_CAPTURES"], !named.isEmpty {
      return URL(fileURLWithPath: named)
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared/wire/captures")
  }()

  static let areThere: Bool = {
    let index = folder.appendingPathComponent("INDEX.md").path
    guard !FileManager.default.fileExists(atPath: index) else { return true }
    print(
      "SKIPPED: all tests against recorded messages of real Oracle servers: there is no \(index). "
        + "Set ORAFERRY_CAPTURES to the folder that holds them.")
    return false
  }()

  /// Why their tests are skipped.
  static let absence: Comment = "ORAFERRY_CAPTURES names no folder with recorded messages of real Oracle servers"

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// The bytes of a file of hexadecimal digits, with blanks between or without.
  static func hex(_ path: String) throws -> [UInt8] {
    try bytes(text(path))
  }

  /// The payload of a file that holds one DATA packet with a 32-bit length: without header and data flags.
  static func payload(_ path: String) throws -> [UInt8] {
    let packet = try hex(path)
    let length = packet.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    try #require(length == packet.count && packet[4] == 6)
    return Array(packet.dropFirst(10))
  }

  /// The rows of a file of tab-separated values, without comments; none when the captures are not there.
  static func rows(_ path: String) -> [[String]] {
    guard areThere, let text = try? text(path) else { return [] }
    return text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The bytes of hexadecimal digits; other characters count as blanks.
  static func bytes(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }
}

/// A small generator with a seed, so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
  }
}
