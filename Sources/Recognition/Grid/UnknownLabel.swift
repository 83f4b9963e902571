import Spreadsheet

extension GridCell {
  /// Whether its words can be an unknown label: few, and no sentence or quantity.
  var couldBeLabel: Bool {
    cell.kind == .text && otherKind == .other && !isNone && label?.couldBeUnknown == true
  }
}

extension LabelText {
  /// Whether it can be a label though the vocabulary does not have it.
  var couldBeUnknown: Bool {
    full.count <= 30
      && !full.contains { scalar in
        switch scalar {
        case "。", "；", ";", "!", "?", "！", "？", "√", "□", "☑": true
        default: false
        }
      } && !full.allSatisfy { $0.isASCII || $0.properties.numericType != nil }
  }
}
