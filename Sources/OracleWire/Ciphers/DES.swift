/// The block cipher DES: blocks of 64 bits under keys of 56, whose 8 bits of parity are not looked at.
///
/// It protects nothing any more. It is here, by hand, because Oracle's 10g password verifier is made with it and the
/// libraries that we use have left it out; only the direction that this takes is there. Facts: FIPS 46-3.
struct DES: Sendable {
  /// Sixteen keys of 48 bits.
  private let roundKeys: [UInt64]

  /// - Parameter key: the first byte is the highest.
  init(key: UInt64) {
    let chosen = DES.permuted(key, width: 64, by: Tables.keyChoice)
    var left = UInt32(truncatingIfNeeded: chosen >> 28)
    var right = UInt32(truncatingIfNeeded: chosen & 0xFFF_FFFF)
    var keys: [UInt64] = []
    for shift in Tables.keyShifts {
      left = (left << shift | left >> (28 - shift)) & 0xFFF_FFFF
      right = (right << shift | right >> (28 - shift)) & 0xFFF_FFFF
      keys.append(DES.permuted(UInt64(left) << 28 | UInt64(right), width: 56, by: Tables.roundKeyChoice))
    }
    roundKeys = keys
  }

  /// Encrypts one block; its first byte is the highest.
  func encrypt(_ block: UInt64) -> UInt64 {
    let mixed = DES.permuted(block, width: 64, by: Tables.initial)
    var left = UInt32(truncatingIfNeeded: mixed >> 32)
    var right = UInt32(truncatingIfNeeded: mixed)
    for key in roundKeys { (left, right) = (right, left ^ DES.round(right, key)) }
    // The halves are not exchanged behind the last round.
    return DES.permuted(UInt64(right) << 32 | UInt64(left), width: 64, by: Tables.final)
  }

  /// The last block of bytes encrypted in CBC mode from a zero vector on; 0 for none.
  ///
  /// - Parameter bytes: what is missing in the last block counts as zeros.
  func lastBlock(of bytes: [UInt8]) -> UInt64 {
    var chained: UInt64 = 0
    for start in stride(from: 0, to: bytes.count, by: 8) {
      var block: UInt64 = 0
      for place in start..<start + 8 { block = block << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0) }
      chained = encrypt(chained ^ block)
    }
    return chained
  }

  /// One round: each of the eight boxes takes six bits, of which two overlap with its neighbours'.
  private static func round(_ half: UInt32, _ key: UInt64) -> UInt32 {
    var result: UInt32 = 0
    for box in 0..<8 {
      let turn = UInt32(box * 4 + 31) % 32
      let turned = turn == 0 ? half : half << turn | half >> (32 - turn)
      let six = Int(turned >> 26) ^ Int(key >> UInt64(42 - box * 6) & 63)
      result |= Tables.boxes[box][six]
    }
    return result
  }

  /// Picks bits by their numbers, which count from 1 at the highest.
  private static func permuted(_ bits: UInt64, width: Int, by numbers: [Int]) -> UInt64 {
    var result: UInt64 = 0
    for number in numbers { result = result << 1 | bits >> UInt64(width - number) & 1 }
    return result
  }

  /// The constants of the standard, by its own numbering.
  private enum Tables {
    static let initial = [58, 60, 62, 64, 57, 59, 61, 63].flatMap { first in (0..<8).map { first - $0 * 8 } }

    /// Undoes `initial`.
    static let final = (1...64).map { place in (initial.firstIndex(of: place) ?? 0) + 1 }

    static let keyChoice = [
      57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36,
      63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
    ]

    static let keyShifts: [UInt32] = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1]

    static let roundKeyChoice = [
      14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2,
      41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
    ]

    static let roundPermutation = [
      16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4,
      25,
    ]

    /// What each box makes of six bits, already where the round's permutation puts it.
    static let boxes: [[UInt32]] = substitutions.enumerated().map { box, numbers in
      (0..<64).map { six in
        // The outer bits are the row, the inner ones the column.
        let row = six >> 4 & 2 | six & 1
        let value = UInt64(numbers[row * 16 + six >> 1 & 15]) << UInt64(28 - box * 4)
        return UInt32(truncatingIfNeeded: permuted(value, width: 32, by: roundPermutation))
      }
    }

    static let substitutions: [[UInt8]] = [
      [
        14, 4, 13, 1, 2, 15, 11, 8, 3, 10, 6, 12, 5, 9, 0, 7, 0, 15, 7, 4, 14, 2, 13, 1, 10, 6, 12, 11, 9, 5, 3, 8,
        4, 1, 14, 8, 13, 6, 2, 11, 15, 12, 9, 7, 3, 10, 5, 0, 15, 12, 8, 2, 4, 9, 1, 7, 5, 11, 3, 14, 10, 0, 6, 13,
      ],
      [
        15, 1, 8, 14, 6, 11, 3, 4, 9, 7, 2, 13, 12, 0, 5, 10, 3, 13, 4, 7, 15, 2, 8, 14, 12, 0, 1, 10, 6, 9, 11, 5,
        0, 14, 7, 11, 10, 4, 13, 1, 5, 8, 12, 6, 9, 3, 2, 15, 13, 8, 10, 1, 3, 15, 4, 2, 11, 6, 7, 12, 0, 5, 14, 9,
      ],
      [
        10, 0, 9, 14, 6, 3, 15, 5, 1, 13, 12, 7, 11, 4, 2, 8, 13, 7, 0, 9, 3, 4, 6, 10, 2, 8, 5, 14, 12, 11, 15, 1,
        13, 6, 4, 9, 8, 15, 3, 0, 11, 1, 2, 12, 5, 10, 14, 7, 1, 10, 13, 0, 6, 9, 8, 7, 4, 15, 14, 3, 11, 5, 2, 12,
      ],
      [
        7, 13, 14, 3, 0, 6, 9, 10, 1, 2, 8, 5, 11, 12, 4, 15, 13, 8, 11, 5, 6, 15, 0, 3, 4, 7, 2, 12, 1, 10, 14, 9,
        10, 6, 9, 0, 12, 11, 7, 13, 15, 1, 3, 14, 5, 2, 8, 4, 3, 15, 0, 6, 10, 1, 13, 8, 9, 4, 5, 11, 12, 7, 2, 14,
      ],
      [
        2, 12, 4, 1, 7, 10, 11, 6, 8, 5, 3, 15, 13, 0, 14, 9, 14, 11, 2, 12, 4, 7, 13, 1, 5, 0, 15, 10, 3, 9, 8, 6,
        4, 2, 1, 11, 10, 13, 7, 8, 15, 9, 12, 5, 6, 3, 0, 14, 11, 8, 12, 7, 1, 14, 2, 13, 6, 15, 0, 9, 10, 4, 5, 3,
      ],
      [
        12, 1, 10, 15, 9, 2, 6, 8, 0, 13, 3, 4, 14, 7, 5, 11, 10, 15, 4, 2, 7, 12, 9, 5, 6, 1, 13, 14, 0, 11, 3, 8,
        9, 14, 15, 5, 2, 8, 12, 3, 7, 0, 4, 10, 1, 13, 11, 6, 4, 3, 2, 12, 9, 5, 15, 10, 11, 14, 1, 7, 6, 0, 8, 13,
      ],
      [
        4, 11, 2, 14, 15, 0, 8, 13, 3, 12, 9, 7, 5, 10, 6, 1, 13, 0, 11, 7, 4, 9, 1, 10, 14, 3, 5, 12, 2, 15, 8, 6,
        1, 4, 11, 13, 12, 3, 7, 14, 10, 15, 6, 8, 0, 5, 9, 2, 6, 11, 13, 8, 1, 4, 10, 7, 9, 5, 0, 15, 14, 2, 3, 12,
      ],
      [
        13, 2, 8, 4, 6, 15, 11, 1, 10, 9, 3, 14, 5, 0, 12, 7, 1, 15, 13, 8, 10, 3, 7, 4, 12, 5, 6, 11, 0, 14, 9, 2,
        7, 11, 4, 1, 9, 12, 14, 2, 0, 6, 10, 13, 15, 3, 5, 8, 2, 1, 14, 7, 4, 10, 8, 13, 15, 12, 9, 0, 3, 5, 6, 11,
      ],
    ]
  }
}
