/// The text of a page's header or footer: its words with single spaces between them.
enum PageText {
  /// The words behind the codes of a workbook's page (ECMA-376 part 1, 18.3.1.39): `&L`, `&P`, `&"宋体,加粗"`, `&12`.
  ///
  /// - Returns: nil where nothing is left but the words around a page number.
  static func words(of coded: String) -> String? {
    // What most pages have: the number of the page, or the name of the file or of the sheet.
    if coded.utf8.count == 2, ["&P", "&N", "&F", "&A"].contains(coded) { return nil }
    var words = PageWords()
    var rest = coded.unicodeScalars[...]
    while let next = rest.popFirst() {
      guard next == "&", let code = rest.popFirst() else {
        words.append(next)
        continue
      }
      switch code {
      case "&": words.append("&")
      case "L", "C", "R": words.append(" ")
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "K": rest = rest.dropFirst(6)
      case "0"..."9": rest = rest.drop { ("0"..."9").contains($0) }
      default: continue
      }
    }
    return words.text
  }

  /// The words of a document's page, which has no codes.
  ///
  /// - Returns: nil where they are only those around a page number.
  static func words(in plain: String) -> String? {
    var words = PageWords()
    for scalar in plain.unicodeScalars { words.append(scalar) }
    return words.text
  }
}

/// Words while they come in. Bytes and not characters: a header may have megabytes, and a character is looked at for longer than all else.
private struct PageWords {
  private var bytes: [UInt8] = []
  private var isBetween = false
  private var saysMore = false

  /// nil where they are only those around a page number.
  var text: String? { saysMore ? String(decoding: bytes, as: UTF8.self) : nil }

  private static let aroundNumbers = Set("第页共頁/-—–·. PAGEOFpageof,，0123456789".unicodeScalars)

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.properties.isWhitespace {
      isBetween = !bytes.isEmpty
      return
    }
    if isBetween { bytes.append(UInt8(ascii: " ")) }
    isBetween = false
    saysMore = saysMore || !Self.aroundNumbers.contains(scalar)
    bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
  }
}
