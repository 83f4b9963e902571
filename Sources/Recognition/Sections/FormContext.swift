import Findings
import TrackingModel

/// What has to be known of a form before its blocks are read, and what can be settled only after all of them.
enum FormContext {
  /// Finds the title, the unit of amounts and the year.
  static func scan(_ lines: [Line], into draft: inout Draft) {
    var titleUnit: (unit: AmountUnit, cell: GridCell)?
    for line in lines {
      for (position, cell) in line.cells.enumerated() {
        if cell.isTitle, position == 0 || draft.isClaimed(line.cells[position - 1]) || draft.form.title == nil {
          takeTitle(cell, &draft)
          if titleUnit == nil, let stated = AmountUnit.stated(in: cell.text) { titleUnit = (stated.unit, cell) }
          continue
        }
        let next = position + 1 < line.cells.count ? line.cells[position + 1] : nil
        if cell.token.label == .project || cell.token.label == .projectCode { draft.namesProject = true }
        if cell.token.label == .implementingUnit { draft.namesImplementingUnit = true }
        if cell.token.label == .possibleUnit { draft.namesPossibleUnit = true }
        scanUnit(cell, next: next, &draft)
        scanYear(cell, next: next, isBelowTitle: line.cells.count == 1 && isBelowTitle(line, draft), &draft)
      }
    }
    if draft.unit == nil { draft.unit = titleUnit }
  }

  private static func takeTitle(_ cell: GridCell, _ draft: inout Draft) {
    guard let title = Title.printed(cell.text) else { return }
    if draft.form.title == nil {
      draft.form.setTitle(title, in: draft.settings.family)
      draft.titleCell = cell
      draft.takeValue(cell, .title)
      if title != cell.text.trimmed { draft.note(.lineBreaksDropped, at: cell, ["read": title], field: .title) }
    } else {
      // The title of another page.
      draft.takeLabel(cell)
    }
    if draft.year == nil { draft.year = PeriodReader.year(in: title) }
  }

  /// Whether the line is one of the first below the title, where a year stands without further words.
  private static func isBelowTitle(_ line: Line, _ draft: Draft) -> Bool {
    guard let title = draft.titleCell else { return false }
    return (title.area.last.row + 1...title.area.last.row + 3).contains(line.row)
  }

  /// `单位：万元`, `金额单位：元`, `（万元）` in a cell of its own, or behind other fields of its cell; the label of the budget block in a
  /// line above its headings; a sentence of nothing else, `本表金额均以元为单位`.
  private static func scanUnit(_ cell: GridCell, next: GridCell?, _ draft: inout Draft) {
    guard let label = cell.label, !draft.isClaimed(cell) else { return }
    var unit: AmountUnit?
    if case .inline(.amountUnit, let value) = cell.token {
      unit = AmountUnit(words: FoldedText(value).compact) ?? AmountUnit.stated(in: cell.text)?.unit
    } else if cell.meanings.field == .amountUnit, let next,
      let own = AmountUnit(words: FoldedText(next.text).compact)
    {
      unit = own
      draft.takeLabel(next)
    } else if label.full.first == "(", let stated = AmountUnit.stated(in: cell.text), stated.rest.isEmpty {
      unit = stated.unit
    } else if case .inline = cell.token {
      let pieces = cell.text.utf8.count < 400 ? cell.text.split(whereSeparator: \.isWhitespace) : []
      unit =
        pieces.dropFirst().lazy.map(String.init).filter { $0.contains(exactly: "单位") }
        .compactMap { AmountUnit.stated(in: $0) }.first { $0.rest.isEmpty }?.unit
    } else if case .plain = cell.token {
      unit = AmountUnit(sentence: label.full)
    } else if cell.token.isBlock(.budget), next?.meanings.budgetHeading == nil, next?.meanings.fund == nil {
      unit = AmountUnit.stated(in: cell.text)?.unit
    }
    guard let unit else { return }
    // A point of a note belongs to its note.
    if !cell.token.isPlain || ListNumber.number(of: cell.text) == nil && cell.otherKind == .other {
      draft.takeLabel(cell)
    }
    guard let known = draft.unit else {
      draft.unit = (unit, cell)
      return
    }
    if known.unit != unit {
      let values = ["found": known.cell.text.trimmed, "unit": known.unit.rawValue, "stated": unit.rawValue]
      draft.note(.unitContradicts, at: cell, values)
    }
  }

  private static let year: [Unicode.Scalar] = ["年", "度"]

  /// `（2023年度）`, `年度 | 2023`, and right below the title `（2023年）` or `2023`.
  private static func scanYear(_ cell: GridCell, next: GridCell?, isBelowTitle: Bool, _ draft: inout Draft) {
    guard draft.year == nil || draft.yearCell == nil else { return }
    var found: (year: Int, cell: GridCell)?
    switch cell.token {
    case .field(.year):
      if let next, let year = PeriodReader.year(in: next.text) { found = (year, next) }
    case .inline(.year, let value): found = PeriodReader.year(in: value).map { ($0, cell) }
    default:
      guard let label = cell.label, label.full.count <= 9, isBelowTitle || label.full.contains(words: Self.year),
        label.full.contains(where: { $0.properties.numericType != nil }),
        PeriodGrammar.parse(cell.text)?.kind == .wholeYear
      else { return }
      found = PeriodReader.year(in: cell.text).map { ($0, cell) }
    }
    guard let found else { return }
    draft.year = draft.year ?? found.year
    draft.yearCell = found.cell
  }

  /// The period that column headings name (1-7月执行数) where no cell states one, else that of a year alone.
  static func finish(_ draft: inout Draft) {
    settlePeriod(&draft)
    if let cell = draft.yearCell, !draft.isClaimed(cell) { draft.takeValue(cell, "period") }
    for field: FieldPath in ["project.name", "supervisingDepartment.name", "implementingUnit.name", .periodEnd] {
      if let title = draft.sources[.title].first { draft.expect(field, at: title) }
    }
  }

  private static func settlePeriod(_ draft: inout Draft) {
    if let end = draft.form.period.end, draft.form.period.start == nil, let cell = draft.lastMonthCell {
      // An end alone begins in January, the form's rule.
      draft.form.period.start = YearMonth(year: end.year, month: 1)
      draft.takeValue(cell, .periodStart)
      draft.note(.periodFromJanuary, at: cell, ["found": cell.text.trimmed], field: "period")
    }
    guard draft.form.period.end == nil, !draft.hasUnreadablePeriod else { return }
    if let title = draft.titleCell, let words = PeriodReader.find(in: title.text) {
      draft.takePeriod(PeriodReader.read(words, year: draft.year ?? draft.settings.year), from: [title])
    } else if let heading = draft.headedMonths.first(where: { isMonths($0.label?.months) }),
      let months = heading.label?.months
    {
      let reading = PeriodReader.read(months, year: draft.year ?? draft.settings.year)
      draft.takePeriod(reading, from: [heading])
    } else if let cell = draft.yearCell {
      draft.takePeriod(PeriodReader.read(cell.text, year: nil), from: [cell])
    } else if let title = draft.titleCell, let year = draft.year,
      draft.form.kind == .selfEvaluation
        || title.label?.additions.contains(where: { $0.contains("年") }) == true
    {
      draft.takePeriod(PeriodReader.read("\(year)年度", year: nil), from: [title])
    }
  }

  private static func isMonths(_ text: String?) -> Bool {
    guard let text else { return false }
    return PeriodGrammar.parse(text) != nil
  }
}
