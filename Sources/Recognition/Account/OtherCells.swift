import Findings
import Foundation

/// Cells that belong to no field: what kind they are, and one finding for each contiguous block of them.
enum OtherCells {
  /// What the words of a cell say about it.
  static func kind(of cell: GridCell) -> CellRole.OtherKind {
    guard cell.cell.kind == .text else { return .other }
    if let kind = beginning(of: cell) { return kind }
    let head = LabelText.compact(String(cell.text.prefix(40)))
    if head.hasPrefix("附件") || head.hasPrefix("附表") { return .note }
    if isPageNumber(head) { return .note }
    for word in signatureWords where head.hasPrefix(word) { return .signature }
    if head.count <= 20, head.contains("盖章") || head.contains("签章") || head.contains("签字") { return .signature }
    return .other
  }

  /// Whether the words begin a note (注：) or an instruction (填报说明：), which may go on below.
  static func beginning(of cell: GridCell) -> CellRole.OtherKind? {
    guard cell.cell.kind == .text else { return nil }
    let head = LabelText.compact(String(cell.text.prefix(40)))
    if Vocabulary.instructionBeginnings.contains(where: { head.hasPrefix($0) }) { return .instruction }
    if Vocabulary.noteBeginnings.contains(where: { head.hasPrefix($0) }) { return .note }
    return nil
  }

  private static let signatureWords: [String] = {
    let entry = Vocabulary.fields.first { $0.key == .signature }
    return (entry?.value ?? "").split(separator: " ").map(String.init).filter { $0.count > 2 }
  }()

  /// `- 1 -`, `第1页`, `第1页共2页`, `1/2`.
  static func isPageNumber(_ cell: GridCell) -> Bool { cell.label.map { isPageNumber($0.full) } ?? false }

  private static func isPageNumber(_ text: String) -> Bool {
    guard text.count <= 12, text.contains(where: \.isNumber) else { return false }
    if text.hasPrefix("第"), text.contains("页") { return true }
    return text.hasPrefix("-") && text.hasSuffix("-") && text.dropFirst().dropLast().allSatisfy(\.isNumber)
  }

  /// Blocks of cells of one kind that touch each other, blank cells between them allowed within a row.
  static func blocks(_ cells: [(cell: GridCell, kind: CellRole.OtherKind)]) -> [(
    range: CellRange, kind: CellRole.OtherKind, cells: [GridCell]
  )] {
    var blocks: [(range: CellRange, kind: CellRole.OtherKind, cells: [GridCell])] = []
    for (cell, kind) in cells {
      if let last = blocks.last, last.kind == kind, cell.row <= last.range.last.row + 1 {
        blocks[blocks.count - 1].range = last.range.union(cell.area)
        blocks[blocks.count - 1].cells.append(cell)
      } else {
        blocks.append((cell.area, kind, [cell]))
      }
    }
    return blocks
  }

  /// The finding that names a block.
  static func finding(_ block: (range: CellRange, kind: CellRole.OtherKind, cells: [GridCell]), sheet: String?)
    -> Finding
  {
    let rule: Rule =
      switch block.kind {
      case .signature: .cellsAreSignature
      case .note: .cellsAreNote
      case .instruction: .cellsAreInstruction
      case .other: .cellsAreOther
      }
    let words = block.cells.first?.text.trimmed.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let found = words.count > 24 ? words.prefix(24) + "…" : words[...]
    return Finding(
      rule, at: Place(sheet: sheet, cells: block.range), ["range": block.range.a1, "found": String(found)])
  }
}
