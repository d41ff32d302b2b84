import Commands

@main
struct Oraferry {
  static func main() async {
    await OraferryCommand.mainUntilInterrupted()
  }
}
