import Findings
import Spreadsheet

/// The files in an archive, by any reader of archives.
protocol ArchiveContent: AnyObject {
  var members: [FileArchive.Member] { get }
  /// Whether it is no archive of files but the package of a document.
  var isPackage: Bool { get }
  func read(_ member: FileArchive.Member, piece: (UnsafeRawBufferPointer) throws(Refusal) -> Void) throws(Refusal)
}

extension FileArchive: ArchiveContent {}

extension ArchiveContent {
  /// A whole file.
  func bytes(of member: FileArchive.Member) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(member) { bytes += $0 }
    return bytes
  }
}

/// A kind of archive by what it begins with.
enum ArchiveKind: String {
  case zip
  /// Those that bsdtar unpacks.
  case rar
  case sevenZip = "7z"

  /// - Parameter bytes: The first of the file, eight at least.
  init?(_ bytes: [UInt8]) {
    if FileArchive.begins(bytes) {
      self = .zip
    } else if bytes.starts(with: Array("Rar!".utf8) + [0x1A, 0x07]) {
      self = .rar
    } else if bytes.starts(with: Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else {
      return nil
    }
  }

  /// Whether a name says that the file is an archive.
  static func isNamed(_ name: some StringProtocol) -> Bool { hasExtension(name, among: ["zip", "rar", "7z"]) }

  /// Whether a name says that the file is an archive that bsdtar unpacks.
  static func isNamedForUnpacking(_ name: some StringProtocol) -> Bool { hasExtension(name, among: ["rar", "7z"]) }

  private static func hasExtension(_ name: some StringProtocol, among extensions: [String]) -> Bool {
    let lowered = name.suffix(4).lowercased()
    return extensions.contains { lowered.hasSuffix("." + $0) && name.utf8.count > $0.utf8.count + 1 }
  }
}
