/// A LOB as one value among others: its locator, and the object that keeps a temporary one from being freed.
public struct LOBReference: Sendable, Hashable {
  public let kind: LOBKind
  public let locator: LOBLocator
  /// What keeps a temporary LOB from being freed.
  public let owner: (any AnyObject & Sendable)?

  /// Refers to a LOB.
  ///
  /// - Parameter owner: lives as long as this value.
  public init(kind: LOBKind, locator: LOBLocator, owner: (any AnyObject & Sendable)? = nil) {
    self.kind = kind
    self.locator = locator
    self.owner = owner
  }

  public static func == (one: LOBReference, other: LOBReference) -> Bool {
    one.kind == other.kind && one.locator == other.locator
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(locator)
  }
}
