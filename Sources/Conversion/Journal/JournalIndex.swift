import Findings
import SystemCalls

/// What the journal of an earlier run says, found by path; holds 16 bytes for each input and reads the rest when asked.
final class JournalIndex {
  private static let pieceSize = 1 << 18

  private let file: Descriptor?
  private var offsets: [UInt64: UInt64] = [:]

  /// An unreadable or missing journal says nothing, and everything is done again.
  init(path: String) {
    file = try? Descriptor.ownFile(path)
    guard let file else { return }
    Self.forEachLine(file) { offset, line in
      if let body = JournalLine.body(of: line), let entry = try? JournalEntry(encoded: body) {
        offsets[Fingerprint.of(entry.path)] = UInt64(offset)
      }
      return true
    }
  }

  /// The paths that it says something of, in the order of their last lines.
  var paths: [[UInt8]] {
    guard let file else { return [] }
    var paths: [[UInt8]] = []
    for offset in offsets.values.sorted() {
      Self.forEachLine(file, from: Int(offset)) { _, line in
        if let entry = JournalLine.body(of: line).flatMap({ try? JournalEntry(encoded: $0) }) {
          paths.append(entry.path)
        }
        return false
      }
    }
    return paths
  }

  /// What the last line about this path says; nil where there is none, or what belongs to it is not whole.
  subscript(path: [UInt8]) -> JournalEntry? {
    guard let file, let offset = offsets[Fingerprint.of(path)] else { return nil }
    var found: JournalEntry?
    Self.forEachLine(file, from: Int(offset)) { _, line in
      found = JournalLine.body(of: line).flatMap { try? JournalEntry(encoded: $0) }
      return false
    }
    guard let found, found.path == path else { return nil }
    var forms = 0
    let isWhole: ()? = try? forEachForm(of: found) { _ in forms += 1 }
    return isWhole != nil && forms == found.result.forms ? found : nil
  }

  /// The encoded forms of an input, in their order.
  ///
  /// - Throws: `Malformed` where a line is not whole; what `body` throws.
  func forEachForm(of entry: JournalEntry, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    guard let file, !entry.forms.isEmpty else { return }
    var failure: (any Error)?
    Self.forEachLine(file, from: entry.forms.lowerBound) { offset, line in
      guard offset < entry.forms.upperBound else { return false }
      do {
        guard let content = JournalLine.body(of: line) else { throw FieldLineReader.Malformed() }
        var fields = FieldLineReader(content)
        guard try fields.text() == "F" else { throw FieldLineReader.Malformed() }
        var frames = FrameBuffer()
        frames.append(try fields.rawBytes())
        while let frame = try frames.next() { try body(frame.content) }
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
  }

  /// Where the last whole line of a journal ends.
  static func endOfLastLine(_ file: Descriptor) -> Int {
    var end = 0
    forEachLine(file) { offset, line in
      end = offset + line.count + 1
      return true
    }
    return end
  }

  /// - Parameter body: Takes a line and where it begins; false where it wants no more.
  private static func forEachLine(_ file: Descriptor, from start: Int = 0, _ body: (Int, ArraySlice<UInt8>) -> Bool) {
    var buffer: [UInt8] = []
    /// Where in the file the buffer begins, and how much of it has no line break.
    var offset = start
    var searched = 0
    while let piece = try? file.read(upTo: pieceSize, at: offset + buffer.count), !piece.isEmpty {
      buffer += piece
      var begin = 0
      while let end = buffer[searched...].firstIndex(of: 10) {
        if !body(offset + begin, buffer[begin..<end]) { return }
        begin = end + 1
        searched = begin
      }
      searched = buffer.count - begin
      buffer.removeFirst(begin)
      offset += begin
    }
  }
}
