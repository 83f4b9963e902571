import Findings
import TrackingModel

/// The parts that hold a workbook together: which sheets there are, what belongs to what, and what kind every part is.
enum WorkbookPart {
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  /// `xl/workbook.xml` (ECMA-376 part 1, 18.2.27).
  static func workbook(_ sheets: [SheetContent]) -> XMLBytes {
    var xml = XMLBytes()
    xml.raw(XMLBytes.declaration)
    xml.raw("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"")
    xml.raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">")
    xml.raw("<workbookPr/><bookViews><workbookView xWindow=\"240\" yWindow=\"15\" windowWidth=\"16095\"")
    xml.raw(" windowHeight=\"9660\"")
    if let active = sheets.firstIndex(where: \.view.isActive), active > 0 {
      xml.raw(" activeTab=\"")
      xml.number(active)
      xml.raw("\"")
    }
    xml.raw("/></bookViews><sheets>")
    for (index, sheet) in sheets.enumerated() {
      xml.raw("<sheet name=\"")
      xml.text(sheet.name, inAttribute: true)
      xml.raw("\" sheetId=\"")
      xml.number(index + 1)
      xml.raw(sheet.isHidden ? "\" state=\"hidden\" r:id=\"rId" : "\" r:id=\"rId")
      xml.number(index + 1)
      xml.raw("\"/>")
    }
    xml.raw("</sheets>")
    write(names(of: sheets), to: &xml)
    // Formulas are stored without their results.
    xml.raw("<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/></workbook>")
    return xml
  }

  private struct DefinedName {
    let name: StaticString
    let sheet: Int
    let isHidden: Bool
    let range: String
  }

  /// What a sheet's filter, print area and repeated rows are called, in the order in which programs write them.
  private static func names(of sheets: [SheetContent]) -> [DefinedName] {
    let filters = sheets.enumerated().compactMap { index, sheet in
      sheet.filter.map {
        DefinedName(
          name: "_xlnm._FilterDatabase", sheet: index, isHidden: true, range: $0.absolute(onSheet: sheet.name))
      }
    }
    let areas = sheets.enumerated().compactMap { index, sheet in
      sheet.page?.area.map {
        DefinedName(name: "_xlnm.Print_Area", sheet: index, isHidden: false, range: $0.absolute(onSheet: sheet.name))
      }
    }
    let titles = sheets.enumerated().compactMap { index, sheet in
      sheet.page?.repeatedRows.map {
        DefinedName(
          name: "_xlnm.Print_Titles", sheet: index, isHidden: false,
          range: "\(SheetNames.quoted(sheet.name))!$\($0.lowerBound + 1):$\($0.upperBound + 1)")
      }
    }
    return filters + areas + titles
  }

  private static func write(_ names: [DefinedName], to xml: inout XMLBytes) {
    guard !names.isEmpty else { return }
    xml.raw("<definedNames>")
    for name in names {
      xml.raw("<definedName name=\"")
      xml.raw(name.name)
      xml.raw("\" localSheetId=\"")
      xml.number(name.sheet)
      xml.raw(name.isHidden ? "\" hidden=\"1\">" : "\">")
      xml.text(name.range)
      xml.raw("</definedName>")
    }
    xml.raw("</definedNames>")
  }

  /// `xl/_rels/workbook.xml.rels`.
  static func relationships(sheets: Int, hasTexts: Bool) -> XMLBytes {
    var relations = (1...max(1, sheets)).map { ("worksheet", "worksheets/sheet\($0).xml") }
    relations.append(("styles", "styles.xml"))
    if hasTexts { relations.append(("sharedStrings", "sharedStrings.xml")) }
    return PackageParts.relationships(relations.map { (PackageParts.officeRelationship + $0.0, $0.1) })
  }

  /// `[Content_Types].xml`.
  ///
  /// - Parameter commented: The sheets with comments, counted from 1.
  static func contentTypes(sheets: Int, commented: [Int], hasTexts: Bool) -> XMLBytes {
    var parts: [(name: String, type: String)] = [
      ("/xl/workbook.xml", types + "sheet.main+xml"), ("/xl/styles.xml", types + "styles+xml"),
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    if hasTexts { parts.append(("/xl/sharedStrings.xml", types + "sharedStrings+xml")) }
    for sheet in 1...max(1, sheets) { parts.append(("/xl/worksheets/sheet\(sheet).xml", types + "worksheet+xml")) }
    for sheet in commented { parts.append(("/xl/comments\(sheet).xml", types + "comments+xml")) }
    var xml = XMLBytes(capacity: 2048)
    xml.raw(XMLBytes.declaration)
    xml.raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
    xml.raw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
    xml.raw("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
    if !commented.isEmpty {
      xml.raw("<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>")
    }
    for part in parts { xml.plain("<Override PartName=\"\(part.name)\" ContentType=\"\(part.type)\"/>") }
    xml.raw("</Types>")
    return xml
  }
}
