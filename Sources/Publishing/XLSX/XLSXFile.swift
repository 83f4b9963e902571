import Findings
import Foundation

/// A workbook being written, with everything refused that Excel or WPS would repair, lose, or not open.
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
  public struct Style: Sendable { let number: Int }

  /// The time at which every workbook claims to be made.
  static let creationTime = "2020-01-01T00:00:00Z"

  let isStreamed: Bool
  /// Whether the workbook has not been closed yet.
  private(set) var isOpen = true
  var texts = TextTable()
  private let output: XLSXFile.OutputFile
  private let properties: Properties
  private var styles: StyleTable
  private var sheets: [SheetContent] = []
  private var names: Set<String> = []

  typealias OutputFile = Publishing.Output

  /// - Parameters:
  ///   - isStreamed: Rows leave memory as soon as the next one begins, for a ledger: cells have to come row by row, what stands in front
  ///     of them in the file (widths, frozen rows, fitting to the page) before the second row, and merges and comments are refused.
  ///   - defaultFont: The font of the Normal style, from whose digits spreadsheet programs derive the width of columns.
  /// - Throws: `workbook.write-failed` where the path cannot be written to.
  public init(
    _ output: Output = .memory, isStreamed: Bool = false, properties: Properties = .init(),
    defaultFont: (name: String, size: Double) = ("Times New Roman", 12)
  ) throws(Refusal) {
    self.isStreamed = isStreamed
    self.properties = properties
    self.output = try OutputFile(output)
    styles = StyleTable(defaultFont: defaultFont)
  }

  /// Adds a sheet behind the others. The first one is open when the workbook is, unless another one is activated.
  ///
  /// - Parameter name: A name that `SheetNames` could have made, different from the others.
  /// - Throws: `workbook.sheet-name`, `workbook.write-failed`.
  public func addSheet(_ name: String, isHidden: Bool = false) throws(Refusal) -> XLSXSheet {
    guard isOpen else { throw Self.failure("closed") }
    guard SheetNames.isSafe(name), names.insert(name.lowercased()).inserted else {
      throw Refusal(.workbookSheetName, ["found": name])
    }
    let content = try SheetContent(name, isHidden: isHidden, isStreamed: isStreamed)
    content.view.isActive = sheets.isEmpty
    sheets.append(content)
    return XLSXSheet(content, of: self)
  }

  /// The style to write cells with; the same style twice is one.
  public func style(_ style: CellStyle) throws(Refusal) -> Style {
    guard isOpen else { throw Self.failure("closed") }
    return Style(number: styles.number(of: style))
  }

  /// Makes a sheet the one that is open when the workbook is.
  func activate(_ sheet: SheetContent) {
    for other in sheets { other.view.isActive = other === sheet }
  }

  /// Packs the workbook.
  ///
  /// - Returns: Its bytes where the output is memory, else nothing.
  /// - Throws: `workbook.write-failed`, with the system's reason. A file at a path is then worthless.
  @discardableResult
  public func close() throws(Refusal) -> [UInt8] {
    guard isOpen else { throw Self.failure("closed") }
    if sheets.isEmpty { _ = try addSheet("表") }
    isOpen = false
    guard let deflater = Deflater() else { throw Self.failure("out of memory") }
    try PackageWriter.write(try parts(deflater), to: output)
    return output.bytes
  }

  /// All parts, in the order in which Excel writes them.
  private func parts(_ deflater: Deflater) throws(Refusal) -> [PackedPart] {
    let commented = sheets.indices.filter { !sheets[$0].comments.isEmpty }.map { $0 + 1 }
    let types = WorkbookPart.contentTypes(sheets: sheets.count, commented: commented, hasTexts: !texts.isEmpty)
    let relations = WorkbookPart.relationships(sheets: sheets.count, hasTexts: !texts.isEmpty)
    var parts = [
      PackedPart("[Content_Types].xml", types, deflater, recurs: true),
      PackedPart("_rels/.rels", PackageParts.relationships, deflater, recurs: true),
      PackedPart("xl/workbook.xml", WorkbookPart.workbook(sheets), deflater),
      PackedPart("xl/_rels/workbook.xml.rels", relations, deflater, recurs: true),
    ]
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      parts.append(try sheet.packed(as: "xl/worksheets/sheet\(number).xml", deflater))
      if sheet.comments.isEmpty { continue }
      sheet.comments.sort { $0.cell < $1.cell }
      let relations = PackageParts.relationships([
        (PackageParts.officeRelationship + "vmlDrawing", "../drawings/vmlDrawing\(number).vml"),
        (PackageParts.officeRelationship + "comments", "../comments\(number).xml"),
      ])
      parts += [
        PackedPart("xl/worksheets/_rels/sheet\(number).xml.rels", relations, deflater, recurs: true),
        PackedPart("xl/drawings/vmlDrawing\(number).vml", CommentParts.boxes(of: sheet, number: number), deflater),
        PackedPart("xl/comments\(number).xml", CommentParts.comments(sheet.comments), deflater),
      ]
    }
    parts.append(PackedPart("xl/styles.xml", styles.part(), deflater, recurs: true))
    if !texts.isEmpty { parts.append(PackedPart("xl/sharedStrings.xml", texts.part(), deflater)) }
    parts.append(PackedPart("docProps/core.xml", PackageParts.coreProperties(properties), deflater))
    parts.append(PackedPart("docProps/app.xml", PackageParts.extendedProperties(properties), deflater))
    return parts
  }

  static func failure(_ reason: String) -> Refusal { Refusal(.workbookWriteFailed, ["reason": reason]) }

  static func failure(systemError number: Int32) -> Refusal { failure(String(cString: strerror(number))) }
}
