import Spreadsheet
import SystemCalls

/// A folder of this process alone, gone with all that is in it when it is no longer needed.
final class ScratchFolder {
  let path: String

  init() throws(SystemFailure) { path = try PrivateFolder.make(in: TemporaryFile.folder) }

  func makeFolder(_ name: String) throws(SystemFailure) { try PrivateFolder.make(at: path + "/" + name) }

  func write(_ bytes: [UInt8], to name: String) throws(SystemFailure) {
    try PrivateFolder.write(bytes, to: path + "/" + name)
  }

  /// Whether there is a file of this name with something in it.
  func hasBytes(_ name: String) -> Bool { (FileStatus(following: path + "/" + name)?.size ?? 0) > 0 }

  /// Whether a file begins as the packages of documents do.
  func holdsPackage(_ name: String) -> Bool {
    let bytes = try? Descriptor.reading(Array((path + "/" + name).utf8)).read(upTo: 4)
    return bytes.map(FileArchive.begins) ?? false
  }

  func remove(_ name: String) { Rename.remove(path + "/" + name) }

  func removeAll() { PrivateFolder.removeAll(path) }
}
