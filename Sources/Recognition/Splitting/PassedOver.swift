import Findings
import TrackingModel

/// What lines with labels of the form are that hold no form: a form has a project, and at least one of an amount or text under the headings
/// of the budget or the indicators, and a goal's text.
enum PassedOver {
  case cover, instructions, list, blank
  /// Parts of a form, without the project they belong to.
  case part

  /// nil where the builder is a form.
  init?(_ builder: FormBuilder, lines: [Line]) {
    let form = builder.form
    let hasSubstance =
      !form.indicators.isEmpty || form.budget != Budget() || form.goals != Goals()
      || builder.diagnostics.findings.contains { $0.severity == .error && $0.place.field?.hasPrefix("budget.") == true }
    let said = Hints(lines, sheet: builder.context.sheet)
    if said.areInstructions || Self.tellsWhatToWrite(form) {
      self = .instructions
    } else if !hasSubstance {
      self = Self.withoutSubstance(lines, said)
    } else if form.project.name == nil, form.project.code == nil, !builder.context.namesProject {
      self = .part
    } else {
      return nil
    }
  }

  /// What lines are that belong to no form and still name a project; nil where they name none.
  init?(outside lines: [Line], sheet: String?) {
    guard lines.contains(where: { line in line.cells.contains { $0.token.label == .project } }) else { return nil }
    self = Self.withoutSubstance(lines, Hints(lines, sheet: sheet))
  }

  /// Whether what stands beside the labels says how to fill them in.
  private static func tellsWhatToWrite(_ form: TrackingForm) -> Bool {
    guard let project = form.project.name, Hint.tellsWhatToWrite(project) else { return false }
    let others =
      [
        form.supervisingDepartment.name, form.implementingUnit.name, form.goals.expected, form.goals.actual,
        form.correctiveMeasures,
      ] + form.indicators.map(\.name) + form.extras.map(\.text)
    let said = others.compactMap(\.self)
    return said.isEmpty || said.contains(where: Hint.tellsWhatToWrite)
  }

  private static func withoutSubstance(_ lines: [Line], _ said: Hints) -> PassedOver {
    if said.areInstructions || said.count > 1 && said.count * 2 >= said.values { return .instructions }
    if isList(lines) { return .list }
    let hasTable = lines.contains { line in
      BudgetHeader.isHeader(line)
        || line.cells.contains { $0.meanings.block != nil || $0.meanings.indicatorHeading == .level1 }
    }
    return hasTable ? .blank : .cover
  }

  /// Whether names stand below each other under a row of headings.
  private static func isList(_ lines: [Line]) -> Bool {
    for (index, line) in lines.enumerated() {
      guard line.cells.count > 1, line.cells.count(where: { $0.token.isLabel }) * 2 >= line.cells.count,
        let project = line.cells.first(where: { $0.token.label == .project && $0.token.isLabel })
      else { continue }
      let below = lines[(index + 1)...].prefix(3).count { next in
        next.cells.count > 1 && next.cells.contains { $0.column == project.column && $0.token.isPlain }
      }
      if below >= min(2, lines.count - index - 1), below > 0 { return true }
    }
    return false
  }

  /// The note that names the lines for what they are.
  func finding(_ lines: [Line], sheet: String?) -> Finding? {
    guard let range = CellRange(around: lines.flatMap(\.cells).flatMap { [$0.area.first, $0.area.last] }),
      let first = lines.first?.cells.first
    else {
      return nil
    }
    let rule: Rule =
      switch self {
      case .cover: .coverPassedOver
      case .instructions: .instructionsPassedOver
      case .list: .listPassedOver
      case .blank: .blankFormPassedOver
      case .part: .sheetWithPart
      }
    let words = TextReader.joinLines(of: first.text.trimmed)
    let quoted = words.count > 24 ? words.prefix(24) + "…" : words[...]
    let found = self == .part ? sheet ?? "" : String(quoted)
    return Finding(rule, at: Place(sheet: sheet, cells: range), ["found": found, "range": range.a1])
  }

  /// Whether a finding names lines for what they are.
  static func isNamed(by finding: Finding) -> Bool { rules.contains(finding.rule) }

  private static let rules: Set<Rule> = [
    .coverPassedOver, .instructionsPassedOver, .listPassedOver, .blankFormPassedOver,
  ]
}

/// How many of the texts beside labels say what has to be written there.
private struct Hints {
  private(set) var values = 0
  private(set) var count = 0
  private let isCalledSo: Bool
  private static let names: [StaticString] = ["说明", "须知", "指南", "要求"]

  init(_ lines: [Line], sheet: String?) {
    isCalledSo = sheet.map { name in Self.names.contains { name.contains(exactly: $0) } } ?? false
    for line in lines {
      for (cell, next) in zip(line.cells, line.cells.dropFirst()) where cell.token.isLabel || cell.meanings.isKnown {
        guard next.token.isPlain, !next.meanings.isKnown else { continue }
        values += 1
        if Hint.tellsWhatToWrite(next.text) { count += 1 }
      }
    }
  }

  /// Whether most of them do, or several on a sheet that is called instructions.
  var areInstructions: Bool { count > 2 && count * 3 > values * 2 || isCalledSo && count > 1 }
}
