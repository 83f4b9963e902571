import ArgumentParser
import Conversion
import Findings

struct PipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipe",
    abstract: .words(
      "从标准输入逐个读取文件，每个文件答复一行 JSON；供分发工作的程序调用。",
      "Reads files from standard input and answers each with a line of JSON, for programs that distribute work."),
    discussion: .examples(
      ("文件流进，结果流出", "A stream of files in, answers out", "tracktable pipe < 文件流 > 结果.jsonl")))

  @Option(name: .customLong("protocol"), help: .words("规程的版本：1。", "The version of the protocol: 1.", value: "版本"))
  var version = PipeServer.version

  @Option(help: .words("同时读取多少个文件。", "How many files are read at once.", value: "个数"))
  var jobs = 1

  @Flag(help: .words("答复里另带官方表工作簿。", "Answer with the forms as an official workbook, too."))
  var workbooks = false

  @OptionGroup var limits: LimitOptionGroup
  @OptionGroup var reading: ReadingOptionGroup
  @OptionGroup var language: LanguageOptions

  @Flag(help: .private)
  var worker = false

  func validate() throws {
    guard version == PipeServer.version else { throw ValidationError("--protocol: \(PipeServer.version)") }
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs: 1–1024") }
  }

  func run() throws {
    let console = Console(language: language.ofTerminal)
    try console.run {
      let settings = try reading.settings()
      let limits = try limits.limits()
      if worker {
        PipeWorker(settings: settings, limits: limits, language: language.ofFiles, drawsWorkbooks: workbooks).run()
        return .done
      }
      let server = PipeServer(
        workerCommand: WorkerCommand.words, jobs: jobs, limits: limits, language: language.ofFiles)
      try Blocking.wait { try await server.run() }
      return .done
    }
  }
}
