import Findings

/// Inflates on a thread of its own while the caller parses what is there already.
///
/// At most `chunks` buffers are filled ahead, so memory stays bounded however fast the one side is.
final class ReadAhead: PartSource {
  private let shared: Shared
  private let hasThread: Bool
  private var current: UnsafeRawBufferPointer?
  private var position = 0

  private static let chunks = 3
  private static let chunkSize = 256 * 1024
  private static let stackSize = 512 * 1024

  init(_ source: any PartSource) {
    let shared = Shared(source, chunks: Self.chunks, chunkSize: Self.chunkSize)
    self.shared = shared
    hasThread = Monitor.startThread(stackSize: Self.stackSize) { shared.fillUntilDone() }
  }

  deinit { shared.cancel() }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    guard hasThread else { return try shared.source.read(into: buffer) }
    if current == nil {
      current = try shared.nextFilled()
      position = 0
    }
    guard let chunk = current else { return 0 }
    let count = min(buffer.count, chunk.count - position)
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: chunk[position..<position + count]))
    position += count
    if position == chunk.count {
      shared.giveBack()
      current = nil
    }
    return count
  }

  /// A ring of buffers between the two threads. Every field is used with the monitor's lock held only, but for the source,
  /// which is the inflating thread's alone, and for the bytes of a buffer, which belong to the side that holds it.
  private final class Shared: @unchecked Sendable {
    let source: any PartSource
    private let monitor = Monitor()
    private let buffers: [UnsafeMutableRawBufferPointer]
    private var counts: [Int]
    private var filled = 0
    private var nextToTake = 0
    private var isFinished = false
    private var isCancelled = false
    private var failure: Refusal?

    init(_ source: any PartSource, chunks: Int, chunkSize: Int) {
      self.source = source
      buffers = (0..<chunks).map { _ in .allocate(byteCount: chunkSize, alignment: 64) }
      counts = Array(repeating: 0, count: chunks)
    }

    deinit { for buffer in buffers { buffer.deallocate() } }

    func fillUntilDone() {
      var next = 0
      while waitForSpace() {
        var count = 0
        var refusal: Refusal?
        do throws(Refusal) { count = try source.read(into: buffers[next]) } catch { refusal = error }
        monitor.locked {
          counts[next] = count
          failure = refusal
          isFinished = count == 0
          if count > 0 { filled += 1 }
        }
        monitor.signal()
        if count == 0 { return }
        next = (next + 1) % buffers.count
      }
    }

    /// - Returns: false where reading was ended.
    private func waitForSpace() -> Bool {
      monitor.locked {
        while filled == buffers.count, !isCancelled { monitor.wait() }
        return !isCancelled
      }
    }

    /// The next filled buffer, waited for; nil at the end.
    func nextFilled() throws(Refusal) -> UnsafeRawBufferPointer? {
      try monitor.locked { () throws(Refusal) in
        while filled == 0, !isFinished { monitor.wait() }
        if filled == 0 {
          if let failure { throw failure }
          return nil
        }
        return UnsafeRawBufferPointer(rebasing: buffers[nextToTake][..<counts[nextToTake]])
      }
    }

    func giveBack() {
      monitor.locked {
        nextToTake = (nextToTake + 1) % buffers.count
        filled -= 1
      }
      monitor.signal()
    }

    func cancel() {
      monitor.locked { isCancelled = true }
      monitor.signal()
    }
  }
}
