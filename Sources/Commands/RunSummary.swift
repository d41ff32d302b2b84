/// What the steps of a run gave.
struct RunSummary {
  struct Step {
    var name: String
    var result: String
    var seconds: Double
    /// As the step's own command would end: 0, 1 or 2.
    var status: Int32
  }

  var steps: [Step] = []

  /// 1 when a step failed; 2 when there are findings or differences; else 0.
  var status: Int32 {
    steps.contains { $0.status == 1 } ? 1 : steps.map(\.status).max() ?? 0
  }

  var lines: [String] {
    let verdicts: [Int32: String] = [0: "ok", 1: "FAILED"]
    let names = steps.map { $0.name.count }.max() ?? 0
    return ["", "summary"]
      + steps.map { step in
        let verdict = ProgressDisplay.padded(verdicts[step.status] ?? "look", 7)
        return "  \(verdict) \(ProgressDisplay.padded(step.name, names))  "
          + "\(ProgressDisplay.padded(ProgressDisplay.time(step.seconds), -8))  \(step.result)"
      }
  }
}
