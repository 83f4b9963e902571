import Findings
import Spreadsheet
import TrackingModel

/// What the values of single labels become.
extension FormReader {
  /// Takes cells for the value of a label.
  ///
  /// - Parameters:
  ///   - text: The words behind the label's colon; nil where the cells are all value.
  ///   - labelCell: The label, where it has a cell of its own.
  ///   - words: The label's words, where they are not the first ones of the cell.
  mutating func take(
    _ label: Label, _ cells: [GridCell], text: String?, labelCell: GridCell? = nil, words: String? = nil
  ) {
    guard let cell = cells.first else { return }
    if label.fieldPath != nil || label.isProse {
      open.append(OpenText(label: label, value: cell, labelCell: labelCell))
    }
    switch label {
    case .project: takeEntity(\.project, .projectName, .projectCode, cell, text)
    case .supervisingDepartment:
      takeEntity(\.supervisingDepartment, .supervisingDepartmentName, .supervisingDepartmentCode, cell, text)
    case .implementingUnit: takeEntity(\.implementingUnit, .implementingUnitName, .implementingUnitCode, cell, text)
    case .possibleUnit:
      if draft.namesImplementingUnit {
        takeExtra(cell, text, labelCell, words)
      } else {
        takeEntity(\.implementingUnit, .implementingUnitName, .implementingUnitCode, cell, text)
      }
    case .reportingUnit:
      if draft.namesImplementingUnit || draft.namesPossibleUnit {
        takeExtra(cell, text, labelCell, words)
      } else {
        takeEntity(\.implementingUnit, .implementingUnitName, .implementingUnitCode, cell, text)
      }
    case .contact:
      if sawTable, labelCell == nil || signatureRow == cell.row {
        for cell in [labelCell].compactMap({ $0 }) + cells { draft.takeOther(cell, .signature) }
      } else {
        takeExtra(cell, text, labelCell, words)
      }
    case .projectCode: takeCode(\.project, .projectName, .projectCode, cell, text)
    case .supervisingDepartmentCode:
      takeCode(\.supervisingDepartment, .supervisingDepartmentName, .supervisingDepartmentCode, cell, text)
    case .implementingUnitCode:
      takeCode(\.implementingUnit, .implementingUnitName, .implementingUnitCode, cell, text)
    case .period: takePeriod(cells, text)
    case .year: if cell.index != draft.yearCell?.index { draft.takeValue(cell, "period") }
    case .budgetCompletion: takeJudgement(\.budgetCompletion, .budgetCompletion, cell, text)
    case .goalCompletion: takeJudgement(\.goalCompletion, .goalCompletion, cell, text)
    case .goalsExpected, .goalsActual, .correctiveMeasures, .deviationReason: takeProse(label, cell, text, labelCell)
    case .signature: for cell in cells { draft.takeOther(cell, .signature) }
    case .amountUnit: takeUnit(cells, text, labelCell)
    case .firstMonth: takeMonth(\.start, .periodStart, cell, text)
    case .lastMonth: takeMonth(\.end, .periodEnd, cell, text)
    default: takeExtra(cell, text, labelCell, words)
    }
  }

  private mutating func takeEntity(
    _ entity: WritableKeyPath<TrackingForm, NamedEntity>, _ name: FieldKey, _ code: FieldKey, _ cell: GridCell,
    _ text: String?
  ) {
    let field = FieldPath(name)
    let reading = EntityReader.read(text ?? cell.text)
    if let known = draft.form[keyPath: entity].name {
      draft.takeValue(cell, field)
      if let found = reading.value.printed, found != draft.form[keyPath: entity].printed {
        draft.note(.fieldTwice, at: cell, ["found": found, "read": known], field: field)
      }
      return
    }
    draft.takeValue(cell, field)
    let known = draft.form[keyPath: entity].code
    draft.form[keyPath: entity] = draft.keep(reading, at: cell, field)
    if let own = draft.form[keyPath: entity].code {
      draft.takeValue(cell, FieldPath(code))
      noteOtherCode(known, than: own, at: cell, FieldPath(code))
    } else {
      draft.form[keyPath: entity].code = known
    }
  }

  /// A code that is not the one taken, from a cell of its own or in front of the name.
  private mutating func noteOtherCode(_ code: String?, than taken: String, at cell: GridCell, _ field: FieldPath) {
    if let code, code != taken { draft.note(.fieldTwice, at: cell, ["found": code, "read": taken], field: field) }
  }

  private mutating func takeCode(
    _ entity: WritableKeyPath<TrackingForm, NamedEntity>, _ name: FieldKey, _ key: FieldKey, _ cell: GridCell,
    _ text: String?
  ) {
    if EntityReader.split((text ?? cell.text).trimmed) != nil { return takeEntity(entity, name, key, cell, text) }
    let field = FieldPath(key)
    draft.takeValue(cell, field)
    let code = draft.keep(TextReader.line(text ?? cell.text), at: cell, field)
    if let code, ScientificNotation.isIn(code) { draft.note(.codeLostDigits, at: cell, ["found": code], field: field) }
    if let known = draft.form[keyPath: entity].code {
      noteOtherCode(code, than: known, at: cell, field)
    } else {
      draft.form[keyPath: entity].code = code
    }
  }

  private mutating func takePeriod(_ cells: [GridCell], _ text: String?) {
    let year = draft.year ?? draft.settings.year ?? draft.form.period.end?.year
    let words = text ?? cells.map(\.text).joined()
    // `（　　年　月 至　　年　月）`: a form nobody has filled in yet.
    if words.allSatisfy({ $0.isWhitespace || "年月日至到起止—－–-~～/.、：:（）()[]【】_".contains($0) }),
      cells.allSatisfy({ $0.cell.kind == .text })
    {
      for cell in cells { draft.takeValue(cell, .periodEnd) }
      return
    }
    if let text {
      takePeriod(PeriodReader.read(text, year: year), cells)
    } else {
      takePeriod(PeriodReader.read(cells.map(\.cell), year: year), cells)
    }
  }

  private mutating func takePeriod(_ reading: Reading<TrackingPeriod>, _ cells: [GridCell]) {
    guard draft.form.period.end != nil else { return draft.takePeriod(reading, from: cells) }
    for cell in cells { draft.takeValue(cell, .periodEnd) }
    let saysSomething = reading.value.end != nil || !reading.findings.isEmpty
    if reading.value != draft.form.period, saysSomething, let cell = cells.first {
      draft.note(
        .fieldTwice, at: cell,
        [
          "found": cell.text.trimmed,
          "read": [draft.form.period.start, draft.form.period.end].compactMap { $0?.description }.joined(
            separator: "–"),
        ],
        field: .periodEnd)
    }
  }

  private mutating func takeJudgement(
    _ judgement: WritableKeyPath<Assessment, Judgement?>, _ field: FieldPath, _ cell: GridCell, _ text: String?
  ) {
    draft.takeValue(cell, field)
    let found = draft.keep(JudgementReader.read(text ?? cell.text), at: cell, field)
    if let known = draft.form.assessment[keyPath: judgement] {
      if let found, found != known {
        draft.note(.fieldTwice, at: cell, ["found": found.text, "read": known.text], field: field)
      }
    } else {
      draft.form.assessment[keyPath: judgement] = found
    }
  }

  /// 单位：万元 is said by now to be the unit of amounts; 单位：某某中心 is whose form it is.
  private mutating func takeUnit(_ cells: [GridCell], _ text: String?, _ labelCell: GridCell?) {
    let words = text ?? cells[0].text
    let label = labelCell?.text ?? FieldToken.wordsBeforeColon(cells[0].text)
    if AmountUnit(words: FoldedText(words).compact) != nil {
      draft.takeLabel(cells[0])
    } else if LabelText(label).map({ String($0.key) }) == "单位", !words.contains(exactly: "元"), words.trimmed.count > 2 {
      take(.possibleUnit, cells, text: text, labelCell: labelCell)
    } else {
      draft.takeOther(cells[0], .other)
    }
  }

  /// One end of the period, in a cell of its own.
  private mutating func takeMonth(
    _ end: WritableKeyPath<TrackingPeriod, YearMonth?>, _ field: FieldPath, _ cell: GridCell, _ text: String?
  ) {
    draft.takeValue(cell, field)
    if field == .periodEnd { draft.lastMonthCell = cell }
    let source = text.map { Cell(at: cell.reference, text: $0) } ?? cell.cell
    let reading = PeriodReader.month(source, year: draft.year ?? draft.settings.year)
    let month = draft.keep(reading, at: cell, field)
    if let known = draft.form.period[keyPath: end] {
      if let month, month != known {
        draft.note(.fieldTwice, at: cell, ["found": cell.text.trimmed, "read": known.description], field: field)
      }
    } else {
      draft.form.period[keyPath: end] = month
    }
  }

  private mutating func takeProse(_ label: Label, _ cell: GridCell, _ text: String?, _ labelCell: GridCell?) {
    if Hint.isIn(text ?? cell.text) || Hint.begins(text ?? cell.text) { return draft.takeOther(cell, .instruction) }
    if let field = label.fieldPath {
      draft.takeValue(cell, field)
    } else {
      draft.takeValue(cell, .extra(draft.form.extras.count))
    }
    let words = text.map { _ in FieldToken.wordsBeforeColon(cell.text) } ?? labelCell?.text
    let piece = ProsePiece(cell: cell, text: text ?? cell.text, page: page, label: words.map(LabelText.printed))
    prose[label, default: []].append(piece)
  }

  private mutating func takeExtra(_ cell: GridCell, _ text: String?, _ labelCell: GridCell?, _ words: String?) {
    let own = text.map { _ in FieldToken.wordsBeforeColon(cell.text) } ?? labelCell?.text ?? ""
    let label = LabelText.printed(words ?? own)
    guard let value = TextReader.prose(text ?? cell.text) else {
      draft.takeOther(cell, .other)
      return
    }
    draft.takeExtra(cell, label: label, text: value)
  }

  /// Puts the texts together that stand in several cells.
  mutating func finishProse() {
    for (label, all) in prose.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let pieces = withoutRepeats(all)
      let text = LongText.join(pieces)
      switch label {
      case .goalsExpected: draft.form.goals.expected = text
      case .goalsActual: draft.form.goals.actual = text
      case .correctiveMeasures: draft.form.correctiveMeasures = text
      default:
        if let text, let cell = pieces.first?.cell {
          draft.form.extras.append(Extra(label: pieces.first?.label ?? "", text: text, cell: cell.reference.a1))
        }
      }
      if pieces.count > 1, let range = CellRange(around: pieces.map(\.cell.reference)) {
        draft.findings.append(
          Finding(
            .textJoined, at: Place(sheet: draft.sources.sheet, cells: range, field: label.fieldPath?.description),
            ["count": String(pieces.count)]))
      }
    }
  }
}
