import Findings

/// Opens spreadsheet files of any kind that can be read.
///
///     let workbook = try Workbooks.open(path: "收件箱/跟踪表.xls")
///     let other = try Workbooks.open(bytes: upload)
///
/// What the file is called does not matter: its bytes say what it is. A canonical JSON file is no workbook; `FileFormat(sniffing:)` tells it.
public enum Workbooks {
  /// Opens a file.
  ///
  /// - Throws: A `Refusal` that says what the file really is where it cannot be read: missing, empty, encrypted, a document of another
  ///   program, HTML or XML Spreadsheet 2003 under another name, bytes invalid in their encoding.
  public static func open(path: String, options: ReadingOptions = .init()) throws(Refusal) -> any Workbook {
    try open(.file(path), options: options)
  }

  /// Opens what lies in memory.
  ///
  /// - Throws: A `Refusal` as for a file.
  public static func open(bytes: [UInt8], options: ReadingOptions = .init()) throws(Refusal) -> any Workbook {
    try open(.bytes(bytes), options: options)
  }

  /// Opens a file, bytes in memory or what comes through an open descriptor.
  ///
  /// - Throws: A `Refusal` as for a file.
  public static func open(_ source: ByteSource, options: ReadingOptions = .init()) throws(Refusal) -> any Workbook {
    let (head, isAll) = try source.beginning(beginningLength, orAllOfStream: options.limits.fileBytes)
    let source = isAll ? .bytes(head) : source
    switch try FileFormat(sniffing: head) {
    case .csv, .tsv:
      if options.encoding == nil, let refusal = BinaryContent.refusal(of: head) { throw refusal }
      guard case .descriptor = source else { return try TextWorkbook.open(source, options: options) }
      return try TextWorkbook.open(source, alreadyRead: head, options: options)
    case .json: throw Refusal(.fileUnknownFormat, ["found": "JSON"])
    case .xls:
      if case .bytes(let bytes) = source { return try XLSWorkbook(bytes, limits: options.limits) }
      if head.count < beginningLength { return try XLSWorkbook(head, limits: options.limits) }
      if case .file(let path) = source, let size = source.fileSize {
        guard size <= options.limits.fileBytes else { throw .exceeded("fileBytes", options.limits.fileBytes) }
        return try XLSWorkbook(path: path, size: size, limits: options.limits)
      }
      return try XLSWorkbook(head + source.rest(behind: head, atMost: options.limits.fileBytes), limits: options.limits)
    case .xlsx, .docx:
      // What stands in front of a package can be left out in memory only.
      if case .file(let path) = source, ZipExtent.begins(head), let size = source.fileSize,
        size > largestPackageInMemory
      {
        return try openPackage(ZipContent(path: path), options.limits)
      }
      if case .bytes(let bytes) = source { return try openPackage(ZipContent(bytes), options.limits) }
      let isWhole = head.count < beginningLength
      let bytes = try isWhole ? head : head + source.rest(behind: head, atMost: options.limits.fileBytes)
      return try openPackage(ZipContent(bytes), options.limits)
    }
  }

  /// Opens what a package holds: a workbook, or a document.
  private static func openPackage(_ content: ZipContent, _ limits: Limits) throws(Refusal) -> any Workbook {
    let package = try Package(content, limits: limits)
    return DOCXWorkbook.isDocument(package) ? try DOCXWorkbook(package) : try XLSXWorkbook(package)
  }

  /// As many bytes as tell what a file is.
  private static let beginningLength = 65_536
  /// Above this a package is read from its file as it is needed.
  private static let largestPackageInMemory = 64_000_000
}
