import Findings

extension FileFormat {
  public static let docx = FileFormat(rawValue: "docx")
}

extension WorkbookReader {
  static let docx = WorkbookReader(
    .docx, fileExtensions: ["docx"], rules: Rule.docxRules,
    content: .package(isOne: DOCXWorkbook.isDocument) { package, _ throws(Refusal) in try DOCXWorkbook(package) })
}
