import ArgumentParser
import Conversion
import Findings
import Store

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: .words(
      "把用 --shard 分片做出来的合在一起，与一次做完的一样。",
      "Puts together what runs with --shard have made: as one run would have made it."),
    discussion: .examples(
      ("16 片的结果合成一份", "The outputs of sixteen shards as one", "tracktable merge p*.jsonl -o 全部.jsonl"),
      ("各片的报告合成一份", "Their reports as one", "tracktable merge r*.json -o 整改.json")))

  @Argument(
    help: .words(
      "各片的输出，或各片的报告、数据库、输出文件夹。",
      "The outputs of all shards, or their reports, stores or output folders.", value: "输入"), completion: .file())
  var input: [String] = []

  @Option(
    name: [.short, .long], help: .words("同一种文件，或文件夹。", "A file of the same kind, or a folder.", value: "输出"),
    completion: .file())
  var output: String

  @Flag(help: .words("覆盖已有的输出。", "Replace an output that exists already."))
  var force = false

  @Flag(help: .words("不显示汇总。", "No summary."))
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
