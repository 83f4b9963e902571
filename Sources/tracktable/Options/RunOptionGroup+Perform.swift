import Conversion
import Findings
import Publishing

extension RunOptionGroup {
  /// Runs, or serves the run that started this process.
  ///
  /// - Parameter given: What shows the run in place of the terminal's own observer.
  func perform(
    _ settings: RunSettings, _ console: Console, observer given: (any RunObserver)? = nil
  ) throws -> ExitStatus {
    HeapTuning.keepHeapBetweenFiles()
    if worker {
      WorkerServer.run(settings: settings)
      return .done
    }
    if let given { return try BulkRun(settings, observer: given).run().status }
    let observer = TerminalObserver(console, saysEverything: settings.isForOneFile && !quiet, isQuiet: quiet)
    let summary = try BulkRun(settings, observer: observer).run()
    observer.summarize(summary)
    return summary.status
  }
}
