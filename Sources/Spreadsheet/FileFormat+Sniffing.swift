import Findings

extension FileFormat {
  public static let json = FileFormat(rawValue: "json")

  /// What bytes are, by what they begin with.
  ///
  ///     try FileFormat(sniffing: bytes)    // .xlsx for any ZIP package, .xls for any compound file, .json, or .csv for text of any kind
  ///
  /// Whether a text is CSV or TSV is for the text reader to find out, and for that of .xls whether there is a workbook in it.
  ///
  /// - Parameter bytes: The whole file, or its beginning: 64 KB tell.
  /// - Throws: A `Refusal` for what no reader takes: `file.empty`, `file.legacy-excel`, `file.html`,
  ///   `file.xml-spreadsheet`, `file.unknown-format`.
  public init(sniffing bytes: [UInt8]) throws(Refusal) {
    self = try Workbooks.reader(of: bytes)?.format ?? .json
  }
}

extension Workbooks {
  /// The reader of a file that begins so: that of XLSX for any ZIP package; nil for JSON.
  ///
  /// - Throws: A `Refusal` for what no reader takes.
  static func reader(of bytes: [UInt8]) throws(Refusal) -> WorkbookReader? {
    if bytes.isEmpty { throw Refusal(.fileEmpty) }
    if ZipExtent.begins(bytes) { return .xlsx }
    for reader in readers {
      if case .file(let begins, _) = reader.content, begins(bytes) { return reader }
    }
    if let refusal = ForeignContent.refusal(of: bytes) { throw refusal }
    if ZipExtent.beginsWithin(bytes) { return .xlsx }
    let text = TextBeginning(bytes)
    if text.isBlank, bytes.count < TextBeginning.length || bytes.allSatisfy({ $0 == 0 }) { throw Refusal(.fileEmpty) }
    if let rule = text.markupRule { throw Refusal(rule, rule == .fileUnknownFormat ? ["found": "XML"] : [:]) }
    if text.isRichText { throw Refusal(.fileUnknownFormat, ["found": "RTF"]) }
    if text.isCloudLink { throw Refusal(.fileIsCloudLink) }
    return text.isJSON ? nil : .text
  }
}

extension Rule {
  /// Stands here because its words name all that is read.
  package static let fileUnknownFormat = Rule(
    "file.unknown-format", .error,
    zh: .init(
      "文件的格式是 {found}，不能读取；能读取的是 \(Language.chinese.list(Workbooks.names, lastAfter: "和"))。",
      advice: "请用 WPS 或 Excel 另存为 .xlsx（文字文档用 WPS 或 Word 另存为 .docx）后重试。"),
    en: .init(
      "The format of the file, {found}, cannot be read; \(Language.english.list(Workbooks.names, lastAfter: "and")) can.",
      advice: "Save it as .xlsx in Excel or WPS, a text document as .docx."))
}

extension Workbooks {
  /// What people call all that is read, JSON too, which is no workbook.
  fileprivate static let names = readers.flatMap(\.names) + ["JSON"]
}
