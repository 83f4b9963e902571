import TrackingModel

/// What a cell looks like, whatever its words mean.
enum CellShape {
  case words
  case number
  /// `≥90(%)`, `90%`, or a sign alone.
  case signed
  /// `12月底前`
  case date

  init(_ cell: GridCell) {
    self = .words
    if cell.cell.kind == .number {
      self = .number
    } else if SplitTarget.sign(cell.text) != nil {
      self = .signed
    } else if cell.text.unicodeScalars.contains(where: { $0.properties.numericType != nil }) {
      let value = IndicatorValue(text: cell.text)
      if value.comparison != nil || value.amount != nil && value.unit != nil {
        self = .signed
      } else if value.amount != nil {
        self = .number
      } else if cell.text.utf8.count < 48, cell.text.unicodeScalars.allSatisfy(Self.isPartOfDate) {
        self = .date
      }
    }
  }

  var isQuantity: Bool { self != .words }

  private static func isPartOfDate(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "年", "月", "日", "底", "末", "初", "前", "后", "旬", "上", "中", "下", "以", "之", "至", "-", ".", " ": true
    default: scalar.properties.numericType != nil
    }
  }
}
