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
    help:
      "A folder (existing, ending in /, or without a known extension), a file (.sqlite: a store), or - for standard output.",
    completion: .file())
  var output: String

  @Option(help: "Format of the output; by default that of OUTPUT's extension, else xlsx.")
  var to: OutputFormat?

  @Option(help: "form: the official form; ledger: 台账, all forms in one table.")
  var layout: OutputLayout?

  @Option(
    help: "Into a folder, one workbook a form, named by a pattern such as {实施单位}_{项目名称}.")
  var name: String?

  @Flag(
    help: "Also write a copy of doubtful forms with every error and warning marked, beside the clean one.")
  var review = false

  @Flag(help: "Replace outputs that exist already.")
  var force = false

  /// Fills in what these options say.
  func apply(to settings: inout RunSettings) throws {
    let store = SQLiteStore()
    let target = OutputTarget(output, store: store)
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
