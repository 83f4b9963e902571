import Findings
import Spreadsheet

/// An archive and what its files are called for people.
///
/// Names that are not said to be UTF-8 are UTF-8 all the same on some systems, and GB18030 on the Chinese Windows of most departments. Where
/// both are possible, Chinese characters decide: a name that reads as UTF-8 of other letters only is GB18030.
final class ArchiveIndex {
  let archive: any ArchiveContent
  /// The files by their names; of several under one name none.
  private(set) var members: [String: FileArchive.Member] = [:]
  /// Names that several files have.
  private(set) var duplicates: Set<String> = []

  init(_ archive: any ArchiveContent) {
    self.archive = archive
    for member in archive.members {
      let name = Self.name(of: member)
      if duplicates.contains(name) { continue }
      if members.updateValue(member, forKey: name) != nil {
        members[name] = nil
        duplicates.insert(name)
      }
    }
  }

  static func name(of member: FileArchive.Member) -> String {
    let name = member.isUTF8 ? String(decoding: member.name, as: UTF8.self) : decoded(member.name)
    let path = name.contains("/") ? name : name.replacing("\\", with: "/")
    // `tar -C 收件 .` and the like put `./` in front of every name, which names no folder.
    let components = path.split(separator: "/", omittingEmptySubsequences: false)
    return components.contains(".") ? components.filter { $0 != "." }.joined(separator: "/") : path
  }

  private static func decoded(_ name: [UInt8]) -> String {
    guard let text = String(validating: name, as: UTF8.self) else { return FileName.display(name) }
    // Beyond U+0800, UTF-8 takes three bytes, and GB18030 hardly ever looks like that.
    if text.unicodeScalars.allSatisfy({ $0.isASCII }) || text.unicodeScalars.contains(where: { $0.value >= 0x800 }) {
      return text
    }
    return FileName.gb18030(name) ?? text
  }
}
