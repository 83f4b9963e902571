import Findings
import SystemCalls

/// An open file that is read from its current position to its end.
final class OpenFile {
  let descriptor: Descriptor
  /// What the file system said of the file when it was opened; nil for a descriptor opened by the caller.
  let status: FileStatus?
  /// Bytes by the file's own word; 0 for pipes.
  var size: Int { status?.size ?? 0 }

  convenience init(path: String) throws(Refusal) { try self.init(path: Array(path.utf8)) }

  /// - Throws: A refusal where there is no such file, it is a folder, or may not be read.
  init(path: [UInt8]) throws(Refusal) {
    do throws(SystemFailure) {
      descriptor = try Descriptor.reading(path)
      let status = try descriptor.status()
      guard status.kind != .folder else { throw .isFolder }
      self.status = status
    } catch {
      throw Refusal.unreadable(error)
    }
  }

  /// Wraps a descriptor that the caller opened and will close.
  ///
  /// - Throws: A refusal where it is closed or leads to a folder.
  init(descriptor: Descriptor) throws(Refusal) {
    self.descriptor = descriptor
    status = nil
    do throws(SystemFailure) {
      guard try descriptor.status().kind != .folder else { throw .isFolder }
    } catch {
      throw Refusal.unreadable(error)
    }
  }

  /// At most this many bytes; none at the end.
  func read(upTo count: Int) throws(Refusal) -> [UInt8] {
    do throws(SystemFailure) {
      return try descriptor.read(upTo: count)
    } catch {
      throw Refusal.unreadable(error)
    }
  }

  /// All bytes from here on.
  ///
  /// - Parameters:
  ///   - limit: Bytes at most: a device may never end.
  ///   - name: What the limit is called where it is exceeded.
  func readToEnd(atMost limit: Int, named name: String) throws(Refusal) -> [UInt8] {
    // One byte more than the size: the read that is cut short is then the one that tells the end.
    var bytes = try read(upTo: size > 0 ? min(size, limit) + 1 : 1 << 16)
    if size > 0, bytes.count == size { return bytes }
    while bytes.count <= limit, case let more = try read(upTo: 1 << 18), !more.isEmpty { bytes += more }
    guard bytes.count <= limit else {
      throw .exceeded(name, limit)
    }
    return bytes
  }
}

extension SystemFailure {
  static let isFolder = SystemFailure(number: 21)
}

extension Refusal {
  static func unreadable(_ failure: SystemFailure) -> Refusal {
    failure.isMissing ? Refusal(.fileMissing) : Refusal(.fileUnreadable, ["reason": failure.words])
  }

  /// An output that could not be written.
  static func unwritten(_ path: String, _ failure: SystemFailure) -> Refusal {
    failure.isNameTaken
      ? Refusal(.outputExists, ["path": path]) : Refusal(.outputFailed, ["path": path, "reason": failure.words])
  }
}
