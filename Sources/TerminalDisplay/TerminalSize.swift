import Foundation

/// How many characters a terminal shows.
public struct TerminalSize: Sendable, Hashable {
  /// In a line.
  public var columns: Int
  /// Lines.
  public var rows: Int

  /// A size.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The size that a terminal has now; nil for what is none, or does not know its size.
  ///
  /// - Parameter descriptor: such as that of standard error.
  public static func current(of descriptor: Int32) -> TerminalSize? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
    return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }
}
