import Findings

/// What there is to say of a file whose content is elsewhere.
extension Rule {
  static let pipelineRules: [Rule] = [fileNotDownloaded]

  package static let fileNotDownloaded = Rule(
    "file.not-downloaded", .error,
    zh: .init("文件没有下载完整，或还在云盘上，内容不在这里。", advice: "请下载完成后重试。"),
    en: .init(
      "The file is not downloaded yet, or only in part: its content is still in the cloud.",
      advice: "Download it and try again."))
}
