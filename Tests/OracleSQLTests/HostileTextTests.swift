import Foundation
import Synchronization
import Testing

@testable import OracleSQL

/// Texts cut off, mangled, nested beyond reason must end in an error or a tree, never in a trap.
struct HostileTextTests {
  private func parse(_ bytes: [UInt8]) -> SQLSyntaxError? {
    do throws(SQLSyntaxError) {
      _ = try SQLParser.parse(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: Corpus.all)
  func cutOffAtEveryByte(text: String) {
    let bytes = Array(text.utf8)
    for count in 0..<bytes.count {
      if let error = parse(Array(bytes.prefix(count))) {
        #expect(error.offset >= 0 && error.offset <= count)
      }
      let script = String(decoding: bytes.prefix(count), as: UTF8.self)
      for item in ScriptSplitter(script) { #expect(item.range.end <= count) }
    }
  }

  @Test(arguments: Corpus.all)
  func everyByteReplaced(text: String) {
    let bytes = Array(text.utf8)
    let replacements = Array("'\"(),;:/*-.q[\u{0}9 ".utf8) + [0xC3, 0xFF]
    for position in bytes.indices {
      for turn in 0..<3 {
        let byte = replacements[(position * 3 + turn) % replacements.count]
        var mangled = bytes
        mangled[position] = byte
        if let error = parse(mangled) { #expect(error.offset <= bytes.count) }
      }
    }
  }

  @Test(arguments: Corpus.units)
  func unitsCutOffAndMangled(text: String) {
    let bytes = Array(text.utf8)
    #expect(throws: Never.self) { try SQLParser.parseUnit(text) }
    let replacements = Array("'(;:$[%. ".utf8)
    for position in bytes.indices {
      let cut = String(decoding: bytes.prefix(position), as: UTF8.self)
      if let error = unitError(cut) { #expect(error.offset <= position) }
      var mangled = bytes
      mangled[position] = replacements[position % replacements.count]
      _ = unitError(String(decoding: mangled, as: UTF8.self))
      for item in ScriptSplitter(cut, mode: .lenient) { #expect(item.range.end <= position) }
    }
  }

  private func unitError(_ text: String) -> SQLSyntaxError? {
    do throws(SQLSyntaxError) {
      _ = try SQLParser.parseUnit(text, options: .placeholders)
      return nil
    } catch {
      return error
    }
  }

  private static let unitBombs: [String] = [
    String(repeating: "BEGIN ", count: 50_000), "BEGIN " + String(repeating: "IF a THEN ", count: 50_000),
    "BEGIN " + String(repeating: "LOOP ", count: 50_000),
    "BEGIN x := " + String(repeating: "a(", count: 50_000),
    "BEGIN x := " + String(repeating: "2 ** ", count: 50_000) + "1; END;",
    "BEGIN x := a" + String(repeating: ".b", count: 50_000) + "; END;",
    "BEGIN " + String(repeating: "a(1)", count: 50_000) + "; END;",
    "DECLARE " + String(repeating: "PROCEDURE p IS ", count: 50_000), String(repeating: "$IF a $THEN ", count: 50_000),
    "BEGIN x := " + String(repeating: "CASE WHEN a THEN ", count: 20_000),
    "CREATE TABLE t (a NUMBER) PARTITION BY RANGE (a) "
      + String(repeating: "(PARTITION p VALUES LESS THAN (1) (SUBPARTITION s ", count: 20_000),
  ]

  @Test(arguments: unitBombs.indices)
  func unitBombsEndInAnError(bomb: Int) {
    let code = Mutex(0)
    let done = DispatchSemaphore(value: 0)
    let text = Self.unitBombs[bomb]
    let thread = Thread {
      do throws(SQLSyntaxError) {
        _ =
          try text.hasPrefix("CREATE TABLE")
          ? SQLParser.parse(text).uncommon.count : SQLParser.parseUnit(text).binds.count
      } catch {
        code.withLock { $0 = error.code }
      }
      for _ in ScriptSplitter(text, mode: .lenient) {}
      done.signal()
    }
    thread.stackSize = 4 << 20
    thread.start()
    done.wait()
    #expect(code.withLock { $0 } != 0)
  }

  private static let bombs: [String] = [
    String(repeating: "(", count: 100_000), "SELECT " + String(repeating: "(", count: 50_000) + "1",
    "SELECT " + String(repeating: "- ", count: 50_000) + "1 FROM dual",
    "SELECT 1 FROM dual WHERE " + String(repeating: "NOT ", count: 50_000) + "a = 1",
    "SELECT " + String(repeating: "f(", count: 50_000),
    "SELECT 1 FROM " + String(repeating: "(SELECT 1 FROM ", count: 20_000),
    "SELECT 1 FROM " + String(repeating: "(", count: 50_000) + "t" + String(repeating: ")", count: 50_000),
    "SELECT " + String(repeating: "CASE WHEN a = ", count: 20_000),
    "SELECT 1" + String(repeating: "+1", count: 50_000) + " FROM dual",
    "SELECT 1 FROM dual WHERE a = " + String(repeating: "(SELECT 1 FROM t WHERE b = ", count: 20_000),
    "SELECT 1 FROM dual WHERE a IN " + String(repeating: "((SELECT 1 FROM dual) + ", count: 20_000),
    "SELECT 1 FROM dual GROUP BY " + String(repeating: "GROUPING SETS(", count: 100_000),
  ]

  @Test(arguments: bombs.indices)
  func bombsEndInAnError(bomb: Int) {
    let code = Mutex(0)
    let done = DispatchSemaphore(value: 0)
    let bytes = Array(Self.bombs[bomb].utf8)
    let thread = Thread {
      do throws(SQLSyntaxError) { _ = try SQLParser.parse(bytes) } catch { code.withLock { $0 = error.code } }
      done.signal()
    }
    // A debug build takes up to 20 kB a level, a release build a tenth of it.
    thread.stackSize = 4 << 20
    thread.start()
    done.wait()
    #expect(code.withLock { $0 } == 36 || code.withLock { $0 } == 900)
  }

  @Test func longListsAreNoNesting() throws {
    let terms = Array(repeating: "a", count: 20_000)
    _ = try SQLParser.parseExpression(terms.joined(separator: "||"))
    _ = try SQLParser.parseCondition(terms.map { $0 + "=1" }.joined(separator: " AND "))
    _ = try SQLParser.parseCondition("x IN (" + terms.joined(separator: ",") + ")")
    _ = try SQLParser.parse(terms.map { "SELECT \($0) FROM t" }.joined(separator: " UNION ALL "))
    _ = try SQLParser.parse("SELECT 1 FROM t" + terms.map { " CROSS JOIN \($0)" }.joined())
    _ = try SQLParser.parse("INSERT INTO t VALUES " + terms.map { "(\($0) + 1)" }.joined(separator: ","))
  }

  @Test func reasonableNestingIsFine() throws {
    let depth = 60
    let text = String(repeating: "(1 + f(", count: depth / 2) + "1" + String(repeating: "))", count: depth / 2)
    _ = try SQLParser.parseExpression(text)
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let error = parse(Array("SELECT 'é".utf8) + [0xFF] + Array("' FROM dual".utf8))
    #expect(error?.code == 29275)
    #expect(error?.offset == 10)
  }
}
