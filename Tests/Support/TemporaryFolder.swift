import Foundation

/// A folder of its own for a test, removed afterwards.
package final class TemporaryFolder {
  package let path: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("tracktable-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func write(_ name: String, _ bytes: [UInt8] = [1]) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  package func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  package func read(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)) }

  package func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path + "/" + name).map { Array($0) }
  }

  package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// The names of what stands in it, in order.
  package func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

  /// The files below, by path, with their bytes; those of a run's own folder left out.
  package func files(in name: String = ".") -> [String: Data] {
    let root = URL(fileURLWithPath: path).appendingPathComponent(name).standardizedFileURL.path
    var files: [String: Data] = [:]
    for case let file as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      guard !file.hasPrefix(".tracktable"), let data = FileManager.default.contents(atPath: root + "/" + file) else {
        continue
      }
      files[file] = data
    }
    return files
  }
}
