import Findings
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
  readEverything(of: bytes, limits) { sheet in
    for cell in sheet.cells {
      require(!cell.value.isEmpty, "an empty cell is none")
      require(cell.reference.column < 256 && cell.reference.row < 65_536, "a cell stands in the grid")
    }
    require(sheet.hiddenColumns.allSatisfy { $0 < 256 }, "a column is one of 256")
  }
  return 0
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
