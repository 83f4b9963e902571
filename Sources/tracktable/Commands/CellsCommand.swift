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

  @OptionGroup var options: FileOptionGroup

  func run() throws {
    try options.read(file, limitsTime: false) { source, settings, console in
      try options.input.office.reading(source) { source in
        let workbook = try Workbooks.open(source, options: settings.reading)
        var listing = CellListing(of: workbook) { try console.write($0, .json) }
        for finding in try listing.list() { console.say(finding.within(Place(file: file))) }
        return listing.isComplete ? .done : .incomplete
      }
    }
  }
}
