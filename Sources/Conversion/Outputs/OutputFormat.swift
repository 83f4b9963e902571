import Findings
import TrackingModel

/// A format that forms are written in. A declaration is all that the program knows of it: `JSONOutput.swift` has two; `allCases` lists
/// them, and from that list come `--to`, extensions of outputs, words of help and messages, and what the page in the browser gives.
public struct OutputFormat: RawRepresentable, CaseIterable, Sendable {
  /// In the order in which users are told of them.
  public static let allCases: [OutputFormat] = [.xlsx, .json, .jsonl, .csv, .tsv]

  /// What `--to` calls it, which is the extension of its files.
  public let rawValue: String
  /// What people call it, in any language: `JSON Lines`.
  public let name: String
  /// The media type with its parameters (RFC 9110, 8.3.1).
  public let mediaType: String
  /// Whether it is a table of all forms, 台账, whatever the layout asked for.
  package let isLedger: Bool
  /// Whether every character can stand in it, the character NUL too.
  let holdsNUL: Bool
  /// How many forms an output in a layout takes at most; nil where there is no end to them.
  let mostForms: @Sendable (OutputLayout) -> Int?
  /// How the bytes come about.
  let content: Content

  enum Content: Sendable {
    /// A text for each form, whatever the other forms are.
    case texts(FormTexts)
    /// A writer that is given the forms one after the other.
    case writer(@Sendable (OutputOptions, any ByteSink) throws(Refusal) -> any FormWriter)
  }

  /// A format with a text for each form. The texts are made by the workers.
  init(_ rawValue: String, name: String, mediaType: String, isLedger: Bool = false, texts: FormTexts) {
    self.rawValue = rawValue
    self.name = name
    self.mediaType = mediaType
    self.isLedger = isLedger
    holdsNUL = texts.holdNUL
    mostForms = { _ in nil }
    content = .texts(texts)
  }

  /// A format whose forms know of each other: rows are numbered, or all of them have to be there first.
  init(
    _ rawValue: String, name: String, mediaType: String, isLedger: Bool = false, holdsNUL: Bool = false,
    mostForms: @escaping @Sendable (OutputLayout) -> Int? = { _ in nil },
    writer: @escaping @Sendable (OutputOptions, any ByteSink) throws(Refusal) -> any FormWriter
  ) {
    self.rawValue = rawValue
    self.name = name
    self.mediaType = mediaType
    self.isLedger = isLedger
    self.holdsNUL = holdsNUL
    self.mostForms = mostForms
    content = .writer(writer)
  }

  /// The format that `--to` calls so; nil where there is none.
  public init?(rawValue: String) {
    guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = format
  }

  /// One form on its way into a combined output: its text, or, for a writer, the fields of a line.
  func piece(of form: TrackingForm) -> [UInt8] {
    switch content {
    case .texts(let texts): return texts.text(form)
    case .writer:
      var line = FieldLineWriter()
      line.add(form)
      return line.bytes
    }
  }

  func open(_ options: OutputOptions, to sink: any ByteSink) throws(Refusal) -> any FormWriter {
    switch content {
    case .texts(let texts): FormTextsWriter(texts, to: sink)
    case .writer(let open): try open(options, sink)
    }
  }
}

extension OutputFormat: Hashable {
  public static func == (one: Self, other: Self) -> Bool { one.rawValue == other.rawValue }
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

/// How forms are laid out in a spreadsheet.
public enum OutputLayout: String, Sendable, CaseIterable {
  /// The official form, one sheet each.
  case form
  /// 台账: one row an indicator, or a form.
  case ledger
}
