import ArgumentParser
import Conversion
import Foundation

/// Which inputs, and how a run over them goes.
struct RunOptionGroup: ParsableArguments {
  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var input: [String] = []

  @Option(help: "A file with further inputs, NUL or line separated; - for standard input.", completion: .file())
  var filesFrom: String?

  @Option(help: "Worker processes; by default one a processor.")
  var jobs: Int?

  @OptionGroup var limits: LimitOptionGroup

  @Option(help: "Write findings and the list of files that need a person to this file.", completion: .file())
  var report: String?

  @Option(help: "Write what happens, as JSON Lines, to this file.", completion: .file())
  var log: String?

  @Option(help: "Only one share of the inputs, such as 3/16; see merge.")
  var shard: String?

  @Flag(help: "Stop at the first input that fails or has errors.")
  var failFast = false

  @Flag(help: "No progress, no warnings, no summary: only why an input failed.")
  var quiet = false

  @Flag(help: .private)
  var worker = false

  /// All within this process, to count what it does: a worker that is killed takes a profiler's figures along. No limit of time
  /// and memory holds.
  @Flag(help: .private)
  var inProcess = false

  /// Fills in what these options say.
  func apply(to settings: inout RunSettings) throws {
    settings.inputs = input
    settings.filesFrom = filesFrom
    settings.failsFast = failFast
    settings.report = report
    settings.log = log
    settings.limits = try limits.limits()
    settings.shard = try shard.map { try Shard($0) }
    if let jobs, jobs < 1 { throw WrongUsage(.usageLimit, ["option": "--jobs"]) }
    settings.jobs = min(jobs ?? ProcessInfo.processInfo.activeProcessorCount, Self.mostJobs)
    settings.catchesInterrupts = true
    if !inProcess { settings.workerCommand = WorkerCommand.words }
  }

  /// More processes than any machine has processors.
  private static let mostJobs = 1024
}
