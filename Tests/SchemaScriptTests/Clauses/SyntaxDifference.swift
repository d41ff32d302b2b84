/// Which members of syntax types differ between two trees, found by reflection.
///
/// Names are as in `SyntaxDeclarations`: a property's is its type's and its own, an enum case's likewise.
struct SyntaxDifference {
  private(set) var members: Set<String> = []

  /// Compares a statement with another of its form; without one, all that it says counts.
  init(_ left: Any, _ right: Any?) {
    if let right { compare(left, right, depth: 0) } else { collect(left, depth: 0) }
  }

  /// `Drop.Kind` for OracleSQL.Drop.Kind.
  private static func name(of mirror: Mirror) -> String {
    let name = String(reflecting: mirror.subjectType)
    return name.hasPrefix("OracleSQL.") ? String(name.dropFirst(10)) : name
  }

  private mutating func compare(_ left: Any, _ right: Any, depth: Int) {
    guard depth < 60 else { return }
    let mirrors = (Mirror(reflecting: left), Mirror(reflecting: right))
    guard mirrors.0.subjectType == mirrors.1.subjectType else { return }
    let type = Self.name(of: mirrors.0)
    switch mirrors.0.displayStyle {
    case .struct, .tuple, .class:
      for (one, other) in zip(mirrors.0.children, mirrors.1.children) {
        let label = one.label ?? ""
        guard !label.hasSuffix("ange"), SyntaxText(one.value).text != SyntaxText(other.value).text else { continue }
        members.insert(type + "." + label)
        compare(one.value, other.value, depth: depth + 1)
      }
    case .optional:
      enter(mirrors.0.children.map(\.value), mirrors.1.children.map(\.value), depth)
    case .collection:
      enter(mirrors.0.children.map(\.value), mirrors.1.children.map(\.value), depth)
    case .enum:
      let names = (SyntaxText.caseName(left), SyntaxText.caseName(right))
      members.insert(type + "." + names.0)
      if names.0 == names.1 {
        let payloads = (Self.payload(mirrors.0), Self.payload(mirrors.1))
        for (one, other) in zip(payloads.0, payloads.1) where SyntaxText(one.value).text != SyntaxText(other.value).text
        {
          if let label = one.label, !label.hasPrefix(".") { members.insert("\(type).\(names.0).\(label)") }
        }
        enter(mirrors.0.children.map(\.value), mirrors.1.children.map(\.value), depth)
      } else {
        members.insert(type + "." + names.1)
        for (name, mirror) in [(names.0, mirrors.0), (names.1, mirrors.1)] { noteLabels("\(type).\(name)", mirror) }
        enter(mirrors.0.children.map(\.value), [], depth)
      }
    default: break
    }
  }

  /// What an enum's case holds, by label.
  private static func payload(_ mirror: Mirror) -> [Mirror.Child] {
    guard let value = mirror.children.first?.value else { return [] }
    let inner = Mirror(reflecting: value)
    return inner.displayStyle == .tuple ? Array(inner.children) : []
  }

  /// The labels of what an enum's case holds, as far as it says something.
  private mutating func noteLabels(_ name: String, _ mirror: Mirror) {
    for part in Self.payload(mirror) where !["nil", "[]", "false"].contains(SyntaxText(part.value).text) {
      if let label = part.label, !label.hasPrefix(".") { members.insert("\(name).\(label)") }
    }
  }

  private mutating func enter(_ left: [Any], _ right: [Any], _ depth: Int) {
    for (index, value) in left.enumerated() {
      if index < right.count {
        if SyntaxText(value).text != SyntaxText(right[index]).text { compare(value, right[index], depth: depth + 1) }
      } else {
        collect(value, depth: depth + 1)
      }
    }
  }

  /// Members of what is there on one side only, as far as they say something.
  private mutating func collect(_ value: Any, depth: Int) {
    guard depth < 60 else { return }
    let mirror = Mirror(reflecting: value)
    let type = Self.name(of: mirror)
    if mirror.displayStyle == .enum {
      members.insert(type + "." + SyntaxText.caseName(value))
      noteLabels("\(type).\(SyntaxText.caseName(value))", mirror)
    }
    for child in mirror.children {
      if mirror.displayStyle == .struct, let label = child.label, !label.hasSuffix("ange") {
        if ["nil", "[]", "false"].contains(SyntaxText(child.value).text) { continue }
        members.insert(type + "." + label)
      }
      collect(child.value, depth: depth + 1)
    }
  }
}

/// A tree as text without the places of its parts.
struct SyntaxText {
  private(set) var text = ""

  init(_ value: Any) { write(value, depth: 0) }

  /// The name of an enum's case.
  static func caseName(_ value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? String(describing: value)
  }

  private mutating func write(_ value: Any, depth: Int) {
    guard depth < 60 else { return }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      guard let some = mirror.children.first else { return text += "nil" }
      return write(some.value, depth: depth + 1)
    }
    if String(describing: mirror.subjectType) == "SourceRange" { return }
    if mirror.displayStyle == .enum { text += Self.caseName(value) }
    guard !mirror.children.isEmpty else {
      if mirror.displayStyle == .collection { text += "[]" } else if mirror.displayStyle != .enum { text += "\(value)" }
      return
    }
    text += "("
    for child in mirror.children { write(child.value, depth: depth + 1) }
    text += ")"
  }
}
