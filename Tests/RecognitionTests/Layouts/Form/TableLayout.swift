/// The columns of a form: those of its indicator table, which the other blocks share out among themselves.
struct TableLayout {
  enum Column: Hashable {
    case block, level1, level2, name, target, sign, unit, planned, actual, reason
    case extra(Int)
    /// Ticked where this is a reason, or how likely the target is.
    case reasonTick(Int), possibilityTick(Int)
    /// 原因说明 beside the ticks.
    case reasonDetail

    /// The columns that stand under one heading, in a header of two rows.
    var group: Group? {
      switch self {
      case .reasonTick, .reasonDetail: .reason
      case .possibilityTick: .possibility
      case .sign, .target, .unit: .target
      default: nil
      }
    }
  }

  enum Group { case reason, possibility, target }

  let columns: [Column]
  /// The groups that have a heading over those of their columns.
  let headedGroups: Set<Group>
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
    var headedGroups: Set<Group> = []
    if columns.contains(.sign), choices.chance("target over its parts", oneIn: 2) { headedGroups.insert(.target) }
    if choices.chance("columns in another order", oneIn: 15), let name = columns.firstIndex(of: .name) {
      let tail = Array(columns[(name + 1)...])
      if !tail.contains(.sign) {
        columns.replaceSubrange((name + 1)..., with: choices.order("order", of: tail.count).map { tail[$0] })
      }
    }
    if let reason = columns.firstIndex(of: .reason), choices.chance("ticked reasons", oneIn: 8) {
      let ticks = (0..<choices.pick("reasons to tick", [5, 5, 4])).map { Column.reasonTick($0) }
      columns.replaceSubrange(
        reason...reason, with: ticks + (choices.chance("no detail", oneIn: 4) ? [] : [.reasonDetail]))
      headedGroups.insert(.reason)
    }
    if choices.chance("ticked possibilities", oneIn: 10) {
      columns += (0..<3).map { .possibilityTick($0) }
      headedGroups.insert(.possibility)
    }
    self.headedGroups = headedGroups
    for number in 0..<choices.pick("extra columns", [0, 0, 0, 1, 2]) {
      let name = columns.firstIndex(of: .name) ?? 0
      let place = choices.number("extra column \(number)", 0...(columns.count - name - 1))
      // Not between the columns of a group.
      let index = columns.contains { $0.group != nil } ? columns.count : columns.count - place
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

  /// Rows of the header.
  var headingRows: Int { headedGroups.isEmpty ? 1 : 2 }

  /// The columns under the heading of a group.
  func place(_ group: Group) -> (start: Int, width: Int)? {
    let own = columns.indices.filter { columns[$0].group == group }
    guard let first = own.first, let last = own.last else { return nil }
    return (starts[first], starts[last] + widths[last] - starts[first])
  }

  func has(_ column: Column) -> Bool { columns.contains(column) }

  /// Whether rows may stand one column to the left, as they do below a page break: the first four columns are narrow.
  var canShift: Bool {
    Array(columns.prefix(4)) == [.block, .level1, .level2, .name] && widths.allSatisfy { $0 == 1 }
      && !columns.contains { if case .extra = $0 { true } else { false } }
  }
}
