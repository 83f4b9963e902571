import Findings

/// The rows of a sheet that has none.
final class EmptyRowReader: RowReader {
  let hiddenColumns: Set<Int> = []
  let findings: [Finding] = []

  func next() -> Row? { nil }
  func readToEnd() -> SheetLayout { SheetLayout() }
}
