import ArgumentParser
import Conversion
import Findings
import Foundation
import Spreadsheet
import SystemCalls

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: .words(
      "说明哪里认出了什么，其余每个有内容的单元格怎样处理了。",
      "Shows what was recognized where, and what became of every other non-empty cell."),
    discussion: .examples(
      ("核对一张表是怎样读的", "See how a form was read", "tracktable inspect 跟踪表.xlsx"),
      (
        "没读全的表，先得一份配置草稿", "A first profile for a form that was only partly understood",
        "tracktable inspect 跟踪表.xlsx --suggest-profile"
      )))

  /// When the grid has colors.
  enum Color: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Argument(help: .words("一个表格文件；- 表示标准输入。", "A spreadsheet; - for standard input.", value: "文件"), completion: .file())
  var file: String

  @Flag(
    help: .words(
      "以 JSON 列出规范 JSON 各路径对应的单元格和每个单元格的角色。",
      "Print a map from the paths of the canonical JSON to cells, and the role of every cell, as JSON."))
  var json = false

  @Flag(
    help: .words(
      "为没读全的文件列出一份配置草稿，供核对补全。",
      "Print a profile for a file that was only partly understood, to be checked and completed."))
  var suggestProfile = false

  @Option(
    help: .words(
      "表格用不用颜色：auto（在终端上用，设了 NO_COLOR 则不用）、always 或 never。",
      "Colors in the grid: auto (on a terminal, unless NO_COLOR is set), always or never.", value: "何时"))
  var color = Color.auto

  @OptionGroup var options: FileOptionGroup

  func run() throws {
    try options.read(file, limitsTime: true) { source, settings, console in
      if suggestProfile {
        try console.write(Array(ProfileSuggestion.yaml(for: source, named: file, settings: settings).utf8), .rawText)
        return .done
      }
      let inspection = try options.input.office.reading(source) { try Inspection(of: $0, settings: settings) }
      if json {
        try console.write(inspection.json(in: console.language), .json)
      } else {
        try console.write(text(of: inspection, console), .text)
      }
      if let refusal = inspection.refusal { throw refusal }
      return .done
    }
  }

  private func text(of inspection: Inspection, _ console: Console) -> [UInt8] {
    let isTerminal =
      StandardStreams.output.isTerminal && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
    let isColored = color == .always || color == .auto && isTerminal
    return Array(InspectionText(of: inspection, in: console.language, isColored: isColored).text.utf8)
  }
}
