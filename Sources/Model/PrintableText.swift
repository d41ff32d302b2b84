extension String {
  /// The text without characters that would move the cursor, colour the terminal or turn the direction of writing:
  /// they are shown as escapes.
  ///
  /// For names and values of a database in messages for people.
  public var printable: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
