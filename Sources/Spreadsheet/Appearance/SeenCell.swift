import Findings

/// A cell as a person reads it, where that is not what is stored.
///
/// Text that is struck out is left out, superscripts become superscript characters, characters of symbol fonts the marks that they show, and
/// radicals the characters that they look like. Each of these is a finding.
struct SeenCell {
  /// nil where all of the cell is struck out.
  private(set) var cell: Cell?
  private(set) var findings: [Finding] = []

  /// - Returns: nil for a cell that is read as it is stored: nearly every one.
  init?(_ stored: Cell, sheet: String?) {
    let runs = stored.runs
    if runs.isEmpty, !stored.mayHoldRadicals { return nil }
    let place = Place(sheet: sheet, cells: CellRange(stored.reference))
    cell = stored
    if !runs.isEmpty { read(runs, of: stored, at: place) }
    if let text = cell?.text, cell?.kind == .text, let folded = Radicals.folded(text) {
      findings.append(Finding(.cellRadicals, at: place, ["found": folded.found, "read": folded.text]))
      cell = Cell(at: stored.reference, text: folded.text, textPosition: stored.textPosition)
    }
    if findings.isEmpty { return nil }
  }

  private mutating func read(_ runs: [TextRun], of stored: Cell, at place: Place) {
    let isWhole = runs.count == 1
    if isWhole, stored.kind != .text, runs[0].type.isStruckOut {
      cell = nil
      return findings.append(Finding(.cellStruckOut, at: place, ["found": stored.text]))
    }
    guard stored.kind == .text else { return }
    let struckOut = runs.filter { $0.type.isStruckOut }.map(\.text).joined()
    var text = ""
    var raised: [String] = []
    var symbols = ""
    for run in runs where !run.type.isStruckOut {
      if let name = run.type.symbolFont, let font = SymbolFont(named: name) {
        guard let shown = font.shown(run.text) else {
          findings.append(Finding(.cellSymbolUnknown, at: place, ["found": run.text, "font": name]))
          text += run.text
          continue
        }
        if shown != run.text {
          symbols += shown
          text += shown
          continue
        }
      }
      if run.type.position != .baseline, !isWhole, !run.text.allSatisfy(\.isWhitespace) {
        raised.append(run.text)
        text += Self.isFootnote(behind: text, runs: runs) ? "" : Self.small(run.text, run.type.position)
      } else {
        text += run.text
      }
    }
    if !struckOut.allSatisfy(\.isWhitespace) {
      findings.append(Finding(.cellStruckOut, at: place, ["found": struckOut]))
    }
    if !raised.isEmpty {
      findings.append(Finding(.cellSuperscript, at: place, ["found": raised.joined(separator: " "), "read": text]))
    }
    if !symbols.isEmpty { findings.append(Finding(.cellSymbols, at: place, ["read": text])) }
    guard !findings.isEmpty else { return }
    cell = text.allSatisfy(\.isWhitespace) ? nil : Cell(at: stored.reference, text: text)
  }

  /// Whether a superscript behind a text is a footnote's mark: all else in the cell is one number.
  private static func isFootnote(behind text: String, runs: [TextRun]) -> Bool {
    let others = runs.filter { !$0.type.isStruckOut && $0.type.position == .baseline }.map(\.text).joined()
    return !text.isEmpty && others.contains { $0.isASCII && $0.isNumber }
      && others.allSatisfy { $0.isASCII && $0.isNumber || ".,-% ".contains($0) }
  }

  private static func small(_ text: String, _ position: TextType.Position) -> String {
    let subscripts: [Character: Character] = [
      "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉", "+": "₊",
      "-": "₋",
    ]
    let characters: [Character: Character] = [
      "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "+": "⁺",
      "-": "⁻",
    ]
    return String(text.map { (position == .subscript ? subscripts : characters)[$0] ?? $0 })
  }
}

extension Cell {
  /// Whether its text has to be looked at for radicals.
  fileprivate var mayHoldRadicals: Bool {
    guard style?.leavesTextsAlone ?? true else { return kind == .text && withTextBytes(Radicals.mayBe) }
    switch content {
    case .shared(let strings, let index): return strings.withBytes(of: Int(index), Radicals.mayBe)
    case .text(let box):
      var text = box.text
      return text.withUTF8(Radicals.mayBe)
    default: return kind == .text && withTextBytes(Radicals.mayBe)
    }
  }
}
