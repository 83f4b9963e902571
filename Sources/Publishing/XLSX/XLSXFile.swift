import CXLSXWriter
import Findings
import Foundation

/// A workbook being written through libxlsxwriter 1.1.4, with everything refused that the library would get wrong.
///
///     let file = try XLSXFile()
///     let sheet = try file.addSheet("台账")
///     try sheet.write("项目名称", at: CellReference(row: 0, column: 0), file.style(CellStyle()))
///     let bytes = try file.close()
///
/// The same calls give the same bytes: zip entries have a fixed time, and so has the workbook. One thread at a time may use a
/// workbook; different workbooks may be written at the same time.
public final class XLSXFile {
  public enum Output: Hashable, Sendable {
    /// `close` returns the bytes; nothing touches a file system.
    case memory
    /// The file is written there and then, over what is there.
    case path(String)
  }

  /// What `docProps` say about a workbook. Texts are shortened to 255 characters.
  public struct Properties: Hashable, Sendable {
    public var title: String?
    public var subject: String?
    public var company: String?
    public var keywords: String?

    public init(title: String? = nil, subject: String? = nil, company: String? = nil, keywords: String? = nil) {
      self.title = title
      self.subject = subject
      self.company = company
      self.keywords = keywords
    }
  }

  /// A style registered with this workbook.
  public struct Style { let format: UnsafeMutablePointer<lxw_format> }

  /// 2020-01-01T00:00:00Z, the time at which every workbook claims to be made.
  static let creationTime: time_t = 1_577_836_800

  let isStreamed: Bool
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private let output: OutputFile
  private let isInMemory: Bool
  private var styles: [CellStyle: Style] = [:]
  private var names: Set<String> = []
  /// The errno of scratch space that ran out.
  private let scratchFailure: UnsafeMutablePointer<Int32>

  /// - Parameters:
  ///   - isStreamed: Rows leave memory as soon as the next one begins, for a ledger: cells have to come row by row, and merges and comments
  ///     are refused.
  ///   - defaultFont: The font of the Normal style, from whose digits spreadsheet programs derive the width of columns.
  /// - Throws: `workbook.write-failed` where the path cannot be written to.
  public init(
    _ output: Output = .memory, isStreamed: Bool = false, properties: Properties = .init(),
    defaultFont: (name: String, size: Double) = ("Times New Roman", 12)
  ) throws(Refusal) {
    self.isStreamed = isStreamed
    isInMemory = output == .memory
    self.output = try OutputFile(output)
    scratchFailure = .allocate(capacity: 1)
    scratchFailure.initialize(to: 0)
    var options = lxw_workbook_options()
    options.constant_memory = isStreamed ? 1 : 0
    // WPS refuses ZIP64; a part of 4 GiB, which only it could hold, is refused by the library.
    options.use_zip64 = 0
    let folder = TemporaryFile.folder ?? "."
    workbook = folder.withCString { name in
      options.tmpdir = UnsafeMutablePointer(mutating: name)
      return workbook_new_opt(self.output.path, &options)
    }
    guard let workbook else { throw Self.failure("out of memory") }
    if let first = workbook.pointee.formats.pointee.stqh_first {
      format_set_font_name(first, Self.fontName(defaultFont.name))
      format_set_font_size(first, defaultFont.size)
    }
    try set(properties, of: workbook)
  }

  deinit {
    if let workbook { lxw_workbook_free(workbook) }
    scratchFailure.deallocate()
  }

  /// Whether the workbook has not been closed yet.
  var isOpen: Bool { workbook != nil }

  /// Adds a sheet behind the others.
  ///
  /// - Parameter name: A name that `SheetNames` could have made, different from the others.
  /// - Throws: `workbook.sheet-name`, `workbook.write-failed`.
  public func addSheet(_ name: String, isHidden: Bool = false) throws(Refusal) -> XLSXSheet {
    guard let workbook else { throw Self.failure("closed") }
    guard SheetNames.isSafe(name), names.insert(name.lowercased()).inserted else {
      throw Refusal(.workbookSheetName, ["found": name])
    }
    let added = TemporaryFile.withScratch(failure: scratchFailure) { workbook_add_worksheet(workbook, name) }
    guard let added else { throw Self.failure("out of memory") }
    let sheet = XLSXSheet(added, of: self, name: name)
    if isHidden { worksheet_hide(added) }
    return sheet
  }

  /// The style to write cells with; the same style twice is one.
  public func style(_ style: CellStyle) throws(Refusal) -> Style {
    if let known = styles[style] { return known }
    guard let workbook, let format = workbook_add_format(workbook) else { throw Self.failure("closed") }
    format_set_font_name(format, Self.fontName(style.font))
    format_set_font_size(format, style.size)
    if style.isBold { format_set_bold(format) }
    if style.color != 0 { format_set_font_color(format, lxw_color_t(style.color)) }
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      // The library takes 0 for 'not set', which black would be.
      format_set_fg_color(format, fill == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : lxw_color_t(fill))
    }
    switch style.horizontal {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    let vertical = style.isCenteredVertically ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP
    format_set_align(format, UInt8(vertical.rawValue))
    if style.wraps { format_set_text_wrap(format) }
    if style.shrinks { format_set_shrink(format) }
    if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.numberFormat != "General" { format_set_num_format(format, style.numberFormat) }
    if style.isUnlocked { format_set_unlocked(format) }
    let registered = Style(format: format)
    styles[style] = registered
    return registered
  }

  /// Packs the workbook.
  ///
  /// - Returns: Its bytes where the output is memory, else nothing.
  /// - Throws: `workbook.write-failed`, with the system's reason. A file at a path is then worthless.
  @discardableResult
  public func close() throws(Refusal) -> [UInt8] {
    guard let workbook else { throw Self.failure("closed") }
    self.workbook = nil
    let error = PlainNumbers.inside {
      TemporaryFile.withScratch(failure: scratchFailure) {
        errno = 0
        return workbook_close(workbook)
      }
    }
    let reason = errno
    if scratchFailure.pointee != 0 { throw Self.failure(String(cString: strerror(scratchFailure.pointee))) }
    guard error == LXW_NO_ERROR else {
      throw Self.failure(reason == 0 ? String(cString: lxw_strerror(error)) : String(cString: strerror(reason)))
    }
    return isInMemory ? try output.contents() : []
  }

  static func failure(_ reason: String) -> Refusal { Refusal(.workbookWriteFailed, ["reason": reason]) }

  /// At most 31 characters, as Excel allows.
  private static func fontName(_ name: String) -> String { String(name.prefix(31)) }

  private func set(_ properties: Properties, of workbook: UnsafeMutablePointer<lxw_workbook>) throws(Refusal) {
    var values = lxw_doc_properties()
    values.created = Self.creationTime
    let texts = [properties.title, properties.subject, properties.company, properties.keywords].map { text in
      text.flatMap { strdup(XLSXText.escaped(String($0.prefix(255)))) }
    }
    defer { for text in texts { free(text) } }
    values.title = texts[0]
    values.subject = texts[1]
    values.company = texts[2]
    values.keywords = texts[3]
    let error = workbook_set_properties(workbook, &values)
    if error != LXW_NO_ERROR { throw Self.failure(String(cString: lxw_strerror(error))) }
  }
}

/// Numbers with a point, whatever locale the host program has set: the library writes them with `printf`.
enum PlainNumbers {
  private nonisolated(unsafe) static let locale = newlocale(1 << LC_NUMERIC, "C", nil)

  static func inside<Result>(_ body: () -> Result) -> Result {
    let outer = uselocale(locale)
    defer { uselocale(outer) }
    return body()
  }
}

/// The file that the library writes, opened here and handed over by a path to its descriptor: of a file without a name in memory
/// (`memfd_create(2)`) there is no other path, and what keeps a file from being opened is then told by us and not by the library on standard error.
private final class OutputFile {
  private let descriptor: Int32

  init(_ output: XLSXFile.Output) throws(Refusal) {
    switch output {
    case .memory: descriptor = tracktable_memfd_create("workbook", 1)
    case .path(let path): descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw XLSXFile.failure(String(cString: strerror(errno))) }
  }

  deinit { Glibc.close(descriptor) }

  var path: String { "/proc/self/fd/\(descriptor)" }

  func contents() throws(Refusal) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw XLSXFile.failure(String(cString: strerror(errno))) }
    var failed: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      while count < Int(size) {
        let got = pread(descriptor, buffer.baseAddress?.advanced(by: count), Int(size) - count, off_t(count))
        if got <= 0 {
          failed = errno == 0 ? EIO : errno
          return
        }
        count += got
      }
    }
    if failed != 0 { throw XLSXFile.failure(String(cString: strerror(failed))) }
    return bytes
  }
}
