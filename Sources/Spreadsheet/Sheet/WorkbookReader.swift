import Findings

/// A file format that is read. A declaration, beside the reader, is all that the program knows of it; `Workbooks.readers` lists them, and
/// from that list come what a file is taken for, the words that say what can be read, and the rules.
struct WorkbookReader: Sendable {
  /// What `Workbook.format` calls it.
  let format: FileFormat
  /// What people call it, in any language.
  let names: [String]
  /// The extensions of such files, in small letters. No file is told by them; an output is not called so.
  let fileExtensions: [String]
  /// What the reader has to say.
  let rules: [Rule]
  let content: Content

  typealias Opening<Opened> = @Sendable (Opened, ReadingOptions) throws(Refusal) -> any Workbook

  enum Content: Sendable {
    /// Told by the first bytes of the file: 64 KB, fewer where there are no more.
    case file(begins: @Sendable ([UInt8]) -> Bool, open: Opening<BegunFile>)
    /// A ZIP package, told by its parts.
    case package(isOne: @Sendable (Package) -> Bool, open: Opening<Package>)
    /// What nothing else takes.
    case text(open: Opening<BegunFile>)
  }

  /// - Parameter names: By default its format in capitals.
  init(
    _ format: FileFormat, names: [String]? = nil, fileExtensions: [String], rules: [Rule] = [], content: Content
  ) {
    self.format = format
    self.names = names ?? [format.rawValue.uppercased()]
    self.fileExtensions = fileExtensions
    self.rules = rules
    self.content = content
  }
}

/// A file whose beginning has been read to see what it is.
struct BegunFile {
  /// As many bytes as tell what a file is.
  static let headLength = 65_536

  let source: ByteSource
  /// The first bytes: all of them where there are fewer than `headLength`.
  let head: [UInt8]

  var isWhole: Bool { head.count < Self.headLength }

  /// All bytes of the file.
  ///
  /// - Throws: `file.too-large` above the limit.
  func bytes(atMost limit: Int) throws(Refusal) -> [UInt8] {
    if case .bytes(let bytes) = source { return bytes }
    return try isWhole ? head : head + source.rest(behind: head, atMost: limit)
  }

  /// The path and size of a regular file of which more than the head is left to be read.
  var fileLeft: (path: String, size: Int)? {
    guard !isWhole, case .file(let path) = source, let size = source.fileSize else { return nil }
    return (path, size)
  }
}
