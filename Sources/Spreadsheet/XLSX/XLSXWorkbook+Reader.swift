import Findings

extension FileFormat {
  public static let xlsx = FileFormat(rawValue: "xlsx")
}

extension WorkbookReader {
  static let xlsx = WorkbookReader(
    .xlsx, fileExtensions: ["xlsx", "xlsm", "xltx"], rules: Rule.xlsxRules,
    content: .package(isOne: { $0.contains("xl/workbook.xml") }) { package, _ throws(Refusal) in
      try XLSXWorkbook(package)
    })
}
