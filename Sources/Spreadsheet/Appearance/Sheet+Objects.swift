import Findings

extension Sheet {
  /// The sheet without the texts under merged ranges that are others than that of the range: they are not shown. Each is named.
  ///
  /// A text that repeats that of its range stays: what takes merges apart writes it there.
  package var withoutCoveredTexts: (sheet: Sheet, findings: [Finding]) {
    guard !merges.isEmpty else { return (self, []) }
    let ranges = merges.sorted { $0.first < $1.first }
    // Ranges that begin above a cell or left of it; those that have ended are taken out when there are many.
    var open: [CellRange] = []
    var next = 0
    var limit = 64
    var covered: Set<Int> = []
    var findings: [Finding] = []
    var row = -1
    for position in cells.indices {
      // Few cells are looked at for more than their place.
      let reference = cells[position].reference
      if reference.row != row, open.count <= 64 { open.removeAll { $0.last.row < reference.row } }
      row = reference.row
      while next < ranges.count, ranges[next].first <= reference {
        open.append(ranges[next])
        next += 1
      }
      if open.count > limit {
        open.removeAll { $0.last.row < reference.row }
        limit = max(64, 2 * open.count)
      }
      guard let range = open.suffix(Self.liveSearched).last(where: { $0.contains(reference) }),
        range.first != reference,
        case let text = cells[position].text, let shown = self[range.first], shown.text != text,
        findings.count < Self.coveredNamed
      else {
        continue
      }
      covered.insert(position)
      let place = Place(sheet: info.name, cells: CellRange(reference))
      findings.append(Finding(.cellCovered, at: place, ["found": text, "range": range.a1]))
    }
    guard !findings.isEmpty else { return (self, []) }
    let kept = cells.enumerated().filter { !covered.contains($0.offset) }.map(\.element)
    let sheet = Sheet(
      info: info, cells: kept, merges: merges, hiddenRows: hiddenRows, hiddenColumns: hiddenColumns,
      findings: self.findings)
    return (sheet, findings)
  }

  private static let coveredNamed = 1_000
  /// Of so many ranges beside each other at most a cell's is looked for; under any more a text stays what it is.
  private static let liveSearched = 512

  /// The sheet with the words of objects in the cells that they lie on, where these are empty, and what became of each object.
  ///
  /// A check box is its tick and its words, ☑确定能完成; those that lie on one cell stand in it side by side. Whatever is not put into a cell is named.
  package func filled(with objects: [SheetObject]) -> (sheet: Sheet, findings: [Finding]) {
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
  package func notReadFinding(sheet: String?) -> Finding {
    Finding(kind.notRead, at: Place(sheet: sheet, cells: cells), ["found": text])
  }
}

extension SheetObject.Kind {
  /// What is said where the words were put into a cell.
  var read: Rule {
    switch self {
    case .textBox, .comment, .unreadable: .textBoxRead
    case .checkBox: .checkBoxRead
    }
  }

  /// What is said where they were not.
  var notRead: Rule {
    switch self {
    case .textBox: .textBoxNotRead
    case .checkBox: .checkBoxNotRead
    case .comment: .commentNotRead
    case .unreadable: .drawingUnreadable
    }
  }

  var isTicked: Bool { self == .checkBox(isTicked: true) }

  var mark: String {
    switch self {
    case .checkBox(let isTicked): isTicked ? "☑" : "□"
    case .textBox, .comment, .unreadable: ""
    }
  }
}
