import Findings

/// What tells a report of this program from the files of others, whatever it is called: `tracktable-report/1` as the `schema` of JSON, the
/// generator that an HTML page names, or the keywords of a workbook.
package enum ReportMark {
  static let family = "tracktable-report/"
  package static let name = family + "1"

  /// Whether the beginning of a text file is that of a report in JSON or HTML.
  ///
  /// - Parameter head: The first few thousand bytes.
  package static func isCarried(byText head: some Collection<UInt8>) -> Bool {
    // Most files are packages, or tables that begin with a word.
    guard let first = head.first(where: { $0 > 32 }), first == UInt8(ascii: "{") || first == UInt8(ascii: "<") else {
      return false
    }
    let text = String(decoding: head.prefix(4096).filter { $0 > 32 }, as: UTF8.self)
    if text.hasPrefix("{") { return text.hasPrefix("{\"schema\":\"\(family)") }
    return text.hasPrefix("<") && text.contains("<metaname=\"generator\"content=\"\(family)")
  }

  /// Whether sheets of these names may be those of a report, so that it is worth looking at the properties of their workbook.
  package static func mayBeCarried(bySheets names: [String?]) -> Bool {
    Language.allCases.contains {
      let words = ReportWords(language: $0)
      return names.first == words.list && names.contains(words.byUnit)
    }
  }

  /// Whether the properties of a workbook are those of a report.
  ///
  /// - Parameter title: By this alone reports of the first version are known: together with the names of their sheets.
  package static func isCarried(byTitle title: String?, keywords: String?) -> Bool {
    if keywords?.hasPrefix(family) == true { return true }
    return Language.allCases.contains { ReportWords(language: $0).title == title }
  }
}
