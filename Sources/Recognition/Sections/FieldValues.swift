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
  mutating func assign(
    _ label: Label, _ cells: [GridCell], text: String?, labelCell: GridCell? = nil, words: String? = nil
  ) {
    guard let cell = cells.first else { return }
    if label.fieldPath != nil || label.isProse {
      open.append(OpenText(label: label, value: cell, labelCell: labelCell))
    }
    switch label {
    case .project: assignEntity(\.project, .projectName, .projectCode, cell, text)
    case .supervisingDepartment:
      assignEntity(\.supervisingDepartment, .supervisingDepartmentName, .supervisingDepartmentCode, cell, text)
    case .implementingUnit: assignEntity(\.implementingUnit, .implementingUnitName, .implementingUnitCode, cell, text)
    case .possibleUnit:
      if builder.context.namesImplementingUnit {
        assignExtra(cell, text, labelCell, words)
      } else {
        assignEntity(\.implementingUnit, .implementingUnitName, .implementingUnitCode, cell, text)
      }
    case .reportingUnit:
      if builder.context.namesImplementingUnit || builder.context.namesPossibleUnit {
        assignExtra(cell, text, labelCell, words)
      } else {
        assignEntity(\.implementingUnit, .implementingUnitName, .implementingUnitCode, cell, text)
      }
    case .contact:
      let label = Self.printedLabel(cell, text, labelCell, words)
      if sawTable, labelCell == nil || signatureRow == cell.row, !builder.definesField(labeled: label) {
        for cell in [labelCell].compactMap({ $0 }) + cells { builder.cells.assignOther(cell, .signature) }
      } else {
        assignExtra(cell, text, labelCell, words)
      }
    case .projectCode: assignCode(\.project, .projectName, .projectCode, cell, text)
    case .supervisingDepartmentCode:
      assignCode(\.supervisingDepartment, .supervisingDepartmentName, .supervisingDepartmentCode, cell, text)
    case .implementingUnitCode:
      assignCode(\.implementingUnit, .implementingUnitName, .implementingUnitCode, cell, text)
    case .period: assignPeriod(cells, text)
    case .year: if cell.index != builder.context.yearCell?.index { builder.cells.assignValue(cell, "period") }
    case .budgetCompletion: assignJudgment(\.budgetCompletion, .budgetCompletion, cell, text)
    case .goalCompletion: assignJudgment(\.goalCompletion, .goalCompletion, cell, text)
    case .goalsExpected, .goalsActual, .correctiveMeasures, .deviationReason: assignProse(label, cell, text, labelCell)
    case .signature: for cell in cells { builder.cells.assignOther(cell, .signature) }
    case .amountUnit: assignUnit(cells, text, labelCell)
    case .firstMonth: assignMonth(\.start, .periodStart, cell, text)
    case .lastMonth: assignMonth(\.end, .periodEnd, cell, text)
    default: assignExtra(cell, text, labelCell, words)
    }
  }

  private mutating func assignEntity(
    _ entity: WritableKeyPath<TrackingForm, NamedEntity>, _ name: FieldKey, _ code: FieldKey, _ cell: GridCell,
    _ text: String?
  ) {
    let field = FieldPath(name)
    let reading = EntityReader.read(text ?? cell.text)
    if let known = builder.form[keyPath: entity].name {
      builder.cells.assignValue(cell, field)
      if let found = reading.value.printed, found != builder.form[keyPath: entity].printed {
        builder.diagnostics.add(.fieldTwice, at: cell, ["found": found, "read": known], field: field)
      }
      return
    }
    builder.cells.assignValue(cell, field)
    let known = builder.form[keyPath: entity].code
    builder.form[keyPath: entity] = builder.diagnostics.value(of: reading, at: cell, field)
    if let own = builder.form[keyPath: entity].code {
      builder.cells.assignValue(cell, FieldPath(code))
      addOtherCodeFinding(known, than: own, at: cell, FieldPath(code))
    } else {
      builder.form[keyPath: entity].code = known
    }
  }

  /// A code that is not the one taken, from a cell of its own or in front of the name.
  private mutating func addOtherCodeFinding(_ code: String?, than taken: String, at cell: GridCell, _ field: FieldPath)
  {
    if let code, code != taken {
      builder.diagnostics.add(.fieldTwice, at: cell, ["found": code, "read": taken], field: field)
    }
  }

  private mutating func assignCode(
    _ entity: WritableKeyPath<TrackingForm, NamedEntity>, _ name: FieldKey, _ key: FieldKey, _ cell: GridCell,
    _ text: String?
  ) {
    if EntityReader.split((text ?? cell.text).trimmed) != nil { return assignEntity(entity, name, key, cell, text) }
    let field = FieldPath(key)
    builder.cells.assignValue(cell, field)
    let code = builder.diagnostics.value(of: TextReader.line(text ?? cell.text), at: cell, field)
    if let code, ScientificNotation.matches(code) {
      builder.diagnostics.add(.codeLostDigits, at: cell, ["found": code], field: field)
    }
    if let known = builder.form[keyPath: entity].code {
      addOtherCodeFinding(code, than: known, at: cell, field)
    } else {
      builder.form[keyPath: entity].code = code
    }
  }

  private mutating func assignPeriod(_ cells: [GridCell], _ text: String?) {
    let year = builder.context.year ?? builder.form.period.end?.year
    let words = text ?? cells.map(\.text).joined()
    // `（　　年　月 至　　年　月）`: a form not filled in yet.
    if words.allSatisfy({ $0.isWhitespace || "年月日至到起止—－–-~～/.、：:（）()[]【】_".contains($0) }),
      cells.allSatisfy({ $0.cell.kind == .text })
    {
      for cell in cells { builder.cells.assignValue(cell, .periodEnd) }
      return
    }
    if let text {
      assignPeriod(PeriodReader.read(text, year: year), cells)
    } else {
      assignPeriod(PeriodReader.read(cells.map(\.cell), year: year), cells)
    }
  }

  private mutating func assignPeriod(_ reading: Reading<TrackingPeriod>, _ cells: [GridCell]) {
    guard builder.form.period.end != nil else { return builder.assignPeriod(reading, from: cells) }
    for cell in cells { builder.cells.assignValue(cell, .periodEnd) }
    let saysSomething = reading.value.end != nil || !reading.findings.isEmpty
    if reading.value != builder.form.period, saysSomething, let cell = cells.first {
      builder.diagnostics.add(
        .fieldTwice, at: cell,
        [
          "found": cell.text.trimmed,
          "read": [builder.form.period.start, builder.form.period.end].compactMap { $0?.description }.joined(
            separator: "–"),
        ],
        field: .periodEnd)
    }
  }

  private mutating func assignJudgment(
    _ judgment: WritableKeyPath<Assessment, Judgment?>, _ field: FieldPath, _ cell: GridCell, _ text: String?
  ) {
    builder.cells.assignValue(cell, field)
    let found = builder.diagnostics.value(of: JudgmentReader.read(text ?? cell.text), at: cell, field)
    if let known = builder.form.assessment[keyPath: judgment] {
      if let found, found != known {
        builder.diagnostics.add(.fieldTwice, at: cell, ["found": found.text, "read": known.text], field: field)
      }
    } else {
      builder.form.assessment[keyPath: judgment] = found
    }
  }

  /// 单位：万元 is said by now to be the unit of amounts; 单位：某某中心 is whose form it is.
  private mutating func assignUnit(_ cells: [GridCell], _ text: String?, _ labelCell: GridCell?) {
    let words = text ?? cells[0].text
    let label = labelCell?.text ?? FieldToken.wordsBeforeColon(cells[0].text)
    if AmountUnit(words: FoldedText(words).compact) != nil {
      builder.cells.assignLabel(cells[0])
    } else if LabelText(label).map({ String($0.key) }) == "单位", !words.contains(exactly: "元"), words.trimmed.count > 2 {
      assign(.possibleUnit, cells, text: text, labelCell: labelCell)
    } else {
      builder.cells.assignOther(cells[0], .other)
    }
  }

  /// One end of the period, in a cell of its own.
  private mutating func assignMonth(
    _ end: WritableKeyPath<TrackingPeriod, YearMonth?>, _ field: FieldPath, _ cell: GridCell, _ text: String?
  ) {
    builder.cells.assignValue(cell, field)
    if field == .periodEnd { builder.context.lastMonthCell = cell }
    let source = text.map { Cell(at: cell.reference, text: $0) } ?? cell.cell
    let reading = PeriodReader.month(source, year: builder.context.year)
    let month = builder.diagnostics.value(of: reading, at: cell, field)
    if let known = builder.form.period[keyPath: end] {
      if let month, month != known {
        builder.diagnostics.add(
          .fieldTwice, at: cell, ["found": cell.text.trimmed, "read": known.description], field: field)
      }
    } else {
      builder.form.period[keyPath: end] = month
    }
  }

  private mutating func assignProse(_ label: Label, _ cell: GridCell, _ text: String?, _ labelCell: GridCell?) {
    if Hint.matches(text ?? cell.text) || Hint.begins(text ?? cell.text) {
      return builder.cells.assignOther(cell, .instruction)
    }
    if let field = label.fieldPath {
      builder.cells.assignValue(cell, field)
    } else {
      builder.cells.assignValue(cell, .extra(builder.form.extras.count))
    }
    let words = text.map { _ in FieldToken.wordsBeforeColon(cell.text) } ?? labelCell?.text
    let piece = ProsePiece(cell: cell, text: text ?? cell.text, page: page, label: words.map(LabelText.printed))
    prose[label, default: []].append(piece)
  }

  private mutating func assignExtra(_ cell: GridCell, _ text: String?, _ labelCell: GridCell?, _ words: String?) {
    guard let value = TextReader.prose(text ?? cell.text) else {
      builder.cells.assignOther(cell, .other)
      return
    }
    builder.addExtra(cell, label: Self.printedLabel(cell, text, labelCell, words), text: value)
  }

  /// The label of a value: in the same cell, where the value is what stands behind its colon, or in one of its own.
  private static func printedLabel(_ cell: GridCell, _ text: String?, _ labelCell: GridCell?, _ words: String?)
    -> String
  {
    let own = text.map { _ in FieldToken.wordsBeforeColon(cell.text) } ?? labelCell?.text ?? ""
    return LabelText.printed(words ?? own)
  }

  /// Puts the texts together that stand in several cells.
  mutating func finishProse() {
    for (label, all) in prose.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let pieces = withoutRepeats(all)
      let text = LongText.join(pieces)
      switch label {
      case .goalsExpected: builder.form.goals.expected = text
      case .goalsActual: builder.form.goals.actual = text
      case .correctiveMeasures: builder.form.correctiveMeasures = text
      default:
        if let text, let cell = pieces.first?.cell {
          builder.form.extras.append(Extra(label: pieces.first?.label ?? "", text: text, cell: cell.reference.a1))
        }
      }
      if pieces.count > 1, let range = CellRange(around: pieces.map(\.cell.reference)) {
        builder.diagnostics.add(.textJoined, at: range, ["count": String(pieces.count)], field: label.fieldPath)
      }
    }
  }
}
