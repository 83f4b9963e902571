import Conversion
import Findings

extension RunOptionGroup {
  /// Runs, or serves the run that started this process.
  func perform(_ settings: RunSettings, _ console: Console) throws -> ExitStatus {
    if worker {
      WorkerServer.run(settings: settings)
      return .done
    }
    let observer = TerminalObserver(console, saysEverything: settings.inputs.count == 1 && filesFrom == nil)
    let summary = try BulkRun(settings, observer: observer).run()
    if !quiet {
      if summary.skipped.total > 0 { console.say(summary.skipped.finding) }
      if summary.files > 1 { console.say(summary.finding) }
    }
    return summary.status
  }
}
