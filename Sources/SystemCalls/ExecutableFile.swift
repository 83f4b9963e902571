import Glibc

/// Programs by name and path.
package enum ExecutableFile {
  /// Whether there is a program at this path that may be started.
  package static func isThere(_ path: String) -> Bool {
    access(path, X_OK) == 0 && FileStatus(following: path)?.kind == .file
  }

  /// The first program of this name in the folders of `PATH`; nil where there is none. Folders that are not absolute are passed over.
  package static func inPath(_ name: String) -> String? {
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.map { "\($0)/\(name)" }.first(where: isThere)
  }
}
