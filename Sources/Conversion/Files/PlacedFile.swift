import Findings
import SystemCalls

/// A file that becomes visible when it is complete: the target is there whole or not at all.
///
/// While it grows a lock file stands beside it, so that a second run to the same target is refused.
final class PlacedFile {
  let target: String
  private let replaces: Bool
  private var lock: FileLock?
  private let file: NewFile
  private var buffer: [UInt8] = []

  /// - Throws: A refusal where the target exists and may not be replaced, is an input, another run writes it, or it cannot be written.
  init(target: String, replaces: Bool, guardedBy outputs: OutputGuard) throws(Refusal) {
    self.target = target
    self.replaces = replaces
    if let objection = outputs.objection(to: target, mayReplace: replaces) { throw Refusal(objection) }
    let folder = target.parentFolder.map { $0.isEmpty ? "/" : $0 } ?? "."
    lock = try Self.lock(target, in: folder)
    NewFile.removeLeftovers(in: folder) { outputs.isInput($0) }
    do throws(SystemFailure) {
      file = try NewFile(in: folder)
    } catch {
      throw .unwritten(target, error)
    }
  }

  /// Where a library that insists on a path can write the bytes itself.
  var path: String { "/proc/self/fd/\(file.descriptor.number)" }

  func append(_ bytes: some Collection<UInt8>) throws(Refusal) {
    buffer += bytes
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Makes sure that the bytes are on the disk and gives the file its name.
  func moveIntoPlace() throws(Refusal) {
    try flush()
    do throws(SystemFailure) {
      try file.descriptor.synchronize()
      try file.place(at: target, replacing: replaces)
      lock = nil
    } catch {
      throw .unwritten(target, error)
    }
  }

  private func flush() throws(Refusal) {
    do throws(SystemFailure) {
      try file.descriptor.write(buffer)
    } catch {
      throw .unwritten(target, error)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func lock(_ target: String, in folder: String) throws(Refusal) -> FileLock {
    let name = String(target[target.startOfLastComponent...])
    do throws(FileLock.Failure) {
      return try FileLock("\(folder)/.tracktable-\(String(Fingerprint.of(name), radix: 16)).lock")
    } catch {
      switch error {
      case .held: throw Refusal(.runLocked, ["path": target])
      case .failed(let failure): throw Refusal(.outputFailed, ["path": target, "reason": failure.words])
      }
    }
  }
}
