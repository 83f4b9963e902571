@testable import Spreadsheet

/// What a record reader made of some bytes, for comparison.
struct Records: Equatable {
  var fields: [[String]] = []
  /// `line` of each record.
  var lines: [Int] = []
  /// Bytes before each field.
  var offsets: [[Int]] = []
  /// `kind@line:column` of each doubt.
  var doubts: [String] = []
  var lineEnds = LineEnds()

  /// How bytes are handed to the reader.
  enum Cut: CaseIterable {
    case whole, bytewise, random
  }

  init(
    of bytes: [UInt8], _ dialect: Dialect, cut: Cut = .whole, seed: UInt64 = 1, longestQuotedField: Int = 1 << 20,
    scansPlainly: Bool = true
  ) {
    var reader = RecordReader(dialect, longestQuotedField: longestQuotedField, scansPlainly: scansPlainly)
    var random = SeededGenerator(seed: seed)
    var rest = bytes[...]
    reading: while true {
      switch reader.next() {
      case .end: break reading
      case .needsInput:
        if rest.isEmpty {
          reader.finish()
          continue
        }
        let length =
          switch cut {
          case .whole: rest.count
          case .bytewise: 1
          case .random: Int.random(in: 1...max(1, min(rest.count, 40)), using: &random)
          }
        reader.feed(rest.prefix(length))
        rest = rest.dropFirst(length)
      case .record:
        fields.append((0..<reader.fieldCount).map { reader.text(of: $0) })
        lines.append(reader.line)
        offsets.append((0..<reader.fieldCount).map { reader.byteOffset + reader.offset(of: $0) })
        for doubt in reader.doubts {
          let (line, column) = reader.position(of: doubt.offset)
          doubts.append("\(doubt.kind)@\(line):\(column)")
        }
      }
    }
    lineEnds = reader.lineEnds
  }
}
