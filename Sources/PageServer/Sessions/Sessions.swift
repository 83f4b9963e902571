import Findings
import Synchronization
import SystemCalls

/// All sessions, by what their cookies say.
final class Sessions: Sendable {
  private let byKey = Mutex<[String: Session]>([:])
  private let limits: ServeLimits
  private let storage: Storage
  /// Holds a folder for each session.
  private let folder: String
  private let lock: Mutex<FileLock>

  /// The name of the file that the server holds locked as long as it uses the folder.
  private static let lockName = "serve.lock"

  /// - Throws: The error of the system where no folder can be made.
  init(limits: ServeLimits, in parent: String) throws {
    self.limits = limits
    storage = Storage(limit: limits.storedBytes)
    Self.removeLeftovers(in: parent)
    folder = try PrivateFolder.make(in: parent)
    lock = Mutex(try FileLock(folder + "/" + Self.lockName))
  }

  /// Removes what servers left that could not end in good order: folders whose lock is held no more.
  private static func removeLeftovers(in parent: String) {
    for entry in (try? Folder.entries(of: Array(parent.utf8))) ?? [] {
      let path = parent + "/" + String(decoding: entry.name, as: UTF8.self)
      let lock = path + "/" + lockName
      guard entry.kind == .folder, entry.name.starts(with: "tracktable-".utf8), FileStatus(ofName: lock)?.kind == .file,
        (try? FileLock(lock)) != nil
      else { continue }
      PrivateFolder.removeAll(path)
    }
  }

  var count: Int { byKey.withLock { $0.count } }

  /// - Returns: The session, and the key that its cookie holds.
  func open() throws(Problem) -> (Session, key: String) {
    removeUnused()
    let key = RandomKey.make()
    let path = folder + "/" + RandomKey.make()
    try Session.makeFolder(path)
    let session = Session(folder: path, limits: limits, storage: storage)
    let isTaken = byKey.withLock { sessions in
      guard sessions.count < limits.sessions else { return false }
      sessions[key] = session
      return true
    }
    guard isTaken else {
      session.end()
      throw Problem(.serviceUnavailable, .serviceTooManySessions, ["limit": String(limits.sessions)])
    }
    return (session, key)
  }

  func session(_ key: String?) throws(Problem) -> Session {
    guard let key, let session = byKey.withLock({ $0[key] }) else { throw Problem(.unauthorized, .serviceNoSession) }
    return session
  }

  func close(_ key: String?) {
    guard let key else { return }
    byKey.withLock { $0.removeValue(forKey: key) }?.end()
  }

  /// Ends sessions unused for long.
  func removeUnused() {
    let unused = byKey.withLock { sessions in
      let keys = sessions.filter { $0.value.idleSeconds > limits.idleSeconds }.map(\.key)
      return keys.compactMap { sessions.removeValue(forKey: $0) }
    }
    for session in unused { session.end() }
  }

  /// A folder for a request without a session, gone after it.
  func withScratch<Result>(_ body: (Session) async throws -> Result) async throws -> Result {
    let path = folder + "/" + RandomKey.make()
    try PrivateFolder.make(at: path)
    let session = Session(folder: path, limits: limits, storage: storage)
    defer { session.end() }
    return try await body(session)
  }

  func endAll() {
    let all = byKey.withLock { sessions in
      defer { sessions = [:] }
      return Array(sessions.values)
    }
    for session in all { session.end() }
    PrivateFolder.removeAll(folder)
  }
}
