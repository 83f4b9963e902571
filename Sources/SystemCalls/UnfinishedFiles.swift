import Glibc
import Synchronization

/// The files that have a name before they are complete, so that a signal that ends the process at once leaves none behind.
enum UnfinishedFiles {
  private static let names = Mutex<Set<String>>([])

  static func add(_ name: String) { names.withLock { _ = $0.insert(name) } }
  static func remove(_ name: String) { names.withLock { _ = $0.remove(name) } }
  static func removeAll() { names.withLock { for name in $0 { unlink(name) } } }
}
