import OracleSQL

/// Why a program is not converted, and where the construct stands in its text.
struct ProgramRefusal: Error {
  var reason: String
  var place: SourceRange?

  init(_ reason: String, at place: SourceRange? = nil) {
    self.reason = reason
    self.place = place
  }

  /// The tree of a program's text.
  static func parsed(_ text: String) throws(ProgramRefusal) -> ProgramUnit {
    do {
      let unit = try SQLParser.parseUnit(text, options: .placeholders)
      if let construct = unit.uncommon.first {
        throw ProgramRefusal(
          "\(construct.name) is not converted", at: SourceRange(start: construct.offset, end: construct.offset))
      }
      return unit
    } catch let error as SQLSyntaxError {
      throw ProgramRefusal("its text is not understood (\(error.oracleMessage))")
    } catch let error as ProgramRefusal {
      throw error
    } catch {
      throw ProgramRefusal("its text is not understood")
    }
  }
}

extension ProgramUnit {
  /// What was taken for known where `$IF` chose among the unit's statements; the parser decides as the newest release does.
  func conditionalRemarks(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return conditionals.map { section in
      let line = SourceLocation(offset: section.range.start, in: bytes).line
      let chosen =
        section.chosen.map { "the branch of line \(SourceLocation(offset: $0.start, in: bytes).line)" } ?? "none"
      return "line \(line): of the branches of $IF \(chosen) is taken, as release 23 without flags of its own does"
    }
  }
}
