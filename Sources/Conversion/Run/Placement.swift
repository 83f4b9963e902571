import Findings
import SystemCalls

/// Gives finished parts their names in the output folder.
final class Placement {
  private let folder: String
  private let replaces: Bool
  private let outputs: OutputGuard
  private var folders: Set<String> = []

  init(folder: String, replaces: Bool, guardedBy outputs: OutputGuard) {
    self.folder = folder
    self.replaces = replaces
    self.outputs = outputs
  }

  /// Whether something can be put here, asked before the work is done.
  ///
  /// - Returns: What stands against it; nil where nothing does.
  func objection(to path: String) -> Finding? {
    outputs.objection(to: folder + "/" + path, mayReplace: replaces)
  }

  /// Moves a part into place; an existing file is replaced only where that is allowed, even if it appeared just now.
  func place(_ part: String, at path: String) throws {
    let target = folder + "/" + path
    if replaces, let objection = objection(to: path) { throw Refusal(objection) }
    do throws(SystemFailure) {
      if let parent = path.parentFolder, folders.insert(parent).inserted {
        try Folder.make(folder + "/" + parent)
      }
      try Rename.moveAnywhere(part, to: target, replacing: replaces)
    } catch {
      if error.isNameTaken { throw Refusal(.outputExists, ["path": target]) }
      throw error
    }
  }

  /// Puts a copy of a file into place.
  func copy(_ file: String, to path: String) throws {
    let target = folder + "/" + path
    do throws(SystemFailure) {
      if let parent = path.parentFolder, folders.insert(parent).inserted { try Folder.make(folder + "/" + parent) }
      let copy = try NewFile(in: target.parentFolder ?? ".")
      let source = try Descriptor.reading(Array(file.utf8))
      while case let piece = try source.read(upTo: 1 << 20), !piece.isEmpty { try copy.descriptor.write(piece) }
      try copy.place(at: target, replacing: replaces)
    } catch {
      throw Refusal.unwritten(target, error)
    }
  }
}
