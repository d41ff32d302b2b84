/// An index that the user made.
public struct TableIndex: Sendable, Hashable, Codable {
  /// INDEX_TYPE of ALL_INDEXES, as far as it changes the conversion.
  public enum Kind: Sendable, Hashable, Codable {
    case normal
    case reverse
    case bitmap
    /// DOMAIN, CLUSTER and so on: by the dictionary's name.
    case other(String)
  }

  /// A column or an expression.
  public enum Key: Sendable, Hashable, Codable {
    case column(String)
    /// Oracle's text of an expression, names in it are quoted.
    case expression(String)
  }

  /// One part of the key, in index order.
  public struct Part: Sendable, Hashable, Codable {
    /// What is indexed.
    public var key: Key
    /// DESC, as against ASC.
    public var isDescending: Bool

    /// Makes one from its parts.
    public init(key: Key, isDescending: Bool = false) {
      self.key = key
      self.isDescending = isDescending
    }
  }

  /// The name, in the dictionary's spelling.
  public var name: String
  /// What sort of index Oracle keeps.
  public var kind: Kind
  /// Whether it refuses duplicates.
  public var isUnique: Bool
  /// The key.
  public var parts: [Part]
  /// The user gave no name, Oracle made one.
  public var hasGeneratedName: Bool

  /// Makes one from its parts.
  public init(
    name: String, kind: Kind = .normal, isUnique: Bool = false, parts: [Part], hasGeneratedName: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.isUnique = isUnique
    self.parts = parts
    self.hasGeneratedName = hasGeneratedName
  }
}
