import Findings

/// The lists and hints of a sheet (ECMA-376 part 1, 18.3.1.32).
enum InputElements {
  static func write(_ inputs: [(input: XLSXSheet.Input, cells: CellRange)], to xml: inout XMLBytes) {
    guard !inputs.isEmpty else { return }
    xml.raw("<dataValidations count=\"")
    xml.number(inputs.count)
    xml.raw("\">")
    for (input, cells) in inputs { write(input, cells, to: &xml) }
    xml.raw("</dataValidations>")
  }

  private static func write(_ input: XLSXSheet.Input, _ cells: CellRange, to xml: inout XMLBytes) {
    let list = input.choice.formula
    xml.raw("<dataValidation")
    if list != nil { xml.raw(" type=\"list\"") }
    xml.raw(" allowBlank=\"1\" showInputMessage=\"1\"")
    if input.isStrict { xml.raw(" showErrorMessage=\"1\"") }
    if let title = input.hintTitle {
      xml.raw(" promptTitle=\"")
      xml.text(String(title.prefix(32)), inAttribute: true)
      xml.raw("\"")
    }
    if let hint = input.hint {
      xml.raw(" prompt=\"")
      xml.text(String(hint.prefix(255)), inAttribute: true)
      xml.raw("\"")
    }
    xml.raw(" sqref=\"")
    xml.range(cells)
    guard let list else { return xml.raw("\"/>") }
    xml.raw("\"><formula1>")
    xml.text(list)
    xml.raw("</formula1></dataValidation>")
  }
}

extension XLSXSheet.Input.Choice {
  /// Where the options come from, as a formula; nil where anything may be given.
  fileprivate var formula: String? {
    switch self {
    case .any: nil
    case .options(let options): "\"" + options.joined(separator: ",") + "\""
    case .cells(let cells, let sheet): cells.absolute(onSheet: sheet)
    }
  }
}

extension CellRange {
  /// `'台账'!$A$1:$H$3`.
  func absolute(onSheet sheet: String) -> String {
    func corner(_ cell: CellReference) -> String { "$\(CellReference.columnName(cell.column))$\(cell.row + 1)" }
    return SheetNames.quoted(sheet) + "!" + corner(first) + ":" + corner(last)
  }
}
