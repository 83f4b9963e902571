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

  /// - Throws: `xlsx.not-a-workbook` where the package is something else, `xlsx.limit` for too many sheets.
  init(in package: Package) throws(Refusal) {
    let part = try Self.locate(in: package)
    guard let stream = try package.open(part) else { throw Self.notAWorkbook(package) }
    var found: [[String: String]] = []
    var is1904 = false
    var root = ""
    try ExpatReader.parse(stream) { element in
      if element.path.isEmpty { root = element.name }
      switch element.name {
      case "sheet" where element.path.last == "sheets": found.append(element.attributes)
      case "workbookPr": is1904 = ["1", "true", "on"].contains(element.attributes["date1904"]?.lowercased())
      default: break
      }
    }
    guard root == "workbook" else { throw Self.notAWorkbook(package) }
    guard found.count <= package.limits.sheets else { throw .exceeded("sheets", package.limits.sheets) }
    let relationships = try Relationships(of: part, in: package)
    sheets = found.enumerated().map { Self.entry($1, index: $0, workbook: part, relationships, package) }
    self.is1904 = is1904
    sharedStrings = Self.part(ofType: "sharedStrings", named: "sharedStrings.xml", of: part, relationships, package)
    styles = Self.part(ofType: "styles", named: "styles.xml", of: part, relationships, package)
  }

  /// By the package's relationships, else by what the part is called.
  private static func locate(in package: Package) throws(Refusal) -> String {
    if let part = try Relationships(of: "", in: package).part(ofType: "officeDocument"), package.contains(part) {
      return part
    }
    let candidates = package.partNames.filter { $0 == "workbook.xml" || $0.hasSuffix("/workbook.xml") }
    guard let part = candidates.contains("xl/workbook.xml") ? "xl/workbook.xml" : candidates.first else {
      throw notAWorkbook(package)
    }
    return part
  }

  private static func entry(
    _ attributes: [String: String], index: Int, workbook: String, _ relationships: Relationships, _ package: Package
  ) -> SheetEntry {
    let state = attributes["state"].flatMap { SheetInfo.State(rawValue: $0) } ?? .visible
    let info = SheetInfo(name: attributes["name"] ?? "", index: index, state: state)
    var target = attributes["id"].flatMap { relationships.targets[$0] }
    if target == nil, relationships.inOrder.isEmpty {
      let guess = PartName.resolve("worksheets/sheet\(index + 1).xml", from: workbook)
      target = Relationships.Target(type: "worksheet", part: guess)
    }
    guard let target else { return SheetEntry(info: info, part: nil, isMissing: true) }
    if ["chartsheet", "dialogsheet"].contains(target.type) {
      return SheetEntry(info: info, part: nil, isMissing: false)
    }
    let isThere = package.contains(target.part)
    return SheetEntry(info: info, part: isThere ? target.part : nil, isMissing: !isThere)
  }

  private static func part(
    ofType type: String, named name: String, of workbook: String, _ relationships: Relationships, _ package: Package
  ) -> String? {
    [relationships.part(ofType: type), PartName.resolve(name, from: workbook)].compactMap { $0 }.first {
      package.contains($0)
    }
  }

  /// Says what the package is instead, as far as its parts tell.
  private static func notAWorkbook(_ package: Package) -> Refusal {
    let names = package.partNames
    let found =
      if names.contains(where: { $0.hasPrefix("word/") }) {
        "Word .docx"
      } else if names.contains(where: { $0.hasPrefix("ppt/") }) {
        "PowerPoint .pptx"
      } else if names.contains(where: { $0.hasSuffix("workbook.bin") }) {
        "Excel .xlsb"
      } else if names.contains("mimetype") || names.contains("content.xml") {
        "OpenDocument .ods"
      } else {
        "ZIP"
      }
    return Refusal(.fileUnknownFormat, ["found": found])
  }
}
