/// Something about cells, by their positions in the sheet.
///
/// The cells of a form stand one behind the other in the sheet's list, so that a position is found without looking for it. Where forms
/// stand side by side their cells lie scattered, and each form keeps only its own.
struct CellTable<Value> {
  private let first: Int
  private var dense: [Value?]
  private var scattered: [Int: Value] = [:]

  /// A list of positions may have gaps of so many times its length.
  private static var mostGaps: Int { 4 }

  /// - Parameters:
  ///   - positions: From the first to the last one that may be asked for.
  ///   - count: How many of them will be.
  init(_ positions: Range<Int>, count: Int) {
    first = positions.lowerBound
    let isDense = positions.count <= count * Self.mostGaps
    dense = isDense ? Array(repeating: nil, count: positions.count) : []
  }

  subscript(_ position: Int) -> Value? {
    get { dense.indices.contains(position - first) ? dense[position - first] : scattered[position] }
    set {
      if dense.indices.contains(position - first) {
        dense[position - first] = newValue
      } else {
        scattered[position] = newValue
      }
    }
  }

  /// Replaces what is known of a cell.
  ///
  /// - Returns: What was known of it before; the table does not hold it any more, so that a list in it is changed without being copied.
  mutating func updateValue(_ value: Value, forKey position: Int) -> Value? {
    guard dense.indices.contains(position - first) else { return scattered.updateValue(value, forKey: position) }
    let before = dense[position - first]
    dense[position - first] = value
    return before
  }

  /// All that is known, with the positions.
  var entries: [(position: Int, value: Value)] {
    dense.enumerated().compactMap { offset, value in value.map { (first + offset, $0) } }
      + scattered.map { ($0.key, $0.value) }
  }

  mutating func changeAll(_ change: (Value) -> Value) {
    for index in dense.indices { dense[index] = dense[index].map(change) }
    scattered = scattered.mapValues(change)
  }
}
