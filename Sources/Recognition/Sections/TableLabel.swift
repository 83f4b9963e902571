import TrackingModel

/// Whose goals or indicators a label says that they are, where a form has those of the year and those of a longer time: 年度绩效指标,
/// 长期绩效指标, 中期目标.
enum TableLabel {
  case ofTheYear
  case ofALongerTime

  /// nil where the words do not say.
  init?(_ cell: GridCell) {
    guard let label = cell.label else { return nil }
    if Self.year.contains(where: label.full.contains(words:)) {
      self = .ofTheYear
    } else if label.full.first == "总" || Self.longer.contains(where: label.full.contains(words:)) {
      self = .ofALongerTime
    } else {
      return nil
    }
  }

  private static let year = ["年度", "当年", "本年"].map { Array($0.unicodeScalars) }
  private static let longer = ["中期", "长期", "实施期", "项目总"].map { Array($0.unicodeScalars) }

  /// Whether the cell is the label of an indicator table down its left side, in whatever spelling.
  static func isLabel(_ cell: GridCell) -> Bool {
    if cell.meanings.block == .indicators { return true }
    guard let label = cell.label, label.full.count <= 10, label.full.last == "标", label.full.dropLast().last == "指",
      cell.level1 == nil, cell.level2 == nil
    else { return false }
    return TableLabel(cell) != nil
  }
}
