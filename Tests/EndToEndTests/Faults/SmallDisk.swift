import Foundation
import Testing

/// A disk of a few megabytes in memory, which only root may mount.
final class SmallDisk: Sendable {
  let folder: URL

  /// Whether disks can be mounted here; says loudly when not.
  static let isPossible: Bool = {
    #if os(Linux)
      guard geteuid() == 0, let disk = try? SmallDisk(ownerOf: "/", kilobytes: 64) else {
        print("SKIPPED: the test of a full disk, as \(explanation)")
        return false
      }
      disk.remove()
      return true
    #else
      print("SKIPPED: the test of a full disk, as \(explanation)")
      return false
    #endif
  }()

  static let explanation: Comment = "a tmpfs can be mounted by root on Linux only"

  init(ownerOf path: String, kilobytes: Int) throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let user = (attributes[.ownerAccountID] as? NSNumber)?.intValue ?? 0
    folder = URL(filePath: "/tmp/oraferry-disk-\(UUID().uuidString.prefix(8))", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    do {
      try SystemTool.run([
        "mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k,uid=\(user),mode=0700", "tmpfs", folder.path,
      ])
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  func grow(kilobytes: Int) throws {
    try SystemTool.run(["mount", "-o", "remount,size=\(kilobytes)k", folder.path])
  }

  func remove() {
    // Lazily: a server may still have files open.
    try? SystemTool.run(["umount", "-l", folder.path])
    try? FileManager.default.removeItem(at: folder)
  }
}
