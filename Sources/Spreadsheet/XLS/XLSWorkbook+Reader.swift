import Findings

extension FileFormat {
  public static let xls = FileFormat(rawValue: "xls")
}

extension WorkbookReader {
  static let xls = WorkbookReader(
    .xls, fileExtensions: ["xls", "xlt", "et", "ett"], rules: Rule.xlsRules,
    content: .file(begins: begins) { file, options throws(Refusal) in
      let limits = options.limits
      if let (path, size) = file.fileLeft {
        guard size <= limits.fileBytes else { throw .exceeded("fileBytes", limits.fileBytes) }
        return try XLSWorkbook(path: path, size: size, limits: limits)
      }
      return try XLSWorkbook(file.bytes(atMost: limits.fileBytes), limits: limits)
    })

  /// A compound file, or the record that a stream of a binary workbook begins with: it may stand without a compound file around it. Whether
  /// there is a workbook in it is for the reader to find out.
  private static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: CompoundFile.signature) || bytes.starts(with: [0x09, 0x08, 0x10, 0x00])
      || bytes.starts(with: [0x09, 0x08, 0x08, 0x00])
  }
}
