import Findings
import SystemCalls

/// A file on its way to `tracktable pipe`: version 1 of the protocol of `Documentation/Pipe.md`.
struct PipeFrame: Sendable {
  /// The version that is spoken here.
  static let version = 1
  /// Bytes of a name at most.
  static let longestName = 1 << 16

  let name: String
  let content: Content

  enum Content: Sendable {
    case bytes([UInt8])
    /// Larger than one file may be: passed over, and never held.
    case tooLarge
  }

  /// Whole numbers in network byte order.
  static func number(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}

/// Reads frames from a stream, one at a time.
struct PipeFrameReader: ~Copyable {
  /// Bytes read at once.
  private static let pieceSize = 1 << 18

  private let stream: Descriptor
  private let mostBytes: Int
  private var buffer: [UInt8] = []
  private var start = 0

  /// - Parameter mostBytes: How large a file may be.
  init(_ stream: Descriptor, mostBytes: Int) {
    self.stream = stream
    self.mostBytes = mostBytes
  }

  /// The next file; nil where the stream ends between two.
  ///
  /// - Throws: `pipe.torn` where it ends within one, `pipe.malformed` for what is no frame; `SystemFailure` where it cannot be read.
  mutating func next() throws -> PipeFrame? {
    guard try fill(1) else { return nil }
    let nameLength = PipeFrame.number(try readBytes(4))
    guard nameLength > 0, nameLength <= PipeFrame.longestName else {
      throw Refusal(.pipeMalformed, ["count": String(nameLength)])
    }
    let name = FileName.display(Array(try readBytes(Int(nameLength))))
    let length = PipeFrame.number(try readBytes(8))
    guard length <= UInt64(mostBytes) else {
      try skip(length)
      return PipeFrame(name: name, content: .tooLarge)
    }
    return PipeFrame(name: name, content: .bytes(Array(try readBytes(Int(length)))))
  }

  private mutating func readBytes(_ count: Int) throws -> ArraySlice<UInt8> {
    guard try fill(count) else { throw Refusal(.pipeTorn) }
    defer { start += count }
    return buffer[start..<(start + count)]
  }

  private mutating func skip(_ count: UInt64) throws {
    var left = count
    while left > 0 {
      guard try fill(1) else { throw Refusal(.pipeTorn) }
      let here = Int(min(left, UInt64(buffer.count - start)))
      start += here
      left -= UInt64(here)
    }
  }

  /// Reads until so many bytes are there; false at the end of the stream.
  private mutating func fill(_ count: Int) throws -> Bool {
    guard buffer.count - start < count else { return true }
    buffer.removeFirst(start)
    start = 0
    // What a large file has taken is given back.
    if buffer.capacity > 4 * Self.pieceSize, buffer.count + count < Self.pieceSize { buffer = Array(buffer) }
    while buffer.count < count {
      let piece = try stream.read(upTo: Self.pieceSize)
      if piece.isEmpty { return false }
      buffer += piece
    }
    return true
  }
}
