import Findings
import Synchronization
import SystemCalls

/// What one person has on the page: uploaded files in a folder that only this user of the machine may look into, and what was typed over.
///
/// Ends when its owner closes it or leaves it unused, and then nothing of it is left.
final class Session: Sendable {
  struct File: Sendable {
    var stored: StoredFile
    /// Where it stands in the list: by this, and then by its number.
    var place = 0
    /// The line of the list, as JSON.
    var summary: [UInt8] = []
    var forms = 0
    /// Whether no form could be read.
    var isRefused = false
    /// How often it was replaced.
    var revision = 0
    /// Bytes that it has in the session.
    fileprivate(set) var bytes = 0
  }

  private struct State {
    var files: [Int: File] = [:]
    /// Files that are on their way in.
    var coming = 0
    /// Bytes of both.
    var bytes = 0
    var next = 1
    var lastUse: Double
    var inUse = 0
    var isEnded = false
  }

  private let state: Mutex<State>
  private let limits: ServeLimits
  private let storage: Storage
  /// The folder of its files.
  let folder: String

  init(folder: String, limits: ServeLimits, storage: Storage) {
    self.folder = folder
    self.limits = limits
    self.storage = storage
    state = Mutex(State(lastUse: MonotonicClock.seconds))
  }

  deinit { storage.release(state.withLock { $0.bytes }) }

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

  /// Reserves space for a file that is on its way in.
  ///
  /// - Parameter path: Where it lies already; nil where it is still to be written.
  func claim(at path: String? = nil) throws(Problem) -> Claim {
    let number = state.withLock { state -> Int? in
      guard state.files.count + state.coming < limits.files else { return nil }
      state.coming += 1
      state.next += 1
      return state.next - 1
    }
    guard let number else { throw Problem(.contentTooLarge, .serviceTooManyFiles, ["limit": String(limits.files)]) }
    return Claim(self, number: number, path: path ?? "\(folder)/\(number)")
  }

  /// Bytes that may still come in.
  var bytesLeft: Int { state.withLock { max(0, limits.sessionBytes - $0.bytes) } }

  /// How many files may still come in.
  var filesLeft: Int { state.withLock { max(0, limits.files - $0.files.count - $0.coming) } }

  /// Reserves space for bytes of a file that is on its way in.
  func reserve(_ bytes: Int) throws(Problem) {
    let isTaken = state.withLock { state in
      guard bytes <= limits.sessionBytes - state.bytes else { return false }
      state.bytes += bytes
      return true
    }
    guard isTaken else {
      throw Problem(.contentTooLarge, .serviceSessionFull, ["megabytes": String(limits.sessionBytes >> 20)])
    }
    guard storage.reserve(bytes) else {
      state.withLock { $0.bytes -= bytes }
      throw Problem(.serviceUnavailable, .serviceNoRoom)
    }
  }

  /// Gives back the space of a file that did not come.
  func release(_ bytes: Int) {
    state.withLock { state in
      state.coming -= 1
      state.bytes -= bytes
    }
    storage.release(bytes)
  }

  /// Adds a file that was claimed.
  func add(_ file: File, as claim: Claim) throws(Problem) {
    let isTaken = state.withLock { state in
      guard !state.isEnded, let bytes = claim.close() else { return false }
      state.coming -= 1
      var file = file
      file.bytes = bytes
      state.files[claim.number] = file
      return true
    }
    if !isTaken { throw Problem(.unauthorized, .serviceNoSession) }
  }

  static func makeFolder(_ path: String) throws(Problem) {
    do throws(SystemFailure) {
      try PrivateFolder.make(at: path)
    } catch {
      throw Problem(.internalServerError, .serviceFault, ["reason": error.words])
    }
  }

  func file(_ number: Int) throws(Problem) -> File {
    guard let file = state.withLock({ $0.files[number] }) else { throw Problem(.notFound, .serviceNotFound) }
    return file
  }

  /// Replaces a file by what was made of it.
  ///
  /// - Returns: False where it was replaced or removed meanwhile: what was made of it is then out of date.
  func replace(_ number: Int, by file: File) -> Bool {
    state.withLock { state in
      guard state.files[number]?.revision == file.revision else { return false }
      var file = file
      file.revision += 1
      state.files[number] = file
      return true
    }
  }

  func remove(_ number: Int) throws(Problem) {
    let removed = state.withLock { state -> File? in
      guard let file = state.files.removeValue(forKey: number) else { return nil }
      state.bytes -= file.bytes
      return file
    }
    guard let removed else { throw Problem(.notFound, .serviceNotFound) }
    storage.release(removed.bytes)
    Rename.remove(removed.stored.path)
    if let converted = removed.stored.converted { Rename.remove(converted) }
  }

  /// In the order of the list.
  var files: [(number: Int, file: File)] {
    state.withLock { state in
      state.files.sorted { ($0.value.place, $0.key) < ($1.value.place, $1.key) }.map { ($0.key, $0.value) }
    }
  }
}
