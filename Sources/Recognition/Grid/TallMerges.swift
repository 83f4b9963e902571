import Findings
import Spreadsheet

/// The merged ranges of a sheet that have more than one row.
struct TallMerges: Sendable {
  /// By their first column, in row order.
  private let byColumn: [Int: [CellRange]]
  /// The rows that any of them covers, as disjoint ranges in their order: most rows are covered by none, however many columns are asked about.
  private let rows: [ClosedRange<Int>]

  init(_ merges: [CellRange]) {
    var tall: [Int: [CellRange]] = [:]
    for merge in merges where merge.first.row < merge.last.row { tall[merge.first.column, default: []].append(merge) }
    byColumn = tall.mapValues { $0.sorted { $0.first.row < $1.first.row } }
    rows = Self.joined(tall.values.lazy.joined().map { $0.first.row...$0.last.row })
  }

  /// The range that begins in one of these columns and covers this row, the leftmost of several; nil where there is none.
  func range(at row: Int, columns: ClosedRange<Int>) -> CellRange? {
    guard isInAny(row) else { return nil }
    for column in columns {
      if let range = range(at: row, column: column) { return range }
    }
    return nil
  }

  /// The range that begins in this column and covers this row; nil where there is none.
  func range(at row: Int, column: Int) -> CellRange? {
    guard let ranges = byColumn[column] else { return nil }
    let position = ranges.partitioningIndex { $0.first.row > row } - 1
    return position >= 0 && ranges[position].last.row >= row ? ranges[position] : nil
  }

  private func isInAny(_ row: Int) -> Bool {
    let position = rows.partitioningIndex { $0.upperBound >= row }
    return position < rows.count && rows[position].contains(row)
  }

  private static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
