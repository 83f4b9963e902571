import ArgumentParser
import Conversion
import Findings
import Foundation
import OfficeDocuments
import PageServer
import SystemCalls

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: .words("提供浏览器里的页面和供程序调用的接口。", "Serves the page in the browser, and an interface for programs."),
    discussion: .examples(
      ("在本机打开页面", "The page on this machine", "tracktable serve --open"),
      (
        "供全单位使用，口令写在文件里", "For everybody in the house, with a token in a file",
        "tracktable serve --host 0.0.0.0 --token-file 口令.txt"
      )))

  @Option(help: .words("端口；0 表示任选一个空闲的。", "The port; 0 for any that is free.", value: "端口"))
  var port = 8080

  @Option(
    help: .words(
      "监听的地址；不是 127.0.0.1 时人人都要口令。",
      "The address to listen on; on another than 127.0.0.1 everybody needs a token.", value: "地址"))
  var host = "127.0.0.1"

  @Option(
    help: .words(
      "浏览器用来访问本服务的名称，如代理的名称；可以写多次。",
      "A name by which browsers call the server, such as that of a proxy; may be given several times.", value: "名称"))
  var hostName: [String] = []

  @Option(
    help: .words(
      "第一行是口令的文件，口令至少 16 个字符；不写则随机生成一个。",
      "A file whose first line is the token, 16 characters at least; else one is made up.", value: "文件"),
    completion: .file())
  var tokenFile: String?

  @Flag(help: .words("在浏览器里打开页面。", "Open the page in the browser."))
  var open = false

  @Option(help: .words("同时处理多少个文件。", "How many files are worked on at once.", value: "个数"))
  var jobs: Int?

  @Flag(help: .words("不为每个请求写一行记录。", "Write no line for each request."))
  var quiet = false

  @OptionGroup var limits: LimitOptionGroup
  @OptionGroup var reading: ReadingOptionGroup
  @OptionGroup var office: OfficeOptionGroup
  @OptionGroup var unpacker: UnpackerOptionGroup
  @OptionGroup var language: LanguageOptions

  @Flag(help: .private)
  var worker = false

  func run() throws {
    let console = Console(language: language.ofTerminal)
    try console.run {
      if worker {
        try PageWorker(
          settings: reading.settings(), office: OfficeProgram.locate(office.office), unpacker: unpacker.program,
          limits: limits.limits()
        ).run()
        return .done
      }
      // Wrong options are told now, and not by every worker.
      _ = try reading.settings()
      _ = try OfficeProgram.locate(office.office)
      _ = try unpacker.program
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
