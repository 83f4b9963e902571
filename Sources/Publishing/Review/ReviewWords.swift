import Findings
import TrackingModel

/// What a comment of the review copy says around the words of its finding.
struct ReviewWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// Behind the title in the document's properties.
  var copyMark: String { language.pick("（核对件）", " (review copy)") }

  /// The whole comment: what is wrong, the rule, where in the unit's file, what is there and should be, what to do.
  func comment(on finding: Finding, in form: TrackingForm) -> String {
    var lines = [mark(finding.severity) + shortened(finding.message(in: language))]
    lines.append(line("规则", "Rule", finding.rule.name))
    if let place = place(of: finding, in: form) { lines.append(line("原文件", "Input", place)) }
    if let found = finding.values["found"], !found.isEmpty { lines.append(line("现为", "Found", shortened(found))) }
    if let expected = finding.values["expected"], !expected.isEmpty {
      lines.append(line("应为", "Expected", shortened(expected)))
    }
    if let advice = finding.advice(in: language) { lines.append(line("处理", "To do", advice)) }
    return lines.joined(separator: "\n")
  }

  /// A comment is to be read beside its cell, in which a long text stands anyway.
  private func shortened(_ words: String) -> String { XLSXText.shortened(words, to: 500) }

  private func mark(_ severity: Severity) -> String {
    switch (language, severity) {
    case (.chinese, .error): "【必须改正】"
    case (.chinese, _): "【请核对】"
    case (.english, .error): "[Must be corrected] "
    case (.english, _): "[Please check] "
    }
  }

  private func line(_ chinese: String, _ english: String, _ words: String) -> String {
    language.pick("\(chinese)：\(words)", "\(english): \(words)")
  }

  /// `报送/甲.xlsx › 跟踪表 › C12`.
  private func place(of finding: Finding, in form: TrackingForm) -> String? {
    let file = finding.place.file ?? form.source?.file
    let sheet = finding.place.sheet ?? form.source?.sheet
    let parts = [file, sheet, finding.place.cells?.a1].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " › ")
  }
}
