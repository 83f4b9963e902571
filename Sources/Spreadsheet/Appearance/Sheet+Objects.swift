import Findings

extension Sheet {
  /// The sheet with the words of objects in the cells that they lie on, where these are empty, and what became of each object.
  ///
  /// A check box is its tick and its words, ☑确定能完成; those that lie on one cell stand in it side by side. Whatever is not put into a cell is named.
  public func filled(with objects: [SheetObject]) -> (sheet: Sheet, findings: [Finding]) {
    if objects.isEmpty { return (self, []) }
    let searched = merges.prefix(Self.mergesSearched)
    var words: [CellReference: [(object: SheetObject, text: String)]] = [:]
    var order: [CellReference] = []
    var findings: [Finding] = []
    for object in objects where !object.text.allSatisfy(\.isWhitespace) || object.kind.isTicked {
      guard object.kind != .comment, let first = object.cells?.first else {
        findings.append(object.notReadFinding(sheet: info.name))
        continue
      }
      let cell = searched.first { $0.contains(first) }?.first ?? first
      guard self[cell] == nil else {
        findings.append(object.notReadFinding(sheet: info.name))
        continue
      }
      if words[cell] == nil { order.append(cell) }
      words[cell, default: []].append((object, object.kind.mark + object.text))
    }
    var added: [Cell] = []
    for cell in order {
      let pieces = words[cell, default: []]
      let text = pieces.map(\.text).joined(separator: " ")
      added.append(Cell(at: cell, text: text))
      let place = Place(sheet: info.name, cells: CellRange(cell))
      findings.append(Finding(pieces[0].object.kind.read, at: place, ["found": text, "cell": cell.a1]))
    }
    let sheet = Sheet(
      info: info, cells: cells + added, merges: merges, hiddenRows: hiddenRows, hiddenColumns: hiddenColumns,
      findings: self.findings)
    return (sheet, findings)
  }

  /// Far more than a form has; a form's merges are searched for every object.
  private static let mergesSearched = 5_000
}

extension SheetObject {
  /// What is said of an object whose words were not read.
  public func notReadFinding(sheet: String?) -> Finding {
    Finding(kind.notRead, at: Place(sheet: sheet, cells: cells), ["found": text])
  }
}

extension SheetObject.Kind {
  /// What is said where the words were put into a cell.
  var read: Rule {
    switch self {
    case .textBox, .comment: .textBoxRead
    case .checkBox: .checkBoxRead
    }
  }

  /// What is said where they were not.
  var notRead: Rule {
    switch self {
    case .textBox: .textBoxNotRead
    case .checkBox: .checkBoxNotRead
    case .comment: .commentNotRead
    }
  }

  var isTicked: Bool { self == .checkBox(isTicked: true) }

  var mark: String {
    switch self {
    case .checkBox(let isTicked): isTicked ? "☑" : "□"
    case .textBox, .comment: ""
    }
  }
}
