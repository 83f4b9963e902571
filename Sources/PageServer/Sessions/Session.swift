import Findings
import Synchronization
import SystemCalls

/// What one person has on the page: uploaded files in a folder that only this user of the machine may look into, and what was typed over.
///
/// Ends when its owner closes it or leaves it unused, and then nothing of it is left.
final class Session: Sendable {
  struct File: Sendable {
    var stored: StoredFile
    /// The line of the list, as JSON.
    var summary: [UInt8] = []
    var forms = 0
  }

  private struct State {
    var files: [Int: File] = [:]
    /// Files that are on their way in.
    var coming = 0
    var bytes = 0
    var next = 1
    var lastUse: Double
    var inUse = 0
    var isEnded = false
  }

  private let state: Mutex<State>
  private let limits: ServeLimits
  /// The folder of its files.
  let folder: String

  init(folder: String, limits: ServeLimits) {
    self.folder = folder
    self.limits = limits
    state = Mutex(State(lastUse: MonotonicClock.seconds))
  }

  // MARK: Its time

  /// Seconds since it was last used; 0 while it is.
  var idleSeconds: Double {
    state.withLock { $0.inUse > 0 ? 0 : MonotonicClock.seconds - $0.lastUse }
  }

  /// Keeps it from ending while a request is answered.
  func use<Result>(_ body: () async throws -> Result) async throws -> Result {
    begin()
    defer { finish() }
    return try await body()
  }

  private func begin() {
    state.withLock { $0.inUse += 1 }
  }

  private func finish() {
    let isEnded = state.withLock { state in
      state.inUse -= 1
      state.lastUse = MonotonicClock.seconds
      return state.isEnded && state.inUse == 0
    }
    // What a request wrote after the end goes with it.
    if isEnded { PrivateFolder.removeAll(folder) }
  }

  func end() {
    state.withLock { state in
      state.isEnded = true
      state.files = [:]
    }
    PrivateFolder.removeAll(folder)
  }

  // MARK: Its files

  /// Makes room for a file that is on its way in.
  ///
  /// - Returns: Its number, and the path to write it to.
  func claim() throws(Problem) -> (number: Int, path: String) {
    let number = state.withLock { state -> Int? in
      guard state.files.count + state.coming < limits.files else { return nil }
      state.coming += 1
      state.next += 1
      return state.next - 1
    }
    guard let number else { throw Problem(.contentTooLarge, .serviceTooManyFiles, ["limit": String(limits.files)]) }
    return (number, "\(folder)/\(number)")
  }

  /// Bytes that may still come in.
  var roomForBytes: Int { state.withLock { max(0, limits.sessionBytes - $0.bytes) } }

  /// How many files may still come in.
  var roomForFiles: Int { state.withLock { max(0, limits.files - $0.files.count - $0.coming) } }

  /// Takes in a file that was claimed.
  func add(_ file: File, as number: Int) throws(Problem) {
    let size = FileStatus(following: file.stored.path)?.size ?? 0
    let isTaken = state.withLock { state in
      state.coming -= 1
      guard !state.isEnded else { return false }
      state.bytes += size
      state.files[number] = file
      return true
    }
    if !isTaken { throw Problem(.unauthorized, .serviceNoSession) }
  }

  /// Gives back the room of a file that did not come.
  func release(_ path: String) {
    state.withLock { $0.coming -= 1 }
    Rename.remove(path)
  }

  func makeFolder(_ path: String) throws(Problem) {
    do throws(SystemFailure) {
      try PrivateFolder.make(at: path)
    } catch {
      throw Problem(.internalServerError, .serviceFault, ["reason": error.words])
    }
  }

  func removeFile(_ path: String) { Rename.remove(path) }

  func file(_ number: Int) throws(Problem) -> File {
    guard let file = state.withLock({ $0.files[number] }) else { throw Problem(.notFound, .serviceNotFound) }
    return file
  }

  func replace(_ number: Int, by file: File) {
    state.withLock { state in
      if state.files[number] != nil { state.files[number] = file }
    }
  }

  func remove(_ number: Int) throws(Problem) {
    let removed = state.withLock { state -> StoredFile? in
      guard let file = state.files.removeValue(forKey: number) else { return nil }
      state.bytes -= FileStatus(following: file.stored.path)?.size ?? 0
      return file.stored
    }
    guard let removed else { throw Problem(.notFound, .serviceNotFound) }
    Rename.remove(removed.path)
    if let converted = removed.converted { Rename.remove(converted) }
  }

  /// In the order in which they came.
  var files: [(number: Int, file: File)] {
    state.withLock { $0.files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
  }
}
