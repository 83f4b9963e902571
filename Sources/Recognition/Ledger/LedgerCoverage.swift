import Findings

/// The account of a ledger's cells: what came in has to be a value, a label, or named in a finding.
struct LedgerCoverage {
  enum Use {
    case value, label, other
  }

  private var cells = 0
  private var used: [Use: Int] = [:]

  /// Cells that were read.
  mutating func read(_ count: Int) { cells += count }

  /// Cells of which it is known what became of them.
  mutating func add(_ count: Int, as use: Use) { used[use, default: 0] += count }

  /// - Throws: `ledger.unaccounted` where a cell was forgotten.
  func check(sheet: String?) throws(Refusal) {
    let known = used.values.reduce(0, +)
    guard known == cells else {
      throw Refusal(
        .ledgerUnaccounted, at: Place(sheet: sheet), ["expected": String(cells), "found": String(known)])
    }
  }
}
