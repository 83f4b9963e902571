import Findings

/// The tables of a Word document (ECMA-376 part 1, 17.4) as sheets, by any program.
///
/// Each table is a sheet, `表1` and so on, named further by the heading above it; its rows are those of the table, below the short
/// paragraphs that stand right above it and above those that stand right behind the last one: the title, the period and the unit of a form
/// often stand there. A document is read whole when it is opened, because only its end says how many tables there are.
final class DOCXWorkbook: Workbook {
  let format = FileFormat.docx
  let sheets: [SheetInfo]
  let findings: [Finding]
  let limits: Limits
  let compressedSize: Int?
  private let tables: [DocumentSheet]
  private let surroundings: DocumentSurroundings

  /// - Throws: `docx.no-tables` for a document without any; a `Refusal` with part and byte where the package is damaged or hostile.
  init(_ package: Package) throws(Refusal) {
    limits = package.limits
    compressedSize = package.size
    guard let part = try Self.mainPart(of: package), let stream = try package.open(part) else {
      throw Refusal(.fileUnknownFormat, ["found": "Word"])
    }
    let limits = package.limits
    // Tables stand in cells of tables: reading them takes more of the stack than a thread is sure to have.
    let read = LargeStack.run { () -> Result<([DocumentBlock], DocumentSurroundings), Refusal> in
      Result { () throws(Refusal) in
        (try DocumentReader(stream, limits: limits).read(), try DocumentSurroundings(of: part, in: package))
      }
    }
    let blocks: [DocumentBlock]
    (blocks, surroundings) = try read.get()
    let (tables, outside) = DocumentSheet.sheets(of: blocks)
    guard !tables.isEmpty else { throw Refusal(.docxNoTables) }
    self.tables = tables
    sheets = tables.map(\.info)
    findings = outside
  }

  func rows(of sheet: SheetInfo) throws(Refusal) -> any RowReader {
    DocumentRows(
      tables.indices.contains(sheet.index) ? tables[sheet.index] : nil,
      pageTexts: sheet.index == 0 ? surroundings.pageTexts : [])
  }

  /// The comments of the document, with its first table.
  func objects(on sheet: SheetInfo) -> [SheetObject] {
    guard sheet.index == 0 else { return [] }
    return surroundings.comments.map { SheetObject(kind: .comment, text: $0, cells: nil) }
  }

  /// Whether a package is a document and no workbook, by its parts.
  static func isDocument(_ package: Package) -> Bool {
    !package.contains("xl/workbook.xml") && package.partNames.contains { $0.hasPrefix("word/") }
  }

  private static func mainPart(of package: Package) throws(Refusal) -> String? {
    if let part = try Relationships(of: "", in: package).part(ofType: "officeDocument", in: package) { return part }
    return package.contains("word/document.xml") ? "word/document.xml" : nil
  }
}

/// The rows of a table that lies in memory.
private final class DocumentRows: RowReader {
  let hiddenColumns: Set<Int> = []
  let findings: [Finding]
  private let layout: SheetLayout
  private var rest: ArraySlice<Row>

  init(_ sheet: DocumentSheet?, pageTexts: [String]) {
    layout = SheetLayout(merges: sheet?.merges ?? [], pageTexts: pageTexts)
    findings = sheet?.findings ?? []
    rest = (sheet?.rows ?? [])[...]
  }

  func next() -> Row? { rest.popFirst() }

  func readToEnd() -> SheetLayout {
    rest = []
    return layout
  }
}
