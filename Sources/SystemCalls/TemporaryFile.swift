import CLinux
import Glibc

/// Files without a name, gone with the process however it ends.
package enum TemporaryFile {
  /// A file for reading and writing on the device of a folder.
  package static func nameless(in folder: String) throws(SystemFailure) -> Descriptor {
    let number = open(folder, clinux_nameless | O_RDWR | O_CLOEXEC, 0o600)
    if number >= 0 { return Descriptor(number, isOwned: true) }
    guard SystemFailure.last.isUnsupported else { throw .last }
    let name = folder + "/" + OwnName.temporary()
    let named = try UnfinishedFiles.ofProcess.add(name) { () throws(SystemFailure) in
      let number = open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard number >= 0 else { throw .last }
      return number
    }
    UnfinishedFiles.ofProcess.remove(name) { unlink(name) }
    return Descriptor(named, isOwned: true)
  }

  /// The environment variable that names the folder for such files.
  package static let variable = "TMPDIR"

  /// The folder for such files, `/tmp` where nothing names one.
  package static var folder: String {
    guard let path = getenv(variable), path.pointee != 0 else { return "/tmp" }
    return String(cString: path)
  }
}
