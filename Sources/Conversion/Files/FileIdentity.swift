import Glibc

/// Which file a path leads to, whatever it is called.
struct FileIdentity: Hashable, Sendable {
  private let device: UInt
  private let node: UInt

  /// nil where nothing is there.
  init?(_ path: [UInt8]) {
    var status = stat()
    guard stat(path.terminated, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    node = UInt(status.st_ino)
  }

  init?(_ path: String) { self.init(Array(path.utf8)) }
}

extension [UInt8] {
  /// The bytes as C strings end, for calls that take a path.
  var terminated: [CChar] { map { CChar(bitPattern: $0) } + [0] }
}
