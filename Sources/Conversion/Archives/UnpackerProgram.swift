import Findings
import SystemCalls

/// Where bsdtar is.
package enum UnpackerProgram {
  /// The program that a person named, or the first `bsdtar` in the path.
  ///
  /// - Parameter choice: What `--bsdtar` says: a path, `none` for never, nil to look for it.
  /// - Returns: nil where there is none, or none is wanted.
  /// - Throws: `file.archive-program` where the program named is none.
  package static func locate(_ choice: String?) throws(Refusal) -> String? {
    switch choice {
    case "none"?: return nil
    case let path?:
      guard ExecutableFile.isThere(path) else { throw Refusal(.archiveProgramMissing, ["path": path]) }
      return path
    case nil: return ExecutableFile.inPath("bsdtar")
    }
  }
}
