import Glibc

/// Which file something is, whatever it is called: the device and the number of its node.
package struct FileIdentity: Hashable, Sendable {
  let device: UInt
  let node: UInt

  /// The file that a path leads to, links followed; nil where nothing is there.
  package init?(_ path: [UInt8]) {
    guard let status = FileStatus(following: path) else { return nil }
    self = status.identity
  }

  package init?(_ path: String) { self.init(Array(path.utf8)) }

  init(device: UInt, node: UInt) {
    self.device = device
    self.node = node
  }
}

/// What the file system says of a file.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Sendable {
    case file, folder, link, pipe, characterDevice, other
  }

  package let kind: Kind
  package let identity: FileIdentity
  /// Bytes; 0 for pipes and devices.
  package let size: Int
  /// Names that the file has.
  package let links: Int
  /// When the content was last changed: nanoseconds since 1970.
  package let modified: Int
  /// When content, name or permissions were last changed: nanoseconds since 1970.
  package let changed: Int

  init(_ raw: stat) {
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFCHR: .characterDevice
      default: .other
      }
    identity = FileIdentity(device: UInt(raw.st_dev), node: UInt(raw.st_ino))
    size = Int(raw.st_size)
    links = Int(raw.st_nlink)
    modified = raw.st_mtim.tv_sec * 1_000_000_000 + raw.st_mtim.tv_nsec
    changed = raw.st_ctim.tv_sec * 1_000_000_000 + raw.st_ctim.tv_nsec
  }

  /// What a path leads to; nil where nothing is there.
  package init?(following path: [UInt8]) {
    var raw = stat()
    guard stat(path.terminated, &raw) == 0 else { return nil }
    self.init(raw)
  }

  package init?(following path: String) { self.init(following: Array(path.utf8)) }

  /// What has the name, be it a link; nil where nothing has.
  package init?(ofName path: [UInt8]) {
    var raw = stat()
    guard lstat(path.terminated, &raw) == 0 else { return nil }
    self.init(raw)
  }

  package init?(ofName path: String) { self.init(ofName: Array(path.utf8)) }

  /// Whether this is the same file with the same content as before, as far as the file system can say.
  package func isUnchanged(since earlier: FileStatus) -> Bool {
    identity == earlier.identity && size == earlier.size && modified == earlier.modified
      && changed == earlier.changed
  }
}
