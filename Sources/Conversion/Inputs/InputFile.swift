/// An input before it is opened.
struct InputFile: Sendable {
  /// The bytes of its path; not always valid UTF-8, because names come out of archives in any encoding. `-` is standard input.
  var path: [UInt8]
  /// What `source.file` calls it: the path relative to the input folder, else the file's name. Outputs go by it.
  var name: String
  /// Whether it was found in a folder, and not named.
  var isWalked = false
  /// Whether it is an archive within an archive: what is in it is read, but no archive is.
  var isNestedArchive = false
  /// Where it lies, for a file of an archive that was unpacked.
  var unpacked: UnpackedPlace?

  /// What findings and reports call it: the path as it was given.
  var label: String { FileName.display(path) }

  var isStandardInput: Bool { path == [UInt8(ascii: "-")] }

  /// The name without its last extension: where the output goes below the output folder.
  var stem: String {
    let start = name.startOfLastComponent
    guard let dot = name[start...].lastIndex(of: "."), dot > start else { return name }
    return String(name[..<dot])
  }
}
