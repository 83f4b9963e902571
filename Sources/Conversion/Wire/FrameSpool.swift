import SystemCalls
import Synchronization

/// Frames that have come and are not yet needed: in memory up to a limit, and beyond that in a file without a name.
///
/// However slow one input is and however much there is to say of another, memory stays below the limit and what is being put together.
final class FrameSpool: Sendable {
  /// Bytes held in memory at most: 16 MiB.
  static let memoryLimit = 16 << 20
  /// Bytes of frames that are put aside together.
  fileprivate static let chunkSize = 1 << 16

  private struct State {
    var memory = 0
    var file: Descriptor?
    var end = 0
    var chunksOnDisk = 0
  }

  private let state = Mutex(State())
  private let folder: String

  /// - Parameter folder: Where the file for what does not fit into memory is made.
  init(folder: String) { self.folder = folder }

  /// Bytes held in memory.
  var memory: Int { state.withLock { $0.memory } }
  /// Bytes of the file.
  var diskBytes: Int { state.withLock { $0.end } }

  fileprivate func chunk(_ bytes: [UInt8]) throws(SystemFailure) -> Chunk {
    let (file, offset) = try state.withLock { (state) throws(SystemFailure) -> (Descriptor?, Int) in
      if state.memory + bytes.count <= Self.memoryLimit {
        state.memory += bytes.count
        return (nil, 0)
      }
      let file: Descriptor
      if let open = state.file { file = open } else { file = try TemporaryFile.nameless(in: folder) }
      state.file = file
      defer {
        state.end += bytes.count
        state.chunksOnDisk += 1
      }
      return (file, state.end)
    }
    guard let file else { return Chunk(self, .memory(bytes)) }
    let chunk = Chunk(self, .disk(file, offset: offset, count: bytes.count))
    try file.move(to: offset)
    try file.write(bytes)
    return chunk
  }

  fileprivate func release(_ place: Chunk.Place) {
    state.withLock {
      switch place {
      case .memory(let bytes): $0.memory -= bytes.count
      case .disk:
        $0.chunksOnDisk -= 1
        // Nothing is there any more: the file starts over.
        if $0.chunksOnDisk == 0 { $0.end = 0 }
      }
    }
  }

  /// Whole frames that are somewhere.
  fileprivate final class Chunk: Sendable {
    enum Place {
      case memory([UInt8])
      case disk(Descriptor, offset: Int, count: Int)
    }

    private let spool: FrameSpool
    private let place: Place

    init(_ spool: FrameSpool, _ place: Place) {
      self.spool = spool
      self.place = place
    }

    deinit { spool.release(place) }

    func bytes() throws(SystemFailure) -> [UInt8] {
      switch place {
      case .memory(let bytes): return bytes
      case .disk(let file, let offset, let count):
        var bytes: [UInt8] = []
        while bytes.count < count {
          let more = try file.read(upTo: count - bytes.count, at: offset + bytes.count)
          guard !more.isEmpty else { throw SystemFailure(number: 5) }
          if bytes.isEmpty { bytes = more } else { bytes += more }
        }
        return bytes
      }
    }
  }
}

/// The frames of one input, put aside as they come.
struct FrameLog {
  private let spool: FrameSpool
  private var chunks: [FrameSpool.Chunk] = []
  private var open: [UInt8] = []

  init(in spool: FrameSpool) { self.spool = spool }

  mutating func append(_ kind: Frame.Kind, _ content: some Collection<UInt8>) throws(SystemFailure) {
    Frame.append(kind, content, to: &open)
    if open.count >= FrameSpool.chunkSize {
      chunks.append(try spool.chunk(open))
      open = []
    }
  }

  /// What has been put aside so far.
  var frames: HeldFrames { HeldFrames(chunks: chunks, rest: open) }
}

/// Frames that were put aside, gone through as often as need be.
struct HeldFrames: Sendable {
  fileprivate var chunks: [FrameSpool.Chunk] = []
  fileprivate var rest: [UInt8] = []

  var isEmpty: Bool { chunks.isEmpty && rest.isEmpty }

  func forEach(_ body: (Frame) throws -> Void) throws {
    for chunk in chunks { try Self.forEach(in: chunk.bytes(), body) }
    try Self.forEach(in: rest, body)
  }

  /// The forms among them.
  func forEachForm(_ body: (FormResult) throws -> Void) throws {
    try forEach { if $0.kind == .form { try body(FormResult(encoded: $0.content)) } }
  }

  private static func forEach(in bytes: [UInt8], _ body: (Frame) throws -> Void) throws {
    var buffer = FrameBuffer()
    buffer.append(bytes)
    while let frame = try buffer.next() { try body(frame) }
  }
}
