import Findings
import Spreadsheet

/// An inspection for a terminal: the grid of every sheet, the fields of every form, what belongs to no field, the findings.
package struct InspectionText {
  private let inspection: Inspection
  private let words: InspectionWords
  private let language: Language
  private let isColored: Bool

  /// Forms whose fields are listed; a ledger can hold thousands.
  static let formLimit = 20

  package init(of inspection: Inspection, in language: Language, isColored: Bool) {
    self.inspection = inspection
    self.language = language
    self.isColored = isColored
    words = InspectionWords(language)
  }

  /// All of it, lines ended.
  package var text: String {
    var lines: [String] = []
    for sheet in inspection.sheets { lines += describe(sheet) + [""] }
    for (number, form) in inspection.forms.prefix(Self.formLimit).enumerated() {
      lines.append(TerminalText.cleaned(words.form(number + 1, sheet: form.sources.sheet)))
      lines += fields(of: FieldList(of: form))
      lines.append("")
    }
    let formsLeft = max(0, inspection.forms.count - Self.formLimit)
    if !inspection.hasAllForms {
      lines.append(words.moreFormsAtLeast(formsLeft + 1))
    } else if formsLeft > 0 {
      lines.append(words.moreForms(formsLeft))
    }
    lines += unaccounted()
    let findings = inspection.forms.prefix(Self.formLimit).flatMap(\.findings) + inspection.findings
    if !findings.isEmpty {
      lines.append(words.findings)
      lines += findings.map { "  " + FindingLine.text(of: $0, in: language) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func describe(_ sheet: InspectedSheet) -> [String] {
    let title = TerminalText.cleaned(words.sheet(sheet))
    guard !sheet.roles.isEmpty else { return sheet.isWhole ? [title] : [title, words.sheetIsLeftOut] }
    let grid = InspectionGrid(sheet: sheet, isColored: isColored).lines()
    var lines = [title, words.legend] + grid.lines
    if !sheet.isWhole {
      lines.append(words.sheetIsCut(sheet.sheet.cells.count))
    } else if grid.rowsLeftOut > 0 {
      lines.append(words.moreRows(grid.rowsLeftOut))
    }
    return lines
  }

  private func fields(of list: FieldList) -> [String] {
    let width = list.entries.map { DisplayWidth.of($0.path, atMost: 52) }.max() ?? 0
    return list.entries.map { entry in
      let cells = CellRange(around: entry.cells)?.a1 ?? ""
      let path = entry.path + String(repeating: " ", count: max(0, width - DisplayWidth.of(entry.path, atMost: width)))
      let text = entry.text.map { DisplayWidth.fit($0, toAtMost: 60) } ?? "—"
      return "  \(path)  \(DisplayWidth.fit(cells, to: 8))  \(text)"
    }
  }

  private func unaccounted() -> [String] {
    guard !inspection.sheets.isEmpty else { return [] }
    var lines: [String] = []
    for sheet in inspection.sheets {
      for cell in sheet.sheet.cells {
        guard let role = sheet.roles[cell.reference], !role.isOfAField else { continue }
        let place = [sheet.sheet.info.name, cell.reference.a1].compactMap { $0 }.joined(separator: "!")
        lines.append(
          "  \(DisplayWidth.fit(place, to: max(10, DisplayWidth.of(place, atMost: 200))))  \(words.role(role))  "
            + DisplayWidth.fit(cell.text, toAtMost: 60))
      }
    }
    return lines.isEmpty ? [words.nothingUnaccounted, ""] : [words.unaccounted] + lines + [""]
  }
}

extension InspectedSheet.Role {
  /// Whether the cell is the value or the label of a field.
  var isOfAField: Bool { self == .value || self == .label || self == .labelAndValue }
}
