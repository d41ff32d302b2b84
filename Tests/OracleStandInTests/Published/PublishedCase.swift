import Foundation
import Testing

/// A statement with the result that a published source gives for it.
///
/// The files beside this one hold them, written down before the functions that they test:
///
///     -- where the expectation comes from
///     SELECT ... ;
///     = first column | second column      (a row; NULL is written NULL)
///     ! ORA-00000                         (or the error)
///
/// `-- gap: why` before a statement says that the stand-in refuses it, with ORA-03001 or ORA-00904 and kin, and must not
/// answer it wrongly.
struct PublishedCase: Sendable, CustomTestStringConvertible {
  var file: String
  var line: Int
  var source: String
  var gap: String?
  var needs: String?
  var sql: String
  var rows: [String] = []
  var code: Int?

  var testDescription: String { "\(file):\(line)" }

  static func load(_ file: String) -> [PublishedCase] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(file)
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    var cases: [PublishedCase] = []
    var current: PublishedCase?
    var isInStatement = false
    func finish() {
      if let current { cases.append(current) }
      current = nil
    }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if !isInStatement, line.hasPrefix("-- ") {
        let note = String(line.dropFirst(3))
        if current?.sql.isEmpty == false { finish() }
        var entry = current ?? PublishedCase(file: file, line: number + 1, source: note, sql: "")
        if note.hasPrefix("gap: ") { entry.gap = String(note.dropFirst(5)) }
        if note.hasPrefix("needs: ") { entry.needs = String(note.dropFirst(7)) }
        current = entry
      } else if !isInStatement, line.hasPrefix("= ") || line == "=" {
        current?.rows.append(String(line.dropFirst(2)))
      } else if !isInStatement, line.hasPrefix("! ORA-") {
        current?.code = Int(line.dropFirst(6).prefix(5))
      } else if isInStatement || !line.isEmpty, current != nil {
        let text = current?.sql ?? ""
        current?.sql = text.isEmpty ? String(line) : text + "\n" + line
        isInStatement = !line.hasSuffix(";")
        if !isInStatement { current?.sql.removeLast() }
      }
    }
    finish()
    return cases
  }
}
