import Findings
import Spreadsheet

/// The smallest workbook that holds a layout: one worksheet, its formats, and its texts; a ZIP archive without compression.
struct TinyPackage {
  /// Where a workbook keeps its texts.
  enum Strings {
    case shared, inCells
  }

  let bytes: [UInt8]

  init(_ canvas: Canvas, strings: Strings, is1904: Bool) {
    var sheet = TinySheet(strings: strings, is1904: is1904)
    let xml = sheet.xml(of: canvas)
    var archive = StoredArchive()
    let types = [
      ("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"),
      ("xl/styles.xml", "spreadsheetml.styles"), ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings"),
    ].map {
      "<Override PartName=\"/\($0)\" ContentType=\"application/vnd.openxmlformats-officedocument.\($1)+xml\"/>"
    }
    archive.add(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\(types.joined())</Types>
      """)
    archive.add("_rels/.rels", Self.relations([("officeDocument", "xl/workbook.xml")]))
    archive.add(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)"><workbookPr date1904="\(is1904)"/><sheets>\
      <sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
      """)
    archive.add(
      "xl/_rels/workbook.xml.rels",
      Self.relations([
        ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"),
      ]))
    archive.add("xl/worksheets/sheet1.xml", xml)
    archive.add("xl/styles.xml", sheet.styles)
    archive.add("xl/sharedStrings.xml", sheet.sharedStrings)
    bytes = archive.bytes
  }

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func relations(_ targets: [(type: String, target: String)]) -> String {
    let entries = targets.enumerated().map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(office)/\($1.type)\" Target=\"\($1.target)\"/>"
    }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(entries.joined())"
      + "</Relationships>"
  }
}

/// The XML of a drawn sheet, and the tables that its cells point into.
private struct TinySheet {
  let strings: TinyPackage.Strings
  let is1904: Bool
  private var texts: [String] = []
  private var formats: [String] = []

  init(strings: TinyPackage.Strings, is1904: Bool) {
    self.strings = strings
    self.is1904 = is1904
  }

  mutating func xml(of canvas: Canvas) -> String {
    var rows = ""
    for (row, cells) in Dictionary(grouping: canvas.cells, by: \.key.row).sorted(by: { $0.key < $1.key }) {
      let hidden = canvas.hiddenRows.contains(row) ? " hidden=\"1\"" : ""
      rows += "<row r=\"\(row + 1)\"\(hidden)>"
      for (reference, ink) in cells.sorted(by: { $0.key < $1.key }) { rows += xml(of: ink, at: reference) }
      rows += "</row>"
    }
    let merges = canvas.merges.map { "<mergeCell ref=\"\($0.a1)\"/>" }.joined()
    return "<worksheet xmlns=\"\(TinyPackage.main)\"><sheetData>\(rows)</sheetData>"
      + (merges.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>") + "</worksheet>"
  }

  private mutating func xml(of ink: Ink, at reference: CellReference) -> String {
    if var number = ink.number {
      if is1904, ink.isDate, let serial = Int(number) { number = String(serial - CivilDate.daysTo1904) }
      return
        "<c r=\"\(reference.a1)\" s=\"\(Self.place(of: ink.format ?? "General", in: &formats) + 1)\"><v>\(number)</v></c>"
    }
    switch strings {
    case .shared: return "<c r=\"\(reference.a1)\" t=\"s\"><v>\(Self.place(of: ink.text, in: &texts))</v></c>"
    case .inCells: return "<c r=\"\(reference.a1)\" t=\"inlineStr\"><is>\(Self.element(ink.text))</is></c>"
    }
  }

  private static func place(of text: String, in table: inout [String]) -> Int {
    if let known = table.firstIndex(of: text) { return known }
    table.append(text)
    return table.count - 1
  }

  private static func element(_ text: String) -> String { "<t xml:space=\"preserve\">\(escaped(text))</t>" }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  var sharedStrings: String {
    "<sst xmlns=\"\(TinyPackage.main)\">\(texts.map { "<si>\(Self.element($0))</si>" }.joined())</sst>"
  }

  var styles: String {
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\(Self.escaped($1))\"/>"
    }
    let cells = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    return "<styleSheet xmlns=\"\(TinyPackage.main)\"><numFmts>\(codes.joined())</numFmts>"
      + "<cellXfs><xf numFmtId=\"0\"/>\(cells.joined())</cellXfs></styleSheet>"
  }
}
