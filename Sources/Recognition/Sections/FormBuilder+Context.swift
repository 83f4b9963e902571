import Findings
import TrackingModel

/// What has to be known of a form before its blocks are read, and what can be settled only after all of them.
extension FormBuilder {
  /// Finds the title, the unit of amounts and the year.
  mutating func scan(_ lines: [Line]) {
    var titleUnit: (unit: AmountUnit, cell: GridCell)?
    for line in lines {
      for (position, cell) in line.cells.enumerated() {
        if cell.isTitle, position == 0 || cells.isAssigned(line.cells[position - 1]) || form.title == nil {
          assignTitle(cell)
          if titleUnit == nil, let stated = AmountUnit.stated(in: cell.text) { titleUnit = (stated.unit, cell) }
          continue
        }
        let next = position + 1 < line.cells.count ? line.cells[position + 1] : nil
        if cell.token.label == .project || cell.token.label == .projectCode { context.namesProject = true }
        if cell.token.label == .implementingUnit { context.namesImplementingUnit = true }
        if cell.token.label == .possibleUnit { context.namesPossibleUnit = true }
        scanUnit(cell, next: next)
        scanYear(cell, next: next, isBelowTitle: line.cells.count == 1 && context.isBelowTitle(line))
      }
    }
    if context.unit == nil { context.unit = titleUnit }
  }

  private mutating func assignTitle(_ cell: GridCell) {
    guard let title = Title.printed(cell.text) else { return }
    if form.title == nil {
      form.setTitle(title, in: context.settings.family)
      context.titleCell = cell
      cells.assignValue(cell, .title)
      if title != cell.text.trimmed { diagnostics.add(.lineBreaksDropped, at: cell, ["read": title], field: .title) }
    } else {
      // The title of another page.
      cells.assignLabel(cell)
    }
    if context.statedYear == nil { context.statedYear = PeriodReader.year(in: title) }
  }

  /// `单位：万元`, `金额单位：元`, `（万元）` in a cell of its own, or behind other fields of its cell; the label of the budget block in a
  /// line above its headings; a sentence of nothing else, `本表金额均以元为单位`.
  private mutating func scanUnit(_ cell: GridCell, next: GridCell?) {
    guard let label = cell.label, !cells.isAssigned(cell) else { return }
    var unit: AmountUnit?
    if case .inline(.amountUnit, let value) = cell.token {
      unit = AmountUnit(words: FoldedText(value).compact) ?? AmountUnit.stated(in: cell.text)?.unit
    } else if cell.meanings.field == .amountUnit, let next,
      let own = AmountUnit(words: FoldedText(next.text).compact)
    {
      unit = own
      cells.assignLabel(next)
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
      cells.assignLabel(cell)
    }
    guard let known = context.unit else {
      context.unit = (unit, cell)
      return
    }
    if known.unit != unit {
      let values = ["found": known.cell.text.trimmed, "unit": known.unit.rawValue, "stated": unit.rawValue]
      diagnostics.add(.unitContradicts, at: cell, values)
    }
  }

  private static let yearWords: [Unicode.Scalar] = ["年", "度"]

  /// `（2023年度）`, `年度 | 2023`, and right below the title `（2023年）` or `2023`.
  private mutating func scanYear(_ cell: GridCell, next: GridCell?, isBelowTitle: Bool) {
    guard context.statedYear == nil || context.yearCell == nil else { return }
    var found: (year: Int, cell: GridCell)?
    switch cell.token {
    case .field(.year):
      if let next, let year = PeriodReader.year(in: next.text) { found = (year, next) }
    case .inline(.year, let value): found = PeriodReader.year(in: value).map { ($0, cell) }
    default:
      guard let label = cell.label, label.full.count <= 9, isBelowTitle || label.full.contains(words: Self.yearWords),
        label.full.contains(where: { $0.properties.numericType != nil }),
        PeriodGrammar.parse(cell.text)?.kind == .wholeYear
      else { return }
      found = PeriodReader.year(in: cell.text).map { ($0, cell) }
    }
    guard let found else { return }
    context.statedYear = context.statedYear ?? found.year
    context.yearCell = found.cell
  }

  /// The period that column headings name (1-7月执行数) where no cell states one, else that of a year alone.
  mutating func resolveContext() {
    resolvePeriod()
    if let cell = context.yearCell, !cells.isAssigned(cell) { cells.assignValue(cell, "period") }
    for field: FieldPath in ["project.name", "supervisingDepartment.name", "implementingUnit.name", .periodEnd] {
      if let title = cells.sources[.title].first { cells.expect(field, at: title) }
    }
  }

  private mutating func resolvePeriod() {
    if let end = form.period.end, form.period.start == nil, let cell = context.lastMonthCell {
      // An end alone begins in January, the form's rule.
      form.period.start = YearMonth(year: end.year, month: 1)
      cells.assignValue(cell, .periodStart)
      diagnostics.add(.periodFromJanuary, at: cell, ["found": cell.text.trimmed], field: "period")
    }
    guard form.period.end == nil, !context.hasUnreadablePeriod else { return }
    if let title = context.titleCell, let words = PeriodReader.find(in: title.text) {
      assignPeriod(PeriodReader.read(words, year: context.year), from: [title])
    } else if let heading = context.headedMonths.first(where: { Self.isMonths($0.label?.months) }),
      let months = heading.label?.months
    {
      let reading = PeriodReader.read(months, year: context.year)
      assignPeriod(reading, from: [heading])
    } else if let cell = context.yearCell {
      assignPeriod(PeriodReader.read(cell.text, year: nil), from: [cell])
    } else if let title = context.titleCell, let year = context.statedYear,
      form.kind == .selfEvaluation
        || title.label?.additions.contains(where: { $0.contains("年") }) == true
    {
      assignPeriod(PeriodReader.read("\(year)年度", year: nil), from: [title])
    }
  }

  private static func isMonths(_ text: String?) -> Bool {
    guard let text else { return false }
    return PeriodGrammar.parse(text) != nil
  }
}
