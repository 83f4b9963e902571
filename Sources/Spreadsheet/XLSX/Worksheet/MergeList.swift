import Findings

/// The merged ranges of a sheet, made disjoint.
struct MergeList {
  private(set) var ranges: [CellRange] = []

  /// Takes a `ref` in; says what was wrong with it.
  ///
  /// Corners the wrong way round are put right; what reaches outside of the grid is no range.
  mutating func add(_ reference: String) -> Rule? {
    guard let range = CellRange(reference) else { return .xlsxMergeInvalid }
    ranges.append(range)
    let corners = reference.split(separator: ":").compactMap { CellReference($0) }
    return corners.count == 2 && corners[0] != range.first ? .xlsxMergeReversed : nil
  }

  /// Drops every range that overlaps one before it in the file, as Excel does when it repairs.
  ///
  /// A sweep down the rows with the ranges open at each, ordered by column.
  mutating func dropOverlapping() -> [(dropped: CellRange, kept: CellRange)] {
    let order = ranges.indices.sorted { (ranges[$0].first.row, $0) < (ranges[$1].first.row, $1) }
    var open: [Int] = []
    var dropped: [Int: Int] = [:]
    for index in order {
      let range = ranges[index]
      open.removeAll { ranges[$0].last.row < range.first.row }
      var hits: [Int] = []
      for other in open where ranges[other].columns.overlaps(range.columns) { hits.append(other) }
      if let earlier = hits.first(where: { $0 < index }) {
        dropped[index] = earlier
        continue
      }
      for later in hits { dropped[later] = index }
      open.removeAll { dropped[$0] != nil }
      open.append(index)
    }
    guard !dropped.isEmpty else { return [] }
    let result = dropped.keys.sorted().compactMap { index in dropped[index].map { (ranges[index], ranges[$0]) } }
    ranges = ranges.indices.filter { dropped[$0] == nil }.map { ranges[$0] }
    return result
  }
}
