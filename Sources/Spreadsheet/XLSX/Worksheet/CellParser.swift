import Findings

/// Reads one `c` element (ECMA-376 part 1, 18.3.1.4) that lies in memory as a whole.
struct CellParser {
  enum Outcome { case complete, incomplete, malformed }

  /// The attribute `t`.
  enum ValueType { case number, shared, string, inline, boolean, error, date }

  /// Where the cell says that it stands, counted from 0; nil where it does not say or says nonsense.
  private(set) var reference: CellReference?
  /// What it says where that is nonsense.
  private(set) var invalidReference: String?
  private(set) var style = 0
  private(set) var type = ValueType.number
  private(set) var hasFormula = false
  private(set) var hasValue = false
  /// The value's bytes, resolved where `usesScratch` is false.
  private(set) var plainValue: UnsafeBufferPointer<UInt8>
  private(set) var usesScratch = false
  private(set) var scratch: [UInt8] = []
  private(set) var formula: [UInt8] = []
  private(set) var inline = StringBuilder()
  private(set) var hasInline = false
  /// Whether `xml:space="preserve"` is in force around the cells.
  var keepsSpaceAround = false
  private var keepsSpace = false

  private static let r = XMLName("r")
  private static let s = XMLName("s")
  private static let t = XMLName("t")
  private static let space = XMLName("space")
  private static let preserve = XMLName("preserve")

  init() { plainValue = UnsafeBufferPointer(start: nil, count: 0) }

  /// Reads from behind the start tag, which is the cursor's last token, to behind the end tag.
  mutating func parse(_ cursor: inout XMLCursor, isEmpty: Bool) -> Outcome {
    reference = nil
    invalidReference = nil
    style = 0
    type = .number
    hasFormula = false
    hasValue = false
    plainValue = UnsafeBufferPointer(start: nil, count: 0)
    usesScratch = false
    hasInline = false
    keepsSpace = keepsSpaceAround
    guard parseAttributes(cursor.attributes) else { return .malformed }
    if isEmpty { return .complete }
    while true {
      switch cursor.next() {
      case .end: return cursor.name == .c ? .complete : .malformed
      case .start:
        let outcome = parseChild(&cursor)
        if outcome != .complete { return outcome }
      case .empty:
        if cursor.name == .f { beginFormula() } else if cursor.name == .v { hasValue = hasValue || type == .string }
      case .text, .characterData: continue
      case .incomplete: return .incomplete
      case .malformed, .documentType: return .malformed
      }
    }
  }

  private mutating func parseChild(_ cursor: inout XMLCursor) -> Outcome {
    let name = cursor.name
    if name == .v { return parseValue(&cursor) }
    if name == .f {
      beginFormula()
      return Self.collect(&cursor, until: .f, into: &formula)
    }
    if name == .inlineString { return parseInline(&cursor) }
    return Self.skip(&cursor, name)
  }

  private mutating func beginFormula() {
    hasFormula = true
    formula.removeAll(keepingCapacity: true)
  }

  private mutating func parseAttributes(_ attributes: UnsafeBufferPointer<UInt8>) -> Bool {
    var list = XMLAttributes(attributes)
    while let (name, hasPrefix, value) = list.next() {
      if hasPrefix {
        if name == Self.space { keepsSpace = XMLName(value) == Self.preserve }
        continue
      }
      // References to characters are looked for only where there is no sense without them.
      if !read(name, value) { XMLText.withResolved(value) { _ = read(name, $0) } }
    }
    return !list.isMalformed
  }

  /// - Returns: Whether the value makes sense.
  private mutating func read(_ name: XMLName, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if name == Self.r {
      reference = Self.reference(value)
      invalidReference = reference == nil ? XMLText.quotation(of: value) : nil
      return reference != nil
    }
    if name == Self.s {
      let index = Self.integer(value)
      style = index ?? 0
      return index != nil
    }
    guard name == Self.t else { return true }
    let known = Self.type(value)
    type = known ?? .number
    return known != nil
  }

  /// `v` nearly always holds one piece of plain text, which is then not copied.
  private mutating func parseValue(_ cursor: inout XMLCursor) -> Outcome {
    hasValue = true
    usesScratch = false
    plainValue = UnsafeBufferPointer(start: nil, count: 0)
    var token = cursor.next()
    if token == .text, XMLText.isPlain(cursor.text) {
      plainValue = cursor.text
      token = cursor.next()
      if token == .end { return cursor.name == .v ? .complete : .malformed }
    }
    usesScratch = true
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: plainValue)
    while true {
      switch token {
      case .end: return cursor.name == .v ? .complete : .malformed
      case .text: XMLText.append(cursor.text, to: &scratch)
      case .characterData: XMLText.append(cursor.text, to: &scratch, resolvingReferences: false)
      case .start:
        let outcome = Self.skip(&cursor, cursor.name)
        if outcome != .complete { return outcome }
      case .empty: break
      case .incomplete: return .incomplete
      case .malformed, .documentType: return .malformed
      }
      token = cursor.next()
    }
  }

  private static func collect(_ cursor: inout XMLCursor, until name: XMLName, into bytes: inout [UInt8]) -> Outcome {
    while true {
      switch cursor.next() {
      case .end: return cursor.name == name ? .complete : .malformed
      case .text: XMLText.append(cursor.text, to: &bytes)
      case .characterData: XMLText.append(cursor.text, to: &bytes, resolvingReferences: false)
      case .start:
        let outcome = skip(&cursor, cursor.name)
        if outcome != .complete { return outcome }
      case .empty: continue
      case .incomplete: return .incomplete
      case .malformed, .documentType: return .malformed
      }
    }
  }

  private mutating func parseInline(_ cursor: inout XMLCursor) -> Outcome {
    hasInline = true
    inline.reset()
    let ofString = InheritedSpace.isPreserved(cursor.attributes) ?? keepsSpace
    var ofRun = ofString
    var isInProperties = false
    while true {
      switch cursor.next() {
      case .end where cursor.name == .inlineString: return .complete
      case .end where cursor.name == .r:
        ofRun = ofString
        inline.endRun()
      case .end where cursor.name == .runProperties: isInProperties = false
      case .start where cursor.name == .runProperties: isInProperties = true
      case .empty where isInProperties: inline.add(cursor.name, cursor.attributes)
      case .end where cursor.name == .t && inline.isInPiece: inline.endPiece()
      case .start where cursor.name == .t:
        inline.beginPiece(keepsSpace: InheritedSpace.isPreserved(cursor.attributes) ?? ofRun)
      case .start where cursor.name == .r:
        ofRun = InheritedSpace.isPreserved(cursor.attributes) ?? ofString
        inline.beginRun()
      case .start:
        if isInProperties { inline.add(cursor.name, cursor.attributes) }
        let outcome = Self.skip(&cursor, cursor.name)
        if outcome != .complete { return outcome }
      case .text: if inline.isInPiece { inline.append(cursor.text) }
      case .characterData: if inline.isInPiece { inline.append(cursor.text, resolvingReferences: false) }
      case .empty: continue
      case .incomplete: return .incomplete
      case .end, .malformed, .documentType: return .malformed
      }
    }
  }

  /// Moves behind the end of an element that is not read.
  private static func skip(_ cursor: inout XMLCursor, _ name: XMLName) -> Outcome {
    var open = OpenElements()
    var isFine = open.push(name)
    while isFine, !open.isEmpty {
      switch cursor.next() {
      case .start: isFine = open.push(cursor.name)
      case .end: isFine = open.pop(cursor.name)
      case .incomplete: return .incomplete
      case .malformed, .documentType: return .malformed
      default: continue
      }
    }
    return isFine ? .complete : .malformed
  }
}
