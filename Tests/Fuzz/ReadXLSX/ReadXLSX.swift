import Findings
import Foundation
import Spreadsheet

// A libFuzzer target over the whole XLSX reader; `Tests/Fuzz/build` says how it is compiled.
//
// An input that begins with PK is a package as it is. Any other input is the parts of a package, each as
// `name NL length NL bytes`, which the target packs: so mutations reach the XML and not the checksums around it.

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let package = bytes.starts(with: [0x50, 0x4B]) ? bytes : StoredPackage(parts: PartList(bytes).parts).bytes
  // What would be read as text another target reads.
  guard let format = try? FileFormat(sniffing: package), format == .xlsx else { return -1 }
  var limits = Limits()
  limits.inflatedBytes = 8_000_000
  limits.elementBytes = 1 << 18
  limits.cellsOfWholeSheet = 20_000
  read(package, limits)
  return 0
}

/// Everything that anybody can ask of a workbook; a refusal is a good answer.
private func read(_ package: [UInt8], _ limits: Limits) {
  do {
    let workbook = try openWorkbook(.bytes(package), options: ReadingOptions(limits: limits))
    var length = workbook.findings.reduce(0) { $0 + $1.message(in: .chinese).utf8.count }
    for info in workbook.sheets {
      let sheet = try workbook.sheet(info)
      var last: CellReference?
      for cell in sheet.cells {
        length += cell.text.utf8.count + cell.value.utf8.count
        length += cell.number == nil && cell.kind == .number ? 1 : 0
        require(last.map { $0 < cell.reference } ?? true, "cells are in order, one an address")
        require(sheet[cell.reference]?.value == cell.value, "a cell is found where it is")
        last = cell.reference
      }
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
  var random = SeededGenerator(seed: UInt64(seed))
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  var list = PartList(bytes)
  guard !bytes.starts(with: [0x50, 0x4B]), !list.parts.isEmpty, random.next() % 16 > 0 else {
    return replace(data, size, maximum, by: nil)
  }
  let chosen = Int(random.next() % UInt64(list.parts.count))
  list.parts[chosen].bytes = XMLMutation.apply(to: list.parts[chosen].bytes, &random)
  return replace(data, size, maximum, by: list.bytes)
}
