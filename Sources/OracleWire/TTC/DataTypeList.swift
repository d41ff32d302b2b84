/// The data types and protocol structures that a client lists when it connects.
///
/// The numbers are facts of the protocol, in the order in which Oracle's own thin client announces them: types up to
/// 255 are those of columns and binds, larger ones name structures of messages, of which 612 and 652 (errors), 639 and
/// 663 (describes) and 27 (signed bytes) change how later messages are written.
public enum DataTypeList {
  /// How the values of a type are represented.
  public enum Representation: UInt16, Sendable {
    case native = 0
    case universal = 1
    case oracle = 10
  }

  /// One type, the type that it is converted to, and its representation.
  public struct Entry: Sendable, Hashable {
    public var type: UInt16
    public var converted: UInt16
    public var representation: UInt16
  }

  /// The type of a one-byte signed integer.
  static let signedByte: UInt16 = 27
  /// The error structure with the fields of 20c.
  static let error20c: UInt16 = 652
  /// The describe structure with the fields of 23ai.
  static let describe23ai: UInt16 = 663

  /// What our client lists.
  public static let announced: [Entry] = order.flatMap { run in
    run.map { type in
      let (converted, representation) = exceptions[type] ?? (type, .universal)
      return Entry(type: type, converted: converted, representation: representation.rawValue)
    }
  }

  private static let order: [ClosedRange<UInt16>] = [
    1...2, 8...8, 12...12, 23...33, 10...11, 40...41, 117...117, 120...120, 290...294, 298...313, 315...323,
    327...329, 331...331, 333...346, 348...349, 354...355, 359...359, 363...363, 380...391, 393...401, 404...407,
    413...427, 429...433, 449...450, 454...463, 466...486, 490...496, 498...502, 509...510, 513...514, 516...543,
    560...560, 565...565, 572...576, 578...578, 563...564, 579...585, 3...7, 9...9, 15...15, 39...39, 68...68,
    91...91, 94...97, 100...102, 104...104, 106...106, 108...116, 119...119, 198...198, 146...146, 152...156,
    172...172, 178...190, 195...197, 208...208, 231...233, 241...241, 252...252, 590...592, 613...616, 611...612,
    593...605, 622...632, 637...638, 636...636, 639...639, 663...663, 640...640, 652...652, 646...647, 127...127,
    660...661, 665...665, 668...670,
  ]

  /// Types that are converted to others, or are in Oracle's own representation.
  private static let exceptions: [UInt16: (UInt16, Representation)] = [
    2: (2, .oracle), 12: (12, .oracle), 27: (27, .oracle), 3: (2, .oracle), 4: (2, .oracle), 5: (1, .universal),
    6: (2, .oracle), 7: (2, .oracle), 9: (1, .universal), 15: (1, .universal), 68: (2, .oracle), 91: (2, .oracle),
    94: (1, .universal), 95: (23, .universal), 97: (96, .universal), 104: (11, .universal), 108: (109, .universal),
    110: (111, .universal), 116: (102, .universal), 152: (2, .oracle), 153: (2, .oracle), 154: (2, .oracle),
    155: (1, .universal), 156: (12, .oracle), 172: (2, .oracle), 184: (12, .oracle), 195: (112, .universal),
    196: (113, .universal), 197: (114, .universal), 232: (231, .universal), 241: (109, .universal),
  ]
}
