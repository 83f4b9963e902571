import Synchronization

/// The bytes that files of all sessions may take together on the disk of this machine.
final class Storage: Sendable {
  private let limit: Int
  private let used = Mutex(0)

  init(limit: Int) { self.limit = limit }

  /// - Returns: Whether there was space for them.
  func take(_ bytes: Int) -> Bool {
    used.withLock { used in
      guard bytes <= limit - used else { return false }
      used += bytes
      return true
    }
  }

  func give(_ bytes: Int) { used.withLock { $0 -= bytes } }
}
