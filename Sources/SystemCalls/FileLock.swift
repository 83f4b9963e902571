import Glibc

/// Keeps a second process from doing what one is doing already: a file that says who does it.
///
/// The file is made with `O_EXCL`, names its process, and is locked with `flock`. Where a file system has no locks, whether the process
/// that it names still lives decides; that of another machine counts as living. What a killed process left is taken over. A file that
/// does not say what lock files of this program say belongs to another program and stays.
package final class FileLock {
  package enum Failure: Error, Hashable, Sendable {
    /// Another process holds it.
    case held
    case failed(SystemFailure)
  }

  private static let mark = "tracktable-lock "
  private let path: String
  private let file: Descriptor

  package init(_ path: String) throws(Failure) {
    self.path = path
    for _ in 0..<100 {
      guard let file = try Self.made(path) else {
        try Self.removeIfLeft(path)
        continue
      }
      self.file = file
      return
    }
    throw .held
  }

  deinit {
    UnfinishedFiles.ofProcess.remove(path) { [path, file] in if Self.hasName(file, path) { unlink(path) } }
  }

  /// nil where a file is there already, or was taken over by another process.
  private static func made(_ path: String) throws(Failure) -> Descriptor? {
    do throws(SystemFailure) {
      let number = try UnfinishedFiles.ofProcess.add(path) { () throws(SystemFailure) in
        let number = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard number >= 0 else { throw .last }
        return number
      }
      let file = try locked(Descriptor(number, isOwned: true), path)
      if file == nil { UnfinishedFiles.ofProcess.remove(path) }
      return file
    } catch {
      if error.number == EEXIST { return nil }
      throw .failed(error)
    }
  }

  private static func locked(_ file: Descriptor, _ path: String) throws(SystemFailure) -> Descriptor? {
    // A process that looks at it before it is locked finds it empty, and may take it over: then it is not ours.
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 || SystemFailure.last.isUnsupported else { return nil }
    do throws(SystemFailure) {
      try file.write(Array((mark + OwnName.process + "\n").utf8))
    } catch {
      UnfinishedFiles.ofProcess.remove(path) { unlink(path) }
      throw error
    }
    return hasName(file, path) ? file : nil
  }

  /// Removes a file that a dead process left, so that a new one can be made.
  private static func removeIfLeft(_ path: String) throws(Failure) {
    let number = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else {
      if errno == ENOENT { return }
      throw .failed(errno == ELOOP ? SystemFailure(number: EEXIST) : .last)
    }
    let file = Descriptor(number, isOwned: true)
    let content: String
    do throws(SystemFailure) {
      guard try file.status().kind == .file else { throw SystemFailure(number: EEXIST) }
      content = String(decoding: try file.read(upTo: 200, at: 0), as: UTF8.self)
    } catch {
      throw .failed(error)
    }
    guard content.isEmpty || content.hasPrefix(mark) else { throw .failed(SystemFailure(number: EEXIST)) }
    if flock(number, LOCK_EX | LOCK_NB) != 0 {
      guard SystemFailure.last.isUnsupported else { throw .held }
      // Without locks an empty file is one that is being made just now, unless it stays empty.
      if content.isEmpty {
        usleep(50_000)
        guard let status = FileStatus(ofName: path), status.size == 0 else { return }
      } else if OwnName.isAlive(content.dropFirst(mark.count)) {
        throw .held
      }
    }
    if hasName(file, path) { unlink(path) }
  }

  private static func hasName(_ file: Descriptor, _ path: String) -> Bool {
    guard let mine = try? file.status(), let named = FileStatus(ofName: path) else { return false }
    return mine.identity == named.identity
  }
}

extension OwnName {
  /// This process as lock files name it.
  static var process: String { "\(machine) \(boot) \(getpid())" }

  /// Whether the process of a lock file may still be there.
  static func isAlive(_ process: Substring) -> Bool {
    let parts = process.split { $0 == " " || $0 == "\n" }
    guard parts.count == 3, let number = pid_t(parts[2]) else { return false }
    guard parts[0] == machine else { return true }
    return parts[1] == boot && !hasEnded(number)
  }
}
