import Findings
import Foundation
import Spreadsheet

/// Loads every file of a folder as a table, its encoding and dialect found out, and writes each as CSV of RFC 4180: what a benchmark of data loading asks.
///
/// An empty file, which the reader refuses as `file.empty`, is a table without rows. A file that is refused for anything else becomes the two words that
/// Pollock has for it, and the reason.
@main
struct LoadTables {
  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      print("usage: loadtables FOLDER OUTPUT")
      exit(64)
    }
    let folder = URL(fileURLWithPath: CommandLine.arguments[1])
    let output = URL(fileURLWithPath: CommandLine.arguments[2])
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let loaded: [UInt8]
      do {
        loaded = try table(in: folder.appending(path: name).path)
      } catch let refusal as Refusal where refusal.finding.rule.name == "file.empty" {
        loaded = []
      } catch let refusal as Refusal {
        loaded = Array("Application Error\n\(refusal.finding.message(in: .english))\n".utf8)
      }
      try Data(loaded).write(to: output.appending(path: name + "_converted.csv"))
    }
  }

  /// The records of a file as CSV, from where its table begins; blank lines are none.
  private static func table(in path: String) throws -> [UInt8] {
    var format = DelimitedFormat.csv
    format.hasByteOrderMark = false
    format.guardsFormulas = false
    var writer = DelimitedWriter(format)
    let workbook = try TextWorkbook.open(.file(path))
    let records = try workbook.records()
    while try records.next() {
      if records.isBlank || records.record <= workbook.preambleRecords { continue }
      writer.write((0..<records.fieldCount).map { records.text(of: $0) })
    }
    return writer.drain()
  }
}
