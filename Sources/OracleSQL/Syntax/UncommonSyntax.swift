/// Syntax that the tree holds but that few readers carry out, such as ENCRYPT, PIVOT or an object table.
///
/// A reader that executes a statement refuses it for any name here that it does not know; a converter finds the clause in
/// the tree, and its place here.
public struct UncommonSyntax: Sendable, Hashable {
  /// The construct as people name it, such as `LOG ERRORS`.
  public var name: String
  /// The byte offset of its first word.
  public var offset: Int

  /// The error of a reader that does not know it: ORA-03001 with its place.
  public func refusal(in bytes: [UInt8]) -> SQLSyntaxError {
    SQLSyntaxError(.unimplemented, detail: name, offset: offset, in: bytes)
  }
}
