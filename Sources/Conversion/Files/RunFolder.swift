import Findings
import SystemCalls

/// The hidden folder `.tracktable` within an output folder: the journal, the lock, and files that are not yet in place.
///
/// Neither it nor what is in it may be a link: what is written and cleared away there would belong to another user.
final class RunFolder {
  static let name = ".tracktable"

  let output: String
  private let lock: FileLock
  private let outputs: OutputGuard

  static func parts(of output: String) -> String { "\(output)/\(name)/parts" }
  var journal: String { "\(output)/\(Self.name)/journal" }

  /// Makes the folder, takes the lock, and clears away what a killed run left unfinished.
  ///
  /// - Throws: A refusal where another run holds the lock or the folder cannot be made.
  init(output: String, guardedBy outputs: OutputGuard) throws(Refusal) {
    self.output = output
    self.outputs = outputs
    let parts = Self.parts(of: output)
    do throws(SystemFailure) {
      for folder in ["\(output)/\(Self.name)", parts] {
        try Folder.make(folder)
        _ = try Descriptor.folder(folder, followsLinks: false)
      }
    } catch {
      throw Refusal(.outputFailed, ["path": parts, "reason": error.words])
    }
    do throws(FileLock.Failure) {
      lock = try FileLock("\(output)/\(Self.name)/lock")
    } catch {
      switch error {
      case .held: throw Refusal(.runLocked, ["path": output])
      case .failed(let failure): throw Refusal(.outputFailed, ["path": output, "reason": failure.words])
      }
    }
    clear()
  }

  /// Removes parts that no run will put in place any more: this one holds the lock. Files of others stay.
  func clear() {
    let parts = Self.parts(of: output)
    NewFile.removeLeftovers(in: parts) { outputs.isInput($0) }
    guard let entries = try? Folder.entries(of: Array(parts.utf8)) else { return }
    for entry in entries where entry.kind == .file && PartFile.isName(entry.name) {
      let path = parts + "/" + String(decoding: entry.name, as: UTF8.self)
      if !outputs.isInput(path) { Rename.remove(path) }
    }
  }
}
