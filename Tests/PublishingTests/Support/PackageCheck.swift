import Findings
import Foundation
import Publishing

/// Says what Excel would repair in a package, or lose in silence, by ECMA-376 parts 1 and 2.
struct PackageCheck {
  private let package: WrittenPackage
  private var documents: [String: XMLTree] = [:]
  private var faults: [String] = []

  /// What is wrong; empty where nothing is.
  static func faults(in bytes: [UInt8]) throws -> [String] { faults(in: try WrittenPackage(bytes)) }

  static func faults(in package: WrittenPackage) -> [String] {
    var check = PackageCheck(package: package)
    check.run()
    return check.faults
  }

  private init(package: WrittenPackage) { self.package = package }

  private mutating func run() {
    for name in package.duplicates { faults.append("\(name): twice in the archive") }
    for name in package.unusualHeaders { faults.append("\(name): ZIP64 or data descriptor") }
    for name in package.parts.keys {
      documents[name] = XMLTree(package.parts[name] ?? [])
      if documents[name] == nil { faults.append("\(name): not well-formed") }
    }
    guard faults.isEmpty else { return }
    checkContentTypes()
    checkRelationships()
    checkSheetNames()
    let styles = StyleCounts(root("xl/styles.xml"))
    faults += styles.faults
    let strings = root("xl/sharedStrings.xml")?.elements(forName: "si").count ?? 0
    for part in package.sheets {
      guard let sheet = root(part) else { continue }
      faults += SheetCheck(sheet, strings: strings, styles: styles.cellFormats).faults.map { "\(part): \($0)" }
    }
  }

  private func root(_ part: String) -> XMLTree? { documents[part] }

  private mutating func checkContentTypes() {
    guard let types = root("[Content_Types].xml") else { return faults.append("no content types") }
    let defaults = Set(types.elements(forName: "Default").compactMap { $0.value("Extension") })
    let overrides = Set(types.elements(forName: "Override").compactMap { $0.value("PartName") })
    for name in overrides where package.parts[String(name.dropFirst())] == nil {
      faults.append("\(name): has a type and does not exist")
    }
    for name in package.parts.keys where name != "[Content_Types].xml" {
      if !overrides.contains("/" + name), !defaults.contains(where: { name.hasSuffix("." + $0) }) {
        faults.append("\(name): has no type")
      }
    }
  }

  private mutating func checkRelationships() {
    for name in package.parts.keys where name.hasSuffix(".rels") {
      let owner = (name as NSString).deletingLastPathComponent
      let folder = (owner as NSString).deletingLastPathComponent
      var ids: Set<String> = []
      for relation in root(name)?.elements(forName: "Relationship") ?? [] {
        let id = relation.value("Id") ?? ""
        if !ids.insert(id).inserted { faults.append("\(name): \(id) twice") }
        guard relation.value("TargetMode") != "External", let target = relation.value("Target") else { continue }
        let path = ("/" + folder as NSString).appendingPathComponent(target)
        let part = String((path as NSString).standardizingPath.dropFirst())
        if package.parts[part] == nil { faults.append("\(name): \(target) does not exist") }
      }
      let part = (folder as NSString).appendingPathComponent(
        ((name as NSString).lastPathComponent as NSString).deletingPathExtension)
      for used in Self.usedIDs(package.text(part)) where !ids.contains(used) {
        faults.append("\(part): \(used) is no relationship")
      }
    }
  }

  private static func usedIDs(_ xml: String) -> [String] {
    xml.components(separatedBy: " r:id=\"").dropFirst().compactMap { $0.components(separatedBy: "\"").first }
  }

  private mutating func checkSheetNames() {
    let sheets = root("xl/workbook.xml")?.elements(forName: "sheets").first?.elements(forName: "sheet") ?? []
    let names = sheets.compactMap { $0.value("name") }
    if names.isEmpty { faults.append("no sheets") }
    if Set(names.map { $0.lowercased() }).count != names.count { faults.append("sheet names clash: \(names)") }
    for name in names where name.utf16.count > 31 || name.contains(where: { "[]:*?/\\".contains($0) }) {
      faults.append("sheet name \(name)")
    }
  }
}

/// How many of each kind of style there are, and which point at none.
private struct StyleCounts {
  private(set) var cellFormats = 0
  private(set) var faults: [String] = []

  init(_ styles: XMLTree?) {
    guard let styles else {
      faults.append("no styles")
      return
    }
    func all(_ list: String, _ item: String) -> [XMLTree] {
      styles.elements(forName: list).first?.elements(forName: item) ?? []
    }
    let counts = [
      "fontId": all("fonts", "font").count, "fillId": all("fills", "fill").count,
      "borderId": all("borders", "border").count,
    ]
    let formats = Set(all("numFmts", "numFmt").compactMap { $0.value("numFmtId").flatMap { Int($0) } })
    let cells = all("cellXfs", "xf")
    cellFormats = cells.count
    for (index, format) in cells.enumerated() {
      for (name, count) in counts where (format.value(name).flatMap { Int($0) } ?? 0) >= count {
        faults.append("styles: xf \(index) \(name) out of range")
      }
      let number = format.value("numFmtId").flatMap { Int($0) } ?? 0
      if number >= 164, !formats.contains(number) {
        faults.append("styles: xf \(index) has no number format \(number)")
      }
    }
  }
}
