import Findings

/// What there is to say of a file whose content is elsewhere.
extension Rule {
  static let pipelineRules: [Rule] = [fileNotDownloaded, fileWithoutForms]

  package static let fileNotDownloaded = Rule(
    "file.not-downloaded", .error,
    zh: .init("文件没有下载完整，或还在云盘上，内容不在这里。", advice: "请下载完成后重试。"),
    en: .init(
      "The file is not downloaded yet, or only in part: its content is still in the cloud.",
      advice: "Download it and try again."))

  /// JSON and stores may hold no form at all; a spreadsheet without one is refused.
  package static let fileWithoutForms = Rule(
    "file.no-forms", .warning,
    zh: .init("文件是完整的，但里面一张表也没有。", advice: "请核对导出它时选的是不是这些表。"),
    en: .init("The file is whole, but there is no form in it.", advice: "Check what was exported into it."))
}
