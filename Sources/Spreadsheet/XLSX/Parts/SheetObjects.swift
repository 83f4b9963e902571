import Findings

/// The objects of a sheet, from the parts that its relationships name: drawings (ECMA-376 part 1, 20.5), the older drawings in VML (part 4, 19.3 and
/// 19.4, form controls among them) and comments (part 1, 18.7).
struct SheetObjects {
  private(set) var objects: [SheetObject] = []

  /// Objects of a sheet that are looked at.
  private static let most = 2_000

  init(of part: String, in package: Package) throws(Refusal) {
    let relationships = try Relationships(of: part, in: package)
    for target in relationships.inOrder where package.contains(target.part) {
      guard objects.count < Self.most else { return }
      do throws(Refusal) {
        switch target.type {
        case "drawing": try readDrawing(target.part, package)
        case "vmlDrawing": try readVML(target.part, package)
        case "comments": try readComments(target.part, package)
        default: continue
        }
      } catch {
        // Drawings in VML often are no XML; what stood before the fault has been read.
        guard error.finding.rule == .xlsxMalformed else { throw error }
        add(.unreadable, target.part, nil)
      }
    }
  }

  private mutating func add(_ kind: SheetObject.Kind, _ text: String, _ cells: CellRange?) {
    if objects.count < Self.most { objects.append(SheetObject(kind: kind, text: text, cells: cells)) }
  }

  /// Shapes with a text. Pictures and charts have none.
  private mutating func readDrawing(_ part: String, _ package: Package) throws(Refusal) {
    guard let stream = try package.open(part) else { return }
    var walk = TextWalk(stream, limits: package.limits)
    var corners: [Int] = []
    var isControl = false
    while let step = try walk.next() {
      switch step {
      case .start(Self.twoCellAnchor), .start(Self.oneCellAnchor): corners = []
      case .start(Self.shapeOfDrawing): isControl = false
      // A form control, which the older drawing has as well.
      case .start(Self.control): isControl = true
      case .end(Self.columnOfAnchor), .end(Self.rowOfAnchor): corners.append(Int(walk.removeText()) ?? 0)
      case .start(Self.textBody): _ = walk.removeText()
      case .end(Self.paragraph): walk.endLine()
      case .end(Self.textBody):
        let words = walk.removeText()
        if !isControl { add(.textBox, words, Self.range(corners)) }
      case .start(Self.columnOfAnchor), .start(Self.rowOfAnchor): _ = walk.removeText()
      default: continue
      }
    }
  }

  /// Controls of forms: check boxes and option buttons. Comments stand in the older drawings too, and are read from their own part.
  private mutating func readVML(_ part: String, _ package: Package) throws(Refusal) {
    guard let stream = try package.open(part) else { return }
    var walk = TextWalk(stream, limits: package.limits)
    var words = ""
    var kind = ""
    var isTicked = false
    var corners: [Int] = []
    while let step = try walk.next() {
      switch step {
      case .start(Self.shape): (words, kind, isTicked, corners) = ("", "", false, [])
      case .start(Self.vmlTextBox), .start(Self.anchor), .start(Self.checked): _ = walk.removeText()
      case .end(Self.vmlTextBox): words = walk.removeText()
      case .start(Self.clientData): kind = walk.attribute(Self.objectType) ?? ""
      case .end(Self.anchor):
        let numbers = walk.removeText().split(separator: ",").map { Int($0.filter(\.isNumber)) ?? 0 }
        if numbers.count == 8 { corners = [numbers[0], numbers[2], numbers[4], numbers[6]] }
      case .end(Self.checked): isTicked = walk.removeText() == "1"
      case .end(Self.shape):
        if kind == "Checkbox" || kind == "Radio" { add(.checkBox(isTicked: isTicked), words, Self.range(corners)) }
      default: continue
      }
    }
  }

  private mutating func readComments(_ part: String, _ package: Package) throws(Refusal) {
    guard let stream = try package.open(part) else { return }
    var walk = TextWalk(stream, limits: package.limits)
    var reference: CellReference?
    while let step = try walk.next() {
      switch step {
      case .start(Self.comment):
        reference = walk.attribute(.ref).flatMap { CellReference($0) }
        _ = walk.removeText()
      case .end(Self.comment): add(.comment, walk.removeText(), reference.map { CellRange($0) })
      default: continue
      }
    }
  }

  /// - Parameter corners: Column and row of the first corner, then of the last, counted from 0.
  private static func range(_ corners: [Int]) -> CellRange? {
    func reference(_ column: Int, _ row: Int) -> CellReference? {
      guard (0..<CellReference.maximumColumns).contains(column), (0..<CellReference.maximumRows).contains(row) else {
        return nil
      }
      return CellReference(row: row, column: column)
    }
    guard corners.count >= 2, let first = reference(corners[0], corners[1]) else { return nil }
    return CellRange(first)
  }

  private static let twoCellAnchor = XMLName("twoCellAnchor")
  private static let oneCellAnchor = XMLName("oneCellAnchor")
  private static let columnOfAnchor = XMLName("col")
  private static let rowOfAnchor = XMLName("row")
  private static let shapeOfDrawing = XMLName("sp")
  private static let control = XMLName("compatExt")
  private static let textBody = XMLName("txBody")
  private static let paragraph = XMLName("p")
  private static let shape = XMLName("shape")
  private static let vmlTextBox = XMLName("textbox")
  private static let clientData = XMLName("ClientData")
  private static let objectType = XMLName("ObjectType")
  private static let anchor = XMLName("Anchor")
  private static let checked = XMLName("Checked")
  private static let comment = XMLName("comment")
}

/// Goes through the elements of a part and collects the text between them.
private struct TextWalk: ~Copyable {
  enum Step: Equatable {
    case start(XMLName)
    case end(XMLName)
  }

  private var window: XMLWindow
  private var open = OpenElements()
  private var text: [UInt8] = []
  private let longest: Int
  /// An element without content ends where it starts.
  private var pendingEnd: XMLName?
  /// Whether a choice of the alternatives at hand has been gone through.
  private var tookChoice = false

  init(_ stream: PartStream, limits: Limits) {
    window = XMLWindow(stream, limits: limits)
    longest = limits.elementBytes
  }

  mutating func next() throws(Refusal) -> Step? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while let token = try window.next() {
      let name = window.cursor.name
      switch token {
      // The choice is what people see; the fallback says it again.
      case .start where name == .fallback && tookChoice: try window.skip()
      case .start where name == .alternateContent:
        tookChoice = false
        guard open.push(name) else { throw window.malformed("nesting") }
      case .start:
        if name == .choice { tookChoice = true }
        guard open.push(name) else { throw window.malformed("nesting") }
        return .start(name)
      case .empty:
        pendingEnd = name
        return .start(name)
      case .end:
        guard open.pop(name) else { throw window.malformed("end tag without its start") }
        return .end(name)
      case .text: append(resolvingReferences: true)
      case .characterData: append(resolvingReferences: false)
      default: continue
      }
    }
    return nil
  }

  private mutating func append(resolvingReferences: Bool) {
    guard text.count < longest else { return }
    XMLText.append(window.cursor.text, to: &text, resolvingReferences: resolvingReferences)
  }

  /// The text since the last call, trimmed.
  mutating func removeText() -> String {
    defer { text.removeAll(keepingCapacity: true) }
    let words = text.drop(while: XMLName.isSpace)
    let end = words.lastIndex { !XMLName.isSpace($0) }.map { $0 + 1 } ?? words.startIndex
    return String(decoding: words[..<end], as: UTF8.self)
  }

  mutating func endLine() { text.append(0x0A) }

  /// An attribute of the element that has just started.
  func attribute(_ name: XMLName) -> String? {
    for attribute in XMLAttributes(window.cursor.attributes) where attribute.name == name {
      return XMLText.attributeValue(attribute.value, atMost: XMLText.longestName)
    }
    return nil
  }
}
