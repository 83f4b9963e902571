import Findings

@testable import Spreadsheet

/// Any bytes are read as records, whole and in pieces, or as a text file, and what was read is written and read again.
///
/// Besides what AddressSanitizer sees, these must hold: how bytes are cut makes no difference, every position lies in the file, and what the writer writes
/// the reader reads back.
@_cdecl("LLVMFuzzerTestOneInput")
public func readText(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // What is done with an input follows from its length, so that changes of single bytes keep it.
  var random = SeededGenerator(seed: UInt64(count))
  // One thing at a time: that makes three times as many inputs a second.
  switch random.next() % 4 {
  case 0: readWorkbook(bytes)
  case 1: compareWorkbooks(bytes, &random)
  case 2 where count < 500: compareRecords(bytes, dialect(&random), pieces: 1)
  default: compareRecords(bytes, dialect(&random), pieces: 1 + Int(random.next() % 70))
  }
  return 0
}

/// One of the usual dialects, or any.
private func dialect(_ random: inout SeededGenerator) -> Dialect {
  let usual = [
    Dialect.csv, .tsv, Dialect(delimiter: .fullWidthComma), Dialect(escape: UInt8(ascii: "\\")), Dialect(quote: nil),
  ]
  if random.next() % 4 > 0 { return usual[Int(random.next() % UInt64(usual.count))] }
  let marks = [nil] + Array("\"'\\,;|a0~!".utf8).map { Optional($0) }
  return Dialect(
    delimiter: (Delimiter.usual + [.commaAndSpace, .space] + ["é", "😀", "a"].compactMap { Delimiter($0) })
      .randomElement(using: &random) ?? .comma,
    quote: marks.randomElement(using: &random) ?? nil, escape: marks.randomElement(using: &random) ?? nil)
}

private func compareRecords(_ bytes: [UInt8], _ dialect: Dialect, pieces: Int) {
  // Most inputs have no field over the usual limit.
  for limit in [RecordReader.longestQuotedField, 1 + bytes.count / 3] {
    let whole = records(of: bytes, dialect, limit, pieces: nil)
    let cut = records(of: bytes, dialect, limit, pieces: pieces)
    require(cut == whole, "in pieces of \(pieces) bytes, the records differ")
  }
}

/// Reads bytes as a text file of which little is looked at first, in small pieces and in one.
private func compareWorkbooks(_ bytes: [UInt8], _ random: inout SeededGenerator) {
  var portions = TextPortions()
  portions.evidence = 8 << Int(random.next() % 6)
  portions.sample = portions.evidence + Int(random.next() % 200)
  let encoding = encodings.randomElement(using: &random) ?? nil
  let whole = Reading(bytes, portions, encoding)
  portions.piece = 1 + Int(random.next() % 70)
  let cut = Reading(bytes, portions, encoding)
  require(cut.cells == whole.cells, "in pieces of \(portions.piece) bytes, the cells differ")
  let difference = cut.findings.symmetricDifference(whole.findings)
  require(difference.isEmpty, "in pieces of \(portions.piece) bytes, the findings differ: \(difference)")
}

/// To be found out, mostly, or asked for: those with states and with shift bytes among them.
private let encodings: [String?] = [
  nil, nil, nil, nil, "BIG5", "SHIFT_JIS", "UTF-16", "GB18030", "ISO-2022-JP", "UTF-7", "EUC-TW",
]

/// What a text file is read as.
private struct Reading {
  var cells: [Cell] = []
  var findings: Set<Finding> = []

  init(_ bytes: [UInt8], _ portions: TextPortions, _ encoding: String?) {
    do throws(Refusal) {
      let workbook = try TextWorkbook.open(
        .bytes(bytes), options: ReadingOptions(encoding: encoding), portions: portions)
      let rows = try workbook.rows()
      while let row = try rows.next() { cells += row.cells }
      findings = Set(workbook.findings + rows.findings)
    } catch {
      // How much was read before it depends on the pieces.
      cells = []
      findings = [error.finding]
    }
  }
}

/// Reads bytes as a text file, and writes what was read and reads it again.
private func readWorkbook(_ bytes: [UInt8]) {
  let count = bytes.count
  do throws(Refusal) {
    let workbook = try TextWorkbook.open(.bytes(bytes))
    let rows = try workbook.rows()
    var table: [[String]] = []
    while let row = try rows.next() {
      for cell in row.cells {
        require(
          cell.textPosition.map { (0..<count).contains($0.byteOffset) } ?? false, "a cell outside of the file")
      }
      table.append(row.cells.map(\.text))
    }
    let findings = workbook.findings + rows.findings
    require(findings.allSatisfy { !$0.message(in: .chinese).isEmpty }, "a finding without words")
    try check(table, comesBackFrom: count % 2 == 0 ? .csv : .unicodeText)
  } catch {
    require(!error.finding.message(in: .chinese).isEmpty, "a refusal without words")
  }
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutateInput(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt) -> Int {
  mutate(data, size, maximum, seed) { TextMutation.apply(to: $0, &$1) }
}

/// What the records and fields come to: a number that differs where they do.
private func records(of bytes: [UInt8], _ dialect: Dialect, _ limit: Int, pieces: Int?) -> Int {
  var reader = RecordReader(dialect, longestQuotedField: limit)
  var rest = bytes[...]
  var hasher = Hasher()
  while true {
    switch reader.next() {
    case .record:
      hasher.combine(reader.fieldCount)
      for field in 0..<reader.fieldCount { hasher.combine(reader.bytes(of: field)) }
    case .end: return hasher.finalize()
    case .needsInput:
      if rest.isEmpty { reader.finish() }
      let piece = rest.prefix(pieces ?? rest.count)
      piece.withUnsafeBytes { reader.feed($0) }
      rest = rest.dropFirst(piece.count)
    }
  }
}

private func check(_ table: [[String]], comesBackFrom format: DelimitedFormat) throws(Refusal) {
  var writer = DelimitedWriter(format)
  for row in table { writer.write(row) }
  let bytes = writer.drain()
  if table.isEmpty { return }
  let rows = try TextWorkbook.open(.bytes(bytes), dialect: format.dialect).rows()
  var back: [[String]] = []
  while let row = try rows.next() { back.append(row.cells.map(\.text)) }
  require(back.count == table.count, "\(table.count) rows come back as \(back.count)")
  for (came, went) in zip(back, table) {
    require(
      came.map { Array($0.utf8) } == went.map { Array($0.utf8) },
      "\(went.debugDescription) comes back as \(came.debugDescription)")
  }
}
