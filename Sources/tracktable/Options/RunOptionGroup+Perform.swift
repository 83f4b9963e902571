import Conversion
import Findings

extension RunOptionGroup {
  /// Runs, or serves the run that started this process.
  func perform(_ settings: RunSettings, _ console: Console) throws -> ExitStatus {
    if worker {
      WorkerServer.run(settings: settings)
      return .done
    }
    let everything = settings.inputs.count == 1 && filesFrom == nil
    let observer = TerminalObserver(console, saysEverything: everything, isQuiet: quiet)
    let summary = try BulkRun(settings, observer: observer).run()
    observer.summarise(summary)
    return summary.status
  }
}
