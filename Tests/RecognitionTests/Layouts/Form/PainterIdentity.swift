import Findings
import Foundation
import TrackingModel

extension Painter {
  /// Title, period and the three names, in the order and style of the layout.
  func identity(title: String?) {
    form.setTitle(title)
    if let title {
      fields[.title] = canvas.put(Ink(title), row: row, column: left, columns: width)
      row += 1
    }
    if choices.chance("blank below the title", oneIn: 5) { row += 1 }
    let style = choices.pick("identity style", [PairStyle.beside, .beside, .beside, .inside, .above])
    let project = Pair(key: "project", text: form.project.printed, field: "project.name")
    let department = Pair(
      key: "department", text: form.supervisingDepartment.printed, field: "supervisingDepartment.name")
    let unit = Pair(key: "unit", text: form.implementingUnit.printed, field: "implementingUnit.name")
    if !choices.chance("period below the names", oneIn: 6) { period() }
    // Above the project's name, only a title says which form a row belongs to.
    let isExtraFirst = title != nil && choices.chance("extra above the names", oneIn: 2)
    if isExtraFirst { formExtra() }
    switch choices.number("names", 0...3) {
    case 2: for pair in [project, department, unit] { pairs([pair], style: style) }
    case 3 where style == .above || style == .beside && width > 5: pairs([project, department, unit], style: style)
    default:
      pairs([project], style: style)
      pairs([department, unit], style: style)
    }
    if !isExtraFirst { formExtra() }
    if choices.chance("period below the names", oneIn: 6) { period() }
  }

  private func period() {
    guard let start = form.period.start, let end = form.period.end else { return }
    let words = PeriodWords.pick(start, end, choices)
    switch choices.number("period style", 0...7) {
    case 3:
      put(label("period"), 0)
      put(words, 1, columns: max(1, width - 1), as: .periodStart)
    case 4:
      put(label("period").trimmingCharacters(in: ["："]).replacing("\n", with: "") + "：" + words, 0, columns: width - 1)
      fields[.periodStart] = CellReference(row: row, column: left)
    case 5: periodInTwoCells()
    case 6: periodInOneRow()
    case 7 where start.month == 1:
      put(label("period"), 0)
      let ink = DateInk.ink(end, isEnd: true, keepsNumbers: canvas.medium.keepsNumbers, choices)
      fields[.periodEnd] = canvas.put(ink, row: row, column: left + 1, columns: max(1, width - 1))
    default:
      put("跟踪时段：" + words, 0, columns: width)
      fields[.periodStart] = CellReference(row: row, column: left)
    }
    row += 1
  }

  /// Start and end, each beside a label of its own.
  private func periodInTwoCells() {
    guard let start = form.period.start, let end = form.period.end else { return }
    let isInOneRow = choices.chance("start and end in one row", oneIn: 2)
    for (key, month, field, place) in [
      ("firstMonth", start, FieldPath.periodStart, 0), ("lastMonth", end, .periodEnd, isInOneRow ? 2 : 0),
    ] {
      if place == 0, field == .periodEnd { row += 1 }
      put(label(key), place)
      let ink = DateInk.ink(
        month, isEnd: field == .periodEnd, keepsNumbers: canvas.medium.keepsNumbers, choices.within(key))
      fields[field] = canvas.put(ink, row: row, column: left + place + 1)
    }
  }

  /// `跟踪时段 | 2023-01-01 | 至 | 2023-08-31`.
  private func periodInOneRow() {
    guard let start = form.period.start, let end = form.period.end else { return }
    put(label("period"), 0)
    let first = DateInk.ink(start, isEnd: false, keepsNumbers: canvas.medium.keepsNumbers, choices)
    let last = DateInk.ink(end, isEnd: true, keepsNumbers: canvas.medium.keepsNumbers, choices)
    fields[.periodStart] = canvas.put(first, row: row, column: left + 1)
    put(choices.pick("word between the dates", ["至", "—", "-"]), 2)
    fields[.periodEnd] = canvas.put(last, row: row, column: left + 3)
  }

  private func formExtra() {
    guard choices.chance("form extra", oneIn: 8) else { return }
    let (label, text) = choices.pick("which form extra", Words.formExtras)
    put(label, 0)
    let cell = put(text, 1, columns: max(1, width - 1))
    form.extras.append(Extra(label: label, text: text, cell: cell.a1))
    row += 1
  }
}
