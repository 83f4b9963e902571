import Findings

/// Lines next to each other that the file's delimiter does not split and another one does: several files were put together.
struct UnsplitLines {
  /// As many lines are no chance.
  private static let fewest = 5
  private static let fewestFields = 3
  private static let mostFindings = 16

  private struct Run {
    let delimiter: Delimiter
    let fields: Int
    let first: Int
    var last: Int
    var lines = 1
  }

  private var run: Run?
  private var ended: [Run] = []

  var findings: [Finding] {
    (ended + (run.map { [$0] } ?? [])).filter { $0.lines >= Self.fewest }.map { run in
      Finding(
        .textOtherDelimiter, at: Place(position: BytePosition(line: run.first)),
        ["line": String(run.first), "last": String(run.last), "delimiter": run.delimiter.name])
    }
  }

  /// A record of one field.
  mutating func count(_ reader: borrowing RecordReader) {
    let own = reader.dialect.delimiter
    let found = reader.withBytes(of: 0) { bytes in
      Delimiter.usual.lazy.filter { $0.bytes.count == 1 && $0 != own }.map { delimiter in
        (delimiter, bytes.count { $0 == delimiter.bytes[0] } + 1)
      }.first { $0.1 >= Self.fewestFields }
    }
    guard let (delimiter, fields) = found else { return end() }
    if var current = run, current.delimiter == delimiter, current.fields == fields {
      current.last = reader.line
      current.lines += 1
      run = current
    } else {
      end()
      run = Run(delimiter: delimiter, fields: fields, first: reader.line, last: reader.line)
    }
  }

  /// Another record has come.
  mutating func end() {
    guard let run else { return }
    self.run = nil
    if run.lines >= Self.fewest, ended.count < Self.mostFindings { ended.append(run) }
  }
}
