import Findings
import Foundation

/// Says what is wrong with one worksheet part (ECMA-376 part 1, 18.3).
struct SheetCheck {
  private let sheet: XMLTree
  private let strings: Int
  private let styles: Int
  private(set) var faults: [String] = []
  private var merges: [CellRange] = []

  init(_ sheet: XMLTree, strings: Int, styles: Int) {
    self.sheet = sheet
    self.strings = strings
    self.styles = styles
    checkMerges()
    checkCells()
    checkBreaks()
    checkValidations()
  }

  private func children(_ list: String, _ item: String) -> [XMLTree] {
    sheet.elements(forName: list).first?.elements(forName: item) ?? []
  }

  private mutating func checkMerges() {
    merges = children("mergeCells", "mergeCell").compactMap { $0.value("ref").flatMap { CellRange($0) } }
    for (index, merge) in merges.enumerated() {
      if merge.isSingleCell { faults.append("\(merge) is one cell") }
      for other in merges[..<index] where other.intersects(merge) { faults.append("\(merge) overlaps \(other)") }
    }
    let count = sheet.elements(forName: "mergeCells").first?.value("count").flatMap { Int($0) }
    if let count, count != merges.count { faults.append("\(merges.count) merges counted as \(count)") }
  }

  private mutating func checkCells() {
    var lastRow = 0
    for row in children("sheetData", "row") {
      let number = row.value("r").flatMap { Int($0) } ?? 0
      if number <= lastRow { faults.append("row \(number) after \(lastRow)") }
      lastRow = number
      if let height = row.value("ht").flatMap({ Double($0) }), height > 409.5 {
        faults.append("row \(number) is \(height) high")
      }
      var lastColumn = -1
      for cell in row.elements(forName: "c") {
        guard let reference = cell.value("r").flatMap({ CellReference($0) }), reference.row == number - 1,
          reference.column > lastColumn
        else {
          faults.append("cell \(cell.value("r") ?? "without address") out of order")
          continue
        }
        lastColumn = reference.column
        check(cell, at: reference)
      }
    }
  }

  private mutating func check(_ cell: XMLTree, at reference: CellReference) {
    if let style = cell.value("s").flatMap({ Int($0) }), style >= styles {
      faults.append("\(reference) has style \(style)")
    }
    let value = cell.elements(forName: "v").first?.text ?? ""
    switch cell.value("t") {
    case "s": if Int(value).map({ $0 >= strings }) ?? true { faults.append("\(reference) has string \(value)") }
    case nil where !value.isEmpty: if Double(value)?.isFinite != true { faults.append("\(reference) is \(value)") }
    default: break
    }
    if !value.isEmpty, merges.contains(where: { $0.contains(reference) && $0.first != reference }) {
      faults.append("\(reference) is hidden under a merge")
    }
  }

  private mutating func checkBreaks() {
    let breaks = children("rowBreaks", "brk").compactMap { $0.value("id").flatMap { Int($0) } }
    if breaks.count > 1023 || breaks != breaks.sorted() { faults.append("breaks \(breaks)") }
    // A break with this id stands between the rows `id` and `id + 1`, counted from 1.
    for merge in merges {
      if let cut = breaks.first(where: { merge.first.row < $0 && $0 <= merge.last.row }) {
        faults.append("\(merge) is cut by the break above row \(cut + 1)")
      }
    }
    let isFitted =
      sheet.elements(forName: "sheetPr").first?.elements(forName: "pageSetUpPr").first?.value("fitToPage") == "1"
    if isFitted, !breaks.isEmpty { faults.append("fit to page makes Excel ignore the breaks") }
  }

  private mutating func checkValidations() {
    for validation in children("dataValidations", "dataValidation") {
      let formula = validation.elements(forName: "formula1").first?.text ?? ""
      if formula.utf16.count > 255 { faults.append("a list of \(formula.utf16.count) characters") }
      if (validation.value("promptTitle") ?? "").utf16.count > 32 { faults.append("a hint's title is too long") }
      if (validation.value("prompt") ?? "").utf16.count > 255 { faults.append("a hint is too long") }
    }
  }
}
