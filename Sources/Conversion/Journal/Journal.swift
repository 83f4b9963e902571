import CLinux
import Findings
import Glibc
import Synchronization

/// The record of what a run into a folder has finished, safe against a loss of power at any moment.
///
/// A sync for every file would cost more than the work on it. Lines are held back until there are 256 or the first is two
/// seconds old; then one `syncfs` puts the outputs on the disk, and only then their lines are written and synced. A line in
/// the journal therefore means that its outputs are there. All of this happens on a thread of its own while the run goes on.
final class Journal: Sendable {
  static let batchCount = 256
  static let batchSeconds = 2.0

  private struct State {
    var waiting: [UInt8] = []
    var count = 0
    var since = 0.0
    var failure: SystemFailure?
    var isWriting = false

    mutating func takeBatch() -> [UInt8] {
      let batch = waiting
      waiting = []
      count = 0
      isWriting = true
      return batch
    }
  }

  private let state = Mutex(State())
  private let file: Int32
  private let folder: Int32

  /// Opens the journal of a folder and cuts off a last line that is not whole.
  init(_ runFolder: RunFolder, startingAnew: Bool) throws(Refusal) {
    file = open(runFolder.journal, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    folder = open(runFolder.output, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0, folder >= 0 else {
      throw Refusal(.runJournalFailed, ["path": runFolder.journal, "reason": SystemError.words(errno)])
    }
    let end = startingAnew ? 0 : JournalIndex.endOfLastLine(file)
    guard ftruncate(file, off_t(end)) == 0, lseek(file, 0, SEEK_END) >= 0 else {
      throw Refusal(.runJournalFailed, ["path": runFolder.journal, "reason": SystemError.words(errno)])
    }
  }

  deinit {
    close(file)
    close(folder)
  }

  /// Takes a line for an input whose outputs are in place, and starts writing where a batch is full or old enough.
  func add(_ entry: JournalEntry) {
    state.withLock {
      if $0.count == 0 { $0.since = MonotonicClock.seconds }
      $0.waiting += entry.encoded()
      $0.count += 1
    }
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
      return (state.takeBatch(), nil)
    }
    if let batch { JournalThread.run { self.write(batch) } }
    return failure
  }

  /// Writes everything and waits for it.
  ///
  /// - Returns: What has gone wrong.
  func finish() -> SystemFailure? {
    while state.withLock({ $0.isWriting }) { usleep(500) }
    if let batch = state.withLock({ $0.count > 0 && $0.failure == nil ? $0.takeBatch() : nil }) { write(batch) }
    return state.withLock { $0.failure }
  }

  private func write(_ batch: [UInt8]) {
    var failure: SystemFailure?
    do throws(SystemFailure) {
      guard syncfs(folder) == 0 else { throw SystemFailure(number: errno) }
      try file.writeAll(batch)
      guard fdatasync(file) == 0 else { throw SystemFailure(number: errno) }
    } catch {
      failure = error
    }
    state.withLock {
      $0.failure = failure
      $0.isWriting = false
    }
  }
}
