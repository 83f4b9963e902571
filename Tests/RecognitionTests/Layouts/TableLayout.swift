/// The columns of a form: those of its indicator table, which the other blocks share out among themselves.
struct TableLayout {
  enum Column: Hashable {
    case block, level1, level2, name, target, sign, unit, planned, actual, reason
    case extra(Int)
  }

  let columns: [Column]
  private let starts: [Int]
  private let widths: [Int]
  let width: Int

  init(_ choices: Choices, medium: Medium) {
    var columns: [Column] = [.level1, .level2, .name, .target, .planned, .actual, .reason]
    if choices.chance("no level 1", oneIn: 12) { columns.removeFirst() }
    if choices.chance("split target", oneIn: 8), let target = columns.firstIndex(of: .target) {
      columns.insert(.sign, at: target)
      columns.insert(.unit, at: target + 2)
    }
    if choices.chance("no planned", oneIn: 8) { columns.removeAll { $0 == .planned } }
    if choices.chance("no reason", oneIn: 12) { columns.removeAll { $0 == .reason } }
    if choices.chance("columns in another order", oneIn: 15), let name = columns.firstIndex(of: .name) {
      let tail = Array(columns[(name + 1)...])
      if !tail.contains(.sign) {
        columns.replaceSubrange((name + 1)..., with: choices.order("order", of: tail.count).map { tail[$0] })
      }
    }
    for number in 0..<choices.pick("extra columns", [0, 0, 0, 1, 2]) {
      let name = columns.firstIndex(of: .name) ?? 0
      let place = choices.number("extra column \(number)", 0...(columns.count - name - 1))
      // Not between the parts of a split target.
      let index = columns.contains(.sign) ? columns.count : columns.count - place
      columns.insert(.extra(number), at: max(index, name + 1))
    }
    if !choices.chance("no block column", oneIn: 6) { columns.insert(.block, at: 0) }
    self.columns = columns
    var widths = columns.map { _ in 1 }
    for index in columns.indices where choices.chance("wide column \(index)", oneIn: 12) { widths[index] = 2 }
    self.widths = widths
    var start = 0
    starts = widths.map { width in
      defer { start += width }
      return start
    }
    width = start
  }

  func place(_ column: Column) -> (start: Int, width: Int)? {
    columns.firstIndex(of: column).map { (starts[$0], widths[$0]) }
  }

  func has(_ column: Column) -> Bool { columns.contains(column) }

  /// Whether rows may stand one column to the left, as they do below a page break: the first four columns are narrow.
  var canShift: Bool {
    Array(columns.prefix(4)) == [.block, .level1, .level2, .name] && widths.allSatisfy { $0 == 1 }
      && !columns.contains { if case .extra = $0 { true } else { false } }
  }
}
