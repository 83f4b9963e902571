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
/// workbook; different workbooks may be written at the same time. No file is written on the way, and none has ZIP64, which WPS refuses.
package final class XLSXFile {
  package enum Output: Hashable, Sendable {
    /// `close` returns the bytes; nothing touches a file system.
    case memory
    /// The file is written there by `close`, over what is there.
    case path(String)
  }

  /// What `docProps` say about a workbook. Texts are shortened to 255 characters.
  package struct Properties: Hashable, Sendable {
    package var title: String?
    package var subject: String?
    package var company: String?
    package var keywords: String?

    package init(title: String? = nil, subject: String? = nil, company: String? = nil, keywords: String? = nil) {
      self.title = title
      self.subject = subject
      self.company = company
      self.keywords = keywords
    }
  }

  /// A style registered with this workbook.
  package struct Style: Sendable { let number: Int }

  /// 2020-01-01T00:00:00Z, the time at which every workbook claims to be made.
  static let creationTime: time_t = 1_577_836_800

  let isStreamed: Bool
  let scratch: ScratchSpace
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private let output: WorkbookOutput
  private var styles: [CellStyle: Style] = [:]
  private var formats: [UnsafeMutablePointer<lxw_format>] = []
  private var names: Set<String> = []

  /// - Parameters:
  ///   - isStreamed: Rows leave the library's table as soon as the next one begins, for a ledger: cells have to come row by row, and merges
  ///     and comments are refused.
  ///   - defaultFont: The font of the Normal style, from whose digits spreadsheet programs derive the width of columns.
  /// - Throws: `workbook.write-failed` where the path cannot be written to.
  package convenience init(
    _ output: Output = .memory, isStreamed: Bool = false, properties: Properties = .init(),
    defaultFont: (name: String, size: Double) = ("Times New Roman", 12)
  ) throws(Refusal) {
    try self.init(
      output, isStreamed: isStreamed, properties: properties, defaultFont: defaultFont,
      largestPart: ScratchSpace.largestPart)
  }

  /// - Parameter largestPart: The most bytes that a part may have before it is packed.
  init(
    _ output: Output, isStreamed: Bool, properties: Properties = .init(),
    defaultFont: (name: String, size: Double) = ("Times New Roman", 12), largestPart: UInt64
  ) throws(Refusal) {
    self.isStreamed = isStreamed
    scratch = try ScratchSpace(limit: largestPart)
    self.output = try WorkbookOutput(output)
    var options = lxw_workbook_options()
    options.constant_memory = isStreamed ? 1 : 0
    options.use_zip64 = 0
    workbook = workbook_new_opt(self.output.openedPath, &options)
    guard let workbook else { throw Self.failure(systemError: ENOMEM) }
    if let normal = workbook.pointee.formats.pointee.stqh_first {
      FormatSetter.setFont(of: normal, name: defaultFont.name, size: defaultFont.size)
    }
    try set(properties, of: workbook)
  }

  deinit { if let workbook { scratch.inside { lxw_workbook_free(workbook) } } }

  /// Whether the workbook has not been closed yet.
  var isOpen: Bool { workbook != nil }

  /// Adds a sheet behind the others. The first one is open when the workbook is, unless another one is activated.
  ///
  /// - Parameters:
  ///   - name: A name that `SheetNames` could have made, different from the others.
  ///   - isHidden: Not for the first sheet: a workbook shows at least one.
  /// - Throws: `workbook.sheet-name`, `workbook.write-failed`.
  package func addSheet(_ name: String, isHidden: Bool = false) throws(Refusal) -> XLSXSheet {
    guard let workbook else { throw Self.failure("closed") }
    guard SheetNames.isSafe(name), names.insert(name.lowercased()).inserted else {
      throw Refusal(.workbookSheetName, ["found": name])
    }
    guard !isHidden || names.count > 1 else { throw Self.failure("the first sheet cannot be hidden") }
    let added = scratch.inside { workbook_add_worksheet(workbook, name) }
    try scratch.check()
    guard let added else { throw Self.failure(systemError: ENOMEM) }
    // The library leaves a name like 2023 or A1 without quotes, and the names of print areas and filters with it.
    free(added.pointee.quoted_name)
    added.pointee.quoted_name = strdup(SheetNames.quoted(name))
    if isHidden { worksheet_hide(added) }
    return XLSXSheet(added, of: self, name: name)
  }

  /// The style to write cells with; the same style twice is one.
  package func style(_ style: CellStyle) throws(Refusal) -> Style {
    guard let workbook else { throw Self.failure("closed") }
    if let known = styles[style] { return known }
    guard let format = workbook_add_format(workbook) else { throw Self.failure(systemError: ENOMEM) }
    FormatSetter.set(style, on: format)
    let registered = Style(number: formats.count)
    formats.append(format)
    styles[style] = registered
    return registered
  }

  /// The library's format for a style; nil for none.
  func format(_ style: Style?) -> UnsafeMutablePointer<lxw_format>? { style.map { formats[$0.number] } }

  /// Packs the workbook.
  ///
  /// - Returns: Its bytes where the output is memory, else nothing.
  /// - Throws: `workbook.write-failed`, with the system's reason. There is no file at the path then.
  @discardableResult
  package func close() throws(Refusal) -> [UInt8] {
    guard isOpen else { throw Self.failure("closed") }
    if names.isEmpty { _ = try addSheet("表") }
    guard let workbook else { throw Self.failure("closed") }
    self.workbook = nil
    do throws(Refusal) {
      let before = scratch.count
      let (error, reason) = scratch.inside {
        errno = 0
        return (workbook_close(workbook), errno)
      }
      try scratch.check()
      guard error == LXW_NO_ERROR else {
        throw reason == 0 ? Self.failure(String(cString: lxw_strerror(error))) : Self.failure(systemError: reason)
      }
      guard scratch.count > before else { throw Self.failure("scratch files on disk") }
      return try output.deliver()
    } catch {
      output.discard()
      throw error
    }
  }

  static func failure(_ reason: String) -> Refusal { Refusal(.workbookWriteFailed, ["reason": reason]) }

  static func failure(systemError number: Int32) -> Refusal { failure(String(cString: strerror(number))) }

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
