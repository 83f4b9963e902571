/// The parts that every package has (ECMA-376 part 2, 9.3 and 11).
enum PackageParts {
  static let officeRelationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// `_rels/.rels`.
  static let relationships = relationships([
    (officeRelationship + "officeDocument", "xl/workbook.xml"),
    ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    (officeRelationship + "extended-properties", "docProps/app.xml"),
  ])

  /// Relationships rId1, rId2 and so on.
  static func relationships(_ relations: [(type: String, target: String)]) -> XMLBytes {
    var xml = XMLBytes()
    xml.raw(XMLBytes.declaration)
    xml.raw("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">")
    for (index, relation) in relations.enumerated() {
      xml.plain("<Relationship Id=\"rId\(index + 1)\" Type=\"\(relation.type)\" Target=\"\(relation.target)\"/>")
    }
    xml.raw("</Relationships>")
    return xml
  }

  /// `docProps/core.xml`, with one fixed time.
  static func coreProperties(_ properties: XLSXFile.Properties) -> XMLBytes {
    var xml = XMLBytes()
    xml.raw(XMLBytes.declaration)
    xml.raw("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"")
    xml.raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"")
    xml.raw(" xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\"")
    xml.raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">")
    write("dc:title", properties.title, to: &xml)
    write("dc:subject", properties.subject, to: &xml)
    write("cp:keywords", properties.keywords, to: &xml)
    xml.plain("<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(XLSXFile.creationTime)</dcterms:created>")
    xml.plain("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">\(XLSXFile.creationTime)</dcterms:modified>")
    xml.raw("</cp:coreProperties>")
    return xml
  }

  /// `docProps/app.xml`. Programs go by the application's name when they decide how far to trust stored heights and results.
  static func extendedProperties(_ properties: XLSXFile.Properties) -> XMLBytes {
    var xml = XMLBytes()
    xml.raw(XMLBytes.declaration)
    xml.raw("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">")
    xml.raw("<Application>Microsoft Excel</Application>")
    write("Company", properties.company, to: &xml)
    xml.raw("<AppVersion>12.0000</AppVersion></Properties>")
    return xml
  }

  private static func write(_ element: String, _ text: String?, to xml: inout XMLBytes) {
    guard let text else { return }
    xml.plain("<\(element)>")
    xml.text(String(text.prefix(255)))
    xml.plain("</\(element)>")
  }
}
