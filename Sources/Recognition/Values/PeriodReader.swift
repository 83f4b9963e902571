import Findings
import Foundation
import Spreadsheet
import TrackingModel

/// Reads 跟踪时段 in all its spellings: `2023-1月 至 2023-8月`, `2023年1-8月`, `2023.01—2023.08`, `2023年1月1日-2023年8月31日`,
/// `上半年`, `2023年前三季度`, `2022年度`, a date.
///
/// The rule of the form: an end alone begins in January, a bare year is 01 to 12, each with a note; months without a year take
/// it from elsewhere, else the period stays empty with an error that quotes them.
enum PeriodReader {
  /// - Parameter year: The year that the title, a cell of its own or the profile gives; nil where none does.
  /// - Returns: The period; empty, with an error, where the words are none, and empty without one where nothing stands there.
  static func read(_ words: String, year: Int?) -> Reading<TrackingPeriod> {
    if NoneMark.isNone(words) { return Reading(TrackingPeriod()) }
    let found = words.trimmed
    guard var span = PeriodGrammar.parse(words) else {
      return Reading(TrackingPeriod(), [Finding(.periodUnreadable, ["found": found])])
    }
    var findings: [Finding] = []
    if span.needsYear {
      guard let year else {
        return Reading(TrackingPeriod(), [Finding(.periodYearMissing, ["found": found])])
      }
      span.complete(with: year)
      findings.append(Finding(.periodYearAdded, ["found": found, "year": String(year)]))
    }
    guard let start = span.start, let end = span.end else {
      return Reading(TrackingPeriod(), [Finding(.periodUnreadable, ["found": found])])
    }
    switch span.kind {
    case .endOnly: findings.append(Finding(.periodFromJanuary, ["found": found]))
    case .wholeYear: findings.append(Finding(.periodWholeYear, ["found": found]))
    case .range: break
    }
    return Reading(TrackingPeriod(start: start, end: end), findings)
  }

  /// The period of a cell; a date is the end of one.
  static func read(_ cell: Cell, year: Int?) -> Reading<TrackingPeriod> {
    switch cell.kind {
    case .text, .boolean: return read(cell.text, year: year)
    case .number, .date:
      // The displayed text of a date may leave the year out (8月31日), and that of a number may be cut; the stored value has all.
      if let month = month(of: cell) {
        return read("\(month.year)年\(month.month)月", year: nil).renamed(cell.text.trimmed)
      }
      return read(cell.text, year: year)
    case .error: return Reading(TrackingPeriod(), [Finding(.cellHoldsError, ["found": cell.text])])
    case .formulaWithoutValue: return Reading(TrackingPeriod(), [Finding(.formulaHasNoResult, ["found": cell.text])])
    }
  }

  /// The period of cells side by side, `2023-01-01 | 至 | 2023-08-31`: dates count with what is stored, whatever is displayed of them.
  static func read(_ cells: [Cell], year: Int?) -> Reading<TrackingPeriod> {
    if cells.count == 1 { return read(cells[0], year: year) }
    let words = cells.map { cell in
      guard let month = month(of: cell) else { return cell.text }
      return "\(month.year)年\(month.month)月"
    }
    return read(words.joined(), year: year).renamed(cells.map(\.text.trimmed).joined(separator: " "))
  }

  /// The month that a cell names by itself, for forms and ledgers that keep start and end in cells of their own: `2023-08`,
  /// `2023年8月31日`, a date; a bare month takes the year given.
  static func month(_ cell: Cell, year: Int?) -> Reading<YearMonth?> {
    if let month = month(of: cell) { return Reading(month) }
    let period = read(cell, year: year)
    return Reading(period.value.end, period.findings.filter { $0.rule != .periodFromJanuary })
  }

  /// The words of the period that stand somewhere in a text, such as a title (`绩效跟踪汇总表（2023年1-8月）`); nil where the text names no months.
  static func find(in words: String) -> String? {
    let text = FoldedText(words).compact
    guard
      text.contains(exactly: "月") || text.contains(exactly: "季") || text.contains(exactly: "半年")
        || text.contains(exactly: "-")
    else { return nil }
    for run in text.split(whereSeparator: { !runCharacters.contains($0) }) {
      var run = run.drop { "-~—–./".contains($0) }
      while !run.isEmpty {
        if let span = PeriodGrammar.parse(String(run)), span.kind != .wholeYear,
          !span.needsYear || run.contains(where: { "月季半".contains($0) })
        {
          return String(run)
        }
        run = run.dropLast()
      }
    }
    return nil
  }

  /// What a period is written with.
  private static let runCharacters = Set("0123456789年月日号份度至到~-—–./上下半全前第季一二三四五六七八九十〇○零起止末底截自从")

  /// The first year that a text names (`2022年度`, `（2023）`, `2023年财政…`), for periods that name only months; nil where none.
  static func year(in words: String) -> Int? {
    let digits = PeriodGrammar.plainDigits(in: FoldedText(words).compact)
    var run: [Character] = []
    for character in digits + " " {
      if character.isASCII, character.isWholeNumber {
        run.append(character)
        continue
      }
      if run.count == 4 || run.count == 6 || run.count == 8, let year = Int(String(run.prefix(4))),
        (1990...2099).contains(year),
        run.count == 4 || YearMonth(year: year, month: Int(String(run[4...5])) ?? 0) != nil
      {
        return year
      }
      run = []
    }
    return nil
  }

  /// The month of a date.
  private static func month(of cell: Cell) -> YearMonth? {
    cell.day.flatMap { YearMonth(year: $0.year, month: $0.month) }
  }
}

extension Reading {
  /// The same reading, its findings quoting the words that really stand in the cell.
  fileprivate func renamed(_ found: String) -> Reading {
    Reading(value, findings.map { Finding($0.rule, at: $0.place, $0.values.merging(["found": found]) { $1 }) })
  }
}
