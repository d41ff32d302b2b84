/// Parses JSON texts.
struct JSONParser: Sendable {
  /// Whether only the syntax of RFC 8259 is taken, and not Oracle's lax syntax.
  var isStrict = false
  /// Whether the names within an object must differ.
  var uniqueKeys = false
  /// Whether the text may be a scalar, which it may not before Oracle 21c.
  var allowsScalars = true
  /// How many arrays and objects can be nested.
  var depthLimit = 1024

  func parse(_ text: [UInt8]) throws(JSONFault) -> JSONValue {
    var reader = JSONReader(text, isStrict: isStrict)
    // Nesting is kept here and not on the stack, which may be small.
    var open: [Container] = []
    reader.skipBlanks()
    let start = reader.place
    while true {
      reader.skipBlanks()
      if open.last?.isObject == true {
        try name(&reader, &open[open.count - 1])
        reader.skipBlanks()
      }
      var value: JSONValue
      if let isObject = opens(&reader) {
        guard open.count < depthLimit else { throw JSONFault(kind: .nestedTooDeep, offset: reader.place - 1) }
        let container = Container(isObject: isObject)
        reader.skipBlanks()
        guard container.closes(&reader) else {
          open.append(container)
          continue
        }
        value = container.value
      } else {
        value = try scalar(&reader)
      }
      // Closes what the value was the last part of.
      while true {
        reader.skipBlanks()
        guard var container = open.popLast() else { return try finished(value, reader, from: start) }
        container.append(value)
        let hasComma = reader.skip(",")
        if hasComma { reader.skipBlanks() }
        if !(hasComma && isStrict), container.closes(&reader) {
          value = container.value
          continue
        }
        guard hasComma else { throw reader.unexpected }
        open.append(container)
        break
      }
    }
  }

  /// Reads an opening bracket: whether it's that of an object, or nil when there is none.
  private func opens(_ reader: inout JSONReader) -> Bool? {
    reader.skip("{") ? true : reader.skip("[") ? false : nil
  }

  private func name(_ reader: inout JSONReader, _ object: inout Container) throws(JSONFault) {
    let start = reader.place
    let name = try reader.name()
    if uniqueKeys, !object.names.insert(Array(name.utf8)).inserted {
      throw JSONFault(kind: .duplicateName, offset: start)
    }
    reader.skipBlanks()
    guard reader.skip(":") else { throw reader.unexpected }
    object.name = name
  }

  private func scalar(_ reader: inout JSONReader) throws(JSONFault) -> JSONValue {
    guard let byte = reader.next else { throw reader.unexpected }
    if reader.isQuote(byte) { return .string(try reader.string()) }
    if (97...122).contains(byte | 0x20) { return try reader.word() }
    if (48...57).contains(byte) || byte == UInt8(ascii: "-") { return .number(try reader.number()) }
    if !isStrict, byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") { return .number(try reader.number()) }
    throw reader.unexpected
  }

  private func finished(
    _ value: JSONValue, _ reader: JSONReader, from start: Int
  ) throws(JSONFault) -> JSONValue {
    guard reader.next == nil else { throw JSONFault(kind: .textAfterValue, offset: reader.place) }
    guard allowsScalars || !value.isScalar else { throw JSONFault(kind: .scalarAtTopLevel, offset: start) }
    return value
  }
}

/// An array or an object that isn't closed yet.
private struct Container {
  let isObject: Bool
  var name = ""
  var names: Set<[UInt8]> = []
  private var elements: [JSONValue] = []
  private var members: [JSONMember] = []

  init(isObject: Bool) {
    self.isObject = isObject
  }

  mutating func append(_ value: JSONValue) {
    if isObject {
      members.append(JSONMember(name: name, value: value))
    } else {
      elements.append(value)
    }
  }

  /// Skips the closing bracket if it comes next.
  func closes(_ reader: inout JSONReader) -> Bool {
    reader.skip(isObject ? "}" : "]")
  }

  var value: JSONValue { isObject ? .object(members) : .array(elements) }
}
