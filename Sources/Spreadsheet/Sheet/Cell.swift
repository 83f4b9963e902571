import Findings
import FoundationEssentials

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
///
/// What most cells of a text file take to be read, callers in other modules compile into their loops.
public struct Cell: Sendable {
  /// Where the cell stands.
  public let reference: CellReference
  @usableFromInline let content: CellContent
  /// nil for General and for text files.
  @usableFromInline let style: NumberFormat?

  /// A cell with a text of its own: what text files have, and tests.
  public init(
    at reference: CellReference, kind: CellKind = .text, text: String, value: String? = nil, format: String? = nil,
    textPosition: TextPosition? = nil
  ) {
    self.reference = reference
    let isPlainText = kind == .text && format == nil && (value == nil || value == text) && textPosition == nil
    content =
      isPlainText
      ? .text(Box(text)) : .given(GivenCell(kind: kind, text: text, value: value ?? text, position: textPosition))
    style = format.map { NumberFormat($0) }
  }

  /// A cell as a reader makes it.
  @inlinable init(at reference: CellReference, _ content: CellContent, style: NumberFormat?) {
    self.reference = reference
    self.content = content
    self.style = style
  }

  /// What it holds.
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
  @inlinable public var text: String {
    if let bytes = content.plainPiece() {
      defer { withExtendedLifetime(self) {} }
      return CheckedText.string(bytes)
    }
    return displayedText
  }

  /// Calls a closure with the UTF-8 of `text`: of most cells of a text file without making a String, which takes most of the time of reading them.
  /// The bytes are there until the body returns.
  @inlinable
  public func withTextBytes<Value, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let bytes = content.plainPiece() {
      defer { withExtendedLifetime(self) {} }
      return try body(bytes)
    }
    var text = displayedText
    return try text.withUTF8 { bytes in Result { () throws(Failure) in try body(bytes) } }.get()
  }

  @usableFromInline var displayedText: String {
    switch content {
    case .text(let box): shown(box.text)
    case .piece(let record, let index): record.text(index)
    case .shared(let strings, let index): shown(strings[Int(index)])
    case .number(let number): style?.text(of: number) ?? GeneralFormat.text(of: number)
    case .boolean(let value): shown(value ? "TRUE" : "FALSE")
    case .error(let box): box.text
    case .formula: ""
    case .given(let given): given.text
    }
  }

  private func shown(_ text: String) -> String { style?.text(of: text) ?? text }

  /// How long the text is that the cell holds or shows, without making it; 0 for numbers and the like of ordinary formats. A format of many
  /// places shows as many figures, of three bytes each where they are Chinese.
  package var textBytes: Int {
    switch content {
    case .text(let box), .error(let box), .formula(let box): box.text.utf8.count
    case .piece(let record, let index): record.textBytes(index)
    case .shared(let strings, let index): strings.byteCount(Int(index))
    case .given(let given): given.text.utf8.count
    case .number: style.map { $0.code.utf8.count > Self.ordinaryFormatBytes ? 3 * $0.code.utf8.count : 0 } ?? 0
    default: 0
    }
  }

  /// Bytes of a format's code up to which what it shows is not counted.
  private static let ordinaryFormatBytes = 100

  /// The raw value: a decimal of at most 15 significant digits, a date's serial number, `true`, or the string. Untrimmed.
  public var value: String {
    if let text = content.sharedText() { return text }
    return switch content {
    case .text(let box), .error(let box), .formula(let box): box.text
    case .piece(let record, let index): record.text(index)
    case .shared(let strings, let index): strings[Int(index)]
    case .number(let number): number.description
    case .boolean(let value): value ? "true" : "false"
    case .given(let given): given.value
    }
  }

  /// The number format's code, such as `0.00%`; nil for text files and for General.
  public var format: String? { style?.code }

  /// Where the cell begins in a text file; nil for XLSX.
  public var textPosition: TextPosition? {
    switch content {
    case .piece(let record, let index): record.position(index)
    case .given(let given): given.position
    default: nil
    }
  }

  /// The stored number, exact to 15 significant digits; nil unless the kind is number or date.
  public var number: Decimal? { exactNumber?.decimal }

  /// The stored number with its significand and exponent; nil unless the kind is number or date.
  public var exactNumber: ExactNumber? { content.number() }

  /// The pieces that the text is set in, where one is struck out, raised, lowered or set in a font of symbols; empty for every other cell.
  public var runs: [TextRun] {
    if case .given(let given) = content { given.runs } else { [] }
  }

  /// The same cell set in these pieces.
  func set(in runs: [TextRun]) -> Cell {
    let given = GivenCell(kind: kind, text: text, value: value, position: textPosition, runs: runs)
    return Cell(at: reference, .given(given), style: style)
  }

  /// Whether the format is one that shows the stored number times 100 with a percent sign (`0.00%`; not `0.00"%"`).
  package var isPercent: Bool { style?.isPercent ?? false }

  /// How many places the format moves the point of the stored number: 4 for `0!.0000`, which shows 元 as 万元, 3 for `0.00,`.
  package var formatScale: Int { style?.scale ?? 0 }

  /// Whether the format writes words around the number: `0.00"元"`.
  package var formatHasWords: Bool { style?.hasWords ?? false }
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

/// What a cell is made of before its text is asked for.
///
/// No case is larger than twelve bytes, so that a cell has 32: what is larger than that is not handed over in registers, and is
/// copied and destroyed several times as slowly.
@usableFromInline
enum CellContent: Sendable {
  case text(Box)
  /// A cell of a record, by position; the position is one that exists.
  case piece(RecordCells, UInt32)
  /// A string of the shared table, by position; the position is one that exists.
  case shared(SharedStrings, UInt32)
  case number(ExactNumber)
  case boolean(Bool)
  case error(Box)
  case formula(Box)
  case given(GivenCell)

  /// The text of a cell that shares it. Borrowing for the same reason as below.
  @inline(__always)
  borrowing func sharedText() -> String? {
    switch self {
    case .shared(let strings, let index): strings[Int(index)]
    default: nil
    }
  }

  /// The stored number.
  @inline(__always)
  borrowing func number() -> ExactNumber? {
    switch self {
    case .number(let number): number
    case .given(let given): given.number
    default: nil
    }
  }

  /// The text of a cell of a record where it is what stands in the file, as long as the record lives. Borrowing, so that the caller need not keep the
  /// record alive a second time.
  @inlinable @inline(__always)
  borrowing func plainPiece() -> UnsafeBufferPointer<UInt8>? {
    switch self {
    case .piece(let record, let index): record.plainBytes(index)
    default: nil
    }
  }
}

/// A text of one cell alone.
@usableFromInline
final class Box: Sendable {
  let text: String

  init(_ text: String) { self.text = text }
}

/// A cell whose text was given by its maker, and not by a format.
@usableFromInline
final class GivenCell: Sendable {
  let kind: CellKind
  let text: String
  let value: String
  let position: TextPosition?
  let runs: [TextRun]

  /// nil unless the kind is number or date.
  var number: ExactNumber? { kind == .number || kind == .date ? ExactNumber(value) : nil }

  init(kind: CellKind, text: String, value: String, position: TextPosition?, runs: [TextRun] = []) {
    self.runs = runs
    self.kind = kind
    self.text = text
    self.value = value
    self.position = position
  }
}
