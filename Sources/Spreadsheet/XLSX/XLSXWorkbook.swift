import Findings

/// A workbook in the Office Open XML format (ECMA-376), transitional or strict, by any program.
///
/// Opening reads the workbook part and the number formats. A worksheet is inflated when its rows are asked for, and the
/// shared strings when the first cell needs one. One workbook belongs to one thread at a time.
package final class XLSXWorkbook: Workbook {
  package let format = FileFormat.xlsx
  package let sheets: [SheetInfo]
  package let findings: [Finding]
  package let limits: Limits
  package var compressedSize: Int? { package.size }
  let package: Package
  private let part: WorkbookPart
  private let styles: StylesPart
  private var strings = KeptStrings()

  /// Opens a package that lies in memory.
  ///
  /// - Throws: A `Refusal` with the part and the byte where the package is damaged, hostile or no workbook.
  package convenience init(_ bytes: [UInt8], limits: Limits = .standard) throws(Refusal) {
    try self.init(ZipContent(bytes), limits: limits)
  }

  private convenience init(_ content: ZipContent, limits: Limits) throws(Refusal) {
    try self.init(Package(content, limits: limits))
  }

  init(_ package: Package) throws(Refusal) {
    limits = package.limits
    self.package = package
    part = try WorkbookPart(in: package)
    sheets = part.sheets.map { $0.info }
    if sheets.isEmpty { throw Refusal(.xlsxNoSheets) }
    findings = part.sheets.filter { $0.isMissing }.map {
      Finding(.xlsxSheetMissing, at: Place(sheet: $0.info.name), ["sheet": $0.info.name ?? ""])
    }
    // A workbook of empty sheets is one thing, a file without their contents another.
    if let finding = findings.first, part.sheets.allSatisfy({ $0.isMissing }) { throw Refusal(finding) }
    if let name = part.styles, let stream = try package.open(name) {
      styles = try StylesPart(stream, is1904: part.is1904, limits: limits)
    } else {
      styles = StylesPart(is1904: part.is1904)
    }
  }

  /// The rows of a sheet; of a chart sheet, and of a sheet that the package does not have, there are none.
  package func rows(of sheet: SheetInfo) throws(Refusal) -> any RowReader {
    guard sheet.index >= 0, sheet.index < part.sheets.count, let name = part.sheets[sheet.index].part,
      let stream = try package.open(name, isTable: true)
    else { return EmptyRowReader() }
    let maker = CellMaker(styles: styles) { [self] () throws(Refusal) in try sharedStrings() }
    do {
      return try WorksheetReader(stream, sheet: sheet, amongSheets: sheets.count, maker: maker, limits: limits)
    } catch {
      throw error.within(Place(sheet: sheet.name))
    }
  }

  /// The objects of a sheet's drawings and comments.
  package func objects(on sheet: SheetInfo) throws(Refusal) -> [SheetObject] {
    guard part.sheets.indices.contains(sheet.index), let name = part.sheets[sheet.index].part else { return [] }
    return try SheetObjects(of: name, in: package).objects
  }

  private func sharedStrings() throws(Refusal) -> SharedStrings {
    try strings.get { () throws(Refusal) in try loadStrings() }
  }

  private func loadStrings() throws(Refusal) -> SharedStrings {
    guard let name = part.sharedStrings, let stream = try package.open(name, isTable: true) else {
      return SharedStrings()
    }
    return try SharedStrings(stream, limits: limits, compressedSize: package.compressedSize(of: name))
  }
}
