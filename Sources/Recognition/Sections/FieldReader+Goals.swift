/// What 年度总体目标 means in its place: the label of the block, or of the goals themselves.
extension FormReader {
  /// What the cells are by their words; 年度总体目标 behind another label is not the block's but names the goals themselves.
  func tokens(of cells: [GridCell], at index: Int) -> [FieldToken] {
    var tokens = cells.map(\.token)
    if isGoalHeading(cells, tokens, at: index) { tokens[0] = .field(.goalsExpected) }
    for position in tokens.indices.dropFirst() {
      if case .block(.goals) = tokens[position], tokens[position - 1].isLabel,
        !tokens.contains(where: { $0.label == .goalsExpected })
      {
        tokens[position] = .field(.goalsExpected)
      }
    }
    return tokens
  }

  /// Whether 年度总体目标 heads the expected goal below it, beside a heading of what was reached.
  private func isGoalHeading(_ cells: [GridCell], _ tokens: [FieldToken], at index: Int) -> Bool {
    guard case .block(.goals) = tokens.first, tokens.contains(where: { $0.label == .goalsActual }),
      tokens.allSatisfy(\.isLabel), !tokens.contains(where: { $0.label == .goalsExpected }),
      cells[0].area.rows.count == 1, index + 1 < lines.count, let below = lines[index + 1].cells.first
    else { return false }
    return below.column == cells[0].column && below.token.isPlain
  }

  /// Whether labels of the goals themselves stand near; 跟踪期实际完成情况 right below the block's own label is not one of its parts.
  func hasGoalLabels(_ index: Int, besides block: GridCell) -> Bool {
    lines[max(0, index - 1)..<min(lines.count, index + 3)].contains { line in
      line.cells.contains { cell in
        switch cell.token.label {
        case .goalsExpected: true
        case .goalsActual: cell.column != block.column || line.row < block.row
        default: false
        }
      }
    }
  }
}
