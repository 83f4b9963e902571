import ArgumentParser
import Conversion
import Foundation

/// Which inputs, and how a run over them goes.
struct RunOptionGroup: ParsableArguments {
  @Argument(
    help: .words("文件、文件夹，或者 - 表示标准输入。", "Files, folders, or - for standard input.", value: "输入"), completion: .file())
  var input: [String] = []

  @Option(
    help: .words(
      "写有更多输入的文件，以 NUL 或换行分隔；- 表示标准输入。",
      "A file with further inputs, NUL or line separated; - for standard input.", value: "文件"), completion: .file())
  var filesFrom: String?

  @Option(help: .words("同时工作的进程数；不写则每个处理器一个。", "Worker processes; by default one a processor.", value: "个数"))
  var jobs: Int?

  @OptionGroup var limits: LimitOptionGroup

  @Option(
    help: .words(
      "把检查结果和需要人工处理的文件写进这个文件（.xlsx、.html 或 .json）。",
      "Write findings and the list of files that need a person to this file (.xlsx, .html or .json).", value: "文件"),
    completion: .file())
  var report: String?

  @Option(
    help: .words("把过程以 JSON Lines 写进这个文件。", "Write what happens, as JSON Lines, to this file.", value: "文件"),
    completion: .file())
  var log: String?

  @Option(
    help: .words(
      "只做其中一片，如 3/16 为共 16 片中的第 3 片；各片再用 merge 合在一起。",
      "Only one share of the inputs, 3/16 for the third of sixteen; merge puts them together.", value: "片"))
  var shard: String?

  @Flag(help: .words("遇到第一个失败或有错误的输入就停。", "Stop at the first input that fails or has errors."))
  var failFast = false

  @Flag(
    help: .words(
      "不显示进度、警告和汇总，只说明输入为什么失败。", "No progress, no warnings, no summary: only why an input failed."))
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
