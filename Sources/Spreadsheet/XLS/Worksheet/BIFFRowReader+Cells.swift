import Findings

extension BIFFRowReader {
  /// Makes the cells of the current record, which has at least six bytes: a row, a column and a style ([MS-XLS] 2.5.16).
  @inline(__always)
  func readCell(_ type: Int) throws(Refusal) {
    if pendingFormula != nil { try dropFormula() }
    let data = records.data
    let reference = CellReference(row: data.uint16(at: 0), column: data.uint16(at: 2))
    if reference.column > CellRange.lastColumnOfXLS { return addOutsideFinding(reference) }
    let style = data.uint16(at: 4)
    switch type {
    case BIFFRecordType.labelOfSharedString:
      guard data.count >= 10 else { throw records.damaged("LABELSST") }
      let index = data.uint32(at: 6)
      guard try maker.hasString(at: index, addFinding: { addFinding(reference, $0, $1) }) else { return }
      let format = try maker.styles.knownFormatOfTexts(style)
      if try maker.isSetPlainly(index, style) {
        return try row.append(index, of: maker, column: reference.column, format)
      }
      guard let strings = maker.strings else { return }
      try add(Cell(at: reference, .shared(strings, index), style: format?.takeUnretainedValue()), style)
    case BIFFRecordType.rk:
      guard data.count >= 10 else { throw records.damaged("RK") }
      try addPacked(data.uint32(at: 6), at: reference, style)
    case BIFFRecordType.number:
      guard data.count >= 14 else { throw records.damaged("NUMBER") }
      try addNumber(data.uint64(at: 6), at: reference, style)
    case BIFFRecordType.multipleRK: try readMultiple(data, reference)
    default: try readRare(type, data, reference, style)
    }
  }

  /// Several numbers side by side ([MS-XLS] 2.4.175).
  private func readMultiple(
    _ data: UnsafeRawBufferPointer, _ first: CellReference
  ) throws(Refusal) {
    let count = (data.count - 6) / 6
    guard count > 0, data.count == 6 + 6 * count, data.uint16(at: data.count - 2) == first.column + count - 1 else {
      throw records.damaged("MULRK")
    }
    for index in 0..<count {
      let reference = CellReference(row: first.row, column: first.column + index)
      if reference.column > CellRange.lastColumnOfXLS { return addOutsideFinding(reference) }
      let place = 4 + 6 * index
      try addPacked(data.uint32(at: place + 2), at: reference, data.uint16(at: place))
    }
  }

  /// A number in 30 bits.
  @inline(__always)
  private func addPacked(_ bits: UInt32, at reference: CellReference, _ style: Int) throws(Refusal) {
    if let whole = BIFFCellMaker.whole(packed: bits) { return try add(whole, at: reference, style) }
    try addNumber(BIFFCellMaker.double(packed: bits).bitPattern, at: reference, style)
  }

  /// A double ([MS-XLS] 2.4.180, and the results of formulas).
  @inline(__always)
  private func addNumber(_ bits: UInt64, at reference: CellReference, _ style: Int) throws(Refusal) {
    let value = Double(bitPattern: bits)
    if let number = ExactNumber(value) { return try add(number, at: reference, style) }
    try add(maker.noNumber(value, at: reference, style: style) { addFinding(reference, $0, $1) }, style)
  }

  @inline(__always)
  private func add(_ number: ExactNumber, at reference: CellReference, _ style: Int) throws(Refusal) {
    if !number.isBeyondPrecision, try maker.isSetPlainly(style) {
      return try row.append(number, column: reference.column, maker.styles.knownFormat(style))
    }
    try add(maker.number(number, at: reference, style: style) { addFinding(reference, $0, $1) }, style)
  }

  private func readRare(
    _ type: Int, _ data: UnsafeRawBufferPointer, _ reference: CellReference, _ style: Int
  ) throws(Refusal) {
    switch type {
    case BIFFRecordType.booleanOrError:
      guard data.count >= 8 else { throw records.damaged("BOOLERR") }
      let cell = try maker.booleanOrError(data[6], isError: data[7] != 0, at: reference, style: style) {
        addFinding(reference, $0, $1)
      }
      try add(cell, style)
    case BIFFRecordType.richString:
      let rich = try maker.texts.richText(records, at: 6, maker.fonts) { addCodePageFinding(reference, $0) }
      guard let rich else { throw records.damaged("RSTRING") }
      if let cell = try maker.text(rich.text, at: reference, style: style) {
        try row.append(maker.set(cell, in: rich.runs, style: style))
      }
    case BIFFRecordType.label:
      let text = try maker.texts.text(records, at: 6) { addCodePageFinding(reference, $0) }
      guard let text else { throw records.damaged("LABEL") }
      if let cell = try maker.text(text, at: reference, style: style) { try add(cell, style) }
    default: try readFormula(data, reference, style)
    }
  }

  /// A formula with its result ([MS-XLS] 2.4.127 and 2.5.133): a double, or what the first byte says where the last two are ones.
  private func readFormula(
    _ data: UnsafeRawBufferPointer, _ reference: CellReference, _ style: Int
  ) throws(Refusal) {
    guard data.count >= 14 else { throw records.damaged("FORMULA") }
    guard data.uint16(at: 12) == 0xFFFF else {
      return try addNumber(data.uint64(at: 6), at: reference, style)
    }
    switch data[6] {
    case 0: pendingFormula = PendingFormula(reference: reference, style: style, text: text(ofFormula: data))
    case 1, 2:
      let cell = try maker.booleanOrError(data[8], isError: data[6] == 2, at: reference, style: style) {
        addFinding(reference, $0, $1)
      }
      try add(cell, style)
    case 3:
      // An empty text is a result that a formula can have; a sum cannot, and was never computed.
      guard let text = text(ofFormula: data), text.isNumeric else { return }
      try addFormula(text, at: reference, style: style)
    default: try addFormula(text(ofFormula: data), at: reference, style: style)
    }
  }

  /// The tokens stand behind the result, flags and their length ([MS-XLS] 2.5.198.3).
  private func text(ofFormula data: UnsafeRawBufferPointer) -> FormulaText? {
    guard data.count >= 22, data.count >= 22 + data.uint16(at: 20) else { return nil }
    return FormulaText(
      UnsafeRawBufferPointer(rebasing: data[22..<22 + data.uint16(at: 20)]), version: maker.texts.version)
  }

  private func addFormula(_ text: FormulaText?, at reference: CellReference, style: Int) throws(Refusal) {
    let cell = try maker.formulaWithoutValue(text?.text ?? FormulaText.unknown, at: reference, style: style) {
      addFinding(reference, $0, $1)
    }
    try add(cell, style)
  }

  /// The text that the formula before it comes to ([MS-XLS] 2.4.268).
  func readString() throws(Refusal) {
    guard let formula = pendingFormula else { return }
    pendingFormula = nil
    let text = try maker.texts.text(records, at: 0) { addCodePageFinding(formula.reference, $0) }
    guard let text else { throw records.damaged("STRING") }
    if let cell = try maker.text(text, at: formula.reference, style: formula.style) { try add(cell, formula.style) }
  }

  /// The formula that should have had a text and has none.
  func dropFormula() throws(Refusal) {
    guard let formula = pendingFormula else { return }
    pendingFormula = nil
    try addFormula(formula.text, at: formula.reference, style: formula.style)
  }

  /// Takes a cell into the row.
  @inline(__always)
  private func add(_ cell: consuming Cell, _ style: Int) throws(Refusal) {
    if maker.isPlain { try row.append(cell) } else { try row.append(maker.set(cell, style: style)) }
  }

  private func addFinding(_ reference: CellReference, _ rule: Rule, _ values: [String: String]) {
    list.add(rule, at: CellRange(reference), values)
  }

  private func addCodePageFinding(_ reference: CellReference, _ name: String) {
    addFinding(reference, .xlsInvalidText, ["encoding": name])
  }

  private func addOutsideFinding(_ reference: CellReference) {
    list.add(.xlsxInvalidReference, at: nil, ["found": reference.a1])
  }
}
