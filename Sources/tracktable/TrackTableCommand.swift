import ArgumentParser
import Conversion
import Findings
import Foundation
import SystemCalls

@main
struct TrackTableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tracktable",
    abstract: .words(
      "把部门报来的《财政项目支出绩效跟踪表》读成统一的数据，写成官方表。",
      "Reads 财政项目支出绩效跟踪表 from departmental spreadsheets and writes the official form."),
    version: Tool.version,
    subcommands: [
      ConvertCommand.self, CheckCommand.self, InspectCommand.self, TemplateCommand.self, CellsCommand.self,
      SchemaCommand.self, DefinitionCommand.self, ServeCommand.self, PipeCommand.self, MergeCommand.self,
    ])

  static func main() {
    StandardStreams.occupyClosed()
    let console = Console(language: CommandLanguage.current)
    // Swift reads the arguments from there, and would take a command for none.
    guard !CommandLine.arguments.isEmpty else {
      console.say(Finding(.runWithoutProc))
      Foundation.exit(ExitStatus.incomplete.rawValue)
    }
    if !WorkerCommand.isOwn {
      SignalWatch.start { console.say(Finding(.runSignal, ["signal": String($0)])) }
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // What was typed may stand in the message, whatever it does to a terminal.
      let message = TerminalText.cleanedLines(CommandMessage.text(of: error, thrownBy: self))
      let status = exitCode(for: error)
      let stream = status.isSuccess ? StandardStreams.output : StandardStreams.error
      if !message.isEmpty { try? stream.write(Array((message + "\n").utf8)) }
      Foundation.exit(status.rawValue)
    }
  }
}
