/// Matches the steps of a path expression against a document.
struct JSONPathMatcher {
  /// How many items a step may give: repeated steps and ranges multiply them.
  static let most = 1_000_000

  let isStrict: Bool
  let variables: [String: JSONValue]

  func match(_ steps: [JSONPathStep], in items: [JSONValue]) throws(JSONFault) -> [JSONValue] {
    var items = items
    for step in steps {
      if items.isEmpty, step != .method(.count) { break }
      items = try match(step, in: items)
    }
    return items
  }

  private func match(_ step: JSONPathStep, in items: [JSONValue]) throws(JSONFault) -> [JSONValue] {
    switch step {
    case .member(let name):
      return try unwrapped(items).compactMap { item in
        guard case .object(let members) = item else { return nil }
        return members[name]
      }
    case .anyMember:
      var found: [JSONValue] = []
      for item in try unwrapped(items) {
        if case .object(let members) = item { try append(members.map(\.value), to: &found) }
      }
      return found
    case .descendant(let name):
      var found: [JSONValue] = []
      for item in items { try append(Self.descendants(of: item, named: name), to: &found) }
      return found
    case .anyElement:
      var found: [JSONValue] = []
      for item in items { try append(elements(of: item) ?? [], to: &found) }
      return found
    case .elements(let ranges):
      var found: [JSONValue] = []
      for item in items {
        let all = elements(of: item) ?? []
        for range in ranges { try append(all[range.indexes(count: all.count)], to: &found) }
      }
      return found
    case .filter(let condition):
      var matching: [JSONValue] = []
      for item in try unwrapped(items) where try holds(condition, for: item) { matching.append(item) }
      return matching
    case .method(let method):
      switch method {
      case .count: return [.number(String(items.count))]
      case .size, .type: return items.compactMap(method.apply)
      default: return try unwrapped(items).compactMap(method.apply)
      }
    }
  }

  private func append(_ more: some Collection<JSONValue>, to items: inout [JSONValue]) throws(JSONFault) {
    guard items.count + more.count <= Self.most else { throw JSONFault(kind: .tooManyItems, offset: 0) }
    items.append(contentsOf: more)
  }

  /// The items with each array replaced by its elements, where a step wants no array.
  private func unwrapped(_ items: [JSONValue]) throws(JSONFault) -> [JSONValue] {
    guard !isStrict else { return items }
    var found: [JSONValue] = []
    for item in items {
      if case .array(let elements) = item {
        try append(elements, to: &found)
      } else {
        try append(CollectionOfOne(item), to: &found)
      }
    }
    return found
  }

  /// The elements of an array; the item itself where a step wants an array and has none.
  private func elements(of item: JSONValue) -> [JSONValue]? {
    if case .array(let elements) = item { return elements }
    return isStrict ? nil : [item]
  }

  /// The members with a name at any depth, in the document's order.
  private static func descendants(of item: JSONValue, named name: String) -> [JSONValue] {
    var found: [JSONValue] = []
    // What is still to be visited, the next last; nesting isn't kept on the stack, which may be small.
    var pending = [(value: item, isMatch: false)]
    while let (value, isMatch) = pending.popLast() {
      if isMatch { found.append(value) }
      switch value {
      case .array(let elements): pending.append(contentsOf: elements.reversed().map { ($0, false) })
      case .object(let members):
        pending.append(contentsOf: members.reversed().map { ($0.value, $0.name.hasSameBytes(as: name)) })
      case .null, .boolean, .number, .string: break
      }
    }
    return found
  }

  private func holds(_ condition: JSONPathCondition, for item: JSONValue) throws(JSONFault) -> Bool {
    switch condition {
    case .and(let left, let right):
      guard try holds(left, for: item) else { return false }
      return try holds(right, for: item)
    case .or(let left, let right):
      if try holds(left, for: item) { return true }
      return try holds(right, for: item)
    case .not(let condition): return try !holds(condition, for: item)
    case .exists(let path): return try !values(of: path, for: item).isEmpty
    case .comparison(let left, let comparison, let list): return try holds(left, comparison, list, for: item)
    }
  }

  /// Whether any value on the left compares so with any on the right.
  private func holds(
    _ left: JSONPathOperand, _ comparison: JSONPathComparison, _ list: [JSONPathOperand], for item: JSONValue
  ) throws(JSONFault) -> Bool {
    let leftValues = try comparable(left, for: item)
    for right in list {
      for rightValue in try comparable(right, for: item)
      where leftValues.contains(where: { comparison.holds($0, rightValue, decidesLeft: right.isPath) }) {
        return true
      }
    }
    return false
  }

  private func comparable(_ operand: JSONPathOperand, for item: JSONValue) throws(JSONFault) -> [JSONValue] {
    try unwrapped(values(of: operand, for: item))
  }

  private func values(of operand: JSONPathOperand, for item: JSONValue) throws(JSONFault) -> [JSONValue] {
    switch operand {
    case .literal(let value): return [value]
    case .path(let steps): return try match(steps, in: [item])
    case .variable(let name, let offset):
      guard let value = variables[name] else { throw JSONFault(kind: .unknownVariable, offset: offset) }
      return [value]
    }
  }
}
