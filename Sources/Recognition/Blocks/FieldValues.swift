import Findings
import TrackingModel

/// What the values of single labels become.
extension FormReader {
  /// Takes cells for the value of a label.
  ///
  /// - Parameters:
  ///   - text: The words behind the label's colon; nil where the cells are all value.
  ///   - labelCell: The label, where it has a cell of its own.
  mutating func take(_ label: Label, _ cells: [GridCell], text: String?, labelCell: GridCell? = nil) {
    guard let cell = cells.first else { return }
    if label.fieldPath != nil || label.isProse {
      open.append(OpenText(label: label, value: cell, labelCell: labelCell))
    }
    switch label {
    case .project: takeEntity(\.project, "project", cell, text)
    case .supervisingDepartment: takeEntity(\.supervisingDepartment, "supervisingDepartment", cell, text)
    case .implementingUnit: takeEntity(\.implementingUnit, "implementingUnit", cell, text)
    case .possibleUnit:
      if draft.namesImplementingUnit {
        takeExtra(cell, text, labelCell)
      } else {
        takeEntity(\.implementingUnit, "implementingUnit", cell, text)
      }
    case .contact:
      if sawTable {
        for cell in [labelCell].compactMap({ $0 }) + cells { draft.takeOther(cell, .signature) }
      } else {
        takeExtra(cell, text, labelCell)
      }
    case .projectCode: takeCode(\.project, "project.code", cell, text)
    case .supervisingDepartmentCode: takeCode(\.supervisingDepartment, "supervisingDepartment.code", cell, text)
    case .implementingUnitCode: takeCode(\.implementingUnit, "implementingUnit.code", cell, text)
    case .period: takePeriod(cells, text)
    case .year: if cell.index != draft.yearCell?.index { draft.takeValue(cell, "period") }
    case .budgetCompletion: takeJudgement(\.budgetCompletion, .budgetCompletion, cell, text)
    case .goalCompletion: takeJudgement(\.goalCompletion, .goalCompletion, cell, text)
    case .goalsExpected, .goalsActual, .correctiveMeasures, .deviationReason: takeProse(label, cell, text, labelCell)
    case .signature: for cell in cells { draft.takeOther(cell, .signature) }
    case .amountUnit: draft.takeOther(cell, .other)
    default: takeExtra(cell, text, labelCell)
    }
  }

  private mutating func takeEntity(
    _ entity: WritableKeyPath<TrackingForm, NamedEntity>, _ name: String, _ cell: GridCell, _ text: String?
  ) {
    let field = FieldPath(name + ".name")
    let reading = EntityReader.read(text ?? cell.text)
    if let known = draft.form[keyPath: entity].name {
      draft.takeValue(cell, field)
      if let found = reading.value.printed, found != draft.form[keyPath: entity].printed {
        draft.note(.fieldTwice, at: cell, ["found": found, "read": known], field: field)
      }
      return
    }
    draft.takeValue(cell, field)
    let code = draft.form[keyPath: entity].code
    draft.form[keyPath: entity] = draft.keep(reading, at: cell, field)
    if draft.form[keyPath: entity].code != nil {
      draft.takeValue(cell, FieldPath(name + ".code"))
    } else {
      draft.form[keyPath: entity].code = code
    }
  }

  private mutating func takeCode(
    _ entity: WritableKeyPath<TrackingForm, NamedEntity>, _ field: FieldPath, _ cell: GridCell, _ text: String?
  ) {
    if let name = FieldPath.name(of: field), EntityReader.split((text ?? cell.text).trimmed) != nil {
      return takeEntity(entity, name, cell, text)
    }
    draft.takeValue(cell, field)
    let code = draft.keep(TextReader.line(text ?? cell.text), at: cell, field)
    if draft.form[keyPath: entity].code == nil { draft.form[keyPath: entity].code = code }
  }

  private mutating func takePeriod(_ cells: [GridCell], _ text: String?) {
    let year = draft.year ?? draft.settings.year
    let words = text ?? cells.map(\.text).joined()
    // `（　　年　月 至　　年　月）`: a form nobody has filled in yet.
    if !words.contains(where: \.isNumber), PeriodGrammar.parse(words) == nil,
      cells.allSatisfy({ $0.cell.kind == .text })
    {
      for cell in cells { draft.takeValue(cell, .periodEnd) }
      return
    }
    if let text {
      takePeriod(PeriodReader.read(text, year: year), cells)
    } else if cells.count == 1 {
      takePeriod(PeriodReader.read(cells[0].cell, year: year), cells)
    } else {
      takePeriod(PeriodReader.read(cells.map(\.text).joined(), year: year), cells)
    }
  }

  private mutating func takePeriod(_ reading: Reading<TrackingPeriod>, _ cells: [GridCell]) {
    guard draft.form.period.end != nil else { return draft.takePeriod(reading, from: cells) }
    for cell in cells { draft.takeValue(cell, .periodEnd) }
    if reading.value != draft.form.period, reading.value.end != nil, let cell = cells.first {
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
    let words = draft.keep(TextReader.line(text ?? cell.text), at: cell, field)
    if let known = draft.form.assessment[keyPath: judgement] {
      if let words, words != known.text {
        draft.note(.fieldTwice, at: cell, ["found": words, "read": known.text], field: field)
      }
    } else {
      draft.form.assessment[keyPath: judgement] = words.map { Judgement(text: $0) }
    }
  }

  private mutating func takeProse(_ label: Label, _ cell: GridCell, _ text: String?, _ labelCell: GridCell?) {
    if let field = label.fieldPath {
      draft.takeValue(cell, field)
    } else {
      draft.takeValue(cell, FieldPath("extras[\(draft.form.extras.count)]"))
    }
    let words = text.map { _ in String(cell.text.prefix { !":：".contains($0) }) } ?? labelCell?.text
    let piece = ProsePiece(cell: cell, text: text ?? cell.text, page: page, label: words.map(LabelText.printed))
    prose[label, default: []].append(piece)
  }

  private mutating func takeExtra(_ cell: GridCell, _ text: String?, _ labelCell: GridCell?) {
    let words = text.map { _ in String(cell.text.prefix { !":：".contains($0) }) } ?? labelCell?.text ?? ""
    let label = LabelText.printed(words)
    guard let value = TextReader.prose(text ?? cell.text) else {
      draft.takeOther(cell, .other)
      return
    }
    draft.takeExtra(cell, label: label, text: value)
  }

  /// Puts the texts together that stand in several cells.
  mutating func finishProse() {
    for (label, pieces) in prose.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
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

extension FieldPath {
  /// `project` for `project.code`.
  fileprivate static func name(of code: FieldPath) -> String? {
    code.description.split(separator: ".").first.map(String.init)
  }
}
