import Findings

/// The workbook part (ECMA-376 part 1, 18.2): the sheets in order, and where dates begin.
struct WorkbookPart {
  struct SheetEntry {
    let info: SheetInfo
    /// The part with the cells; nil for a chart sheet, and where the package does not have it.
    let part: String?
    /// Whether there should be a part and is none.
    let isMissing: Bool
  }

  let sheets: [SheetEntry]
  /// Whether day 0 is 1 January 1904.
  let is1904: Bool
  let sharedStrings: String?
  let styles: String?

  /// - Throws: `file.no-spreadsheet` where the package is something else, `file.too-large` for too many sheets.
  init(in package: Package) throws(Refusal) {
    let part = try Self.locate(in: package)
    guard let stream = try package.open(part) else { throw Self.notAWorkbook(package) }
    let maximum = package.limits.sheets
    var found: [SheetElement] = []
    var is1904 = false
    var root = XMLName.none
    var elements = ElementReader(stream, limits: package.limits)
    while try elements.next() {
      if elements.parent == .none { root = elements.name }
      if elements.name == .sheet, elements.parent == .sheets {
        found.append(try SheetElement(elements))
        guard found.count <= maximum else { throw .exceeded("sheets", maximum, part: part) }
      } else if elements.name == .workbookProperties {
        try elements.forEachAttribute { name, value in
          if name == .date1904 { is1904 = XMLText.isTrue(value) }
        }
      }
    }
    guard root == .workbook else { throw Self.notAWorkbook(package) }
    let relationships = try Relationships(of: part, in: package)
    let targets = relationships.byID()
    // A part has the cells of one sheet; a thousand sheets that share a large one are a bomb.
    var taken: Set<String> = []
    sheets = found.enumerated().map { index, element in
      var target = element.id.flatMap { targets[$0] }
      if target == nil, relationships.inOrder.isEmpty {
        let guess = PartName.resolve("worksheets/sheet\(index + 1).xml", from: part)
        target = Relationships.Target(id: nil, type: "worksheet", part: guess)
      }
      let isFree = target.map { taken.insert($0.part).inserted } ?? false
      return Self.entry(element, index: index, isFree ? target : nil, package)
    }
    self.is1904 = is1904
    sharedStrings = Self.part(ofType: "sharedStrings", named: "sharedStrings.xml", of: part, relationships, package)
    styles = Self.part(ofType: "styles", named: "styles.xml", of: part, relationships, package)
  }

  /// By the package's relationships, else by what the part is called.
  private static func locate(in package: Package) throws(Refusal) -> String {
    if let part = try Relationships(of: "", in: package).part(ofType: "officeDocument", in: package) {
      // Excel's binary workbooks have the same package around them.
      guard !part.hasSuffix(".bin") else { throw notAWorkbook(package) }
      return part
    }
    let candidates = package.partNames.filter { $0 == "workbook.xml" || $0.hasSuffix("/workbook.xml") }
    guard let part = candidates.contains("xl/workbook.xml") ? "xl/workbook.xml" : candidates.first else {
      throw notAWorkbook(package)
    }
    return part
  }

  private static func entry(
    _ element: SheetElement, index: Int, _ target: Relationships.Target?, _ package: Package
  ) -> SheetEntry {
    let info = SheetInfo(name: element.name ?? "", index: index, state: element.visibility)
    // A module of Excel 95 is named among the sheets, with an identifier of no letters, and has no part.
    guard let target else { return SheetEntry(info: info, part: nil, isMissing: element.id != "") }
    if ["chartsheet", "dialogsheet"].contains(target.type) {
      return SheetEntry(info: info, part: nil, isMissing: false)
    }
    let isThere = package.contains(target.part) && !package.isEmpty(target.part)
    return SheetEntry(info: info, part: isThere ? target.part : nil, isMissing: !isThere)
  }

  private static func part(
    ofType type: String, named name: String, of workbook: String, _ relationships: Relationships, _ package: Package
  ) -> String? {
    if let part = relationships.part(ofType: type, in: package) { return part }
    let usual = PartName.resolve(name, from: workbook)
    return package.contains(usual) ? usual : nil
  }

  /// Says what the package is instead, as far as its parts tell.
  private static func notAWorkbook(_ package: Package) -> Refusal {
    let names = package.partNames
    if names.contains(where: { $0.lowercased() == "ofd.xml" }) {
      return Refusal(.fileIsNoSpreadsheet, ["found": "OFD"])
    }
    let found =
      if names.contains(where: { $0.hasPrefix("word/") }) {
        "Word .docx"
      } else if names.contains(where: { $0.hasPrefix("ppt/") }) {
        "PowerPoint .pptx"
      } else if names.contains(where: { $0.hasSuffix("workbook.bin") }) {
        "Excel .xlsb"
      } else if names.contains("mimetype") || names.contains("content.xml") {
        openDocument(package)
      } else if names.contains(where: { $0.hasSuffix(".iwa") }) {
        "Apple .numbers"
      } else {
        ""
      }
    if found.isEmpty, names.contains(where: { $0.hasPrefix("xl/") }) { return Refusal(.xlsxWorkbookMissing) }
    if found.isEmpty { return Refusal(.fileIsArchive, ["found": "ZIP"]) }
    return Refusal(.fileUnknownFormat, ["found": found])
  }

  /// What a package says in its part `mimetype` that it is (OpenDocument 1.3 part 2, 3.3); a spreadsheet where it says nothing.
  private static func openDocument(_ package: Package) -> String {
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = bytes.withUnsafeMutableBytes { buffer in
      (try? package.open("mimetype")?.read(into: buffer)) ?? 0
    }
    let type = String(decoding: bytes[..<count], as: UTF8.self)
    if type.contains("epub") { return "EPUB" }
    let kinds = [("text", ".odt"), ("presentation", ".odp"), ("graphics", ".odg")]
    return "OpenDocument " + (kinds.first { type.contains("opendocument." + $0.0) }?.1 ?? ".ods")
  }
}

/// What the workbook says of a sheet.
private struct SheetElement {
  let name: String?
  let id: String?
  let state: String?

  init(_ element: borrowing ElementReader) throws(Refusal) {
    var found = (name: String?.none, id: String?.none, state: String?.none)
    try element.forEachAttribute { name, value in
      switch name {
      case .name: found.name = XMLText.attributeValue(value, atMost: XMLText.longestName)
      case .id: found.id = XMLText.attributeValue(value, atMost: XMLText.longestName)
      case .state: found.state = XMLText.attributeValue(value, atMost: XMLText.longestName)
      default: break
      }
    }
    (name, id, state) = found
  }

  var visibility: SheetInfo.State {
    switch state?.lowercased() {
    case "hidden": .hidden
    case "veryhidden": .veryHidden
    default: .visible
    }
  }
}
