import Findings
import Publishing
import SystemCalls

/// A file that lines are added to at its end as they come, such as a log that is followed while it grows.
///
/// It is a new file, an empty one, a log of this program, or what is no regular file at all, such as a pipe; nothing is ever added to a file
/// of another program.
final class AppendedFile {
  private let path: String
  private let descriptor: Descriptor

  /// - Throws: A refusal where the file is something else, an input, or cannot be written.
  init(_ path: String, guardedBy outputs: OutputGuard) throws(Refusal) {
    self.path = path
    if let objection = outputs.objection(to: path, mayReplace: true, isAppended: true) { throw Refusal(objection) }
    let status: FileStatus
    do throws(SystemFailure) {
      descriptor = try Descriptor.appending(path)
      status = try descriptor.status()
    } catch {
      throw .unwritten(path, error)
    }
    guard status.kind != .file || status.size == 0 || OwnReport.isLog(path) else {
      throw Refusal(.outputIsNoLog, ["path": path])
    }
  }

  func append(_ bytes: [UInt8]) throws(Refusal) {
    do throws(SystemFailure) {
      try descriptor.write(bytes)
    } catch {
      throw .unwritten(path, error)
    }
  }
}
