import Findings

/// What writing a report has to say.
extension Rule {
  static let reportRules: [Rule] = [reportWriteFailed]

  package static let reportWriteFailed = Rule(
    "report.write-failed", .error,
    zh: .init("报告无法写出：{reason}。", advice: "请检查磁盘空间和权限后重试。"),
    en: .init("The report cannot be written: {reason}.", advice: "Check disk space and permissions and try again."))
}
