import Findings

/// The merged ranges of a sheet, made disjoint.
struct MergeList {
  private(set) var ranges: [CellRange] = []

  /// Reserves capacity for so many more.
  mutating func reserve(_ count: Int) { if ranges.isEmpty { ranges.reserveCapacity(count) } }

  /// Takes a `ref` such as `A1:H1` in; says what was wrong with it.
  ///
  /// Corners the wrong way round are put right; what reaches outside of the grid is no range.
  mutating func add(_ reference: UnsafeBufferPointer<UInt8>) -> Rule? {
    let colon = reference.firstIndex(of: UInt8(ascii: ":"))
    guard let one = CellParser.reference(UnsafeBufferPointer(rebasing: reference[..<(colon ?? reference.endIndex)]))
    else { return .xlsxMergeInvalid }
    guard let colon else {
      ranges.append(CellRange(one))
      return nil
    }
    guard let other = CellParser.reference(UnsafeBufferPointer(rebasing: reference[(colon + 1)...])) else {
      return .xlsxMergeInvalid
    }
    return add(one, other)
  }

  /// Takes in the range that has these cells as its corners.
  mutating func add(_ one: CellReference, _ other: CellReference) -> Rule? {
    let range = CellRange(one, other)
    ranges.append(range)
    return one == range.first ? nil : .xlsxMergeReversed
  }

  /// Drops every range that overlaps one before it in the file, as Excel does when it repairs.
  ///
  /// A sweep down the rows with the ranges open at each. It is not needed for the few of a form, of which none overlaps another.
  mutating func dropOverlapping() -> [(dropped: CellRange, kept: CellRange)] {
    if ranges.count <= Self.few, !haveOverlaps { return [] }
    let order = ranges.indices.sorted { (ranges[$0].first.row, $0) < (ranges[$1].first.row, $1) }
    var open = OpenRanges(ranges)
    var dropped: [Int: Int] = [:]
    for index in order {
      switch open.add(index) {
      case .kept(let instead): for later in instead { dropped[later] = index }
      case .dropped(let earlier): dropped[index] = earlier
      }
    }
    guard !dropped.isEmpty else { return [] }
    let result = dropped.keys.sorted().compactMap { index in dropped[index].map { (ranges[index], ranges[$0]) } }
    ranges = ranges.indices.filter { dropped[$0] == nil }.map { ranges[$0] }
    return result
  }
}

extension MergeList {
  /// As many as are compared with each other in less time than they are sorted in.
  private static let few = 32

  private var haveOverlaps: Bool {
    ranges.withUnsafeBufferPointer { ranges in
      for later in ranges.indices.dropFirst() {
        for earlier in 0..<later where ranges[later].intersects(ranges[earlier]) { return true }
      }
      return false
    }
  }
}

/// The ranges that a sweep down the rows has open: from left to right and without a column in common, so that those in
/// the way of another are found by halving.
private struct OpenRanges {
  enum Outcome {
    /// The range stays, and these do not.
    case kept(instead: [Int])
    case dropped(for: Int)
  }

  private let ranges: [CellRange]
  private var open: [Int] = []

  init(_ ranges: [CellRange]) { self.ranges = ranges }

  mutating func add(_ index: Int) -> Outcome {
    let range = ranges[index]
    let first = open.partitioningIndex { ranges[$0].last.column >= range.first.column }
    var end = first
    var later: [Int] = []
    while end < open.count, case let other = open[end], ranges[other].first.column <= range.last.column {
      if ranges[other].last.row >= range.first.row {
        if other < index {
          // What ends above the range is done with, and not to be looked at again for the next.
          let rest = open[first..<end].filter { ranges[$0].last.row >= range.first.row }
          open.replaceSubrange(first..<end, with: rest)
          return .dropped(for: other)
        }
        later.append(other)
      }
      end += 1
    }
    open.replaceSubrange(first..<end, with: CollectionOfOne(index))
    return .kept(instead: later)
  }
}
