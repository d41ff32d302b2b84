import Testing

@testable import TerminalDisplay

/// Lines that are drawn over, as a terminal shows them.
@Suite struct LiveBlockTests {
  private let size = TerminalSize(columns: 40, rows: 10)

  @Test func linesPassAboveTheBlock() {
    var screen = Screen(columns: 40)
    var block = LiveBlock()
    screen.write("before\n")
    screen.write(block.drawing(["total 10", "a 4", "b 6"], size: size))
    #expect(screen.text == ["before", "total 10", "a 4", "b 6"])
    screen.write(block.drawing(["total 20", "b 16"], passing: ["a is done"], size: size))
    #expect(screen.text == ["before", "a is done", "total 20", "b 16"])
    screen.write(block.drawing(["total 30", "b 16", "c 10", "d 0"], size: size))
    #expect(screen.text == ["before", "a is done", "total 30", "b 16", "c 10", "d 0"])
    screen.write(block.erasing(size: size) + "the end\n")
    #expect(screen.text == ["before", "a is done", "the end", ""])
    #expect(block.isEmpty && block.erasing(size: size).isEmpty)
  }

  @Test(arguments: [7, 13, 25, 39, 40, 80])
  func resizingLeavesNothingBehind(columns: Int) {
    var screen = Screen(columns: 40)
    var block = LiveBlock()
    screen.write("before\n")
    screen.write(block.drawing(["a line of the block, 37 columns long", "short", ""], size: size))
    screen.resize(columns: columns)
    let now = TerminalSize(columns: columns, rows: 10)
    screen.write(block.drawing(["total"], passing: ["done"], size: now))
    #expect(screen.text == ["before", "done", "total"])
  }

  @Test func linesAreCutToTheTerminal() {
    var block = LiveBlock()
    let narrow = TerminalSize(columns: 6, rows: 3)
    #expect(block.drawing(["123456789", "李雷李雷", "third", "fourth"], size: narrow) == "12345\n李雷")
    #expect(block.drawing(["x"], size: TerminalSize(columns: 1, rows: 1)).hasSuffix("x"))
  }

  @Test func widths() {
    #expect(TerminalText.width("abc") == 3 && TerminalText.width("李a") == 3 && TerminalText.width("e\u{301}") == 1)
    #expect(TerminalText.width("") == 0 && TerminalText.prefix("e\u{301}x", columns: 1) == "e\u{301}")
    #expect(TerminalText.prefix("李", columns: 1).isEmpty)
  }

  @Test func whatIsNoTerminalHasNoSize() {
    #expect(TerminalSize.current(of: -1) == nil)
  }
}
