import ArgumentParser
import Conversion
import Findings
import Spreadsheet

struct CellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells",
    abstract: .words(
      "按读到的样子逐格列出任何表格，每行一个 JSON 对象。", "Prints any spreadsheet as the reader sees it, one JSON object a line."),
    discussion: .examples(
      ("看清一个文件里到底有什么", "What a file really holds", "tracktable cells 任意.xlsx")))

  @Argument(help: .words("一个表格文件；- 表示标准输入。", "A spreadsheet; - for standard input.", value: "文件"), completion: .file())
  var file: String

  @OptionGroup var limits: LimitOptionGroup
  @OptionGroup var reading: ReadingOptionGroup
  @OptionGroup var office: OfficeOptionGroup
  @OptionGroup var unpacker: UnpackerOptionGroup
  @OptionGroup var language: LanguageOptions

  @Flag(help: .private)
  var worker = false

  func run() throws {
    let console = Console(language: language.ofTerminal)
    try console.runSupervised(isWorker: worker, limits, limitsTime: false, file: file) {
      let input = try file == "-" ? nil : NamedInput(file, unpacker: unpacker.program)
      defer { withExtendedLifetime(input) {} }
      let options = try reading.settings().reading
      return try office.reading(input?.source ?? .descriptor(0)) { source in
        let workbook = try Workbooks.open(source, options: options)
        var listing = CellListing(of: workbook) { try console.write($0, .json) }
        for finding in try listing.list() { console.say(finding.within(Place(file: file))) }
        return listing.isComplete ? .done : .incomplete
      }
    }
  }
}
