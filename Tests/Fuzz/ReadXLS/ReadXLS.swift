import Findings
import Foundation
import Spreadsheet

// A libFuzzer target over the reader of binary workbooks; `Tests/Fuzz/build` says how it is compiled.
//
// An input that begins with the signature of a compound file is one as it is. Any other input is the records of a workbook, whose
// sheets are found again after a mutation where the last byte is even.

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: data, count: size))
  if !RecordList.isCompoundFile(bytes), bytes.last.map({ $0 % 2 == 0 }) ?? false { bytes = RecordList(bytes).repaired }
  // What would be read as text another target reads.
  guard let format = try? FileFormat(sniffing: bytes), format == .xls else { return -1 }
  var limits = Limits()
  limits.cellsOfWholeSheet = 100_000
  limits.sheets = 100
  read(bytes, limits)
  return 0
}

/// Everything that anybody can ask of a workbook; a refusal is a good answer.
private func read(_ bytes: [UInt8], _ limits: Limits) {
  do {
    let workbook = try openWorkbook(.bytes(bytes), options: ReadingOptions(limits: limits))
    var length = workbook.findings.reduce(0) { $0 + $1.message(in: .chinese).utf8.count }
    for info in workbook.sheets {
      length += info.name?.utf8.count ?? 0
      length += (try? workbook.objects(on: info))?.reduce(0) { $0 + $1.text.utf8.count } ?? 0
      length += (try? workbook.rows(of: info))?.pageTexts.count ?? 0
      guard let sheet = try? workbook.sheet(info) else { continue }
      var last: CellReference?
      for cell in sheet.cells {
        length += cell.text.utf8.count + cell.value.utf8.count
        length += cell.number == nil && cell.kind == .number ? 1 : 0
        require(last.map { $0 < cell.reference } ?? true, "cells are in order, one an address")
        require(sheet[cell.reference]?.value == cell.value, "a cell is found where it is")
        require(!cell.value.isEmpty, "an empty cell is none")
        require(cell.reference.column < 256 && cell.reference.row < 65_536, "a cell stands in the grid")
        last = cell.reference
      }
      require(sheet.hiddenColumns.allSatisfy { $0 < 256 }, "a column is one of 256")
      for (index, merge) in sheet.merges.enumerated().prefix(100) {
        require(!sheet.merges[(index + 1)...].contains { $0.intersects(merge) }, "merges are disjoint")
      }
      length += sheet.findings.reduce(0) { $0 + $1.message(in: .english).utf8.count }
    }
    require(length >= 0, "nothing was read")
  } catch {
    // Only refusals can be thrown here, and a refusal has words.
    require(!error.finding.message(in: .english).isEmpty, "a refusal without words")
  }
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt) -> Int {
  mutate(data, size, maximum, seed) { bytes, random in
    if RecordList.isCompoundFile(bytes) { return RecordList.changingNumber(in: bytes, &random) }
    var list = RecordList(bytes)
    list.change(&random)
    return list.bytes
  }
}
