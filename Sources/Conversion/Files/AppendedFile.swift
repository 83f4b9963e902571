import Findings
import Glibc

/// A file that lines are added to at its end as they come, such as a log that somebody follows.
final class AppendedFile {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws(Refusal) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw Refusal(.outputFailed, ["path": path, "reason": SystemError.words(errno)]) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func append(_ bytes: [UInt8]) throws(Refusal) {
    do throws(SystemFailure) {
      try descriptor.writeAll(bytes)
    } catch {
      throw Refusal(.outputFailed, ["path": path, "reason": error.words])
    }
  }
}
