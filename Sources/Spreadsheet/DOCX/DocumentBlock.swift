import Findings

/// What a document, or a cell of a table, consists of: paragraphs and tables in their order.
enum DocumentBlock {
  case paragraph(DocumentParagraph)
  case table(DocumentTable)
}

/// A paragraph as a person sees it (ECMA-376 part 1, 17.3.1).
struct DocumentParagraph {
  /// With line breaks and tabs, without what is deleted, struck out or hidden.
  var text = ""
  /// Whether it is centered or styled as a heading.
  var isHeading = false
  /// Whether a page begins with it.
  var beginsPage = false
  /// What is to be said of it, without its place.
  var findings: [Finding] = []
}

/// A table with its cells in their places and its merges made out (ECMA-376 part 1, 17.4.37).
struct DocumentTable {
  struct Cell {
    let reference: CellReference
    let text: String
  }

  /// The cells that have text, in row order.
  var cells: [Cell] = []
  var merges: [CellRange] = []
  var rowCount = 0
  var columnCount = 0
  /// What was odd about cells, each without its sheet.
  var findings: [Finding] = []
  /// The blocks of its only cell; nil where it has more than one.
  var onlyCell: [DocumentBlock]?

  /// The text of the whole table, as it stands in a cell around it: a line a row, a tab between cells.
  var flattened: String {
    var text = ""
    var row = 0
    for cell in cells {
      if !text.isEmpty { text += cell.reference.row == row ? "\t" : "\n" }
      row = cell.reference.row
      text += cell.text
    }
    return text
  }
}

extension DocumentBlock {
  /// What is within a frame: a table whose only cell has other tables in it. nil of everything else.
  fileprivate var framed: [DocumentBlock]? {
    guard case .table(let table) = self, let inside = table.onlyCell else { return nil }
    return inside.contains { if case .table = $0 { true } else { false } } ? inside : nil
  }
}

extension [DocumentBlock] {
  /// The text of a cell: its paragraphs as lines, tables within it flattened, empty lines around it left out.
  var cellText: String {
    let lines = map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): table.flattened
      }
    }
    guard let first = lines.firstIndex(where: { !$0.isEmpty }), let last = lines.lastIndex(where: { !$0.isEmpty })
    else {
      return ""
    }
    return lines[first...last].joined(separator: "\n")
  }

  /// What is to be said of them.
  var findings: [Finding] {
    flatMap { block in
      switch block {
      case .paragraph(let paragraph): paragraph.findings
      case .table(let table): table.findings
      }
    }
  }

  /// The same with a table that is nothing but a frame, a single cell around other tables, replaced by what is in it.
  var withoutFrames: [DocumentBlock] {
    // A document of a million paragraphs is not copied for nothing.
    guard contains(where: { $0.framed != nil }) else { return self }
    return flatMap { $0.framed?.withoutFrames ?? [$0] }
  }
}
