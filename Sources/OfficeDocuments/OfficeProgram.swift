import Findings
import SystemCalls

/// Where LibreOffice is.
public enum OfficeProgram {
  /// The program that a person named, or the first `soffice` in the path.
  ///
  /// - Parameter choice: What `--office` says: a path, `none` for never, nil to look for it.
  /// - Returns: nil where there is none, or none is wanted.
  /// - Throws: `office.not-found` where the program named is none.
  public static func locate(_ choice: String?) throws(Refusal) -> String? {
    switch choice {
    case "none"?: return nil
    case let path?:
      guard ExecutableFile.isThere(path) else { throw Refusal(.officeNotFound, ["path": path]) }
      return path
    case nil: return ExecutableFile.inPath("soffice") ?? ExecutableFile.inPath("libreoffice")
    }
  }
}
