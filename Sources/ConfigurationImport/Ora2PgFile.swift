import Foundation

/// The directives of an ora2pg.conf, with those of the files that it imports, in their order.
///
/// A line is blank, a comment (`#`), or a directive's name and its value behind blanks; names are taken in any case of
/// letters (ora2pg's documentation, "Configuration").
public struct Ora2PgFile: Sendable {
  /// A directive as it stands in a file.
  public struct Directive: Sendable, Hashable {
    /// In upper case.
    public var name: String
    /// May hold a password: never shown.
    public var value: String
    /// The file's name as it was given.
    public var file: String
    /// Counted from 1.
    public var line: Int

    /// `ora2pg.conf:12 WHERE`, for findings.
    public var place: String { "\(file):\(line) \(name)" }
  }

  /// Why a file can't be read.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    public var file: String
    public var line: Int?
    public var reason: String
    public var remedy: String

    /// Place, fault and remedy.
    public var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(reason); \(remedy)" }
  }

  /// In the order in which ora2pg takes them: of most a later one wins.
  public private(set) var directives: [Directive] = []

  private static let importing = ["IMPORT", "INCLUDE"]
  private static let largestSize = 1 << 20
  private static let deepest = 16

  /// Reads a file and what it imports; relative names are taken from the folder of the file that has them.
  ///
  /// - Throws: `Failure` for files that can't be read, that are no text, and that import each other.
  public init(path: String) throws(Failure) {
    try read(path, from: nil, above: [])
  }

  private mutating func read(_ path: String, from parent: Directive?, above: [String]) throws(Failure) {
    let place = URL(filePath: path).standardizedFileURL.path
    guard !above.contains(place), above.count < Self.deepest else {
      throw Failure(
        file: parent?.file ?? path, line: parent?.line, reason: "the files import each other, or too deep",
        remedy: "remove the directive")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        file: parent?.file ?? path, line: parent?.line,
        reason: parent == nil ? "there is no such file, or it can't be read" : "\(path) can't be read",
        remedy: "give the path of a file that is there")
    }
    guard data.count <= Self.largestSize else {
      throw Failure(
        file: path, line: nil, reason: "larger than \(Self.largestSize) bytes", remedy: "this is no ora2pg.conf")
    }
    for (index, raw) in [UInt8](data).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let text = String(validating: raw, as: UTF8.self) else {
        throw Failure(file: path, line: index + 1, reason: "not UTF-8", remedy: "save the file as UTF-8")
      }
      let content = text.trimmingCharacters(in: .whitespaces.union(.controlCharacters))
      guard let first = content.first, first != "#" else { continue }
      let name = content.prefix { !$0.isWhitespace }
      let value = content[name.endIndex...].trimmingCharacters(in: .whitespaces)
      let directive = Directive(name: name.uppercased(), value: value, file: path, line: index + 1)
      guard Self.importing.contains(directive.name) else {
        directives.append(directive)
        continue
      }
      guard !value.isEmpty else { continue }
      let folder = URL(filePath: path).deletingLastPathComponent()
      let other = value.hasPrefix("/") ? value : folder.appending(path: value).path
      try read(other, from: directive, above: above + [place])
    }
  }

  /// The last directive of a name that says something.
  func last(_ name: String) -> Directive? { directives.last { $0.name == name && !$0.value.isEmpty } }
}
