import Findings
import Foundation

/// What a cell holds.
public enum CellKind: String, Sendable {
  case text, number, date, boolean, error
  /// A formula whose result the writing program did not store.
  case formulaWithoutValue = "formula-without-value"
}

/// A non-empty cell as a spreadsheet program shows it.
public struct Cell: Hashable, Sendable {
  public let reference: CellReference
  public let kind: CellKind
  /// The text as displayed: `75.00` for a 75 under `0.00`, `11月30日` for a date under `m"月"d"日"`. Untrimmed.
  public let text: String
  /// The raw value: a decimal of at most 15 significant digits, a date's serial number, `true`, or the string. Untrimmed.
  public let value: String
  /// The number format's code, such as `0.00%`; nil for text files and for General.
  public let format: String?
  /// Where the cell begins in a text file; nil for XLSX.
  public let textPosition: TextPosition?

  public init(
    at reference: CellReference, kind: CellKind = .text, text: String, value: String? = nil, format: String? = nil,
    textPosition: TextPosition? = nil
  ) {
    self.reference = reference
    self.kind = kind
    self.text = text
    self.value = value ?? text
    self.format = format
    self.textPosition = textPosition
  }

  /// The stored number, exact to 15 significant digits; nil unless the kind is number or date.
  public var number: Decimal? {
    kind == .number || kind == .date ? Decimal(string: value) : nil
  }

  /// Whether the format is one that shows the stored number times 100 with a percent sign (`0.00%`; not `0.00"%"`).
  public var isPercent: Bool { false }
}

/// A place in a text file.
public struct TextPosition: Hashable, Sendable {
  /// Record, from 1: what a CSV reader counts.
  public let record: Int
  /// Line, from 1: what an editor shows. A record with line breaks in quotes has several.
  public let line: Int
  /// Bytes before it in the file.
  public let byteOffset: Int

  public init(record: Int, line: Int, byteOffset: Int) {
    self.record = record
    self.line = line
    self.byteOffset = byteOffset
  }
}
