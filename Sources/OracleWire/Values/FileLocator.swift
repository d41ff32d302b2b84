/// The directory and file that a BFILE's locator names.
///
/// Behind 16 fixed bytes stand two texts, each with its length in two bytes, big-endian. Source: python-oracledb's
/// reader of locators; no locator of a real server has been seen yet.
enum FileLocator {
  private static let fixedBytes = 16

  static func read(_ locator: ArraySlice<UInt8>) throws(WireError) -> (directory: String, file: String) {
    var reader = ImageReader(locator, type: "BFILE")
    try reader.move(to: fixedBytes)
    let directory = try reader.text(try reader.number(2))
    return (directory, try reader.text(try reader.number(2)))
  }
}
