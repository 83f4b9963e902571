import Findings

/// A worksheet as XML, its elements in the order of ECMA-376 part 1, 18.3.1.99.
enum SheetPart {
  /// The last column of a sheet, where a break between rows ends.
  private static let lastColumn = CellReference.maximumColumns - 1

  // MARK: Before the rows

  static func writeHead(of sheet: SheetContent, to xml: inout XMLBytes) {
    xml.raw(XMLBytes.declaration)
    xml.raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"")
    xml.raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">")
    if sheet.page?.fitsWidth == true { xml.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>") }
    if !sheet.isStreamed { writeDimension(of: sheet, to: &xml) }
    write(sheet.view, to: &xml)
    xml.raw("<sheetFormatPr defaultRowHeight=\"15\"/>")
    if !sheet.widths.isEmpty {
      xml.raw("<cols>")
      for (column, width) in sheet.widths.sorted(by: { $0.key < $1.key }) {
        xml.raw("<col min=\"")
        xml.number(column + 1)
        xml.raw("\" max=\"")
        xml.number(column + 1)
        xml.raw("\" width=\"")
        xml.decimal(width)
        xml.raw("\" customWidth=\"1\"/>")
      }
      xml.raw("</cols>")
    }
    xml.raw("<sheetData>")
  }

  private static func writeDimension(of sheet: SheetContent, to xml: inout XMLBytes) {
    let used = sheet.rows.indices.filter { !sheet.rows[$0].cells.isEmpty }
    guard let first = used.first, let last = used.last else { return xml.raw("<dimension ref=\"A1\"/>") }
    let left = used.compactMap { sheet.rows[$0].cells.first?.column }.min() ?? 0
    let right = used.compactMap { sheet.rows[$0].cells.last?.column }.max() ?? 0
    xml.raw("<dimension ref=\"")
    xml.reference(row: first, column: Int(left))
    xml.raw(":")
    xml.reference(row: last, column: Int(right))
    xml.raw("\"/>")
  }

  private static func write(_ view: SheetContent.View, to xml: inout XMLBytes) {
    xml.raw("<sheetViews><sheetView")
    if view.hidesGridlines { xml.raw(" showGridLines=\"0\"") }
    if view.isActive { xml.raw(" tabSelected=\"1\"") }
    xml.raw(" workbookViewId=\"0\"")
    guard let frozen = view.frozen, frozen.row > 0 || frozen.column > 0 else { return xml.raw("/></sheetViews>") }
    xml.raw("><pane")
    if frozen.column > 0 {
      xml.raw(" xSplit=\"")
      xml.number(frozen.column)
      xml.raw("\"")
    }
    if frozen.row > 0 {
      xml.raw(" ySplit=\"")
      xml.number(frozen.row)
      xml.raw("\"")
    }
    let panes =
      frozen.column == 0 ? ["bottomLeft"] : frozen.row == 0 ? ["topRight"] : ["topRight", "bottomLeft", "bottomRight"]
    xml.raw(" topLeftCell=\"")
    xml.reference(row: frozen.row, column: frozen.column)
    xml.raw("\" activePane=\"")
    xml.plain(panes[panes.count - 1])
    xml.raw("\" state=\"frozen\"/>")
    for pane in panes {
      xml.raw("<selection pane=\"")
      xml.plain(pane)
      xml.raw("\"/>")
    }
    xml.raw("</sheetView></sheetViews>")
  }

  // MARK: Rows

  /// - Parameter first: The number of the first row, from 0.
  static func write(_ rows: [SheetContent.Row], from first: Int, to xml: inout XMLBytes) {
    for (offset, row) in rows.enumerated() where !row.isEmpty {
      xml.raw("<row r=\"")
      xml.number(first + offset + 1)
      if let height = row.height {
        xml.raw("\" ht=\"")
        xml.decimal(height)
        xml.raw("\" customHeight=\"1")
      }
      xml.raw("\">")
      for cell in row.cells { write(cell, row: first + offset, to: &xml) }
      xml.raw("</row>")
    }
  }

  private static func write(_ cell: SheetContent.Cell, row: Int, to xml: inout XMLBytes) {
    xml.raw("<c r=\"")
    xml.reference(row: row, column: Int(cell.column))
    if cell.style > 0 {
      xml.raw("\" s=\"")
      xml.number(Int(cell.style))
    }
    switch cell.value {
    case .blank: xml.raw("\"/>")
    case .sharedText(let number):
      xml.raw("\" t=\"s\"><v>")
      xml.number(number)
      xml.raw("</v></c>")
    case .text(let text):
      xml.raw("\" t=\"inlineStr\"><is>")
      xml.item(text)
      xml.raw("</is></c>")
    case .number(let digits):
      xml.raw("\"><v>")
      xml.plain(digits)
      xml.raw("</v></c>")
    case .formula(let formula):
      xml.raw("\" t=\"str\"><f>")
      xml.text(formula)
      xml.raw("</f><v></v></c>")
    }
  }

  // MARK: Behind the rows

  static func writeTail(of sheet: SheetContent, to xml: inout XMLBytes) {
    xml.raw("</sheetData>")
    if sheet.isProtected {
      xml.raw("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>")
    }
    if let filter = sheet.filter {
      xml.raw("<autoFilter ref=\"")
      xml.range(filter)
      xml.raw("\"/>")
    }
    if !sheet.merges.isEmpty {
      xml.raw("<mergeCells count=\"")
      xml.number(sheet.merges.count)
      xml.raw("\">")
      for merge in sheet.merges {
        xml.raw("<mergeCell ref=\"")
        xml.range(merge)
        xml.raw("\"/>")
      }
      xml.raw("</mergeCells>")
    }
    InputElements.write(sheet.inputs, to: &xml)
    if let page = sheet.page { write(page, to: &xml) }
    if !sheet.comments.isEmpty { xml.raw("<legacyDrawing r:id=\"rId1\"/>") }
    xml.raw("</worksheet>")
  }

  private static func write(_ page: XLSXSheet.PageSetup, to xml: inout XMLBytes) {
    if page.isCenteredHorizontally { xml.raw("<printOptions horizontalCentered=\"1\"/>") }
    let inch = 25.4
    let margins: [(StaticString, Double)] = [
      ("<pageMargins left=\"", page.margins.left), ("\" right=\"", page.margins.right),
      ("\" top=\"", page.margins.top), ("\" bottom=\"", page.margins.bottom),
    ]
    for (markup, millimetres) in margins {
      xml.raw(markup)
      xml.decimal(millimetres / inch)
    }
    // 9 is A4.
    xml.raw("\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\"")
    if page.fitsWidth { xml.raw(" fitToHeight=\"0\"") }
    xml.raw(page.isLandscape ? " orientation=\"landscape\"/>" : " orientation=\"portrait\"/>")
    if let footer = page.footer {
      xml.raw("<headerFooter><oddFooter>")
      xml.text(footer)
      xml.raw("</oddFooter></headerFooter>")
    }
    let breaks = page.breaks.filter { $0 > 0 }.prefix(XLSXSheet.maximumBreaks)
    guard !breaks.isEmpty else { return }
    xml.raw("<rowBreaks count=\"")
    xml.number(breaks.count)
    xml.raw("\" manualBreakCount=\"")
    xml.number(breaks.count)
    xml.raw("\">")
    for row in breaks {
      xml.raw("<brk id=\"")
      xml.number(row)
      xml.raw("\" max=\"")
      xml.number(lastColumn)
      xml.raw("\" man=\"1\"/>")
    }
    xml.raw("</rowBreaks>")
  }
}

extension XMLBytes {
  /// `A1:B3`, or `A1` for one cell.
  mutating func range(_ range: CellRange) {
    reference(row: range.first.row, column: range.first.column)
    guard !range.isSingleCell else { return }
    raw(":")
    reference(row: range.last.row, column: range.last.column)
  }

  /// The shortest digits of a measure.
  mutating func decimal(_ number: Double) {
    if number == number.rounded(), number.magnitude < 1e9 { self.number(Int(number)) } else { plain("\(number)") }
  }

  /// A text as `<t>`, with its white space.
  mutating func item(_ text: String) {
    let ends = [text.utf8.first, text.utf8.last]
    raw(ends.contains { $0.map { $0 <= 0x20 } ?? false } ? "<t xml:space=\"preserve\">" : "<t>")
    self.text(text)
    raw("</t>")
  }
}
