import Spreadsheet

// A libFuzzer target over the reader of documents; `Tests/Fuzz/build` says how it is compiled.
//
// An input that begins with an angle bracket is the XML of the main part. Any other input is several parts, as the target of workbooks
// has them: so mutations reach the tables, the headers and the comments, and not the container around them.

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let document = Array("word/document.xml".utf8)
  let parts = bytes.first == UInt8(ascii: "<") ? [(document, bytes)] : PartList(bytes).parts
  // What would be no document, the target of workbooks reads.
  guard parts.contains(where: { $0.0 == document }) else { return -1 }
  var limits = Limits()
  limits.inflatedBytes = 8_000_000
  limits.elementBytes = 1 << 18
  limits.cellsOfWholeSheet = 20_000
  limits.textBytesOfWholeSheet = 4_000_000
  readEverything(of: StoredPackage(parts: parts).bytes, limits) { sheet in
    require(!sheet.merges.contains { $0.isSingleCell }, "a merge has several cells")
    require(!sheet.cells.contains { $0.text.isEmpty }, "a cell without text is none")
  }
  return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt) -> Int {
  guard size > 0, data[0] == UInt8(ascii: "<") else { return mutatePart(data, size, maximum, seed) }
  return mutate(data, size, maximum, seed) { XMLMutation.apply(to: $0, &$1) }
}
