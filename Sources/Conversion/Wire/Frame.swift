import SystemCalls

/// A message between a run and its workers, and what a run puts aside: a length of four bytes, a kind, and the content.
struct Frame {
  enum Kind: UInt8 {
    /// From a worker: it has started and waits for jobs.
    case ready
    /// To a worker, before all else: the profile, as the run read it.
    case profile
    /// To a worker: an encoded `Job`.
    case job
    /// From a worker: a piece of a gathered output, of the job it is working on.
    case piece
    /// From a worker: an encoded `FormResult` of the job it is working on.
    case form
    /// From a worker: the encoded `FileResult` that ends a job.
    case result
  }

  var kind: Kind
  var content: ArraySlice<UInt8>

  /// Bytes of a content at most: larger than anything that a worker within its limits can make.
  static let longestContent = 1 << 30

  static func append(_ kind: Kind, _ content: some Collection<UInt8>, to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + content.count + 5)
    let length = UInt32(content.count)
    for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: length >> UInt32(shift))) }
    bytes.append(kind.rawValue)
    bytes += content
  }

  static func bytes(_ kind: Kind, _ content: some Collection<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    append(kind, content, to: &bytes)
    return bytes
  }
}

/// Collects bytes as they come from a pipe and returns whole frames.
struct FrameBuffer {
  /// The bytes are no frames: their sender cannot be trusted any more.
  struct Malformed: Error {}

  private var bytes: [UInt8] = []
  private var start = 0

  /// Bytes that have come and are no whole frame yet.
  var pendingBytes: Int { bytes.count - start }

  mutating func append(_ piece: some Sequence<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes += piece
  }

  /// The next frame; nil until it is complete.
  mutating func next() throws(Malformed) -> Frame? {
    guard bytes.count - start >= 5 else { return nil }
    var length = 0
    for index in 0..<4 { length |= Int(bytes[start + index]) << (8 * index) }
    guard length <= Frame.longestContent, let kind = Frame.Kind(rawValue: bytes[start + 4]) else { throw Malformed() }
    guard bytes.count - start >= 5 + length else { return nil }
    let content = bytes[(start + 5)..<(start + 5 + length)]
    start += 5 + length
    return Frame(kind: kind, content: content)
  }
}
