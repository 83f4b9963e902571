import Findings

/// Turns the records of cells into cells, or into a finding where they make no sense.
final class BIFFCellMaker {
  let styles: StylesPart
  let texts: BIFFTexts
  let fonts: [TextType]
  // It makes one cell at a time for one reader: what the dynamic check would cost for every cell buys nothing.
  @exclusivity(unchecked) private(set) var strings: SharedStrings?
  /// The same, for a look at it that is not counted.
  @exclusivity(unchecked) private var table: Unmanaged<SharedStrings>?
  /// Whether no font of the workbook changes what a text says.
  let isPlain: Bool
  private let loadStrings: () throws(Refusal) -> SharedStrings
  /// Bytes of texts made since they were last counted; the row's limit.
  @exclusivity(unchecked) var textBytes = 0

  init(
    styles: StylesPart, texts: BIFFTexts, fonts: [TextType], strings: @escaping () throws(Refusal) -> SharedStrings
  ) {
    self.styles = styles
    self.texts = texts
    self.fonts = fonts
    isPlain = fonts.allSatisfy { $0 == .plain }
    loadStrings = strings
  }

  /// What is said of a cell: a rule and its values.
  typealias Note = (Rule, [String: String]) -> Void

  /// The cell as its style's font, and those of its text, set it, where that changes what it says.
  func set(_ cell: Cell, style: Int) throws(Refusal) -> Cell {
    let type = try styles.style(style).type
    if let strings, !strings.runs.isEmpty { return setInRuns(cell, type, strings) }
    guard let type else { return cell }
    return cell.set(in: [TextRun(cell.value, type)])
  }

  /// Whether the style's font changes nothing of what a cell says.
  @inline(__always)
  func isSetPlainly(_ style: Int) throws(Refusal) -> Bool {
    if isPlain { return true }
    return try styles.style(style).type == nil
  }

  /// The same for a string of the shared table, whose pieces may have fonts of their own.
  @inline(__always)
  func isSetPlainly(_ index: UInt32, _ style: Int) throws(Refusal) -> Bool {
    if isPlain { return true }
    guard let runs = strings?.runs, runs.isEmpty || runs[Int(index)] == nil else { return false }
    return try styles.style(style).type == nil
  }

  private func setInRuns(_ cell: Cell, _ type: TextType?, _ strings: SharedStrings) -> Cell {
    guard case .shared(_, let index) = cell.content, let runs = strings.runs[Int(index)] else {
      return type.map { cell.set(in: [TextRun(cell.value, $0)]) } ?? cell
    }
    let pieces = runs.map { $0.isSetAsCell ? TextRun($0.text, type ?? .plain) : $0 }
    return pieces.allSatisfy { $0.type == .plain } ? cell : cell.set(in: pieces)
  }

  /// A double that is no number.
  func noNumber(_ value: Double, at reference: CellReference, style: Int, addFinding: Note) throws(Refusal) -> Cell {
    let found = value.isNaN ? "NaN" : value < 0 ? "-INF" : "INF"
    addFinding(.xlsxInvalidValue, ["found": found])
    return Cell(at: reference, .text(Box(found)), style: try styles.style(style).formatOfTexts)
  }

  func number(_ number: ExactNumber, at reference: CellReference, style: Int, addFinding: Note) throws(Refusal) -> Cell
  {
    let format = try styles.style(style).format
    if number.isBeyondPrecision, format?.isDate != true {
      addFinding(.xlsxPrecisionLost, ["found": number.description])
    }
    return Cell(at: reference, .number(number), style: format)
  }

  /// A whole number in 30 bits, or one divided by 100 ([MS-XLS] 2.5.217); nil where they are the upper part of a double.
  @inline(__always)
  static func whole(packed bits: UInt32) -> ExactNumber? {
    guard bits & 2 != 0 else { return nil }
    return ExactNumber(Int64(Int32(bitPattern: bits) >> 2), exponent: bits & 1 != 0 ? -2 : 0)
  }

  /// A double of which 30 bits are stored, or one divided by 100.
  @inline(__always)
  static func double(packed bits: UInt32) -> Double {
    let value = Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    return bits & 1 != 0 ? value / 100 : value
  }

  /// Whether the shared table has a string at an index ([MS-XLS] 2.4.149) that is not empty.
  @inline(__always)
  func hasString(at index: UInt32, addFinding: Note) throws(Refusal) -> Bool {
    if table == nil { try load() }
    guard let table else { return false }
    let length = table._withUnsafeGuaranteedRef { Int(index) < $0.count ? $0.byteCount(Int(index)) : -1 }
    if length < 0 {
      let count = strings?.count ?? 0
      addFinding(.xlsxSharedStringMissing, ["found": String(index), "count": String(count)])
    }
    return length > 0
  }

  private func load() throws(Refusal) {
    let loaded = try loadStrings()
    strings = loaded
    table = .passUnretained(loaded)
  }

  /// A text that the cell has by itself; nil where it is empty.
  func text(_ text: String, at reference: CellReference, style: Int) throws(Refusal) -> Cell? {
    if text.isEmpty { return nil }
    textBytes += text.utf8.count
    return Cell(at: reference, .text(Box(text)), style: try styles.style(style).formatOfTexts)
  }

  /// A text of several pieces, set as they and the cell say.
  func set(_ cell: Cell, in runs: [TextRun], style: Int) throws(Refusal) -> Cell {
    if runs.isEmpty { return try set(cell, style: style) }
    let type = try styles.style(style).type
    let pieces = runs.map { $0.isSetAsCell ? TextRun($0.text, type ?? .plain) : $0 }
    return pieces.allSatisfy { $0.type == .plain } ? cell : cell.set(in: pieces)
  }

  /// A truth value or an error ([MS-XLS] 2.5.10, Bes).
  func booleanOrError(
    _ value: UInt8, isError: Bool, at reference: CellReference, style: Int, addFinding: Note
  ) throws(Refusal) -> Cell {
    guard isError else { return Cell(at: reference, .boolean(value != 0), style: try styles.style(style).format) }
    guard let name = Self.errors[value] else {
      let found = "#\(value)"
      addFinding(.xlsxInvalidValue, ["found": found])
      return Cell(at: reference, .text(Box(found)), style: try styles.style(style).formatOfTexts)
    }
    return Cell(at: reference, .error(name), style: nil)
  }

  /// A formula whose result is not in the file.
  func formulaWithoutValue(
    _ text: String, at reference: CellReference, style: Int, addFinding: Note
  ) throws(Refusal) -> Cell {
    textBytes += text.utf8.count
    addFinding(.xlsxFormulaWithoutValue, ["formula": text])
    return Cell(at: reference, .formula(Box(text)), style: try styles.style(style).format)
  }

  /// [MS-XLS] 2.5.11, BErr.
  private static let errors: [UInt8: Box] = [
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
  ].mapValues { Box($0) }
}
