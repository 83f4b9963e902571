import Findings
import Foundation

/// What a cell holds.
public enum CellKind: String, Sendable {
  /// A string; `value` and `text` are the string, unless a format adds to what is displayed.
  case text
  /// A number; `number` is exact to 15 digits.
  case number
  /// A number under a format for dates, times or durations; `value` is the serial number.
  case date
  /// `TRUE` or `FALSE` on display, `true` or `false` as a value.
  case boolean
  /// An error such as `#DIV/0!`.
  case error
  /// A formula whose result the writing program did not store; `value` is the formula, `text` is empty.
  case formulaWithoutValue = "formula-without-value"
}

/// A non-empty cell as a spreadsheet program shows it.
///
///     let cell = sheet["E6"]
///     cell?.text     // "75.00", what a person sees
///     cell?.value    // "75", what is stored
///     cell?.number   // 75 as a Decimal
///
/// Displayed text is made when it is asked for, since most cells of a large table are never displayed: take it once where
/// it is needed several times.
public struct Cell: Sendable {
  public let reference: CellReference
  let content: CellContent
  /// nil for General and for text files.
  let style: NumberFormat?
  private let position: PackedPosition

  /// A cell with a text of its own: what text files have, and tests.
  public init(
    at reference: CellReference, kind: CellKind = .text, text: String, value: String? = nil, format: String? = nil,
    textPosition: TextPosition? = nil
  ) {
    self.reference = reference
    position = textPosition.map { PackedPosition($0) } ?? .none
    let isPlainText = kind == .text && format == nil && (value == nil || value == text)
    content = isPlainText ? .text(text) : .given(GivenCell(kind: kind, text: text, value: value ?? text))
    style = format.map { NumberFormat($0) }
  }

  /// A cell of a worksheet.
  init(at reference: CellReference, _ content: CellContent, style: NumberFormat?) {
    self.reference = reference
    self.content = content
    self.style = style
    position = .none
  }

  /// A cell of a text file.
  init(at reference: CellReference, _ content: CellContent, position: PackedPosition) {
    self.reference = reference
    self.content = content
    self.position = position
    style = nil
  }

  public var kind: CellKind {
    switch content {
    case .text, .piece, .shared: .text
    case .number: style?.isDate == true ? .date : .number
    case .boolean: .boolean
    case .error: .error
    case .formula: .formulaWithoutValue
    case .given(let given): given.kind
    }
  }

  /// The text as displayed: `75.00` for a 75 under `0.00`, `11月30日` for a date under `m"月"d"日"`. Untrimmed.
  public var text: String {
    switch content {
    case .text(let text): style?.text(of: text) ?? text
    case .piece(let bytes, let from, let count): CheckedText.string(of: bytes, from: from, count: count)
    case .shared(let strings, let index): style?.text(of: strings[Int(index)]) ?? strings[Int(index)]
    case .number(let number): style?.text(of: number) ?? GeneralFormat.text(of: number)
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .error(let error): error
    case .formula: ""
    case .given(let given): given.text
    }
  }

  /// How long the text is that the cell holds, without making it; 0 for numbers and the like.
  var textBytes: Int {
    switch content {
    case .text(let text): text.utf8.count
    case .piece(_, from: _, count: let count): Int(count)
    case .shared(let strings, let index): strings.byteCount(Int(index))
    default: 0
    }
  }

  /// The raw value: a decimal of at most 15 significant digits, a date's serial number, `true`, or the string. Untrimmed.
  public var value: String {
    switch content {
    case .text(let text): text
    case .piece(let bytes, let from, let count): CheckedText.string(of: bytes, from: from, count: count)
    case .shared(let strings, let index): strings[Int(index)]
    case .number(let number): number.description
    case .boolean(let value): value ? "true" : "false"
    case .error(let error): error
    case .formula(let formula): formula
    case .given(let given): given.value
    }
  }

  /// The number format's code, such as `0.00%`; nil for text files and for General.
  public var format: String? { style?.code }

  /// Where the cell begins in a text file; nil for XLSX.
  public var textPosition: TextPosition? { position.unpacked }

  /// The stored number, exact to 15 significant digits; nil unless the kind is number or date.
  public var number: Decimal? { exactNumber?.decimal }

  /// The stored number with its significand and exponent; nil unless the kind is number or date.
  public var exactNumber: ExactNumber? {
    switch content {
    case .number(let number): number
    case .given(let given) where given.kind == .number || given.kind == .date: ExactNumber(given.value)
    default: nil
    }
  }

  /// Whether the format is one that shows the stored number times 100 with a percent sign (`0.00%`; not `0.00"%"`).
  public var isPercent: Bool { style?.isPercent ?? false }
}

extension Cell: Hashable {
  /// Equal where everything that can be seen of the cells is.
  public static func == (left: Cell, right: Cell) -> Bool {
    left.reference == right.reference && left.kind == right.kind && left.format == right.format
      && left.textPosition == right.textPosition && left.value == right.value && left.text == right.text
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(reference)
    hasher.combine(value)
  }
}

/// What a cell is made of before anybody asks to see it.
enum CellContent: Sendable {
  case text(String)
  /// A piece of the UTF-8 of a record: where it begins and how long it is.
  case piece([UInt8], from: UInt32, count: UInt32)
  /// A string of the shared table, by position; the position is one that exists.
  case shared(SharedStrings, UInt32)
  case number(ExactNumber)
  case boolean(Bool)
  case error(String)
  case formula(String)
  case given(GivenCell)
}

/// A cell whose text was given by whoever made it, and not by a format.
final class GivenCell: Sendable {
  let kind: CellKind
  let text: String
  let value: String

  init(kind: CellKind, text: String, value: String) {
    self.kind = kind
    self.text = text
    self.value = value
  }
}
