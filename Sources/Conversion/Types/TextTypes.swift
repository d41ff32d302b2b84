import Model

/// VARCHAR2, NVARCHAR2, CHAR and NCHAR.
///
/// The dictionary's CHAR_LENGTH counts characters. With BYTE semantics it counts bytes, and a text of at most n bytes
/// has at most n characters.
enum TextTypes {
  /// PostgreSQL's limit for the n of varchar(n) and char(n).
  static let maximumLength = 10_485_760

  static func variable(length: Int) -> PostgresType {
    (1...maximumLength).contains(length) ? .varchar(length: length) : .text
  }

  static func fixed(length: Int) -> PostgresType {
    (1...maximumLength).contains(length) ? .char(length: length) : .text
  }
}
