import Glibc
import Synchronization

/// The files that have a name before they are complete, and the folders of this process alone, so that a signal that ends the process at once
/// leaves none behind.
///
/// A file is made and known, or known no more and removed, in one step that the end of the process cannot come between; once it has begun, no
/// file is made any more.
final class UnfinishedFiles: Sendable {
  /// Those of this process.
  static let ofProcess = UnfinishedFiles()

  private let names = Mutex<Set<String>>([])

  /// Makes a file, which is unfinished from then on.
  func add<Made: Sendable, Failure>(
    _ name: String, making make: () throws(Failure) -> Made
  ) throws(Failure) -> Made {
    try names.withLock { (names) throws(Failure) in
      let made = try make()
      names.insert(name)
      return made
    }
  }

  /// Makes a folder, which is unfinished from then on with all that is in it.
  ///
  /// - Parameter make: Returns the folder's path.
  func addFolder<Failure>(making make: () throws(Failure) -> String) throws(Failure) -> String {
    try names.withLock { (names) throws(Failure) in
      let name = try make()
      names.insert(name)
      return name
    }
  }

  /// Takes a name off the list: its file is complete, or is removed here.
  func remove(_ name: String, removing remove: () -> Void = {}) {
    names.withLock {
      remove()
      $0.remove(name)
    }
  }

  /// Removes all of them, and does what comes last in the process.
  func removeAll<Last: Sendable>(before last: () -> Last) -> Last {
    names.withLock {
      for name in $0 where unlink(name) != 0 && errno == EISDIR { PrivateFolder.removeContents(name) }
      return last()
    }
  }
}
