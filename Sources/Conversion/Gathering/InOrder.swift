import Glibc

/// Brings what workers finish in any order back into the order of the inputs.
///
/// What comes too early is held in memory up to a limit and beyond that in an unlinked file, so a slow input holds up
/// nobody and costs no memory.
final class InOrder {
  /// Bytes held in memory at most: 16 MiB.
  static let memoryLimit = 16 << 20

  fileprivate enum Held {
    case memory([UInt8])
    case disk(offset: Int, count: Int)
  }

  private struct Input {
    var pieces: [Held] = []
    var result: Held?
  }

  private var next = 0
  private var inputs: [Int: Input] = [:]
  private var memory = 0
  private let folder: String
  private var spool: Int32 = -1
  private var spoolEnd = 0

  /// - Parameter folder: Where the file for what does not fit into memory is made.
  init(folder: String) { self.folder = folder }

  deinit { if spool >= 0 { close(spool) } }

  /// How many inputs are held back.
  var count: Int { inputs.count }

  func hold(piece: [UInt8], of ordinal: Int) throws(SystemFailure) {
    let held = try hold(piece)
    inputs[ordinal, default: Input()].pieces.append(held)
  }

  func hold(result: [UInt8], of ordinal: Int) throws(SystemFailure) {
    let held = try hold(result)
    inputs[ordinal, default: Input()].result = held
  }

  /// The result of the next input in order, and a way to its pieces; nil until it has come.
  func takeNext() throws(SystemFailure) -> (result: [UInt8], pieces: Pieces)? {
    guard let input = inputs[next], let result = input.result else { return nil }
    inputs[next] = nil
    next += 1
    let bytes = try release(result)
    // Nothing is held any more: the file starts over.
    let isLast = inputs.isEmpty
    return (bytes, Pieces(owner: self, held: input.pieces, emptiesSpool: isLast))
  }

  /// The pieces of an input, each released as it is asked for.
  struct Pieces {
    fileprivate let owner: InOrder
    fileprivate let held: [Held]
    fileprivate let emptiesSpool: Bool

    func forEach(_ body: ([UInt8]) throws -> Void) throws {
      for piece in held { try body(owner.release(piece)) }
      if emptiesSpool { owner.spoolEnd = 0 }
    }
  }

  private func hold(_ bytes: [UInt8]) throws(SystemFailure) -> Held {
    if memory + bytes.count <= Self.memoryLimit {
      memory += bytes.count
      return .memory(bytes)
    }
    if spool < 0 { spool = try Self.unlinkedFile(in: folder) }
    guard lseek(spool, off_t(spoolEnd), SEEK_SET) >= 0 else { throw SystemFailure(number: errno) }
    try spool.writeAll(bytes)
    defer { spoolEnd += bytes.count }
    return .disk(offset: spoolEnd, count: bytes.count)
  }

  private func release(_ held: Held) throws(SystemFailure) -> [UInt8] {
    switch held {
    case .memory(let bytes):
      memory -= bytes.count
      return bytes
    case .disk(let offset, let count):
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        filled = max(0, pread(spool, buffer.baseAddress, count, off_t(offset)))
      }
      guard bytes.count == count else { throw SystemFailure(number: EIO) }
      return bytes
    }
  }

  private static func unlinkedFile(in folder: String) throws(SystemFailure) -> Int32 {
    var path = Array("\(folder)/tracktable-XXXXXX".utf8).terminated
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw SystemFailure(number: errno) }
    unlink(path)
    return descriptor
  }
}
