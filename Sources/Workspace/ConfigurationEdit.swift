import Foundation

/// Entries that are added to a section of config.ini, with everything else left as it is, byte for byte.
public struct ConfigurationEdit: Sendable {
  /// An entry.
  public struct Entry: Sendable, Hashable {
    /// What stands before the `=`.
    public var key: String
    /// What stands behind it.
    public var value: String

    /// Makes one.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// What became of an entry.
  public enum Outcome: Sendable, Hashable {
    /// It stands in this line now.
    case added(line: Int)
    /// An entry of that key stood there already, and was left alone.
    case kept(line: Int)
  }

  /// The text with the entries.
  let bytes: [UInt8]
  /// One for each entry.
  let outcomes: [Outcome]

  /// Adds entries behind the last line of a section that says something; a section that is missing comes last.
  ///
  /// - Parameters:
  ///   - comment: one line, without its `#`.
  ///   - file: the path, for errors.
  /// - Throws: `ConfigurationError` for a text that is no configuration, and for entries that would not be read back.
  init(
    _ original: [UInt8], adding entries: [Entry], to section: String, comment: String, file: String
  ) throws(ConfigurationError) {
    let before = try INIFile(original, file: file)
    let known = before.sections[section]?.entries ?? [:]
    let newline: [UInt8] = original.split(separator: 0x0A).first?.last == 0x0D ? [0x0D, 0x0A] : [0x0A]
    var lines = Self.lines(original)
    let missing = entries.filter { known[$0.key.lowercased()] == nil }
    var place = Self.end(of: before.sections[section], in: lines, before)
    var added: [UInt8] = []
    if !missing.isEmpty {
      if place > 0, lines[place - 1].last != 0x0A { lines[place - 1] += newline }
      if before.sections[section] == nil {
        added += newline + Array("[\(section)]".utf8) + newline
        place += 2
      }
      added += Array("# \(comment)".utf8) + newline
      for entry in missing { added += Array("\(entry.key) = \(entry.value)".utf8) + newline }
    }
    let start = before.sections[section] == nil ? lines.count : place
    bytes = lines[..<start].flatMap(\.self) + added + lines[start...].flatMap(\.self)
    guard bytes.count <= INIFile.largestSize else {
      throw ConfigurationError(
        "it would be larger than \(INIFile.largestSize) bytes", remedy: "take out what is not needed", file: file)
    }
    let after = try INIFile(bytes, file: file)
    var next = place + 2
    var outcomes: [Outcome] = []
    for entry in entries {
      if let former = known[entry.key.lowercased()] {
        let isAbove = former.line <= start
        outcomes.append(.kept(line: isAbove ? former.line : former.line + missing.count + 1))
        continue
      }
      guard let read = after.sections[section]?.entries[entry.key.lowercased()], read.writtenKey == entry.key,
        read.written == entry.value, read.line == next
      else {
        throw ConfigurationError(
          "the entry would not be read back as it is", remedy: "write it by hand", file: file, section: section,
          key: entry.key)
      }
      outcomes.append(.added(line: next))
      next += 1
    }
    self.outcomes = outcomes
  }

  /// Lines with their ends.
  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    for byte in bytes {
      line.append(byte)
      if byte == 0x0A {
        lines.append(line)
        line = []
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// How many lines stand before the place for more entries: the section's last line that is not blank is the last of them.
  private static func end(of section: INIFile.Section?, in lines: [[UInt8]], _ ini: INIFile) -> Int {
    guard let section else { return lines.count }
    let next = ini.sections.values.map(\.line).filter { $0 > section.line }.min() ?? lines.count + 1
    var end = next - 1
    while end > section.line, lines[end - 1].allSatisfy({ [0x20, 0x09, 0x0D, 0x0A].contains($0) }) { end -= 1 }
    return end
  }
}

extension Workspace {
  /// Adds entries to a section of config.ini: comments and everything else stay, byte for byte, and so do the file's
  /// permissions; the file has all of its new contents or what it had.
  ///
  /// An entry whose key is there already is left alone.
  ///
  /// - Throws: `ConfigurationError`; nothing is changed then.
  public func add(
    _ entries: [ConfigurationEdit.Entry], to section: String, comment: String
  ) throws -> [ConfigurationEdit.Outcome] {
    // Where it is a link, what it leads to is replaced, not the link.
    let path = configurationFile.resolvingSymlinksInPath().path(percentEncoded: false)
    let original = try PrivateFile.read(path, limit: INIFile.largestSize)
    let edit = try ConfigurationEdit(original, adding: entries, to: section, comment: comment, file: path)
    guard edit.bytes != original else { return edit.outcomes }
    try PrivateFile.replace(path, contents: Data(edit.bytes), keepsMode: true)
    return edit.outcomes
  }
}
