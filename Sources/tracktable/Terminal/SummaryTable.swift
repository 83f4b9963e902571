import Conversion
import Findings
import Publishing

/// What a run leaves for a person to do, as a table for the terminal: first the files that came to nothing, then those with errors, each with
/// its figures and the first reason. The report has all of it; here stand no more lines than fit on a screen.
struct SummaryTable {
  private struct Line {
    let file: String
    let forms: Int
    let counts: SeverityCounts
    let reason: Finding?
  }

  private static let mostLines = 12

  private var failed: [Line] = []
  private var wrong: [Line] = []
  private var omitted = 0

  var isEmpty: Bool { failed.isEmpty && wrong.isEmpty }

  mutating func add(_ file: ReportedFile) throws {
    let counts = file.counts
    let isFailed = file.outcome == .refused || file.outcome == .unwritten
    guard isFailed || counts.errors > 0 else { return }
    guard (isFailed ? failed : wrong).count < Self.mostLines else { return omitted += 1 }
    let line = Line(file: file.file, forms: file.forms.count, counts: counts, reason: try Self.firstError(of: file))
    if isFailed { failed.append(line) } else { wrong.append(line) }
  }

  private static func firstError(of file: ReportedFile) throws -> Finding? {
    struct Found: Error {}
    var first: Finding?
    do {
      try file.forEachFinding { finding in
        guard finding.severity == .error else { return }
        first = finding
        throw Found()
      }
    } catch is Found {}
    return first
  }

  /// The table in lines of at most so many columns.
  func text(in language: Language, width: Int) -> String {
    let lines = failed + wrong
    let shown = lines.prefix(Self.mostLines)
    let more = omitted + lines.count - shown.count
    let nameWidth = min(max(16, shown.map { DisplayWidth.of($0.file, atMost: 40) }.max() ?? 0), max(16, width / 3))
    let headings = [language.pick("表", "forms"), language.pick("错误", "errors"), language.pick("警告", "warnings")]
    let widths = headings.map { max(4, DisplayWidth.of($0, atMost: 20)) }
    let beside = width - nameWidth - widths.reduce(0) { $0 + $1 + 2 } - 2
    // On a narrow terminal the reason stands below.
    let isBelow = beside < 45
    func row(_ name: String, _ figures: [String], _ reason: String) -> String {
      let cells = zip(figures, widths).map { figure, width in
        "  " + String(repeating: " ", count: max(0, width - DisplayWidth.of(figure, atMost: width))) + figure
      }
      let line = DisplayWidth.fit(endOf: name, to: nameWidth) + cells.joined()
      if reason.isEmpty { return line + "\n" }
      return line + (isBelow ? "\n    " : "  ") + DisplayWidth.fit(reason, toAtMost: isBelow ? width - 4 : beside)
        + "\n"
    }
    var text = row(language.pick("需要处理的文件", "files to look at"), headings, isBelow ? "" : language.pick("为什么", "why"))
    for line in shown {
      let figures = [line.forms, line.counts.errors, line.counts.warnings].map(String.init)
      text += row(line.file, figures, line.reason?.message(in: language) ?? "")
    }
    if more > 0 {
      text += language.pick("另有 \(more) 个文件，见报告（--report）。", "\(more) more, see a report (--report).") + "\n"
    }
    return text
  }
}
