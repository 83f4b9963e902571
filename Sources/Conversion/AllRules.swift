import Checking
import Findings
import Publishing
import Recognition
import Spreadsheet
import TrackingModel

extension Rule {
  /// Every rule there is, module by module, each collected from where its words stand.
  public static let all: [Rule] =
    spreadsheetRules + jsonRules + recognitionRules + checkingRules + publishingRules + conversionRules

  /// The rule of this name; nil where there is none.
  public static func named(_ name: String) -> Rule? { byName[name] }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
