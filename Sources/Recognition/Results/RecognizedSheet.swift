import Findings
import Spreadsheet

/// What recognition made of a sheet.
public struct RecognizedSheet: Sendable {
  public var forms: [RecognizedForm]
  /// Findings that belong to no single form.
  public var findings: [Finding]
  /// What became of every non-empty cell: the account has an entry for each; empty where the sheet is refused as too large.
  public var roles: [CellReference: CellRole]
}
