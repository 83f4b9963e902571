import Findings

@testable import Spreadsheet

/// Any bytes are read as an XML document and as a worksheet, whole and in pieces.
///
/// Besides what AddressSanitizer sees, these must hold: what expat accepts, the scanner reads as expat does; how bytes are cut makes no
/// difference to the cells, the merges and the findings, nor to whether it is refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func readXML(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let chunk = 1 + bytes.reduce(0) { $0 &+ Int($1) } % 61
  let whole = sheet(bytes, chunk: count, expected: count)
  let inPieces = sheet(bytes, chunk: chunk, expected: 0)
  require(whole == inPieces, "whole: \(String(describing: whole)), in pieces: \(String(describing: inPieces))")
  guard let document = String(validating: bytes, as: UTF8.self), !document.contains("<!DOCTYPE"),
    let byExpat = ExpatEvents(document).events,
    depth(byExpat) < OpenElements.maximumDepth
  else { return 0 }
  require(CursorEvents(document, chunk: chunk).events == byExpat, "expat reads something else")
  return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutateInput(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt) -> Int {
  mutate(data, size, maximum, seed) { XMLMutation.apply(to: $0, &$1) }
}

/// All that is read from a worksheet, one line a cell, merge or finding; nil where it is refused.
private func sheet(_ bytes: [UInt8], chunk: Int, expected: Int) -> [String]? {
  var lines: [String] = []
  let stream = PartStream(SlowStream(bytes, chunk: max(1, chunk)), name: "sheet1.xml", expectedLength: expected)
  let maker = CellMaker(styles: StylesPart(is1904: false)) { SharedStrings() }
  do throws(Refusal) {
    let info = SheetInfo(name: "a", index: 0, state: .visible)
    let reader = try WorksheetReader(stream, sheet: info, maker: maker, limits: .standard)
    while let row = try reader.next() {
      lines.append("row \(row.index) \(row.isHidden)")
      for cell in row.cells { lines.append("\(cell.reference.a1) \(cell.kind) \(cell.value)") }
    }
    lines += try reader.readToEnd().merges.map(\.a1) + reader.hiddenColumns.sorted().map(String.init)
    lines += reader.findings.map { $0.message(in: .english) }
  } catch {
    return nil
  }
  return lines
}

private func depth(_ events: [String]) -> Int {
  var depth = 0
  var deepest = 0
  for event in events {
    depth += event.hasPrefix("start ") ? 1 : event.hasPrefix("end ") ? -1 : 0
    deepest = max(deepest, depth)
  }
  return deepest
}
