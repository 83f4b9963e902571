import Glibc

/// Paths by the file system.
package enum FilePath {
  /// The path without links, `.` and `..`; nil where nothing is there.
  package static func real(_ path: [UInt8]) -> [UInt8]? {
    guard let real = realpath(path.terminated, nil) else { return nil }
    defer { free(real) }
    return Array(UnsafeBufferPointer(start: real, count: strlen(real)).lazy.map { UInt8(bitPattern: $0) })
  }

  package static func real(_ path: String) -> String? {
    real(Array(path.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Where a file is or would be: the real path of its folder, and its name. nil where there is no such folder.
  package static func realPlace(of path: String) -> String? {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
    return real(folder).map { ($0 == "/" ? "" : $0) + "/" + name }
  }
}

/// Folders by path.
package enum Folder {
  /// Makes a folder and those above it; an existing one is fine.
  package static func make(_ path: String) throws(SystemFailure) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else {
      throw .last
    }
    try make(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
  }

  /// An entry of a folder.
  package struct Entry: Sendable {
    package let name: [UInt8]
    package let kind: FileStatus.Kind
  }

  /// The entries of a folder in the order of the bytes of their names, `.` and `..` left out.
  package static func entries(of path: [UInt8]) throws(SystemFailure) -> [Entry] {
    guard let handle = opendir(path.terminated) else { throw .last }
    defer { closedir(handle) }
    var entries: [Entry] = []
    while let item = readdir(handle) {
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: UInt8.self, capacity: 256) { Array(UnsafeBufferPointer(start: $0, count: strlen($0))) }
      }
      if name == [46] || name == [46, 46] { continue }
      entries.append(Entry(name: name, kind: kind(Int(item.pointee.d_type), path + [47] + name)))
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// Some file systems do not say what their entries are.
  private static func kind(_ type: Int, _ path: [UInt8]) -> FileStatus.Kind {
    switch type {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_FIFO): .pipe
    case Int(DT_UNKNOWN): FileStatus(ofName: path)?.kind ?? .other
    default: .other
    }
  }

  package static func exists(_ path: String) -> Bool { FileStatus(following: path)?.kind == .folder }
  package static func exists(_ path: [UInt8]) -> Bool { FileStatus(following: path)?.kind == .folder }
}
