import CSpawn
import Foundation

/// The arguments of posix_spawn, in the forms that C wants.
struct Spawn {
  private let command: [String]
  private let environment: [String: String]
  private let folder: String?
  /// What becomes the child's descriptors 0, 1 and 2; negative for /dev/null.
  private let streams: [Int32]

  init(_ command: [String], environment: [String: String], folder: String?, streams: [Int32]) {
    self.command = command
    self.environment = environment
    self.folder = folder
    self.streams = streams
  }

  /// - Returns: the child's number.
  /// - Throws: `ChildProcess.StartError`, also when the program is not there or may not be run.
  func run() throws -> Int32 {
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    try check(posix_spawn_file_actions_init(&actions))
    defer { posix_spawn_file_actions_destroy(&actions) }
    try check(posix_spawnattr_init(&attributes))
    defer { posix_spawnattr_destroy(&attributes) }
    for (target, stream) in streams.enumerated() {
      if stream >= 0 {
        try check(posix_spawn_file_actions_adddup2(&actions, stream, Int32(target)))
      } else {
        try check(posix_spawn_file_actions_addopen(&actions, Int32(target), "/dev/null", O_RDWR, 0))
      }
    }
    if let folder { try check(cspawn_change_folder(&actions, folder)) }
    #if os(Linux)
      let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK
    #else
      let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    // In the child, behind the fork: nothing that is opened in the meantime gets past it.
    try check(cspawn_close_from(&actions, 3))
    var none = sigset_t()
    sigemptyset(&none)
    try check(posix_spawnattr_setsigmask(&attributes, &none))
    try check(posix_spawnattr_setflags(&attributes, Int16(flags)))
    var identifier: pid_t = 0
    let words = command.map { strdup($0) }
    let settings = environment.map { strdup("\($0)=\($1)") }
    defer { for pointer in words + settings { free(pointer) } }
    try check(posix_spawn(&identifier, command[0], &actions, &attributes, words + [nil], settings + [nil]))
    return identifier
  }

  private func check(_ code: Int32) throws {
    guard code == 0 else { throw ChildProcess.StartError(program: command[0], code: code) }
  }
}
