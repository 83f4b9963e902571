import ArgumentParser
import Conversion
import Findings
import Store

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Puts together what runs with --shard have made: as one run would have made it.")

  @Argument(
    help: "The outputs of all shards, their reports, their stores, or their output folders.", completion: .file())
  var input: [String] = []

  @Option(name: [.short, .long], help: "The output: a file of the same kind, or a folder.", completion: .file())
  var output: String

  @Flag(help: "Replace an output that exists already.")
  var force = false

  @Flag(help: "No summary.")
  var quiet = false

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let console = Console(language: language.ofTerminal)
    try console.run {
      var settings = MergeSettings()
      settings.inputs = input
      settings.output = output
      settings.replaces = force
      settings.store = SQLiteStore()
      let observer = TerminalObserver(console, saysEverything: false, isQuiet: quiet)
      let summary = try Merge.run(settings, observer: observer)
      observer.summarize(summary)
      return summary.status
    }
  }
}
