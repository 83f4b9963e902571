import ArgumentParser
import Conversion
import Findings

struct PipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipe",
    abstract: "Reads files from standard input, each with its length before it, and answers each with a line of JSON.")

  @Option(name: .customLong("protocol"), help: "The version of the protocol: 1.")
  var version = PipeServer.version

  @Option(help: "How many files are read at once.")
  var jobs = 1

  @Flag(help: "Answer with the forms as an official workbook, too.")
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
