import Findings
import Foundation
import Spreadsheet

// A libFuzzer target over the reader of documents; `Tests/Fuzz/build` says how it is compiled.
//
// An input is the XML of the main part, which the target packs: so mutations reach the tables and not the container around them, which
// the target of workbooks has.

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let package = StoredPackage(parts: [(Array("word/document.xml".utf8), bytes)]).bytes
  var limits = Limits()
  limits.inflatedBytes = 8_000_000
  limits.elementBytes = 1 << 18
  limits.cellsOfWholeSheet = 20_000
  limits.textBytesOfWholeSheet = 4_000_000
  do {
    let workbook = try openWorkbook(.bytes(package), options: ReadingOptions(limits: limits))
    var length = workbook.findings.reduce(0) { $0 + $1.message(in: .chinese).utf8.count }
    require(!workbook.sheets.isEmpty, "a document without tables is refused")
    for info in workbook.sheets {
      let sheet = try workbook.sheet(info)
      for (index, merge) in sheet.merges.enumerated().prefix(100) {
        require(!merge.isSingleCell, "a merge has several cells")
        require(!sheet.merges[(index + 1)...].contains { $0.intersects(merge) }, "merges are disjoint")
      }
      var last: CellReference?
      for cell in sheet.cells {
        require(last.map { $0 < cell.reference } ?? true, "cells are in order, one an address")
        require(!cell.text.isEmpty, "a cell without text is none")
        last = cell.reference
      }
      length += sheet.findings.reduce(0) { $0 + $1.message(in: .english).utf8.count }
    }
    require(length >= 0, "nothing was read")
  } catch {
    // Only refusals can be thrown here, and a refusal has words.
    require(!error.finding.message(in: .english).isEmpty, "a refusal without words")
  }
  return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt) -> Int {
  mutate(data, size, maximum, seed) { XMLMutation.apply(to: $0, &$1) }
}
