import ArgumentParser
import Conversion

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: .words("写一份可以直接填写的空白官方表。", "Writes the empty official form, ready to fill in."),
    discussion: .examples(("一份空表", "An empty form", "tracktable template -o 空表.xlsx")))

  @Option(
    name: [.short, .long],
    help: .words(
      "扩展名为 .xlsx 的文件、文件夹，或者 - 表示标准输出。", "A file ending in .xlsx, a folder, or - for standard output.",
      value: "输出"),
    completion: .file(extensions: ["xlsx"]))
  var output: String

  @Flag(help: .words("覆盖已有的输出。", "Replace an output that exists already."))
  var force = false

  @OptionGroup var profile: ProfileOptionGroup
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let console = Console(language: language.ofTerminal)
    try console.run {
      var settings = PipelineSettings()
      let text = try profile.text()
      try text?.profile().apply(to: &settings)
      let template = TemplateFile(page: settings.page)
      if let bytes = try template.write(to: OutputTarget(output), replaces: force, profile: text) {
        try console.write(bytes, .text)
      }
      return .done
    }
  }
}
