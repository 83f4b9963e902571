import Findings
import SystemCalls

/// Reads the record of a shard, one input at a time.
final class ShardReader {
  private static let pieceSize = 1 << 18

  let header: ShardHeader
  let path: String
  private let file: OpenFile
  private var buffer = FrameBuffer()
  /// What the record says last, once it has been read to its end.
  private(set) var end: ShardEnd?
  /// The next input; nil behind the last.
  private(set) var next: (job: Job, result: FileResult, frames: HeldFrames)?
  private let spool: FrameSpool

  /// - Parameter spool: Where the forms of the next input wait.
  /// - Throws: A refusal where there is no record, or it is not whole.
  init(_ path: String, spool: FrameSpool) throws {
    self.path = path
    self.spool = spool
    guard let file = try? OpenFile(path: path) else { throw Refusal(.mergeNoRecord, ["path": path]) }
    self.file = file
    guard let first = try Self.frame(&buffer, file), first.kind == .profile,
      let header = try? ShardHeader(encoded: first.content)
    else { throw Refusal(.mergeNoRecord, ["path": path]) }
    self.header = header
    try advance()
  }

  /// Goes on to the next input.
  func advance() throws {
    var log = FrameLog(in: spool)
    var job: Job?
    next = nil
    do {
      while let frame = try Self.frame(&buffer, file) {
        switch frame.kind {
        case .form, .piece: try log.append(frame.kind, frame.content)
        case .job: job = try Job(encodedWithPosition: frame.content)
        case .result:
          guard let job else { throw FrameBuffer.Malformed() }
          next = (job, try FileResult(encoded: frame.content), log.frames)
          return
        case .ready:
          end = try ShardEnd(encoded: frame.content)
          return
        case .profile: throw FrameBuffer.Malformed()
        }
      }
      throw FrameBuffer.Malformed()
    } catch is FrameBuffer.Malformed {
      throw Refusal(.mergeNoRecord, ["path": path])
    } catch is FieldLineReader.Malformed {
      throw Refusal(.mergeNoRecord, ["path": path])
    }
  }

  private static func frame(_ buffer: inout FrameBuffer, _ file: OpenFile) throws -> Frame? {
    while true {
      if let frame = try buffer.next() { return frame }
      let piece = try file.read(upTo: pieceSize)
      if piece.isEmpty { return nil }
      buffer.append(piece)
    }
  }
}

extension Job {
  fileprivate init(encodedWithPosition bytes: ArraySlice<UInt8>) throws(FieldLineReader.Malformed) {
    var line = FieldLineReader(bytes)
    var numbers: [Int] = []
    for _ in 0..<(try line.count()) { numbers.append(try line.integer()) }
    var start = bytes.startIndex
    for _ in 0...numbers.count {
      guard let tab = bytes[start...].firstIndex(of: 9) else { throw FieldLineReader.Malformed() }
      start = tab + 1
    }
    try self.init(encoded: bytes[start...])
    position = RunPosition(numbers)
  }
}
