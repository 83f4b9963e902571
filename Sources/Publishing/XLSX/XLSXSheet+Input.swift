import CXLSXWriter
import Findings
import Foundation

/// What may be filled in.
extension XLSXSheet {
  /// What a cell may be given, and the hint shown while it is selected.
  package struct Input {
    /// The options offered.
    package enum Choice {
      /// Written into the sheet itself: at most 255 bytes of UTF-8 with the commas between them, none within.
      case options([String])
      /// The cells of another sheet, for longer lists.
      case cells(CellRange, ofSheet: String)
      /// Anything.
      case any
    }
    package var choice: Choice
    /// At most 32 characters.
    package var hintTitle: String?
    /// At most 255 characters.
    package var hint: String?
    /// Whether something that is not offered is refused; otherwise the list is a convenience.
    package var isStrict: Bool

    package init(_ choice: Choice = .any, hintTitle: String? = nil, hint: String? = nil, isStrict: Bool = false) {
      self.choice = choice
      self.hintTitle = hintTitle
      self.hint = hint
      self.isStrict = isStrict
    }
  }

  /// Offers options and a hint for the cells of a range.
  ///
  /// - Throws: `workbook.list-too-long` where the options do not fit: version 1.1.4 of the library ends the process past 255 bytes.
  package func setInput(_ input: Input, for range: CellRange) throws(Refusal) {
    let sheet = try live()
    let (firstRow, firstColumn) = try address(range.first)
    let (lastRow, lastColumn) = try address(range.last)
    var validation = lxw_data_validation()
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_error = UInt8((input.isStrict ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
    var copies: [UnsafeMutablePointer<CChar>?] = []
    func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
      copies.append(strdup(text))
      return copies.last ?? nil
    }
    defer { for pointer in copies { free(pointer) } }
    if let title = input.hintTitle { validation.input_title = copy(XLSXText.escaped(String(title.prefix(32)))) }
    if let hint = input.hint { validation.input_message = copy(XLSXText.escaped(String(hint.prefix(255)))) }
    var list: [UnsafeMutablePointer<CChar>?] = []
    switch input.choice {
    case .any: validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .cells(let cells, let other):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = copy("=" + cells.absolute(onSheet: other))
    case .options(let options):
      let length = options.reduce(-1) { $0 + $1.utf8.count + 1 }
      guard !options.isEmpty, length <= XLSXText.maximumListLength,
        !options.contains(where: { $0.isEmpty || $0.contains(",") || $0.contains("\"") })
      else { throw Refusal(.workbookListTooLong, at: Place(sheet: name, cells: range), ["found": String(length)]) }
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      list = options.map { copy(XLSXText.escaped($0)) } + [nil]
    }
    let error = list.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress, !buffer.isEmpty { validation.value_list = start }
      return worksheet_data_validation_range(sheet, firstRow, firstColumn, lastRow, lastColumn, &validation)
    }
    try check(error, at: range.first)
  }
}

extension CellRange {
  /// `'台账'!$A$1:$H$3`.
  func absolute(onSheet sheet: String) -> String {
    func corner(_ cell: CellReference) -> String { "$\(CellReference.columnName(cell.column))$\(cell.row + 1)" }
    return SheetNames.quoted(sheet) + "!" + corner(first) + ":" + corner(last)
  }
}
