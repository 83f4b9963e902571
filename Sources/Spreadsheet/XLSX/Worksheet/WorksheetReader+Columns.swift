import Findings

extension WorksheetReader {
  /// Takes in the `col` element that is the last token (ECMA-376 part 1, 18.3.1.13).
  func hideColumns() {
    var first: Int?
    var last: Int?
    var isHidden = false
    for attribute in XMLAttributes(window.cursor.attributes) where !attribute.hasPrefix {
      switch attribute.name {
      case .min: first = CellParser.integer(attribute.value)
      case .max: last = CellParser.integer(attribute.value)
      case .hidden: isHidden = XMLText.isTrue(attribute.value)
      default: continue
      }
    }
    guard isHidden, let first, let last, first > 0, first <= min(last, CellReference.maximumColumns) else { return }
    // Columns that come behind the rows come too late to say which of them count.
    if isAtRows { return addMisplaced("col") }
    let columns = first...min(last, CellReference.maximumColumns)
    // Columns do not overlap, so all elements together name no more than there are; what goes on beyond means harm.
    columnsNamed += columns.count
    guard columnsNamed <= 2 * CellReference.maximumColumns else { return }
    for column in columns { hiddenColumns.insert(column - 1) }
  }

  /// Bytes of a reference that is looked at in order to quote it.
  private static let longestReference = 160

  /// Takes in the `mergeCell` element that is the last token (ECMA-376 part 1, 18.3.1.54).
  func addMerge() throws(Refusal) {
    for attribute in XMLAttributes(window.cursor.attributes) where attribute.name == .ref && !attribute.hasPrefix {
      var rule: Rule?
      XMLText.withResolved(attribute.value) { rule = mergeList.add($0) }
      if let rule {
        let reference = XMLText.attributeValue(attribute.value, atMost: Self.longestReference)
        list.add(rule, at: CellRange(reference), ["found": String(reference.prefix(40))])
      }
      if mergeList.ranges.count > limits.merges { throw .exceeded("merges", limits.merges, part: window.part) }
    }
  }
}
