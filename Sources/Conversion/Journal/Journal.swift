import Findings
import Synchronization
import SystemCalls

/// The record of what a run into a folder has finished, safe against a loss of power at any moment.
///
/// A sync for every file would cost more than the work on it. Lines are held back until there are 256 or the first is two
/// seconds old; then one `syncfs` puts the outputs on the disk, and only then their lines are written and synced. A line in
/// the journal therefore means that its outputs are there. All of this happens on a thread of its own while the run goes on.
final class Journal: Sendable {
  static let batchCount = 256
  static let batchSeconds = 2.0
  /// Bytes that are held back at most: 8 MiB.
  static let batchBytes = 8 << 20

  private struct State {
    var waiting: [UInt8] = []
    /// Where in the file what waits will stand.
    var offset = 0
    var count = 0
    var since = 0.0
    var failure: SystemFailure?
    var isWriting = false

    /// Removes and returns what waits, to be written now.
    mutating func dequeueBatch() -> [UInt8] {
      let batch = waiting
      offset += batch.count
      waiting = []
      count = 0
      isWriting = true
      return batch
    }
  }

  private let state = Mutex(State())
  private let file: Descriptor
  private let folder: Descriptor

  /// Opens the journal of a folder and cuts off a last line that is not whole.
  init(_ runFolder: RunFolder, startingAnew: Bool) throws(Refusal) {
    do throws(SystemFailure) {
      let file = try Descriptor.ownFile(runFolder.journal)
      self.file = file
      folder = try Descriptor.folder(runFolder.output)
      let end = startingAnew ? 0 : JournalIndex.endOfLastLine(file)
      try file.truncate(to: end)
      try file.moveToEnd()
      state.withLock { $0.offset = end }
    } catch {
      throw Refusal(.runJournalFailed, ["path": runFolder.journal, "reason": error.words])
    }
  }

  /// Records an input whose outputs are in place.
  ///
  /// - Parameter frames: Its forms.
  /// - Throws: What going through the frames throws.
  func add(_ entry: JournalEntry, _ frames: HeldFrames) throws {
    // Only the run's own thread adds, so the place stays the same until it does.
    let offset = state.withLock { $0.offset + $0.waiting.count }
    let lines = try entry.encoded(with: frames, at: offset)
    let isFull = state.withLock {
      if $0.count == 0 { $0.since = MonotonicClock.seconds }
      $0.waiting += lines
      $0.count += 1
      return $0.waiting.count > Self.batchBytes
    }
    if isFull { _ = finish() }
  }

  /// Starts writing what waits, if there is enough of it and the last batch is done.
  ///
  /// - Returns: What has gone wrong, once anything has.
  func advance() -> SystemFailure? {
    let (batch, failure) = state.withLock { state -> ([UInt8]?, SystemFailure?) in
      let isDue =
        state.count >= Self.batchCount
        || state.count > 0 && MonotonicClock.seconds - state.since >= Self.batchSeconds
      guard isDue, !state.isWriting, state.failure == nil else { return (nil, state.failure) }
      return (state.dequeueBatch(), nil)
    }
    if let batch, !DetachedThread.start({ self.write(batch) }) { write(batch) }
    return failure
  }

  /// Writes everything and waits for it.
  ///
  /// - Returns: What has gone wrong.
  func finish() -> SystemFailure? {
    while state.withLock({ $0.isWriting }) { MonotonicClock.pause(seconds: 0.0005) }
    if let batch = state.withLock({ $0.count > 0 && $0.failure == nil ? $0.dequeueBatch() : nil }) { write(batch) }
    return state.withLock { $0.failure }
  }

  private func write(_ batch: [UInt8]) {
    var failure: SystemFailure?
    do throws(SystemFailure) {
      try folder.synchronizeFileSystem()
      try file.write(batch)
      try file.synchronizeContent()
    } catch {
      failure = error
    }
    state.withLock {
      $0.failure = failure
      $0.isWriting = false
    }
  }
}
