import Findings

/// Turns what a `c` element says into a cell, or into a finding where it makes no sense.
struct CellMaker {
  let styles: StylesPart
  private(set) var strings: SharedStrings?
  private let loadStrings: () throws(Refusal) -> SharedStrings
  /// Bytes of texts made since they were last counted; the row's limit.
  var textBytes = 0

  init(styles: StylesPart, strings: @escaping () throws(Refusal) -> SharedStrings) {
    self.styles = styles
    loadStrings = strings
  }

  /// Takes a rule and the values of its words, which are made only where they are wanted.
  typealias AddFinding = (Rule, @autoclosure () -> [String: String]) -> Void

  /// Appends the cell to those before it; nothing where it is empty.
  ///
  /// The two kinds that tables consist of are made right where they are kept: a copy of each is a tenth of all work.
  ///
  /// - Parameter addFinding: Called with a rule and its values where something about the cell is to be said.
  @inline(__always)
  mutating func append(
    _ plain: PlainCell, to cells: inout [Cell], addFinding: AddFinding
  ) throws(Refusal) {
    if plain.value.isEmpty { return }
    switch plain.type {
    case .shared:
      if strings == nil { strings = try loadStrings() }
      guard let strings, let index = CellParser.integer(plain.value), index < strings.count else { break }
      if strings.isEmpty(index) { return }
      let style = try styles.style(plain.style)
      guard style.type == nil, strings.runs.isEmpty || strings.runs[index] == nil else { break }
      let content = CellContent.shared(strings, UInt32(truncatingIfNeeded: index))
      return cells.append(Cell(at: plain.reference, content, style: style.formatOfTexts))
    case .number:
      guard let start = plain.value.baseAddress, let number = ExactNumber.parse(start, start + plain.value.count),
        !number.isBeyondPrecision, case let style = try styles.style(plain.style), style.type == nil
      else { break }
      return cells.append(Cell(at: plain.reference, .number(number), style: style.format))
    default: break
    }
    let style = try styles.style(plain.style)
    if let cell = try cell(at: plain.reference, plain.type, plain.value, style, addFinding: addFinding) {
      cells.append(typed(cell, style))
    }
  }

  /// - Parameter addFinding: Called with a rule and its values where something about the cell is to be said.
  /// - Returns: nil where the cell is empty.
  mutating func cell(
    at reference: CellReference, _ parsed: borrowing CellParser, addFinding: AddFinding
  ) throws(Refusal) -> Cell? {
    let style = try styles.style(parsed.style)
    guard let cell = try plainCell(at: reference, parsed, style, addFinding: addFinding) else { return nil }
    return typed(cell, style, runs: parsed.hasInline ? parsed.inline.runs : nil)
  }

  /// The cell with the pieces that its text is set in, where one is not set plainly.
  private func typed(_ cell: Cell, _ style: StylesPart.Style, runs: [TextRun]? = nil) -> Cell {
    var runs = runs
    if case .shared(let strings, let index) = cell.content { runs = strings.runs[Int(index)] }
    guard let runs else { return style.type.map { cell.set(in: [TextRun(cell.value, $0)]) } ?? cell }
    return cell.set(in: runs.map { $0.isSetAsCell ? TextRun($0.text, style.type ?? .plain) : $0 })
  }

  private mutating func plainCell(
    at reference: CellReference, _ parsed: borrowing CellParser, _ style: StylesPart.Style,
    addFinding: AddFinding
  ) throws(Refusal) -> Cell? {
    if parsed.hasFormula, Self.isPicture(parsed.formula) {
      addFinding(.xlsxCellPicture, [:])
      return formula(parsed, at: reference, style)
    }
    if parsed.hasFormula, TextFormula.isText(parsed.formula) {
      addFinding(.xlsxFormulaWithoutValue, ["formula": Self.quotation(of: parsed)])
      return formula(parsed, at: reference, style)
    }
    if parsed.hasInline, parsed.type == .inline || !parsed.hasValue {
      return text(parsed.inline.bytes, at: reference, style: style)
    }
    let isEmpty = parsed.usesScratch ? parsed.scratch.isEmpty : parsed.plainValue.isEmpty
    if !parsed.hasValue || isEmpty {
      // An empty string is a result that a formula can have.
      guard parsed.hasFormula, !(parsed.hasValue && parsed.type == .string) else { return nil }
      addFinding(.xlsxFormulaWithoutValue, ["formula": Self.quotation(of: parsed)])
      return formula(parsed, at: reference, style)
    }
    if parsed.usesScratch {
      return try parsed.scratch.withUnsafeBufferPointerThrowing { (bytes) throws(Refusal) in
        try cell(at: reference, parsed.type, bytes, style, addFinding: addFinding)
      }
    }
    return try cell(at: reference, parsed.type, parsed.plainValue, style, addFinding: addFinding)
  }

  private mutating func cell(
    at reference: CellReference, _ type: CellParser.ValueType, _ value: UnsafeBufferPointer<UInt8>,
    _ style: StylesPart.Style, addFinding: AddFinding
  ) throws(Refusal) -> Cell? {
    let format = style.format
    switch type {
    case .number:
      guard let start = value.baseAddress, let number = ExactNumber.parse(start, start + value.count) else {
        return notANumber(value, at: reference, style: style, addFinding: addFinding)
      }
      if number.isBeyondPrecision, format?.isDate != true {
        addFinding(.xlsxPrecisionLost, ["found": number.description])
      }
      return Cell(at: reference, .number(number), style: format)
    case .shared:
      return try shared(value, at: reference, style: style, addFinding: addFinding)
    case .string, .inline:
      return text(Array(value), at: reference, style: style, isEscaped: true)
    case .boolean:
      switch String(decoding: XMLText.trimmed(value).prefix(16), as: UTF8.self).lowercased() {
      case "1", "true": return Cell(at: reference, .boolean(true), style: format)
      case "0", "false": return Cell(at: reference, .boolean(false), style: format)
      default: return notANumber(value, at: reference, style: style, addFinding: addFinding)
      }
    case .error:
      let code = XMLText.trimmed(value)
      textBytes += code.count
      return Cell(at: reference, .error(Box(String(decoding: code, as: UTF8.self))), style: nil)
    case .date:
      guard let date = ISODate(value, is1904: styles.is1904) else {
        let number = ExactNumber(String(decoding: value, as: UTF8.self))
        return number.map { Cell(at: reference, .number($0), style: format) }
          ?? notANumber(value, at: reference, style: style, addFinding: addFinding)
      }
      let own = format?.isDate == true ? format : date.format(is1904: styles.is1904)
      return Cell(at: reference, .number(date.serial), style: own)
    }
  }

  private mutating func shared(
    _ value: UnsafeBufferPointer<UInt8>, at reference: CellReference, style: StylesPart.Style,
    addFinding: AddFinding
  ) throws(Refusal) -> Cell? {
    if strings == nil { strings = try loadStrings() }
    guard let strings else { return nil }
    guard let index = CellParser.integer(value), index < strings.count else {
      addFinding(
        .xlsxSharedStringMissing,
        ["found": XMLText.quotation(of: value), "count": String(strings.count)])
      return nil
    }
    return strings.isEmpty(index)
      ? nil : Cell(at: reference, .shared(strings, UInt32(index)), style: style.formatOfTexts)
  }

  private mutating func text(
    _ bytes: [UInt8], at reference: CellReference, style: StylesPart.Style, isEscaped: Bool = false
  ) -> Cell? {
    var bytes = bytes
    if isEscaped { EscapedString.resolve(&bytes, from: 0) }
    if bytes.isEmpty { return nil }
    textBytes += bytes.count
    return Cell(at: reference, .text(Box(String(decoding: bytes, as: UTF8.self))), style: style.formatOfTexts)
  }

  private mutating func notANumber(
    _ value: UnsafeBufferPointer<UInt8>, at reference: CellReference, style: StylesPart.Style,
    addFinding: AddFinding
  ) -> Cell? {
    addFinding(.xlsxInvalidValue, ["found": XMLText.quotation(of: value)])
    return text(Array(value), at: reference, style: style)
  }

  private mutating func formula(
    _ parsed: borrowing CellParser, at reference: CellReference, _ style: StylesPart.Style
  ) -> Cell {
    textBytes += parsed.formula.count
    let text = "=" + String(decoding: parsed.formula, as: UTF8.self)
    return Cell(at: reference, .formula(Box(text)), style: style.format)
  }

  /// As a message quotes it; Excel allows 8,192 characters, of which the beginning says enough.
  private static func quotation(of parsed: borrowing CellParser) -> String {
    let shown = 1024
    let text = String(decoding: parsed.formula.prefix(shown), as: UTF8.self)
    return "=" + text + (parsed.formula.count > shown ? "…" : "")
  }

  /// `_xlfn.DISPIMG("ID_…",1)`: what WPS writes for a picture that lies in a cell.
  private static func isPicture(_ formula: [UInt8]) -> Bool {
    guard formula.count < 200, let name = formula.firstIndex(of: UInt8(ascii: "(")) else { return false }
    return formula[..<name].suffix(7).elementsEqual("DISPIMG".utf8)
  }
}

extension Array {
  /// `withUnsafeBufferPointer` for bodies that throw a typed error.
  fileprivate func withUnsafeBufferPointerThrowing<R, E: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(E) -> R
  ) throws(E) -> R {
    let result = withUnsafeBufferPointer { buffer -> Result<R, E> in
      do throws(E) { return .success(try body(buffer)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
