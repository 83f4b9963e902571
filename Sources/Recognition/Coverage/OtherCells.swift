import Findings
import TrackingModel

/// Cells that belong to no field: what kind they are, and one finding for each contiguous block of them.
enum OtherCells {
  /// Blocks of cells of one kind that touch each other, blank cells between them allowed within a row.
  static func blocks(_ cells: [(cell: GridCell, kind: CellRole.OtherKind)]) -> [(
    range: CellRange, kind: CellRole.OtherKind, cells: [GridCell]
  )] {
    var blocks: [(range: CellRange, kind: CellRole.OtherKind, cells: [GridCell])] = []
    for (cell, kind) in cells {
      // Nothing may hold the last block while it grows, or its cells are copied for each of them.
      if blocks.last?.kind == kind, let range = blocks.last?.range, cell.row <= range.last.row + 1 {
        blocks[blocks.count - 1].range = range.union(cell.area)
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
