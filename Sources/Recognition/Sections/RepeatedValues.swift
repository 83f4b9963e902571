import Findings
import TrackingModel

/// Values whose merged cells were taken apart and filled in one after the other, on a sheet that does so nowhere else.
extension FormReader {
  /// Takes cells that say once more what the value left of them says; how many there are. A value said twice only may be two values.
  mutating func assignRepeats(of value: GridCell, in further: ArraySlice<GridCell>) -> Int {
    var last = value
    let repeats = further.prefix { cell in
      guard cell.token.isPlain, Self.isRepeat(cell, of: last) else { return false }
      last = cell
      return true
    }
    guard repeats.count > 1 else { return 0 }
    for cell in repeats { builder.cells.assignRepeat(cell, as: value) }
    addRepeatsFinding(value, last)
    return repeats.count
  }

  /// The pieces of a text without those that say again what the piece left of them says.
  mutating func withoutRepeats(_ pieces: [ProsePiece]) -> [ProsePiece] {
    var result: [ProsePiece] = []
    var before: ProsePiece?
    for piece in pieces {
      defer { before = piece }
      guard let last = before, Self.isRepeat(piece.cell, of: last.cell) else {
        result.append(piece)
        continue
      }
    }
    if result.count < pieces.count, let first = pieces.first, let last = pieces.last {
      addRepeatsFinding(first.cell, last.cell)
    }
    return result
  }

  private static func isRepeat(_ cell: GridCell, of last: GridCell) -> Bool {
    last.row == cell.row && last.area.last.column + 1 == cell.column && last.text == cell.text
      && last.cell.kind == cell.cell.kind
  }

  private mutating func addRepeatsFinding(_ first: GridCell, _ last: GridCell) {
    let range = first.area.union(last.area)
    builder.diagnostics.add(.mergesRepeated, at: range, ["range": range.a1, "count": "1"])
  }
}
