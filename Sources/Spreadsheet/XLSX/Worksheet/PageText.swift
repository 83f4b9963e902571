/// The text of a page's header or footer without its codes (ECMA-376 part 1, 18.3.1.39): `&L`, `&P`, `&"宋体,加粗"`, `&12`.
enum PageText {
  /// - Returns: nil where nothing is left but the words around a page number.
  static func words(of coded: String) -> String? {
    // What most pages have: the number of the page, or the name of the file or of the sheet.
    if coded.utf8.count == 2, ["&P", "&N", "&F", "&A"].contains(coded) { return nil }
    var text = ""
    var rest = coded[...]
    while let next = rest.popFirst() {
      guard next == "&", let code = rest.popFirst() else {
        text.append(next)
        continue
      }
      switch code {
      case "&": text.append("&")
      case "L", "C", "R": text.append(" ")
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "K": rest = rest.dropFirst(6)
      case _ where code.isASCII && code.isNumber: rest = rest.drop { $0.isASCII && $0.isNumber }
      default: continue
      }
    }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let rest2 = words.lowercased().filter { !"第页共頁/-—–·. pageof,，0123456789".contains($0) }
    return rest2.isEmpty ? nil : words
  }
}
