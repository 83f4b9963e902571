import Findings

/// Opens spreadsheet files of any kind that can be read.
///
///     let workbook = try Workbooks.open(path: "收件箱/跟踪表.xls")
///     let other = try Workbooks.open(bytes: upload)
///
/// What the file is called does not matter: its bytes say what it is. A canonical JSON file is no workbook; `FileFormat(sniffing:)` tells it.
public enum Workbooks {
  /// The formats that are read, in the order in which users are told of them.
  static let readers: [WorkbookReader] = [.xlsx, .xls, .docx, .text]

  /// The extensions of files that are read, in small letters.
  package static let fileExtensions = readers.flatMap(\.fileExtensions)

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
    let (bytes, isAll) = try source.beginning(BegunFile.headLength, orAllOfStream: options.limits.fileBytes)
    // Of a stream these may be many more.
    let head = bytes.count <= BegunFile.headLength ? bytes : Array(bytes.prefix(BegunFile.headLength))
    let file = BegunFile(source: isAll ? .bytes(bytes) : source, head: head)
    switch try reader(of: head)?.content {
    case .package?: return try openPackage(file, options)
    case .file(_, let open)?, .text(let open)?: return try open(file, options)
    case nil: throw Refusal(.fileUnknownFormat, ["found": "JSON"])
    }
  }

  /// Opens what a package holds. Of one that none takes, the reader of XLSX says what it is.
  private static func openPackage(_ file: BegunFile, _ options: ReadingOptions) throws(Refusal) -> any Workbook {
    let package = try Package(content(of: file, options.limits), limits: options.limits)
    for reader in readers {
      if case .package(let isOne, let open) = reader.content, isOne(package) { return try open(package, options) }
    }
    return try XLSXWorkbook(package)
  }

  private static func content(of file: BegunFile, _ limits: Limits) throws(Refusal) -> ZipContent {
    // What stands in front of a package can be left out in memory only.
    if let (path, size) = file.fileLeft, size > largestPackageInMemory, ZipExtent.begins(file.head) {
      return ZipContent(path: path)
    }
    return try ZipContent(file.bytes(atMost: limits.fileBytes))
  }

  /// Above this a package is read from its file as it is needed.
  private static let largestPackageInMemory = 64_000_000
}
