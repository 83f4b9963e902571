import Findings
import HTTPTypes
import Synchronization
import SystemCalls

/// The space reserved for a file while it is on its way into a session: a number, a path to write to, and bytes as they come.
///
/// However the request ends, the space it reserved is released together with its files, unless the session takes the file in.
final class Claim: Sendable {
  let number: Int
  /// Where the file lies, or will lie.
  let path: String
  let session: Session

  private struct State {
    var bytes = 0
    var isOpen = true
  }
  private let state = Mutex(State())

  init(_ session: Session, number: Int, path: String) {
    self.session = session
    self.number = number
    self.path = path
  }

  deinit { giveBack() }

  /// - Throws: A problem where the storage limit leaves no space for so many bytes.
  func reserve(_ bytes: Int) throws(Problem) {
    try session.reserve(bytes)
    state.withLock { $0.bytes += bytes }
  }

  /// Gives the space back and removes what lies there; nothing where the session has taken it.
  func giveBack() {
    guard let bytes = close() else { return }
    session.release(bytes)
    Rename.remove(path)
  }

  /// What was reserved, for the session that takes the file in; nil where that was done before.
  func close() -> Int? {
    state.withLock { state in
      guard state.isOpen else { return nil }
      state.isOpen = false
      return state.bytes
    }
  }
}
