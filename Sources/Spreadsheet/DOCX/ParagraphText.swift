import Findings

/// Puts together what a paragraph shows, and remembers what it leaves out and why.
struct ParagraphText {
  /// Why a text of the file is not among what a person reads as the paragraph's.
  enum Omission: CaseIterable {
    case deleted, struckOut, hidden, placeholder
  }

  private(set) var text = ""
  private var omitted: [Omission: String] = [:]
  private var raised = ""
  private var unknownSymbols: (text: String, font: String) = ("", "")
  private var boxes: [String] = []
  /// How much of all that there is, in bytes.
  private(set) var bytes = 0

  mutating func append(_ shown: String) {
    text += shown
    bytes += shown.utf8.count
  }

  /// Appends a superscript, whose figures are no digits of the number in front of it.
  mutating func append(raised shown: String) {
    guard shown.contains(where: \.isNumber), !text.isEmpty else { return append(shown) }
    raised += raised.isEmpty ? shown : " " + shown
    append(String(shown.map { Self.superscripts[$0] ?? $0 }))
  }

  /// Appends a character that its font shows as an unknown picture.
  mutating func append(unknownSymbol scalar: Unicode.Scalar, font: String) {
    unknownSymbols.text.unicodeScalars.append(scalar)
    unknownSymbols.font = font
    append(String(scalar))
  }

  mutating func leaveOut(_ text: String, as omission: Omission) {
    omitted[omission, default: ""] += text
    bytes += text.utf8.count
  }

  mutating func add(textBox: String) {
    if textBox.contains(where: { !$0.isWhitespace }) { boxes.append(textBox) }
    bytes += textBox.utf8.count
  }

  /// What is to be said of the paragraph.
  var findings: [Finding] {
    var findings: [Finding] = []
    for omission in Omission.allCases {
      guard let text = omitted[omission], text.contains(where: { !$0.isWhitespace }) else { continue }
      findings.append(Finding(omission.rule, ["found": text]))
    }
    if !raised.isEmpty { findings.append(Finding(.cellSuperscript, ["found": raised, "read": text])) }
    if !unknownSymbols.text.isEmpty {
      findings.append(Finding(.cellSymbolUnknown, ["found": unknownSymbols.text, "font": unknownSymbols.font]))
    }
    for box in boxes { findings.append(Finding(.textBoxNotRead, ["found": box])) }
    return findings
  }

  private static let superscripts: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]
}

extension ParagraphText.Omission {
  fileprivate var rule: Rule {
    switch self {
    case .deleted: .docxDeleted
    case .struckOut: .cellStruckOut
    case .hidden: .docxHiddenText
    case .placeholder: .docxPlaceholder
    }
  }
}
