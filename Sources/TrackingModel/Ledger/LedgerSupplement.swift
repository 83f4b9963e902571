import Foundation

/// What a form has beyond the columns of the ledger, as lines in one cell that a person can read and change:
///
///     分值：10〔F6〕              an extra, with the cell it came from
///     年度指标值.unit＝%          a field that the words beside it would not give
///     【年度资金总额】            what follows belongs to this fund row
///     【＋财政专户管理资金】      a further fund row; its fields and extras follow
///
/// The signs of the notation and line breaks are written with a backslash before them where they belong to a text.
package enum LedgerSupplement {
  package enum Entry: Hashable, Sendable {
    case extra(Extra)
    case field(name: String, value: String)
    case fund(String)
    case furtherFund(String)
  }

  /// The text of the cell; nil where there is nothing to say.
  package static func text(of entries: [Entry]) -> String? {
    entries.isEmpty ? nil : entries.map(line).joined(separator: "\n")
  }

  /// What such a text says; nil where it is none. A carriage return that belongs to a text has its backslash; any other was put there by
  /// a program that makes all line ends alike.
  package static func entries(of text: String) -> [Entry]? {
    var entries: [Entry] = []
    for line in text.withLineFeeds.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let entry = entry(of: line) else { return nil }
      entries.append(entry)
    }
    return entries
  }

  private static func line(_ entry: Entry) -> String {
    switch entry {
    case .extra(let extra):
      escaped(extra.label) + "：" + escaped(extra.text) + (extra.cell.map { "〔\(escaped($0))〕" } ?? "")
    case .field(let name, let value): escaped(name) + "＝" + escaped(value)
    case .fund(let name): "【" + escaped(name) + "】"
    case .furtherFund(let label): "【＋" + escaped(label) + "】"
    }
  }

  private static func entry(of line: Substring.UnicodeScalarView) -> Entry? {
    var rest = line[...]
    if rest.first == "【" {
      rest = rest.dropFirst()
      let isFurther = rest.first == "＋"
      if isFurther { rest = rest.dropFirst() }
      guard let (name, sign) = consume(&rest), sign == "】", rest.isEmpty else { return nil }
      return isFurther ? .furtherFund(name) : .fund(name)
    }
    guard let (label, sign) = consume(&rest) else { return nil }
    if sign == "＝" {
      guard let (value, end) = consume(&rest), end == nil else { return nil }
      return .field(name: label, value: value)
    }
    guard sign == "：", let (text, bracket) = consume(&rest) else { return nil }
    if bracket == nil { return .extra(Extra(label: label, text: text)) }
    guard bracket == "〔", let (cell, end) = consume(&rest), end == "〕", rest.isEmpty else { return nil }
    return .extra(Extra(label: label, text: text, cell: cell))
  }

  private static let signs: Set<Unicode.Scalar> = ["：", "＝", "〔", "〕", "【", "】", "＋"]

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      default:
        if signs.contains(scalar) { result.append("\\") }
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Takes a text up to the next sign of the notation, and that sign; nil for the sign at the end of the line.
  private static func consume(_ rest: inout Substring.UnicodeScalarView) -> (String, Unicode.Scalar?)? {
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if signs.contains(scalar) { return (String(text), scalar) }
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      guard let escaped = rest.popFirst() else { return nil }
      switch escaped {
      case "n": text.append("\n")
      case "r": text.append("\r")
      default: text.append(escaped)
      }
    }
    return (String(text), nil)
  }
}
