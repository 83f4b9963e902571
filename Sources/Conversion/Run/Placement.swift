import CLinux
import Findings
import Glibc

/// Gives finished parts their names in the output folder.
final class Placement {
  private let folder: String
  private let replaces: Bool
  private let inputs: InputGuard
  private var folders: Set<String> = []

  init(folder: String, replaces: Bool, inputs: InputGuard) {
    self.folder = folder
    self.replaces = replaces
    self.inputs = inputs
  }

  /// Whether something can be put here, asked before the work is done.
  ///
  /// - Returns: What stands against it; nil where nothing does.
  func objection(to path: String) -> Finding? {
    let target = folder + "/" + path
    var status = stat()
    guard lstat(target, &status) == 0 else { return nil }
    if inputs.protects(target) { return Finding(.outputIsInput, ["path": target]) }
    return replaces ? nil : Finding(.outputExists, ["path": target])
  }

  /// Moves a part into place; an existing file is replaced only where that is allowed, even if it appeared just now.
  func place(_ part: String, at path: String) throws {
    let target = folder + "/" + path
    if replaces, let objection = objection(to: path) { throw Refusal(objection) }
    do throws(SystemFailure) {
      if let parent = path.parentFolder, folders.insert(parent).inserted {
        try Folder.make(folder + "/" + parent)
      }
      guard renameat2(AT_FDCWD, part, AT_FDCWD, target, replaces ? 0 : clinux_no_replace) == 0 else {
        throw SystemFailure(number: errno)
      }
    } catch {
      if error.number == EEXIST { throw Refusal(.outputExists, ["path": target]) }
      throw error
    }
  }
}
