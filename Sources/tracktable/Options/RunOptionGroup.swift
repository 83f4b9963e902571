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

  @Option(help: "Seconds that one input may take.")
  var timeLimit: Double?

  @Option(help: "Megabytes of memory that one input may take.")
  var memoryLimit: Int?

  @Option(help: "Write findings and the list of files that need a person to this file.", completion: .file())
  var report: String?

  @Option(help: "Write what happens, as JSON Lines, to this file.", completion: .file())
  var log: String?

  @Flag(help: "Stop at the first input that fails or has errors.")
  var failFast = false

  @Flag(help: "No progress, no warnings, no summary: only why an input failed.")
  var quiet = false

  @Flag(help: .private)
  var worker = false

  /// Fills in what these options say.
  func apply(to settings: inout RunSettings) throws {
    settings.inputs = input
    settings.filesFrom = filesFrom
    settings.failsFast = failFast
    settings.report = report
    settings.log = log
    if let timeLimit { settings.limits.seconds = timeLimit }
    if let memoryLimit { settings.limits.memory = memoryLimit << 20 }
    if let jobs, jobs < 1 { throw WrongUsage(.usageLimit, ["option": "--jobs"]) }
    settings.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    settings.catchesInterrupts = true
    // A worker is this very command once more, told to take its inputs from the run that starts it.
    let arguments = CommandLine.arguments.dropFirst()
    settings.workerCommand = ["/proc/self/exe"] + arguments.prefix(1) + ["--worker"] + arguments.dropFirst()
  }
}
