import Findings
import TrackingModel

/// Reads a project, department or unit: one line, with the code that some systems print before the name taken off.
///
/// The rule of the form: `219-某某局` and `219001-某某中心` are code and name, a code being at least three of 0-9 and A-Z with a
/// digit among them, then `-`, then no digit; a year alone is never one. `2023-2025年规划` is a name. Twelve or more of 0-9 and A-Z before
/// the dash are a code whatever follows; `[105]教育部` is code and name.
enum EntityReader {
  /// The entity that the words name; without code and name where they say that there is none.
  static func read(_ words: String) -> Reading<NamedEntity> {
    let line = TextReader.line(words)
    guard let text = line.value else { return Reading(NamedEntity(), line.findings) }
    guard let (code, name) = split(text) else {
      let lost = text.firstIndex(of: "-").map { ScientificNotation.matches(String(text[..<$0])) } ?? false
      let doubt = lost ? [Finding(.codeLostDigits, ["found": text])] : []
      return Reading(NamedEntity(name: text), line.findings + doubt)
    }
    let split = Finding(.codeSplit, ["found": text, "code": code, "name": name])
    return Reading(NamedEntity(code: code, name: name), line.findings + [split])
  }

  /// Code and name of `219-某某局`, `[105]教育部`; nil where the text is a name as a whole.
  static func split(_ text: String) -> (code: String, name: String)? {
    if let bracketed = splitBrackets(text) { return bracketed }
    guard let dash = text.utf8.firstIndex(of: UInt8(ascii: "-")), isCode(text.utf8[..<dash]) else { return nil }
    let name = String(text[text.utf8.index(after: dash)...]).trimmed
    guard let first = name.unicodeScalars.first,
      text.utf8[..<dash].count >= certainLength
        || !"0123456789０１２３４５６７８９".unicodeScalars.contains(first)
    else { return nil }
    return (String(text[..<dash]), name)
  }

  /// A code of so many characters is one whatever follows.
  private static let certainLength = 12

  private static func splitBrackets(_ text: String) -> (code: String, name: String)? {
    guard let first = text.first, "[［【".contains(first), let close = text.firstIndex(where: { "]］】".contains($0) })
    else { return nil }
    let code = text[text.index(after: text.startIndex)..<close]
    var name = String(text[text.index(after: close)...]).trimmed
    while let dash = name.first, dash == "-" { name.removeFirst() }
    guard isCode(code.utf8), !name.isBlank else { return nil }
    return (String(code), name.trimmed)
  }

  /// At least three of 0-9 and A-Z with a digit among them; never a year.
  private static func isCode(_ code: Substring.UTF8View) -> Bool {
    var digits = 0
    for byte in code {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      default: return false
      }
    }
    guard code.count >= 3, digits > 0 else { return false }
    return !(code.count == 4 && digits == 4 && (code.starts(with: "19".utf8) || code.starts(with: "20".utf8)))
  }
}
