import CXLSXWriter
import Foundation

/// The scratch files that libxlsxwriter writes its parts to before it packs them, ten and more a workbook.
///
/// The library's own ones race (a static seed, `srand` and `rand` in `third_party/tmpfileplus.c`), cost half of the time of a small form in
/// the kernel, fall back in silence to the working directory, and lose what a full disk refuses. The library calls them by name through
/// its symbol table, so the function below takes their place: a growing buffer in memory, moved into an unlinked file past
/// `memoryLimit`. Where a platform binds the library's symbols inside (`-Bsymbolic-functions`), nothing is taken over; `isTakenOver` finds that
/// out by trying, and workbooks then take turns.
enum TemporaryFile {
  /// What a scratch file may hold in memory: more than any form needs, while a ledger goes to disk.
  static let memoryLimit = 4 << 20

  /// Runs what may create scratch files, so that nothing races and what could not be stored is noticed.
  ///
  /// - Parameter failure: Set to the errno of a scratch file that could not be written, now or until it is closed.
  static func withScratch<Result>(failure: UnsafeMutablePointer<Int32>, _ body: () -> Result) -> Result {
    if !isTakenOver {
      turn.lock()
      defer { turn.unlock() }
      return body()
    }
    let outer = pthread_getspecific(failureKey)
    pthread_setspecific(failureKey, failure)
    defer { pthread_setspecific(failureKey, outer) }
    return body()
  }

  /// The folder for scratch files that do not fit in memory: `TMPDIR`, `/var/tmp` or `/tmp`, the first that can be written to; nil where none can.
  static let folder: String? = {
    let candidates = [ProcessInfo.processInfo.environment["TMPDIR"], "/tmp", "/var/tmp"]
    return candidates.compactMap { $0 }.first { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && access(path, W_OK | X_OK) == 0
    }
  }()

  /// Whether the library's scratch files are ours.
  static let isTakenOver: Bool = {
    let before = pthread_getspecific(failureKey)
    var probe = Int32(0)
    return withUnsafeMutablePointer(to: &probe) { flag in
      pthread_setspecific(failureKey, flag)
      defer { pthread_setspecific(failureKey, before) }
      flag.pointee = probing
      if let file = workbook_new("/dev/null") { workbook_close(file) }
      return flag.pointee == takenOver
    }
  }()

  private static let turn = NSLock()
  private static let probing = Int32.min
  private static let takenOver = Int32.min + 1

  /// Per thread: where to report that a scratch file made there fails.
  private static let failureKey: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  fileprivate static func make() -> UnsafeMutablePointer<FILE>? {
    let failure = pthread_getspecific(failureKey)?.assumingMemoryBound(to: Int32.self)
    if let failure, failure.pointee == probing { failure.pointee = takenOver }
    let owned = Unmanaged.passRetained(Scratch(reportingTo: failure))
    let functions = tracktable_stream_functions(
      read: { cookie, bytes, count in
        guard let cookie, let bytes else { return -1 }
        return scratch(cookie).read(into: bytes, count: count)
      },
      write: { cookie, bytes, count in
        guard let cookie, let bytes else { return 0 }
        return scratch(cookie).write(bytes, count: count)
      },
      seek: { cookie, offset, origin in
        guard let cookie, let offset else { return -1 }
        return scratch(cookie).seek(&offset.pointee, from: origin)
      },
      close: { cookie in
        guard let cookie else { return -1 }
        Unmanaged<Scratch>.fromOpaque(cookie).release()
        return 0
      })
    guard let file = tracktable_fopencookie(owned.toOpaque(), "w+", functions) else {
      owned.release()
      return nil
    }
    return file
  }
}

/// Stands in for libxlsxwriter's function of this name (`utility.h`): a new scratch file, open for writing and reading.
@_cdecl("lxw_tmpfile")
public func makeScratchFile(_ folder: UnsafeMutablePointer<CChar>?) -> UnsafeMutablePointer<FILE>? {
  TemporaryFile.make()
}

private func scratch(_ cookie: UnsafeMutableRawPointer) -> Scratch {
  Unmanaged<Scratch>.fromOpaque(cookie).takeUnretainedValue()
}

/// One scratch file: bytes in memory, then in an unlinked file.
private final class Scratch {
  private var bytes: UnsafeMutableRawPointer?
  private var capacity = 0
  private var count = 0
  private var position = 0
  private var descriptor: Int32 = -1
  private let failure: UnsafeMutablePointer<Int32>?

  init(reportingTo failure: UnsafeMutablePointer<Int32>?) { self.failure = failure }

  deinit {
    free(bytes)
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  func write(_ source: UnsafePointer<CChar>, count length: Int) -> Int {
    let end = position + length
    if descriptor < 0, end > TemporaryFile.memoryLimit, !spill() { return fail() }
    if descriptor >= 0 {
      var done = 0
      while done < length {
        let written = pwrite(descriptor, source + done, length - done, off_t(position + done))
        if written <= 0 { return fail() }
        done += written
      }
    } else {
      if end > capacity {
        let wanted = max(end, capacity * 2, 8192)
        guard let larger = realloc(bytes, wanted) else { return fail() }
        bytes = larger
        capacity = wanted
      }
      bytes?.advanced(by: position).copyMemory(from: source, byteCount: length)
    }
    position = end
    count = max(count, end)
    return length
  }

  func read(into target: UnsafeMutablePointer<CChar>, count length: Int) -> Int {
    let available = min(length, max(0, count - position))
    if descriptor >= 0 {
      let got = pread(descriptor, target, available, off_t(position))
      if got < 0 { return -1 }
      position += got
      return got
    }
    if available > 0, let bytes {
      UnsafeMutableRawPointer(target).copyMemory(from: bytes + position, byteCount: available)
    }
    position += available
    return available
  }

  func seek(_ offset: inout Int, from origin: Int32) -> Int32 {
    let base = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? position : count
    guard base + offset >= 0 else { return -1 }
    position = base + offset
    offset = position
    return 0
  }

  /// Moves what is in memory into a file that has no name.
  private func spill() -> Bool {
    guard let folder = TemporaryFile.folder else {
      errno = ENOENT
      return false
    }
    var name = Array((folder + "/tracktable-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return false }
    unlink(name)
    var done = 0
    while done < count, let bytes {
      let written = pwrite(file, bytes + done, count - done, off_t(done))
      if written <= 0 {
        Glibc.close(file)
        return false
      }
      done += written
    }
    free(bytes)
    bytes = nil
    capacity = 0
    descriptor = file
    return true
  }

  private func fail() -> Int {
    failure?.pointee = errno == 0 ? EIO : errno
    return 0
  }
}
