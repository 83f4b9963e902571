import Findings

/// What lies on a sheet of a binary workbook and not in its cells: text boxes, check boxes and option buttons, comments.
///
/// An object is described by several records one behind the other ([MS-XLS] 2.1.7.20.5, OBJECTS): MSODRAWING with its anchor, OBJ with its kind
/// and its number, TXO with its text; NOTE says to which cell the text of a comment belongs. Workbooks before Excel 97 have the text of
/// a comment in NOTE itself, and all of every other object in OBJ.
struct SheetNotes {
  private(set) var objects: [SheetObject] = []

  /// Objects of a sheet that are looked at.
  private static let most = 2_000
  /// Bytes of a comment before Excel 97, which may go on in any number of records.
  private static let longestComment = 1 << 16

  /// An object between its OBJ and its TXO.
  private struct Pending {
    let kind: ObjectRecord
    let anchor: CellRange?
  }

  private let texts: BIFFTexts
  private var anchor: CellRange?
  private var pending: Pending?
  /// The texts of comments by the numbers of their objects.
  private var commentTexts: [Int: String] = [:]
  private var comments: [(cell: CellReference, number: Int)] = []
  /// The comment of a workbook before Excel 97 that the next record may go on with.
  private var openComment: CellReference?
  private var openBytes: [UInt8] = []

  /// - Parameter records: In front of the sheet's first record.
  init(_ records: BIFFRecords, texts: BIFFTexts) throws(Refusal) {
    self.texts = texts
    var depth = 0
    repeat {
      guard try records.next() else { break }
      switch records.type {
      case BIFFRecordType.beginningOfFile: depth += 1
      case BIFFRecordType.endOfFile: depth -= 1
      // What is deeper is a chart.
      case BIFFRecordType.drawing where depth == 1: anchor = DrawingAnchor.last(in: records.data) ?? anchor
      case BIFFRecordType.object where depth == 1: try readObject(records)
      case BIFFRecordType.textObject where depth == 1: try readText(records)
      case BIFFRecordType.note where depth == 1: readNote(records.data)
      default: break
      }
    } while depth > 0 && objects.count < Self.most
    finishPending(text: "")
    finishComment()
    for (cell, number) in comments { add(.comment, commentTexts[number] ?? "", CellRange(cell)) }
  }

  private mutating func add(_ kind: SheetObject.Kind, _ text: String, _ cells: CellRange?) {
    if objects.count < Self.most { objects.append(SheetObject(kind: kind, text: text, cells: cells)) }
  }

  private mutating func readObject(_ records: BIFFRecords) throws(Refusal) {
    guard texts.version == .biff8 else {
      let object = try OlderObject(records)
      if let object { add(object.kind, texts.text(ofStored: object.text).trimmed, object.anchor) }
      return
    }
    finishPending(text: "")
    if let object = ObjectRecord(records.data) { pending = Pending(kind: object, anchor: anchor) }
    anchor = nil
  }

  /// The text of the object in front of it ([MS-XLS] 2.4.329): its length stands in the record, its characters in those that continue it.
  private mutating func readText(_ records: BIFFRecords) throws(Refusal) {
    guard pending != nil else { return }
    finishPending(text: try texts.text(ofObject: records) ?? "")
  }

  private mutating func finishPending(text: String) {
    guard let (object, anchor) = pending.map({ ($0.kind, $0.anchor) }) else { return }
    pending = nil
    let words = text.trimmed
    switch object.kind {
    case .comment: if commentTexts.count < Self.most { commentTexts[object.number] = words }
    case .checkBox: add(.checkBox(isTicked: object.isTicked), words, anchor)
    case .shape: add(.textBox, words, anchor)
    case .other: break
    }
  }

  /// [MS-XLS] 2.4.179.
  private mutating func readNote(_ data: UnsafeRawBufferPointer) {
    guard data.count >= 6 else { return }
    let row = data.uint16(at: 0)
    let column = data.uint16(at: 2)
    if texts.version == .biff8 {
      guard data.count >= 8, column <= CellRange.lastColumnOfXLS, comments.count < Self.most else { return }
      comments.append((CellReference(row: row, column: column), data.uint16(at: 6)))
      return
    }
    if row == 0xFFFF {
      if openComment != nil { openBytes += data[6...].prefix(Self.longestComment - openBytes.count) }
      return
    }
    finishComment()
    guard column <= CellRange.lastColumnOfXLS else { return }
    openComment = CellReference(row: row, column: column)
    openBytes = Array(data[6...])
  }

  private mutating func finishComment() {
    guard let cell = openComment else { return }
    openComment = nil
    add(.comment, texts.text(ofStored: openBytes).trimmed, CellRange(cell))
  }
}

/// What an object is ([MS-XLS] 2.4.181 and 2.5.143), from Excel 97 on.
private struct ObjectRecord {
  enum Kind { case shape, checkBox, comment, other }

  let kind: Kind
  let number: Int
  private(set) var isTicked = false

  init?(_ data: UnsafeRawBufferPointer) {
    // The common properties come first: a type of 0x15 and a length of 0x12.
    guard data.count >= 22, data.uint16(at: 0) == 0x15, data.uint16(at: 2) == 0x12 else { return nil }
    kind =
      switch data.uint16(at: 4) {
      // Lines, rectangles, ovals, arcs, texts, polygons, and shapes of later versions.
      case 0x01...0x04, 0x06, 0x09, 0x1E: .shape
      case 0x0B, 0x0C: .checkBox
      case 0x19: .comment
      default: .other
      }
    number = data.uint16(at: 6)
    var at = 22
    while at + 4 <= data.count {
      let length = data.uint16(at: at + 2)
      // Whether a box or button is ticked ([MS-XLS] 2.5.141).
      if data.uint16(at: at) == 0x12, at + 6 <= data.count { isTicked = data.uint16(at: at + 4) == 1 }
      at += 4 + length
    }
  }
}

/// Where a drawing stands ([MS-XLS] 2.5.193, OfficeArtClientAnchorSheet).
private enum DrawingAnchor {
  /// The cell of the upper left corner of the last shape in a record, whose containers may go on in those behind it.
  static func last(in data: UnsafeRawBufferPointer) -> CellRange? {
    var at = 0
    var found: CellRange?
    while at + 8 <= data.count {
      // [MS-ODRAW] 2.2.1: what is in a container follows its header.
      let isContainer = data.uint16(at: at) & 0x0F == 0x0F
      if data.uint16(at: at + 2) == 0xF010, at + 26 <= data.count {
        let column = data.uint16(at: at + 10)
        let row = data.uint16(at: at + 14)
        found = column <= CellRange.lastColumnOfXLS ? CellRange(CellReference(row: row, column: column)) : nil
      }
      at += 8 + (isContainer ? 0 : Int(data.uint32(at: at + 4)))
    }
    return found
  }
}

extension String {
  fileprivate var trimmed: String {
    let words = drop(while: \.isWhitespace)
    return String(words[..<(words.lastIndex { !$0.isWhitespace }.map(words.index(after:)) ?? words.startIndex)])
  }
}
