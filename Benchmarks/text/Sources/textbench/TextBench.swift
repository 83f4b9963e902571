import Foundation
import Spreadsheet

/// Reads a delimited file once through one layer of the reader and prints, separated by tabs, the seconds of processor time, records, fields and bytes.
///
/// - bytes: the record reader over bytes in memory, fields found and not touched
/// - records: file to records: read, checked or decoded, fields found, their lengths summed up
/// - strings: the same, every field made a String
/// - cells: file to rows of cells with their places, the bytes of their texts lent out
/// - rows: the same, every text made a String
@main
struct TextBench {
  private var records = 0
  private var fields = 0
  private var length = 0

  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      print("usage: textbench bytes|records|strings|cells|rows FILE")
      exit(64)
    }
    var bench = TextBench()
    let seconds = try bench.measure(CommandLine.arguments[1], CommandLine.arguments[2])
    print("\(seconds)\t\(bench.records)\t\(bench.fields)\t\(bench.length)")
  }

  private mutating func measure(_ layer: String, _ path: String) throws -> Double {
    if layer == "bytes" {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let begin = Self.processorSeconds()
      data.withUnsafeBytes { readBytes($0) }
      return Self.processorSeconds() - begin
    }
    let begin = Self.processorSeconds()
    switch layer {
    case "records": try readRecords(path) { $0.withBytes(of: $1) { $0.count } }
    case "strings": try readRecords(path) { $0.text(of: $1).utf8.count }
    case "cells": try readRows(path) { $0.withTextBytes { $0.count } }
    default: try readRows(path) { $0.text.utf8.count }
    }
    return Self.processorSeconds() - begin
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private mutating func readBytes(_ bytes: UnsafeRawBufferPointer) {
    var reader = RecordReader(.csv)
    var rest = bytes[...]
    while true {
      switch reader.next() {
      case .record:
        records += 1
        fields += reader.fieldCount
      case .end: return
      case .needsInput:
        let piece = rest.prefix(1 << 18)
        if piece.isEmpty { reader.finish() } else { reader.feed(UnsafeRawBufferPointer(rebasing: piece)) }
        rest = rest.dropFirst(piece.count)
      }
    }
  }

  private mutating func readRecords(_ path: String, _ measure: (TextRecords, Int) -> Int) throws {
    let stream = try TextWorkbook.open(.file(path)).records()
    while try stream.next() {
      records += 1
      fields += stream.fieldCount
      for field in 0..<stream.fieldCount { length += measure(stream, field) }
    }
  }

  private mutating func readRows(_ path: String, _ measure: (Cell) -> Int) throws {
    let workbook = try TextWorkbook.open(.file(path))
    let rows = try workbook.rows(of: workbook.sheets[0])
    while let row = try rows.next() {
      records += 1
      fields += row.cells.count
      for cell in row.cells { length += measure(cell) }
    }
  }
}
