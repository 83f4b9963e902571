import Findings

/// What is said about the words of a sheet that stand in none of its cells.
enum OutsideCells {
  static func findings(on pageTexts: [String], sheet: String?) -> [Finding] {
    pageTexts.map { Finding(.pageTextNotRead, at: Place(sheet: sheet), ["found": $0]) }
  }
}
