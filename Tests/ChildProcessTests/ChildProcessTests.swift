import Foundation
import Testing

@testable import ChildProcess

@Suite struct ChildProcessTests {
  private static func output(_ handle: FileHandle?) -> String {
    String(decoding: (try? handle?.readToEnd()) ?? Data(), as: UTF8.self)
  }

  @Test func streamsFolderEnvironmentAndStatus() async throws {
    let child = try ChildProcess(
      ["/bin/sh", "-c", "read -r line; echo \"$line $WORD $(pwd)\"; echo wrong >&2; exit 7"],
      environment: ["WORD": "two", "PATH": "/usr/bin:/bin"], in: URL(filePath: "/"), input: .pipe, output: .pipe,
      errors: .pipe)
    try child.input?.write(contentsOf: Data("one\n".utf8))
    try child.input?.close()
    #expect(Self.output(child.output) == "one two /\n")
    #expect(Self.output(child.errors) == "wrong\n")
    #expect(await child.exit() == .exited(7))
    #expect(!child.isRunning)
    // Too late for it, and no other process's.
    child.send(SIGKILL)
  }

  @Test func signalsAreTold() async throws {
    let child = try ChildProcess(["/bin/sleep", "1000"])
    #expect(child.isRunning)
    child.send(SIGTERM)
    #expect(await child.exit() == .signalled(SIGTERM))
    #expect(await child.exit().code == SIGTERM)
  }

  @Test func aProgramThatIsNotThereIsNamed() {
    let error = #expect(throws: ChildProcess.StartError.self) { try ChildProcess(["/nowhere/program"]) }
    #expect(error?.description == "cannot run /nowhere/program: No such file or directory")
  }

  /// Descriptors that are open here, and not closed by exec, are not the child's.
  @Test func nothingElseIsInherited() async throws {
    let pipe = Pipe()
    let number = pipe.fileHandleForWriting.fileDescriptor
    _ = fcntl(number, F_SETFD, 0)
    let child = try ChildProcess(["/bin/ls", "/proc/self/fd"], output: .pipe)
    // 3 is the folder that it lists.
    #expect(Self.output(child.output).split(separator: "\n").sorted() == ["0", "1", "2", "3"])
    #expect(await child.exit() == .exited(0))
    // The child that lives on does not keep the pipe open.
    let living = try ChildProcess(["/bin/sleep", "1000"])
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == nil)
    living.send(SIGKILL)
    #expect(await living.exit() == .signalled(SIGKILL))
  }

  @Test func manyAtOnce() async throws {
    try await withThrowingTaskGroup(of: (Int32, ChildProcess.Exit, String).self) { group in
      for number in 0..<60 {
        group.addTask {
          let child = try ChildProcess(["/bin/sh", "-c", "echo \(number); exit \(number)"], output: .pipe)
          let exit = await child.exit()
          return (Int32(number), exit, Self.output(child.output))
        }
      }
      for try await (number, exit, text) in group { #expect(exit == .exited(number) && text == "\(number)\n") }
    }
  }
}
