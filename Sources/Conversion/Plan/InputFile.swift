/// An input before it is opened.
struct InputFile: Sendable {
  /// The bytes of its path; not always valid UTF-8, because names come out of archives in any encoding. `-` is standard input.
  var path: [UInt8]
  /// What findings, reports and `source.file` call it: the path relative to the input folder, else the file's name.
  var name: String

  var isStandardInput: Bool { path == [UInt8(ascii: "-")] }

  /// The name without its last extension: where the output goes below the output folder.
  var stem: String {
    let slash = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    guard let dot = name[slash...].lastIndex(of: "."), dot > slash else { return name }
    return String(name[..<dot])
  }
}
