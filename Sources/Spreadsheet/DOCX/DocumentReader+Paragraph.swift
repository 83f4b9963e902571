import Findings

extension DocumentReader {
  /// Reads the paragraph that was shown last.
  ///
  /// - Returns: The paragraph, and whether its end was deleted, so that the next one goes on with it.
  func readParagraph() throws(Refusal) -> (DocumentParagraph, joinsNext: Bool) {
    let outer = paragraph
    paragraph = ParagraphText()
    var result = DocumentParagraph()
    result.beginsPage = nextBeginsPage
    nextBeginsPage = false
    var joinsNext = false
    func inline(_ name: XMLName) throws(Refusal) {
      switch name {
      case .pPr: joinsNext = try readProperties(of: &result)
      case .r: try readRun(inline)
      case .del, .moveFrom:
        deletions += 1
        try tree.children(inline)
        deletions -= 1
      case .sdt: try readControl(inline)
      case .alternateContent: try readAlternatives(inline)
      // Whatever else there is holds runs, or nothing that is read: links, insertions, simple fields, formulas.
      default: try tree.children(inline)
      }
    }
    try tree.children(inline)
    // The code of a field that does not end with its paragraph is a mistake; what follows is to be read.
    if fields.contains(false) { fields = [] }
    result.text = paragraph.text
    result.findings = paragraph.findings
    try count(paragraph.bytes)
    paragraph = outer
    return (result, joinsNext)
  }

  /// Reads `pPr` (17.3.1.26).
  ///
  /// - Returns: Whether the mark at the end of the paragraph was deleted.
  private func readProperties(of paragraph: inout DocumentParagraph) throws(Refusal) -> Bool {
    var isDeleted = false
    var result = paragraph
    try tree.children { (name) throws(Refusal) in
      switch name {
      case .jc: if try tree.attribute(.val) == "center" { result.isHeading = true }
      case .outlineLvl: if let level = Int(try tree.attribute(.val) ?? ""), level < 9 { result.isHeading = true }
      case .pStyle:
        let style = try tree.attribute(.val)?.lowercased() ?? ""
        if style.hasPrefix("heading") || style.hasPrefix("title") { result.isHeading = true }
      case .pageBreakBefore: if try isOn() { result.beginsPage = true }
      case .sectPr: nextBeginsPage = true
      case .rPr: try tree.children { (name) throws(Refusal) in if name == .del { isDeleted = true } }
      default: break
      }
    }
    paragraph = result
    return isDeleted
  }

  /// Whether a property that is shown says yes: it does by being there (17.17.4).
  func isOn() throws(Refusal) -> Bool { !["0", "false", "off"].contains(try tree.attribute(.val) ?? "1") }

  /// Reads a content control (17.5.2): a check box is its tick whatever character shows it, the prompt of an empty one is no text.
  func readControl(_ body: (XMLName) throws(Refusal) -> Void) throws(Refusal) {
    let outer = control
    try tree.children { (name) throws(Refusal) in
      switch name {
      case .sdtPr:
        try tree.children { (name) throws(Refusal) in
          if name == .showingPlaceholder, try isOn(), control == .none { control = .placeholder }
          guard name == .checkbox else { return }
          var isTicked = false
          try tree.children { (name) throws(Refusal) in if name == .checked { isTicked = try isOn() } }
          control = .checkBox(isTicked: isTicked, isShown: false)
        }
      case .sdtContent: try tree.children(body)
      default: break
      }
    }
    control = outer
  }
}
