import Findings

/// Reads the body of a document (ECMA-376 part 1, 17.2): paragraphs and tables as a person sees them.
///
/// Tracked changes are read as accepted: what was deleted or moved away is left out (17.13.5). Of `mc:AlternateContent` the choice is read,
/// because text boxes stand there as they stand in the fallback; but for symbols of later versions, which the fallback has as characters.
final class DocumentReader {
  let tree: XMLTree
  let limits: Limits
  /// The paragraph that is being read.
  var paragraph = ParagraphText()
  /// Deletions around what is being read.
  var deletions = 0
  /// What a content control makes of the text in it.
  var control = ContentControl.none
  /// The fields that are open, each with whether its result is being read and not its code.
  var fields: [Bool] = []
  /// Whether the next paragraph begins a page.
  var nextBeginsPage = false
  private var cellCount = 0
  private var textBytes = 0

  enum ContentControl: Equatable {
    case none, placeholder
    case checkBox(isTicked: Bool, isShown: Bool)
  }

  init(_ stream: PartStream, limits: Limits) {
    tree = XMLTree(stream, limits: limits)
    self.limits = limits
  }

  /// - Throws: `file.unknown-format` where the part is no document, or what the part's XML makes impossible.
  func read() throws(Refusal) -> [DocumentBlock] {
    guard try tree.root() == .document else { throw Refusal(.fileUnknownFormat, ["found": "Word"]) }
    var blocks: [DocumentBlock] = []
    try tree.children { (name) throws(Refusal) in
      if name == .body { blocks += try flow() }
    }
    return blocks
  }

  /// The paragraphs and tables within the element that was shown last.
  ///
  /// - Parameter other: Takes what is neither.
  func flow(_ other: (XMLName) throws(Refusal) -> Void = { _ in }) throws(Refusal) -> [DocumentBlock] {
    var blocks: [DocumentBlock] = []
    var joinsNext = false
    func element(_ name: XMLName) throws(Refusal) {
      switch name {
      case .p:
        let (paragraph, joins) = try readParagraph()
        if joinsNext, case .paragraph(var last)? = blocks.popLast() {
          last.text += paragraph.text
          last.findings += paragraph.findings
          blocks.append(.paragraph(last))
        } else {
          blocks.append(.paragraph(paragraph))
        }
        joinsNext = joins
      case .tbl:
        blocks.append(.table(try readTable()))
        joinsNext = false
      case .sdt: try readControl(element)
      case .alternateContent: try readAlternatives(element)
      case .del, .moveFrom:
        deletions += 1
        try tree.children(element)
        deletions -= 1
      case .sdtContent, .customXML, .ins, .moveTo, .smartTag: try tree.children(element)
      default: try other(name)
      }
    }
    try tree.children(element)
    return blocks
  }

  private func readTable() throws(Refusal) -> DocumentTable {
    var builder = TableBuilder(limits: limits)
    func row(_ name: XMLName) throws(Refusal) {
      switch name {
      case .tr: try readRow(into: &builder)
      case .sdt: try readControl(row)
      case .alternateContent: try readAlternatives(row)
      case .sdtContent, .customXML, .ins, .moveTo: try tree.children(row)
      default: break
      }
    }
    try tree.children(row)
    return try builder.finish()
  }

  private func readRow(into builder: inout TableBuilder) throws(Refusal) {
    try countCell()
    // A row that was deleted is read all the same, so that what is left out can be named.
    var deleted: TableBuilder?
    var hasBegun = false
    func cell(_ name: XMLName) throws(Refusal) {
      switch name {
      case .trPr:
        var skipped = 0
        try tree.children { (name) throws(Refusal) in
          if name == .gridBefore { skipped = Int(try tree.attribute(.val) ?? "") ?? 0 }
          if name == .del, deleted == nil { deleted = TableBuilder(limits: limits) }
        }
        if deleted == nil, !hasBegun { try builder.beginRow(skipping: skipped) }
        hasBegun = true
      case .tc:
        if deleted != nil {
          deletions += 1
          try deleted?.add(try readCell())
          deletions -= 1
        } else {
          if !hasBegun { try builder.beginRow(skipping: 0) }
          try builder.add(try readCell())
        }
        hasBegun = true
      case .sdt: try readControl(cell)
      case .alternateContent: try readAlternatives(cell)
      case .sdtContent, .customXML, .ins, .moveTo: try tree.children(cell)
      default: break
      }
    }
    try tree.children(cell)
    if let deleted { builder.addFindings(of: deleted) } else { try builder.endRow() }
  }

  private func readCell() throws(Refusal) -> TableBuilder.Cell {
    try countCell()
    var cell = TableBuilder.Cell()
    let outer = paragraph
    var isDeleted = false
    cell.blocks = try flow { (name) throws(Refusal) in
      // The properties come before all paragraphs (17.4.66).
      guard name == .tcPr else { return }
      try tree.children { (name) throws(Refusal) in
        switch name {
        case .gridSpan: cell.span = Int(try tree.attribute(.val) ?? "") ?? 1
        case .vMerge: cell.vertical = try merge()
        case .hMerge: cell.horizontal = try merge()
        case .cellDel where !isDeleted:
          isDeleted = true
          deletions += 1
        default: break
        }
      }
    }
    if isDeleted { deletions -= 1 }
    paragraph = outer
    cell.text = cell.blocks.cellText
    try count(cell.text.utf8.count)
    return cell
  }

  private func merge() throws(Refusal) -> TableBuilder.Merge {
    try tree.attribute(.val) == "restart" ? .restart : .continue
  }

  /// Of a choice of representations the first, but for symbols that only the fallback has as characters.
  func readAlternatives(_ body: (XMLName) throws(Refusal) -> Void) throws(Refusal) {
    var isChosen = false
    try tree.children { (name) throws(Refusal) in
      guard !isChosen, name == .choice || name == .fallback else { return }
      if name == .choice, try tree.attribute(.requires)?.contains("w16se") == true { return }
      isChosen = true
      try tree.children(body)
    }
  }

  /// Rows and cells of the whole document, empty ones too.
  private func countCell() throws(Refusal) {
    cellCount += 1
    guard cellCount <= limits.cellsOfWholeSheet else { throw .exceeded("cellsOfWholeSheet", limits.cellsOfWholeSheet) }
  }

  /// Bytes of all texts that are kept; one that stands in tables within tables counts for each.
  func count(_ bytes: Int) throws(Refusal) {
    textBytes += bytes
    guard textBytes <= limits.textBytesOfWholeSheet else {
      throw .exceeded("textBytesOfWholeSheet", limits.textBytesOfWholeSheet)
    }
  }
}
