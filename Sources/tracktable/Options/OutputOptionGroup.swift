import ArgumentParser
import Conversion
import Findings
import Store

extension OutputFormat: ExpressibleByArgument {}
extension OutputLayout: ExpressibleByArgument {}

/// What is written, where, and as what.
struct OutputOptionGroup: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: .words(
      "文件夹（已存在的、以 / 结尾的或没有扩展名的）、文件（.sqlite 为数据库），或者 - 表示标准输出。",
      "A folder (existing, ending in /, or without an extension), a file (.sqlite: a store), or - for standard output.",
      value: "输出"),
    completion: .file())
  var output: String

  @Option(
    help: .words(
      "输出的格式；不写则按输出的扩展名，再没有就是 xlsx。",
      "Format of the output; by default that of its extension, else xlsx.", value: "格式"))
  var to: OutputFormat?

  @Option(
    help: .words(
      "form：官方表；ledger：台账，所有表汇成一张。", "form: the official form; ledger: all forms in one table, 台账.",
      value: "版式"))
  var layout: OutputLayout?

  @Option(
    help: .words(
      "输出到文件夹时一张表一个工作簿，按此样式取名，如“{实施单位}_{项目名称}”。",
      "Into a folder, one workbook a form, named by a pattern such as {实施单位}_{项目名称}.", value: "样式"))
  var name: String?

  @Flag(
    help: .words(
      "有疑问的表在旁边另写一份核对件，标出每个错误和警告。",
      "Also write a copy of doubtful forms with every error and warning marked, beside the clean one."))
  var review = false

  @Flag(help: .words("覆盖已有的输出。", "Replace outputs that exist already."))
  var force = false

  /// Fills in what these options say.
  func apply(to settings: inout RunSettings) throws {
    let store = SQLiteStore()
    let target = try OutputTarget(output, store: store)
    settings.output = target
    if case .file(let path) = target, store.isNamed(path) {
      guard to == nil, layout == nil else { throw WrongUsage(.usageStoreFormat) }
      settings.store = store
    }
    settings.format = to ?? target.formatByExtension ?? .xlsx
    settings.layout = layout ?? settings.layout
    settings.namePattern = try name.map { try NamePattern($0) } ?? settings.namePattern
    settings.reviews = review
    settings.replaces = force
  }
}
