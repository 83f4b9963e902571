import Findings
import TrackingModel

/// What has to be known of a form before its blocks are read, and what can be settled only after all of them.
enum FormContext {
  /// Finds the title, the unit of amounts and the year.
  static func scan(_ lines: [Line], into builder: inout FormBuilder) {
    var titleUnit: (unit: AmountUnit, cell: GridCell)?
    for line in lines {
      for (position, cell) in line.cells.enumerated() {
        if cell.isTitle, position == 0 || builder.isClaimed(line.cells[position - 1]) || builder.form.title == nil {
          assignTitle(cell, &builder)
          if titleUnit == nil, let stated = AmountUnit.stated(in: cell.text) { titleUnit = (stated.unit, cell) }
          continue
        }
        let next = position + 1 < line.cells.count ? line.cells[position + 1] : nil
        if cell.token.label == .project || cell.token.label == .projectCode { builder.namesProject = true }
        if cell.token.label == .implementingUnit { builder.namesImplementingUnit = true }
        if cell.token.label == .possibleUnit { builder.namesPossibleUnit = true }
        scanUnit(cell, next: next, &builder)
        scanYear(cell, next: next, isBelowTitle: line.cells.count == 1 && isBelowTitle(line, builder), &builder)
      }
    }
    if builder.unit == nil { builder.unit = titleUnit }
  }

  private static func assignTitle(_ cell: GridCell, _ builder: inout FormBuilder) {
    guard let title = Title.printed(cell.text) else { return }
    if builder.form.title == nil {
      builder.form.setTitle(title, in: builder.settings.family)
      builder.titleCell = cell
      builder.assignValue(cell, .title)
      if title != cell.text.trimmed { builder.note(.lineBreaksDropped, at: cell, ["read": title], field: .title) }
    } else {
      // The title of another page.
      builder.assignLabel(cell)
    }
    if builder.year == nil { builder.year = PeriodReader.year(in: title) }
  }

  /// Whether the line is one of the first below the title, where a year stands without further words.
  private static func isBelowTitle(_ line: Line, _ builder: FormBuilder) -> Bool {
    guard let title = builder.titleCell else { return false }
    return (title.area.last.row + 1...title.area.last.row + 3).contains(line.row)
  }

  /// `单位：万元`, `金额单位：元`, `（万元）` in a cell of its own, or behind other fields of its cell; the label of the budget block in a
  /// line above its headings; a sentence of nothing else, `本表金额均以元为单位`.
  private static func scanUnit(_ cell: GridCell, next: GridCell?, _ builder: inout FormBuilder) {
    guard let label = cell.label, !builder.isClaimed(cell) else { return }
    var unit: AmountUnit?
    if case .inline(.amountUnit, let value) = cell.token {
      unit = AmountUnit(words: FoldedText(value).compact) ?? AmountUnit.stated(in: cell.text)?.unit
    } else if cell.meanings.field == .amountUnit, let next,
      let own = AmountUnit(words: FoldedText(next.text).compact)
    {
      unit = own
      builder.assignLabel(next)
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
      builder.assignLabel(cell)
    }
    guard let known = builder.unit else {
      builder.unit = (unit, cell)
      return
    }
    if known.unit != unit {
      let values = ["found": known.cell.text.trimmed, "unit": known.unit.rawValue, "stated": unit.rawValue]
      builder.note(.unitContradicts, at: cell, values)
    }
  }

  private static let year: [Unicode.Scalar] = ["年", "度"]

  /// `（2023年度）`, `年度 | 2023`, and right below the title `（2023年）` or `2023`.
  private static func scanYear(_ cell: GridCell, next: GridCell?, isBelowTitle: Bool, _ builder: inout FormBuilder) {
    guard builder.year == nil || builder.yearCell == nil else { return }
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
    builder.year = builder.year ?? found.year
    builder.yearCell = found.cell
  }

  /// The period that column headings name (1-7月执行数) where no cell states one, else that of a year alone.
  static func finish(_ builder: inout FormBuilder) {
    settlePeriod(&builder)
    if let cell = builder.yearCell, !builder.isClaimed(cell) { builder.assignValue(cell, "period") }
    for field: FieldPath in ["project.name", "supervisingDepartment.name", "implementingUnit.name", .periodEnd] {
      if let title = builder.sources[.title].first { builder.expect(field, at: title) }
    }
  }

  private static func settlePeriod(_ builder: inout FormBuilder) {
    if let end = builder.form.period.end, builder.form.period.start == nil, let cell = builder.lastMonthCell {
      // An end alone begins in January, the form's rule.
      builder.form.period.start = YearMonth(year: end.year, month: 1)
      builder.assignValue(cell, .periodStart)
      builder.note(.periodFromJanuary, at: cell, ["found": cell.text.trimmed], field: "period")
    }
    guard builder.form.period.end == nil, !builder.hasUnreadablePeriod else { return }
    if let title = builder.titleCell, let words = PeriodReader.find(in: title.text) {
      builder.assignPeriod(PeriodReader.read(words, year: builder.year ?? builder.settings.year), from: [title])
    } else if let heading = builder.headedMonths.first(where: { isMonths($0.label?.months) }),
      let months = heading.label?.months
    {
      let reading = PeriodReader.read(months, year: builder.year ?? builder.settings.year)
      builder.assignPeriod(reading, from: [heading])
    } else if let cell = builder.yearCell {
      builder.assignPeriod(PeriodReader.read(cell.text, year: nil), from: [cell])
    } else if let title = builder.titleCell, let year = builder.year,
      builder.form.kind == .selfEvaluation
        || title.label?.additions.contains(where: { $0.contains("年") }) == true
    {
      builder.assignPeriod(PeriodReader.read("\(year)年度", year: nil), from: [title])
    }
  }

  private static func isMonths(_ text: String?) -> Bool {
    guard let text else { return false }
    return PeriodGrammar.parse(text) != nil
  }
}
