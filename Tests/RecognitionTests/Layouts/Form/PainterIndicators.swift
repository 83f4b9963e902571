import Findings
import TrackingModel

extension Painter {
  /// 绩效指标: headings, rows of all shapes, page breaks.
  func indicators() {
    let choices = choices.within("indicators")
    let rows = form.indicators.indices
    let breaks = pageBreaks(choices)
    let style = LevelStyle(choices)
    var shifted = false
    tickReasons(choices)
    heading(choices, blockRows: (breaks.first ?? rows.count) + 1)
    for index in rows {
      if breaks.contains(index) {
        pageBreak(
          choices.within("break at \(index)"), blockRows: (breaks.first { $0 > index } ?? rows.count) - index + 1)
        shifted =
          table.canShift && canvas.medium.losesMerges && choices.chance("rows shifted after \(index)", oneIn: 2)
      }
      draw(
        index, style, isFirstOfPage: index == 0 || breaks.contains(index),
        last: (breaks.first { $0 > index } ?? rows.count) - 1,
        shifted: shifted, choices.within("row \(index)"))
      row += 1
    }
    dropWhatTheTableLacks()
  }

  /// Where the merged block label begins, which is where its text stands once the merge is lost.
  private var isBlockLabelOnFirstRow: Bool { choices.chance("block label on the first row", oneIn: 5) }

  /// Indices of the rows before which a page ends.
  private func pageBreaks(_ choices: Choices) -> [Int] {
    guard form.indicators.count > 2, choices.chance("page break", oneIn: 4) else { return [] }
    return [choices.number("where", 1...(form.indicators.count - 1))]
  }

  private func pageBreak(_ choices: Choices, blockRows: Int) {
    blankRows("blank at the break", upTo: 2)
    if choices.chance("page number", oneIn: 3) { line(choices.pick("page words", ["- 1 -", "第 1 页 共 2 页", "第1页"])) }
    if choices.chance("continuation title", oneIn: 4), let title = form.title { line(title + "（续）") }
    // Where level 2 is the first column, nothing else would tell that it is named again because of the page.
    if !table.has(.level1) || choices.chance("heading again", oneIn: 2) { heading(choices, blockRows: blockRows) }
  }

  private func heading(_ choices: Choices, blockRows: Int) {
    var headed: Set<TableLayout.Group> = []
    for column in table.columns {
      guard let (start, columns) = table.place(column) else { continue }
      let words = heading(of: column)
      guard let group = column.group, table.headedGroups.contains(group), let over = table.place(group) else {
        // The block label of true merges reaches down to the last row of the page.
        let isMergedBlock = column == .block && canvas.medium.keepsMerges && !words.isEmpty
        let rows = isMergedBlock ? blockRows + table.headingRows - 1 : table.headingRows
        put(words, start, rows: rows, columns: columns)
        continue
      }
      if headed.insert(group).inserted { put(heading(of: group), over.start, columns: over.width) }
      row += 1
      put(words, start, columns: columns)
      row -= 1
    }
    row += table.headingRows
  }

  private func heading(of column: TableLayout.Column) -> String {
    switch column {
    case .block: isBlockLabelOnFirstRow ? "" : label("indicators")
    case .sign: label("sign")
    case .unit: label("targetUnit")
    case .target: table.has(.sign) ? label("targetAmount") : label("target")
    case .level1: label("level1")
    case .level2: label("level2")
    case .name: label("name")
    case .planned: label("planned")
    case .actual: label("actual")
    case .reason: label("reason")
    case .reasonTick(let number): choices.pick("reason \(number)", Words.tickedReasons[number])
    case .reasonDetail: "原因说明"
    case .possibilityTick(let number): choices.pick("possibility \(number)", Words.possibilities[number])
    case .extra(let number): extra(number).0
    }
  }

  private func heading(of group: TableLayout.Group) -> String {
    switch group {
    case .reason: label("reasonGroup")
    case .possibility: label("possibility")
    case .target: label("target")
    }
  }

  /// What is ticked, and what comes back for it: the names joined by 、, then the words of 原因说明.
  private func tickReasons(_ choices: Choices) {
    guard table.headedGroups.contains(.reason) else { return }
    for index in form.indicators.indices {
      let choices = choices.within("ticks of \(index)")
      let columns = table.columns.filter { column in
        if case .reasonTick(let number) = column { choices.chance("reason \(number)", oneIn: 5) } else { false }
      }
      ticked[index] = Set(columns)
      let detail = table.has(.reasonDetail) ? form.indicators[index].deviationReason : nil
      let names = columns.map(heading(of:)).joined(separator: "、")
      let parts = [names.isEmpty ? nil : names, detail].compactMap(\.self)
      details[index] = detail
      form.indicators[index].deviationReason = parts.isEmpty ? nil : parts.joined(separator: "：")
    }
  }

  private func extra(_ number: Int) -> (String, String) {
    let first = choices.number("extra", 0...(Words.indicatorExtras.count - 1))
    return Words.indicatorExtras[(first + number * 2) % Words.indicatorExtras.count]
  }

  /// How level 1 and level 2 are printed.
  private struct LevelStyle {
    enum Repetition { case onceDown, everyRow }
    let level1: Repetition
    let level2: Repetition

    init(_ choices: Choices) {
      level1 = choices.pick("level 1", [.onceDown, .onceDown, .everyRow])
      level2 = choices.pick("level 2", [.everyRow, .everyRow, .onceDown])
    }
  }

  /// Whether the row begins a group, and how many rows down to `last` go on with it.
  private func group(_ index: Int, to last: Int, isFirstOfPage: Bool, by same: (Indicator, Indicator) -> Bool) -> (
    begins: Bool, rows: Int
  ) {
    let all = form.indicators
    let begins = isFirstOfPage || index == 0 || !same(all[index - 1], all[index])
    var end = index
    while end < last, same(all[end], all[end + 1]) { end += 1 }
    return (begins, end - index + 1)
  }

  private func draw(
    _ index: Int, _ style: LevelStyle, isFirstOfPage: Bool, last: Int, shifted: Bool, _ choices: Choices
  ) {
    let indicator = form.indicators[index]
    let one = group(index, to: last, isFirstOfPage: isFirstOfPage && !shifted) { $0.level1 == $1.level1 }
    let two = group(index, to: last, isFirstOfPage: isFirstOfPage) { $0.level1 == $1.level1 && $0.level2 == $1.level2 }
    let level1 = one.begins || style.level1 == .everyRow ? choices.spelling(of: indicator.level1, in: 1) : nil
    let level2 =
      two.begins || style.level2 == .everyRow || shifted ? choices.spelling(of: indicator.level2, in: 2) : nil
    let shape = shifted ? choices.pick("shape", level1 == nil ? ["B", "D", "E"] : ["A", "C"]) : "A"
    let shift = shape == "C" || shape == "D" || shape == "E" ? 1 : 0
    for column in table.columns {
      guard let (start, columns) = table.place(column) else { continue }
      switch column {
      case .block:
        guard isFirstOfPage, !shifted, isBlockLabelOnFirstRow else { break }
        put(label("indicators"), start, rows: last - index + 1, columns: columns)
      case .level1:
        if let level1 { put(level1, start - shift, rows: style.level1 == .onceDown ? one.rows : 1, columns: columns) }
      case .level2:
        let place = shape == "E" ? start - 2 : start - shift
        if let level2 { put(level2, place, rows: style.level2 == .onceDown ? two.rows : 1, columns: columns) }
      default: value(column, of: index, start - shift, columns, choices)
      }
    }
  }

  private func value(_ column: TableLayout.Column, of index: Int, _ place: Int, _ columns: Int, _ choices: Choices) {
    let indicator = form.indicators[index]
    func put(_ text: String?, _ field: FieldKey) {
      self.put(text, place, columns: columns, as: .indicator(index, field))
    }
    switch column {
    case .name: put(indicator.name, "name")
    case .target where !table.has(.sign): put(indicator.target?.text, "target")
    case .target:
      guard let amount = indicator.target?.amount, canvas.medium.keepsNumbers,
        choices.chance("amount is a number", oneIn: 3)
      else { return put(indicator.target?.amount ?? indicator.target?.text, "target") }
      fields[.indicator(index, "target")] = canvas.put(
        Ink(displayed: amount), row: row, column: left + place, columns: columns)
    case .sign:
      let sign = Words.sign(of: indicator.target, choices)
      self.put(sign, place, columns: columns)
      signs[index] = sign
    case .unit: self.put(indicator.target?.unit ?? choices.pick("no unit", Words.noneMarks), place, columns: columns)
    case .planned: number(indicator.planned, "planned", index, place, columns, choices)
    case .actual: number(indicator.actual, "actual", index, place, columns, choices)
    case .reason: put(indicator.deviationReason, "deviationReason")
    case .reasonDetail: put(details[index], "deviationReason")
    case .reasonTick(let number):
      let isTicked = ticked[index]?.contains(column) ?? false
      put(self.choices.mark(isTicked, choices.within("reason \(number)")), "deviationReason")
    case .possibilityTick(let number):
      let isTicked = choices.number("possibility", 0...3) == number + 1
      let cell = self.put(self.choices.mark(isTicked, choices.within("possibility \(number)")), place, columns: columns)
      guard isTicked else { break }
      form.indicators[index].extras.append(
        Extra(label: printed(label("possibility")), text: heading(of: column), cell: cell.a1))
    case .extra(let number):
      guard !choices.chance("extra \(number) empty", oneIn: 4) else { break }
      let (label, text) = extra(number)
      let cell = self.put(text, place, columns: columns)
      form.indicators[index].extras.append(Extra(label: label, text: text, cell: cell.a1))
    case .block, .level1, .level2: break
    }
  }

  /// A planned or actual value: as words, or as a number whose format shows those words.
  private func number(
    _ value: IndicatorValue?, _ field: FieldKey, _ index: Int, _ place: Int, _ columns: Int, _ choices: Choices
  ) {
    guard let value else {
      put(choices.pick("no \(field)", Words.noneMarks), place, columns: columns)
      return
    }
    guard canvas.medium.keepsNumbers, let amount = value.amount, choices.chance("\(field) is a number", oneIn: 3) else {
      put(value.text, place, columns: columns, as: .indicator(index, field))
      return
    }
    fields[.indicator(index, field)] = canvas.put(
      Ink(displayed: amount), row: row, column: left + place, columns: columns)
  }

  /// What a column is missing for is not in the form that has to come back; a split target comes back put together.
  private func dropWhatTheTableLacks() {
    for index in form.indicators.indices {
      if !table.has(.planned) { form.indicators[index].planned = nil }
      if !table.has(.reason), !table.headedGroups.contains(.reason) { form.indicators[index].deviationReason = nil }
      guard let sign = signs[index], let target = form.indicators[index].target, target.comparison != nil else {
        continue
      }
      form.indicators[index].target?.text = sign + (target.amount ?? "") + (target.unit.map { "(\($0))" } ?? "")
    }
  }
}
