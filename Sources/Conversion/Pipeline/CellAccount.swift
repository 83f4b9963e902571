import Findings
import Recognition
import Spreadsheet

/// What became of the non-empty cells of an input, in numbers. A cell that is label and value counts as value.
public struct CellAccount: Hashable, Sendable {
  public var values = 0
  public var labels = 0
  /// Cells that are named in a finding.
  public var others = 0

  public init() {}

  /// All of them.
  public var cells: Int { values + labels + others }

  mutating func add(_ roles: some Sequence<CellRole>) {
    for role in roles {
      switch role {
      case .value, .labelAndValue: values += 1
      case .label: labels += 1
      case .other: others += 1
      }
    }
  }
}

/// Keeps the account of an input while its sheets are read.
final class AccountBook {
  private(set) var account = CellAccount()
  private let isKept: Bool

  init(_ isKept: Bool) { self.isKept = isKept }

  /// Is told what became of the cells of each sheet; nil where nobody asks.
  var roles: ((SheetInfo, [CellReference: CellRole]) -> Void)? {
    isKept ? { [self] _, roles in account.add(roles.values) } : nil
  }
}
