import Findings
import Publishing

/// A finding on one line of a terminal: `甲.xlsx › 表1!C12 › indicators[3].actual：错误：…`, or, where only the bytes are known,
/// `乙.jsonl › 第 3 行第 7 列，字节偏移 120：警告：…`. Of a form, its project stands in front of the field, and the field has its label:
/// `甲.xlsx › 表1!C12 › 河道清淤 › 绩效指标第 4 条 · 跟踪期实际完成值：错误：…`.
public enum FindingLine {
  /// Columns of a project's name, which can be long.
  private static let projectColumns = 40

  /// The place, the severity, the message, what to do, and the rule's name.
  ///
  /// - Parameter form: The form that the finding is about, where there is one.
  public static func text(of finding: Finding, in language: Language, form: ReportedForm? = nil) -> String {
    var parts: [String] = []
    if let file = finding.place.file { parts.append(file) }
    let cells = [finding.place.sheet, finding.place.cells?.a1].compactMap { $0 }.joined(separator: "!")
    if !cells.isEmpty { parts.append(cells) }
    // Rules of text files say the line in their words.
    if let position = finding.place.position, finding.values["line"] == nil { parts += position.parts(in: language) }
    if let project = form?.project { parts.append(DisplayWidth.fit(project, toAtMost: projectColumns)) }
    if let field = finding.place.field {
      parts.append(form.map { FieldName.text(of: field, in: language, $0.definition) } ?? field)
    }
    let place = parts.joined(separator: " › ")
    let colon = language.pick("：", ": ")
    let gap = language.pick("", " ")
    var line = place.isEmpty ? "" : place + colon
    line += finding.severity.word(in: language) + colon + finding.message(in: language)
    if let advice = finding.advice(in: language) { line += gap + advice }
    return TerminalText.cleaned(line + " [" + finding.rule.name + "]")
  }
}

extension BytePosition {
  /// The part of a package, then line, column and offset, as far as they are known.
  fileprivate func parts(in language: Language) -> [String] {
    var numbers: [String] = []
    switch language {
    case .chinese:
      if let line { numbers.append("第 \(line) 行" + (column.map { "第 \($0) 列" } ?? "")) }
      if let byteOffset { numbers.append("字节偏移 \(byteOffset)") }
    case .english:
      if let line { numbers.append("line \(line)" + (column.map { ", column \($0)" } ?? "")) }
      if let byteOffset { numbers.append("byte offset \(byteOffset)") }
    }
    let separator = language.pick("，", ", ")
    return [part, numbers.isEmpty ? nil : numbers.joined(separator: separator)].compactMap(\.self)
  }
}
