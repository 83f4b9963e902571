import Conversion
import Findings
import SystemCalls

extension Console {
  /// Runs a command that reads one file in a process of its own, with limits.
  func runSupervised(
    isWorker: Bool, _ limits: LimitOptionGroup, limitsTime: Bool, file: String, _ body: () throws -> ExitStatus
  ) throws {
    try run {
      do {
        let limits = try limits.limits()
        if isWorker {
          SupervisedProcess.begin(limits: limits, limitsTime: limitsTime)
          return try body()
        }
        return try SupervisedProcess.run(WorkerCommand.words, limits: limits)
      } catch let refusal as Refusal {
        if refusal.finding.rule == .fileMissing, let similar = SimilarFile.finding(for: file) { say(similar) }
        throw refusal.within(Place(file: file))
      }
    }
  }
}
