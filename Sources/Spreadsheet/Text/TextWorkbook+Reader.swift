import Findings

extension FileFormat {
  public static let csv = FileFormat(rawValue: "csv")
  public static let tsv = FileFormat(rawValue: "tsv")
}

extension WorkbookReader {
  static let text = WorkbookReader(
    .csv, names: ["CSV", "TSV"], fileExtensions: ["csv", "tsv", "txt"], rules: Rule.textRules,
    content: .text { file, options throws(Refusal) in
      if options.encoding == nil, let refusal = BinaryContent.refusal(of: file.head) { throw refusal }
      guard case .descriptor = file.source else { return try TextWorkbook.open(file.source, options: options) }
      return try TextWorkbook.open(file.source, alreadyRead: file.head, options: options)
    })
}
