import ArgumentParser
import Conversion
import Findings
import Foundation
import OfficeDocuments
import PageServer
import SystemCalls

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serves the page in the browser, and an interface for programs.")

  @Option(help: "The port; 0 for any that is free.")
  var port = 8080

  @Option(help: "The address to listen on; on another than 127.0.0.1 everybody needs a token.")
  var host = "127.0.0.1"

  @Option(help: "A name by which browsers call the server, such as that of a proxy; may be given several times.")
  var hostName: [String] = []

  @Option(
    help: "A file whose first line is the token, 16 characters at least; else one is made up.", completion: .file())
  var tokenFile: String?

  @Flag(help: "Open the page in the browser.")
  var open = false

  @Option(help: "How many files are worked on at once.")
  var jobs: Int?

  @Flag(help: "Write no line for each request.")
  var quiet = false

  @OptionGroup var limits: LimitOptionGroup
  @OptionGroup var reading: ReadingOptionGroup
  @OptionGroup var office: OfficeOptionGroup
  @OptionGroup var language: LanguageOptions

  @Flag(help: .private)
  var worker = false

  func run() throws {
    let console = Console(language: language.ofTerminal)
    try console.run {
      if worker {
        try PageWorker(
          settings: reading.settings(), office: OfficeProgram.locate(office.office), limits: limits.limits()
        ).run()
        return .done
      }
      // Wrong options are told now, and not by every worker.
      _ = try reading.settings()
      _ = try OfficeProgram.locate(office.office)
      let settings = try settings()
      let server = PageServer(settings) { console.write(words: $0) }
      let signal = try Blocking.wait {
        try await server.run { port in announce(settings, port, console) }
      }
      throw ExitCode(128 + signal)
    }
  }

  private func settings() throws -> ServeSettings {
    var settings = ServeSettings()
    settings.host = host
    settings.port = port
    settings.hostNames = hostName
    settings.workers = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    settings.workerCommand = WorkerCommand.words
    settings.fileLimits = try limits.limits()
    settings.logsAccess = !quiet
    settings.token = try tokenFile.map { try ServeSettings.token(in: $0) }
    if settings.token == nil, !settings.isLoopback { settings.token = ServeSettings.newToken() }
    return settings
  }

  private func announce(_ settings: ServeSettings, _ port: Int, _ console: Console) {
    let address = settings.address(port: port)
    console.say(Finding(.serviceStarted, ["address": address, "keys": "Ctrl-C"]))
    if open, let program = ExecutableFile.inPath("xdg-open"), let null = try? Descriptor.writing("/dev/null") {
      _ = try? ChildProcess([program, address], descriptors: [(0, null), (1, null), (2, null)])
    }
  }
}
