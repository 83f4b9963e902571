import Findings
import Spreadsheet
import TrackingModel

/// Which form a row belongs to.
extension LedgerReader {
  /// The form that the row belongs to, a new one where it is the first of its own.
  mutating func form(of row: Row, _ slots: inout [Cell?], _ receive: Receiver) throws -> OpenForm {
    let isOneRowAProject = !header.hasIndicators && !columns.areNumbered
    if let position = columns.formNumber { return try numberedForm(slots[position], row, receive) }
    let given = columns.keys.filter { slots[$0] != nil }
    if !isOneRowAProject {
      if let current, given.allSatisfy({ slots[$0]?.text == keyCells[$0]?.text }) { return current }
      if given.isEmpty, current == nil { keyCells = [:] }
    }
    carryDown(&slots, isOneRowAProject: isOneRowAProject)
    let key = isOneRowAProject ? "" : key(slots)
    if !isOneRowAProject, let known = groups[key] {
      current = known
      return known
    }
    let open = OpenForm(sheet: sheet, firstRow: row.index, header, of: family)
    assignUnitRow(open)
    if let position = columns.project, slots[position] == nil, let first = row.cells.first {
      open.add([Finding(.ledgerNoProject)], at: first.reference)
    }
    if !isOneRowAProject { groups.open(open, key: key) }
    current = open
    return open
  }

  private mutating func numberedForm(_ cell: Cell?, _ row: Row, _ receive: Receiver) throws -> OpenForm {
    let key = cell?.text ?? ""
    if let known = groups[key], known === current { return known }
    while let done = groups.nextComplete(except: groups[key]) { try handOver(done, receive) }
    if let known = groups[key] {
      current = known
      return known
    }
    let open = OpenForm(number: key, sheet: sheet, firstRow: row.index, header, of: family)
    if let cell, let number = Int(key), groups.wasClosed(number) {
      open.add([Finding(.ledgerLateRow, ["form": key])], at: cell.reference)
    }
    groups.open(open, key: key)
    current = open
    return open
  }

  /// Fills blanks below merged cells with what stands above them.
  private mutating func carryDown(_ slots: inout [Cell?], isOneRowAProject: Bool) {
    // Beside another name the code above is not its own.
    for (code, name) in columns.namesOfCodes where slots[code] == nil && slots[name] != nil { keyCells[code] = nil }
    for position in columns.keys {
      if let cell = slots[position] {
        keyCells[position] = cell
        continue
      }
      guard let above = keyCells[position], header.columns[position].role.isCarriedDown,
        !(isOneRowAProject && position == columns.project)
      else { continue }
      slots[position] = above
      guard reportedCarried.insert(position).inserted else { continue }
      let column = header.columns[position]
      findings.append(
        Finding(
          .ledgerCarriedDown, at: Place(sheet: sheet, cell: above.reference),
          ["heading": LabelText.printed(column.path.last ?? ""), "found": above.text.trimmed]))
    }
  }

  private mutating func key(_ slots: [Cell?]) -> String {
    var key = unitRow.map { $0.text + "\u{1F}" } ?? ""
    for position in columns.keys where header.columns[position].role.isKey {
      if let cell = slots[position] {
        if header.columns[position].role == .period {
          let period = values.period(cell, year: context.year).value
          key += period.end.map { "\(period.start?.description ?? "")~\($0)" } ?? cell.text.trimmed
        } else {
          key += TextReader.line(cell.text).value ?? ""
        }
      }
      key += "\u{1F}"
    }
    return key
  }
}
