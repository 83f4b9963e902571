import Glibc

/// Knows which files are inputs, so that none of them is ever overwritten.
final class InputGuard {
  private let paths: InputPaths
  private lazy var folders = paths.paths.filter { InputPaths.isFolder($0) }.compactMap { Self.realPath($0) }
  private lazy var files = Set(paths.paths.compactMap { FileIdentity($0) })
  private let excluded: String?

  /// - Parameter excluded: The output folder, whose files are no inputs even inside of an input folder.
  init(_ paths: InputPaths, excluding excluded: String?) {
    self.paths = paths
    self.excluded = excluded.flatMap { Self.realPath(Array($0.utf8)) }
  }

  /// Whether the output folder is itself an input.
  var outputIsInput: Bool { excluded.map { folders.contains($0) } ?? false }

  /// Whether writing here would overwrite an input.
  func protects(_ target: String) -> Bool {
    guard let identity = FileIdentity(target) else { return false }
    if files.contains(identity) { return true }
    guard let real = Self.realPath(Array(target.utf8)) else { return false }
    let inputFolder = folders.filter { real.hasPrefix($0 + "/") }.map(\.utf8.count).max()
    guard let inputFolder else { return false }
    // Inside of both: the inner one decides, because a walk passes over the output folder.
    guard let excluded, real.hasPrefix(excluded + "/") else { return true }
    return inputFolder > excluded.utf8.count
  }

  private static func realPath(_ path: [UInt8]) -> String? {
    guard let real = realpath(path.terminated, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
