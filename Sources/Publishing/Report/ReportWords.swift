import Findings

/// The headings and fixed words of reports in one language; the words of findings come from their rules.
struct ReportWords: Sendable {
  let language: Language

  private func pick(_ chinese: String, _ english: String) -> String { language.pick(chinese, english) }

  var title: String { pick("绩效跟踪表检查报告", "Report on tracking forms") }
  var list: String { pick("整改清单", "Corrections") }
  var byUnit: String { pick("单位汇总", "By unit") }
  var file: String { pick("文件", "File") }
  var sheet: String { pick("工作表", "Sheet") }
  var cell: String { pick("单元格", "Cell") }
  var field: String { pick("填报项", "Field") }
  var severity: String { pick("级别", "Severity") }
  var problem: String { pick("问题", "Problem") }
  var found: String { pick("填报内容", "Found") }
  var expected: String { pick("应为", "Expected") }
  var advice: String { pick("整改要求", "What to do") }
  var rule: String { pick("规则", "Rule") }
  var done: String { pick("整改情况", "Done") }
  var number: String { pick("序号", "No.") }
  var project: String { pick("项目名称", "Project") }
  var unit: String { pick("实施单位", "Implementing unit") }
  var department: String { pick("主管部门", "Supervising department") }
  var forms: String { pick("表数", "Forms") }
  var clean: String { pick("无需整改", "Clean") }
  var refused: String { pick("未能读取的文件", "Files not read") }
  var total: String { pick("合计", "Total") }
  var noUnit: String { pick("（未填实施单位或未能识别）", "(no unit, or not recognized)") }
  var noFindings: String { pick("未发现问题", "nothing found") }
  var colon: String { pick("：", ": ") }

  /// In the codes of ECMA-376 part 1, 18.3.1.46.
  var pageFooter: String { pick("&C第 &P 页 / 共 &N 页", "&CPage &P of &N") }

  func severity(_ severity: Severity) -> String { severity.word(in: language) }

  func outcome(_ outcome: ReportedFile.Outcome) -> String {
    switch outcome {
    case .done: pick("已处理", "done")
    case .refused: pick("未能读取", "not read")
    case .unwritten: pick("未能写出", "not written")
    case .unchanged: pick("未变动，沿用上次结果", "unchanged since the last run")
    }
  }

  /// `2 个错误、1 个警告`; the words for none where there are none.
  func counts(_ counts: SeverityCounts) -> String {
    let parts = [(counts.errors, Severity.error), (counts.warnings, .warning), (counts.notes, .note)]
      .filter { $0.0 > 0 }
      .map { count, severity in
        language == .chinese
          ? "\(count) \(severity == .note ? "条" : "个")\(self.severity(severity))"
          : "\(count) \(self.severity(severity))\(count == 1 ? "" : "s")"
      }
    return parts.isEmpty ? noFindings : parts.joined(separator: pick("、", ", "))
  }

  /// The line under a report.
  func summary(_ summary: ReportSummary) -> String {
    var line =
      language == .chinese
      ? "共 \(summary.files) 个文件、\(summary.forms) 张表：\(counts(summary.counts))"
      : "\(Self.plural(summary.files, "file")), \(Self.plural(summary.forms, "form")): \(counts(summary.counts))"
    for outcome in ReportedFile.Outcome.allCases where outcome != .done {
      guard let count = summary.outcomes[outcome], count > 0 else { continue }
      line += language == .chinese ? "；\(count) 个文件\(self.outcome(outcome))" : "; \(count) \(self.outcome(outcome))"
    }
    return line + pick("。", ".")
  }

  /// What a profile changed, one line each; none where it changed nothing.
  func settings(_ settings: AppliedSettings) -> [String] {
    var lines: [String] = []
    if !settings.disabled.isEmpty {
      lines.append(pick("已停用的规则", "Rules switched off") + colon + settings.disabled.joined(separator: pick("、", ", ")))
    }
    if !settings.severities.isEmpty {
      let changes = settings.severities.map { "\($0.rule) → \(severity($0.severity))" }
      lines.append(pick("已调整级别的规则", "Severities changed") + colon + changes.joined(separator: pick("、", ", ")))
    }
    return lines
  }

  private static func plural(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
}
