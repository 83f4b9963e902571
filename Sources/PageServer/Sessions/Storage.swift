import Synchronization

/// The bytes that files of all sessions may take together on the disk of this machine.
final class Storage: Sendable {
  private let limit: Int
  private let used = Mutex(0)

  init(limit: Int) { self.limit = limit }

  /// Reserves space for bytes that are to be written.
  ///
  /// - Returns: Whether there was space for them.
  func reserve(_ bytes: Int) -> Bool {
    used.withLock { used in
      guard bytes <= limit - used else { return false }
      used += bytes
      return true
    }
  }

  /// Gives reserved space back.
  func release(_ bytes: Int) { used.withLock { $0 -= bytes } }
}
