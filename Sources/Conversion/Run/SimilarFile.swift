import Findings
import SystemCalls

/// What was probably meant by a path that leads nowhere.
package enum SimilarFile {
  /// Entries of a folder that are compared; a larger folder is not searched.
  private static let mostEntries = 2000

  /// The file or folder beside it that is called nearly the same; nil where the path leads somewhere, or nothing is near.
  package static func finding(for path: String) -> Finding? {
    guard path != "-", !path.isEmpty, FileStatus(ofName: Array(path.utf8)) == nil else { return nil }
    let folder = path.parentFolder
    let name = String(path[path.startOfLastComponent...])
    guard let entries = try? Folder.entries(of: Array((folder.map { $0.isEmpty ? "/" : $0 } ?? ".").utf8)),
      entries.count <= mostEntries,
      let near = Nearest.word(to: name, among: entries.compactMap { String(validating: $0.name, as: UTF8.self) })
    else { return nil }
    return Finding(.runSimilarFile, ["path": path, "found": folder.map { $0 + "/" + near } ?? near])
  }
}
