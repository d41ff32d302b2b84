import Model
import Reporting
import Tabular

/// A schema's profile for people: a table of columns for each table, what is proposed, and what to look at.
public struct ProfileText {
  /// Characters of a value that are shown.
  private static let widestValue = 22

  private let profile: SchemaProfile

  /// Shows a profile; its lines hold values of rows.
  public init(_ profile: SchemaProfile) {
    self.profile = profile
  }

  /// The lines; what would steer a terminal is escaped.
  public var lines: [String] {
    var lines: [String] = []
    for table in profile.tables { lines += self.lines(table) + [""] }
    lines += proposalLines + noteLines
    return lines + [Self.summary(profile)]
  }

  /// The last line, without values of rows.
  public static func summary(_ profile: SchemaProfile) -> String {
    let columns = profile.tables.reduce(0) { $0 + $1.columns.count }
    let rows = profile.tables.reduce(0) { $0 + $1.rows }
    let remarks = profile.notes.count - profile.warnings.count
    return counted(profile.tables.count, "table") + ", " + counted(columns, "column") + ", " + counted(rows, "row")
      + " read: " + counted(profile.proposals.count, "proposal") + ", " + counted(profile.warnings.count, "warning")
      + ", " + counted(remarks, "remark")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    FigureText.grouped(count) + " " + (count == 1 ? noun : noun + "s")
  }

  private func lines(_ table: TableProfile) -> [String] {
    let name = "\(table.owner).\(table.table)".printable
    guard table.unread == nil else { return ["\(name): not read"] }
    let part = table.isSample ? " in blocks taken at random" : ""
    let of = table.isSample ? table.rowEstimate.map { " of about \(FigureText.grouped($0))" } ?? "" : ""
    let condition = table.condition == nil ? "" : ", those of [where] alone"
    var frame = DataFrame(
      columns: [
        ("column", .text), ("in Oracle", .text), ("in PostgreSQL", .text), ("proposed", .text), ("NULLs", .number),
        ("distinct", .number), ("min", .text), ("max", .text), ("evidence", .text),
      ])
    for column in table.columns {
      frame.append([
        .text(column.column), .text(column.oracleType), .text(column.postgresType),
        .text(proposed(table.table, column.column)), Self.number(column.unread == nil ? column.nulls : nil),
        Self.number(column.distinct), Self.value(column.minimum), Self.value(column.maximum),
        .text(Self.figures(column)),
      ])
    }
    return ["\(name): \(Self.counted(table.rows, "row"))\(of)\(part)\(condition)"] + FrameTable(frame).lines
  }

  private func proposed(_ table: String, _ column: String) -> String {
    profile.proposals.first { $0.columns.contains { $0.table == table && $0.column == column } }?.type ?? ""
  }

  private static func number(_ number: Int?) -> FrameValue {
    number.flatMap { ExactDecimal(String($0)) }.map { .number($0) } ?? .text("")
  }

  private static func value(_ text: String?) -> FrameValue {
    guard let text else { return .text("") }
    // A CHAR's padding tells nothing.
    let trimmed = String(text.reversed().drop { $0 == " " }.reversed())
    return .text(trimmed.count <= widestValue ? trimmed : String(trimmed.prefix(widestValue - 1)) + "…")
  }

  /// In a few words, without values.
  private static func figures(_ column: ColumnProfile) -> String {
    if column.unread != nil { return "not looked at" }
    guard column.values > 0 else { return "no value" }
    if let number = column.number { return figures(number, column.values) }
    if let text = column.text {
      let lengths = range(text.characters, "character")
      return lengths + (text.characters.total == text.bytes.total ? "" : ", " + range(text.bytes, "byte"))
    }
    if let moment = column.moment {
      return moment.timesOfDay == 0 ? "never a time" : "\(FigureText.grouped(moment.timesOfDay)) with a time"
    }
    if let length = column.length {
      return range(length, column.oracleType.hasSuffix("CLOB") ? "character" : "byte")
    }
    return ""
  }

  private static func figures(_ number: NumberFigures, _ values: Int) -> String {
    if number.zeros + number.ones == values { return "0 and 1 only" }
    let infinite = number.infinities > 0 ? ", \(FigureText.grouped(number.infinities)) infinite" : ""
    let whole = max(number.fractions > 0 ? 0 : 1, number.wholeDigits)
    let digits = counted(whole, "digit")
    return (number.fractions == 0 ? "whole, \(digits)" : "\(digits) and \(number.decimals) behind") + infinite
  }

  private static func range(_ length: LengthFigures, _ unit: String) -> String {
    let shortest = length.shortest ?? 0
    let most = counted(length.longest, unit)
    return shortest == length.longest ? most : "\(FigureText.grouped(shortest)) to \(most)"
  }

  private var proposalLines: [String] {
    guard !profile.proposals.isEmpty else { return [] }
    var lines = ["proposed, as entries of [types] in config/config.ini:"]
    for proposal in profile.proposals {
      for column in proposal.columns {
        lines.append("  \(column.entryName) = \(proposal.type)".printable)
      }
      let part = proposal.isOfSample ? " of a sample: the other rows may hold others" : ""
      let tied = proposal.columns.count > 1 ? ", in all \(proposal.columns.count) columns that foreign keys tie" : ""
      lines.append("      seen: \(proposal.evidence)\(tied)\(part)")
      lines.append("      if data grows: \(proposal.growth)")
      if let effect = proposal.effect { lines.append("      for programs: \(effect)") }
    }
    if !profile.consequences.isEmpty {
      lines.append("with these types the conversion would also say:")
      lines += profile.consequences.map { "  \($0)".printable }
    }
    return lines + [""]
  }

  private var noteLines: [String] {
    guard !profile.notes.isEmpty else { return [] }
    return profile.notes.flatMap { note in
      let place = ([note.table] + [note.column].compactMap(\.self)).joined(separator: ".")
      let severity = note.severity.rawValue + String(repeating: " ", count: 8 - note.severity.rawValue.count)
      let remedy = note.remedy.isEmpty ? [] : [String(repeating: " ", count: 9) + "-> \(note.remedy)".printable]
      return ["\(severity) \(place): \(note.text)".printable] + remedy
    } + [""]
  }
}
