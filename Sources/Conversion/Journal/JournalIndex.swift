import Findings
import Glibc

/// What the journal of an earlier run says, found by path; holds 16 bytes for each line and reads the rest when asked.
final class JournalIndex {
  private static let pieceSize = 1 << 18

  private let file: OpenFile?
  private var offsets: [UInt64: UInt64] = [:]

  /// An unreadable or missing journal says nothing, and everything is done again.
  init(path: String) {
    file = try? OpenFile(path: path)
    guard let file else { return }
    Self.forEachLine(file.descriptor) { offset, line in
      if let entry = try? JournalEntry(encoded: line) { offsets[Fingerprint.of(entry.path)] = UInt64(offset) }
    }
  }

  /// What the last line about this path says.
  subscript(path: [UInt8]) -> JournalEntry? {
    guard let file, let offset = offsets[Fingerprint.of(path)] else { return nil }
    var found: JournalEntry?
    Self.forEachLine(file.descriptor, from: Int(offset), upTo: 1) { _, line in found = try? JournalEntry(encoded: line)
    }
    return found?.path == path ? found : nil
  }

  /// Where the last whole line of a journal ends.
  static func endOfLastLine(_ descriptor: Int32) -> Int {
    var end = 0
    forEachLine(descriptor) { offset, line in end = offset + line.count + 1 }
    return end
  }

  private static func forEachLine(
    _ descriptor: Int32, from start: Int = 0, upTo limit: Int = .max, _ body: (Int, ArraySlice<UInt8>) -> Void
  ) {
    var buffer: [UInt8] = []
    var offset = start
    var position = start
    var lines = 0
    while true {
      let piece = [UInt8](unsafeUninitializedCapacity: limit == 1 ? 4096 : pieceSize) { bytes, count in
        count = max(0, pread(descriptor, bytes.baseAddress, bytes.count, off_t(position)))
      }
      if piece.isEmpty { return }
      position += piece.count
      buffer += piece
      var begin = 0
      while let end = buffer[begin...].firstIndex(of: 10) {
        body(offset, buffer[begin..<end])
        offset += end + 1 - begin
        begin = end + 1
        lines += 1
        if lines == limit { return }
      }
      buffer.removeFirst(begin)
    }
  }
}
