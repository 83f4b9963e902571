/// A message on the pipe between a run and its workers: a length of four bytes, a kind, and the content.
enum Frame {
  enum Kind: UInt8 {
    /// From a worker: it has started and waits for jobs.
    case ready
    /// To a worker: an encoded `Job`.
    case job
    /// From a worker: a piece of a gathered output, of the job it is working on.
    case piece
    /// From a worker: the encoded `FileResult` that ends a job.
    case result
  }

  static func bytes(_ kind: Kind, _ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count + 5)
    let length = UInt32(content.count)
    for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: length >> UInt32(shift))) }
    bytes.append(kind.rawValue)
    return bytes + content
  }
}

/// Takes bytes as they come from a pipe and gives out whole frames.
struct FrameBuffer {
  private var bytes: [UInt8] = []
  private var start = 0

  mutating func append(_ piece: some Sequence<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes += piece
  }

  /// The next frame; nil until it is complete, and for ever after a frame of no known kind.
  mutating func next() -> (kind: Frame.Kind, content: ArraySlice<UInt8>)? {
    guard bytes.count - start >= 5 else { return nil }
    var length = 0
    for index in 0..<4 { length |= Int(bytes[start + index]) << (8 * index) }
    guard bytes.count - start >= 5 + length, let kind = Frame.Kind(rawValue: bytes[start + 4]) else { return nil }
    let content = bytes[(start + 5)..<(start + 5 + length)]
    start += 5 + length
    return (kind, content)
  }
}
