import Findings
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
  readEverything(of: package, limits)
  return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt) -> Int {
  mutatePart(data, size, maximum, seed)
}
