import Findings
import Recognition
import Spreadsheet
import TrackingModel

/// The text of a profile for a file that was only partly understood: what is missing and what could not be placed, each as a line
/// to keep, correct or drop. It is a valid profile as it stands; guesses are comments.
package struct ProfileSuggestion: Sendable {
  private var lines: [String] = []
  private var synonyms: [String] = []
  private var columns: [String] = []

  /// What a profile for this file could say.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - settings: What a profile used already says.
  /// - Throws: A refusal where the file cannot be read at all.
  package static func yaml(
    for source: ByteSource, named name: String, settings: PipelineSettings = .init()
  ) throws -> String {
    // A sheet is looked at more than once, which standard input cannot be.
    let workbook = try Workbooks.open(InputBytes(source).byteSource, options: settings.reading)
    var suggestion = ProfileSuggestion()
    var guessed = settings.recognition
    for info in workbook.sheets where info.state == .visible {
      if let only = settings.recognition.sheet, info.name != only { continue }
      suggestion.addUnknownLabels(of: try workbook.sheet(info), &guessed)
    }
    // With the labels guessed, the rest of the file may be understood, and tells what else is missing.
    var findings: [Finding] = []
    do {
      findings += try Recognizer(settings: guessed).recognize(workbook) { findings += $0.findings }
    } catch let refusal as Refusal {
      findings.append(refusal.finding)
    }
    suggestion.addSettings(findings, workbook)
    return suggestion.text(named: name)
  }

  private mutating func addSettings(_ findings: [Finding], _ workbook: any Workbook) {
    let rules = Set(findings.map(\.rule))
    if rules.contains(.unitAssumed) { lines.append("unit: 万元            # 文件没有写明金额单位，请确认") }
    if let months = findings.first(where: { $0.rule == .periodYearMissing }) {
      lines.append("# year: 2024          # 时段“\(Self.comment(months.values["found"] ?? ""))”没有年份，请填写")
    }
    let visible = workbook.sheets.filter { $0.state == .visible }.compactMap(\.name)
    if visible.count > 1, findings.contains(where: { $0.severity == .error }) {
      lines.append("# sheet: \(Self.quoted(visible[0]))   # 只读一张工作表：\(Self.comment(visible.joined(separator: "、")))")
    }
    for finding in findings where finding.rule == .ledgerUnknownColumn {
      let heading = finding.values["found"] ?? ""
      let guess = LabelGuess(heading)
      columns.append("  # ???: \(Self.quoted(heading))\(guess.map { "   # 像“\($0.spelling)”" } ?? "")")
    }
  }

  /// Short texts without a role are likely to be labels.
  private mutating func addUnknownLabels(of sheet: Sheet, _ guessed: inout RecognitionSettings) {
    var seen: Set<String> = []
    let recognized = Recognizer(settings: guessed).recognize(sheet)
    for cell in sheet.cells {
      if let role = recognized.roles[cell.reference], role != .other(.other) { continue }
      let words = cell.text.split(whereSeparator: \.isNewline).joined()
      guard cell.kind == .text, words.count <= 20, let guess = LabelGuess(words), guess.spelling != words,
        seen.insert(words).inserted
      else { continue }
      if guessed.synonyms[guess.identifier] == nil { guessed.synonyms[guess.identifier] = [words] }
      synonyms.append("  \(guess.identifier): [\(Self.quoted(words))]   # \(cell.reference.a1)，像“\(guess.spelling)”")
    }
  }

  private func text(named name: String) -> String {
    var text = ["# \(Self.comment(name)) 的配置建议。请核对每一行，保留对的，改正或删去其余。"] + lines
    if !synonyms.isEmpty {
      text.append("synonyms:")
      var used: Set<Substring> = []
      for line in synonyms {
        // A key may stand there once; what is like the same label follows as a comment.
        let key = line.drop { $0 == " " }.prefix { $0 != ":" }
        text.append(used.insert(key).inserted ? line : "  # " + line.drop { $0 == " " })
      }
    }
    if !columns.isEmpty {
      text.append("columns:              # 左边写字段名，如 \(LedgerMapping.fieldNames.prefix(4).joined(separator: "、"))")
      text += columns
    }
    if text.count == 1 { text.append("# 文件已全部识别，不需要配置。") }
    return text.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ words: String) -> String {
    let escaped = words.replacingScalars("\\", with: "\\\\").replacingScalars("\"", with: "\\\"")
    return "\"" + escaped.filter { !$0.isNewline } + "\""
  }

  /// Words that cannot end a comment.
  private static func comment(_ words: String) -> String {
    words.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
