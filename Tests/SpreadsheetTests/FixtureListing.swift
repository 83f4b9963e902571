import Findings

@testable import Spreadsheet

/// What the reader makes of a file, one line a cell: the form in which fixtures say what is expected.
struct FixtureListing {
  private(set) var lines: [String] = []

  init(path: String) {
    do throws(Refusal) {
      let workbook = try Workbooks.open(path: path)
      var findings = workbook.findings
      for info in workbook.sheets {
        let rows = try workbook.rows(of: info)
        let sheet = try OpenSheet(workbook, rows).sheet(info)
        add(sheet)
        for object in try workbook.objects(on: info) { add(object, on: info) }
        lines += try rows.readToEnd().pageTexts.map { "page\t" + $0 }
        findings += sheet.findings
      }
      lines += findings.map { "! " + $0.rule.name + Self.place($0.place) }
    } catch {
      let position = error.finding.place.position?.part
      lines = [
        ["refused", error.finding.rule.name, position, error.finding.values["limit"]].compactMap { $0 }.joined(
          separator: " ")
      ]
    }
  }

  private mutating func add(_ sheet: Sheet) {
    let name = sheet.info.name ?? ""
    if sheet.info.state != .visible { lines.append("\(name) \(sheet.info.state.rawValue)") }
    for cell in sheet.cells {
      lines.append(
        "\(name)!\(cell.reference)\t\(cell.kind.rawValue)\t\(Self.escape(cell.text))\t\(Self.escape(cell.value))")
      lines += cell.runs.map {
        "\(name)!\(cell.reference)\trun\t\(Self.name(of: $0.type))\t\(Self.escape($0.text))"
      }
    }
    lines += sheet.merges.map { "\(name)!\($0)\tmerge" }
    if !sheet.hiddenRows.isEmpty {
      lines.append("hidden rows " + sheet.hiddenRows.sorted().map { String($0 + 1) }.joined(separator: " "))
    }
    if !sheet.hiddenColumns.isEmpty {
      let columns = sheet.hiddenColumns.sorted().map { CellReference.columnName($0) }
      lines.append("hidden columns " + columns.joined(separator: " "))
    }
  }

  private mutating func add(_ object: SheetObject, on sheet: SheetInfo) {
    let kind =
      switch object.kind {
      case .textBox: "text-box"
      case .checkBox(let isTicked): isTicked ? "ticked" : "unticked"
      case .comment: "comment"
      case .unreadable: "unreadable"
      }
    let place = object.cells.map { "\(sheet.name ?? "")!\($0.first)" } ?? ""
    lines.append("\(place)\tobject\t\(kind)\t\(Self.escape(object.text))")
  }

  private static func name(of type: TextType) -> String {
    if let font = type.symbolFont { return font }
    if type.isStruckOut { return "struck-out" }
    return switch type.position {
    case .baseline: "plain"
    case .superscript: "superscript"
    case .subscript: "subscript"
    }
  }

  private static func place(_ place: Place) -> String {
    guard let sheet = place.sheet else { return "" }
    return " " + sheet + (place.cells.map { "!" + $0.a1 } ?? "")
  }

  private static func escape(_ text: String) -> String {
    let escapes: [Unicode.Scalar: String] = ["\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"]
    return text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
  }
}

/// A workbook whose sheet's rows have been asked for, to see what they say behind the last.
private final class OpenSheet: Workbook {
  private let workbook: any Workbook
  private let open: any RowReader

  init(_ workbook: any Workbook, _ open: any RowReader) {
    self.workbook = workbook
    self.open = open
  }

  var format: FileFormat { workbook.format }
  var sheets: [SheetInfo] { workbook.sheets }
  var limits: Limits { workbook.limits }
  var findings: [Finding] { workbook.findings }
  func rows(of sheet: SheetInfo) -> any RowReader { open }
}
