import Foundation

/// How many different values there were, in 16 KiB whatever their number: up to 1,024 all their hashes are kept, beyond
/// that HyperLogLog's 16,384 registers.
///
/// Each register keeps the longest run of zeros among the hashes that fell to it. The standard error is
/// 1.04 / sqrt(16384), 0.8 per cent. The estimator is that of O. Ertl, "New cardinality estimation algorithms for
/// HyperLogLog sketches" (2017), which needs no tables of corrections and is right for few values as well.
public struct DistinctSketch: Sendable {
  private static let bits = 14
  private static let count = 1 << bits
  /// Runs that a register can hold: what is left of a hash, and one more.
  private static let longest = 64 - bits + 1

  /// The relative standard error of the estimate where there are more than `exactLimit` different values.
  public static let standardError = 1.04 / Double(count).squareRoot()

  /// So many different values are counted by hashes of 64 bits, of which no two are alike in practice.
  public static let exactLimit = 1_024
  private static let slotBits = 11

  /// The hashes by their first bits, each in the next free slot; 0 for a free one.
  ///
  /// Empty once there are too many.
  private var slots = [UInt64](repeating: 0, count: 1 << Self.slotBits)
  private var known = 0
  /// Empty as long as the hashes are kept.
  private var registers: [UInt8] = []

  /// Nothing was seen.
  public init() {}

  @inline(__always)
  mutating func take(hash: UInt64) {
    if registers.isEmpty { keep(hash | 1) } else { register(hash | 1) }
  }

  /// Half of the slots are free: a search ends soon.
  private mutating func keep(_ hash: UInt64) {
    var place = Int(truncatingIfNeeded: hash &>> UInt64(truncatingIfNeeded: 64 &- Self.slotBits))
    while slots[place] != 0 {
      if slots[place] == hash { return }
      place = (place &+ 1) & (slots.count &- 1)
    }
    guard known == Self.exactLimit else {
      slots[place] = hash
      known &+= 1
      return
    }
    registers = [UInt8](repeating: 0, count: Self.count)
    for hash in slots where hash != 0 { register(hash) }
    slots = []
    register(hash)
  }

  @inline(__always)
  private mutating func register(_ hash: UInt64) {
    let place = Int(truncatingIfNeeded: hash &>> UInt64(truncatingIfNeeded: 64 &- Self.bits))
    // The bit behind the hash's last ends the run.
    let rest = hash &<< UInt64(truncatingIfNeeded: Self.bits) | 1 &<< UInt64(truncatingIfNeeded: Self.bits &- 1)
    let run = UInt8(truncatingIfNeeded: rest.leadingZeroBitCount &+ 1)
    if run > registers[place] { registers[place] = run }
  }

  /// Takes all that another one has seen.
  mutating func merge(_ other: DistinctSketch) {
    guard !other.registers.isEmpty else {
      for hash in other.slots where hash != 0 { take(hash: hash) }
      return
    }
    if registers.isEmpty {
      let hashes = slots
      (registers, slots) = (other.registers, [])
      for hash in hashes where hash != 0 { register(hash) }
    } else {
      for (place, run) in other.registers.enumerated() { registers[place] = max(registers[place], run) }
    }
  }

  /// The count, or the estimate where there were more than `exactLimit`.
  public var estimate: Double {
    guard !registers.isEmpty else { return Double(known) }
    var runs = [Int](repeating: 0, count: Self.longest + 1)
    for run in registers { runs[Int(run)] += 1 }
    let count = Double(Self.count)
    var sum = count * Self.tau(1 - Double(runs[Self.longest]) / count)
    for run in (1..<Self.longest).reversed() { sum = 0.5 * (sum + Double(runs[run])) }
    sum += count * Self.sigma(Double(runs[0]) / count)
    return count * count / (2 * log(2.0) * sum)
  }

  /// Registers that saw nothing.
  private static func sigma(_ share: Double) -> Double {
    guard share < 1 else { return .infinity }
    var (power, weight, sum) = (share, 1.0, share)
    while true {
      power *= power
      let next = sum + power * weight
      guard next != sum else { return sum }
      sum = next
      weight += weight
    }
  }

  /// Registers that are full.
  private static func tau(_ share: Double) -> Double {
    guard share > 0, share < 1 else { return 0 }
    var (root, weight, sum) = (share, 1.0, 1 - share)
    while true {
      root = root.squareRoot()
      weight *= 0.5
      let next = sum - (1 - root) * (1 - root) * weight
      guard next != sum else { return sum / 3 }
      sum = next
    }
  }
}
