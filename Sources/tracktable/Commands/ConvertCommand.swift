import ArgumentParser
import Conversion
import Findings

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: .words(
      "读入绩效跟踪表，写成 \(Language.chinese.list(formats, lastAfter: "或"))。",
      "Reads forms and writes them as \(Language.english.list(formats, lastAfter: "or"))."),
    discussion: .examples(
      ("一个文件转成官方表", "One file to the official form", "tracktable convert 跟踪表.csv -o 官方表.xlsx"),
      (
        "收件箱转成官方表，另写整改清单", "An inbox to official forms, with a list of corrections",
        "tracktable convert 收件箱/ -o 成果/ --report 整改清单.xlsx"
      ),
      ("全部汇成一个台账", "All forms into one ledger", "tracktable convert 收件箱/ -o 台账.xlsx --layout ledger"),
      ("中断以后接着做", "Go on after an interruption", "tracktable convert 历年/ -o 成果/ --resume")))

  private static let formats = OutputFormat.allCases.map(\.name)

  @OptionGroup var inputs: RunOptionGroup
  @OptionGroup var output: OutputOptionGroup
  @Flag(
    help: .words(
      "接着上次向同一文件夹的转换做：做完的核对后保留。",
      "Go on with an earlier run into the same folder: what it finished is verified and kept."))
  var resume = false
  @OptionGroup var input: InputOptionGroup

  func run() throws {
    let console = Console(language: input.language.ofTerminal)
    try console.run {
      var settings = RunSettings()
      settings.resumes = resume
      try inputs.apply(to: &settings)
      try output.apply(to: &settings)
      try input.apply(to: &settings, isWorker: inputs.worker)
      return try inputs.perform(settings, console)
    }
  }
}
