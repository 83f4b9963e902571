import Findings
import Spreadsheet

/// An archive that came under the name of something else, or through a pipe: its files in the order of their names.
struct MisnamedArchive {
  struct File {
    let name: String
    /// The inflated bytes.
    ///
    /// - Throws: Why there are none: a password, a name that is no name, an archive in the archive.
    let bytes: () throws(Refusal) -> [UInt8]
  }

  let files: [File]

  /// - Throws: A refusal where the archive cannot be read at all.
  init(_ source: ByteSource, limits: Limits) throws(Refusal) {
    let index = ArchiveIndex(try FileArchive(source, limits: limits))
    let members = index.members.filter { name, _ in
      let components = name.pathComponents.map { Array($0.utf8) }
      return !components.contains(where: FileName.isSystem) && !(components.last.map(FileName.isNoForm) ?? true)
    }
    files =
      (members.map { name, member in
        File(name: name) { () throws(Refusal) in
          guard ArchiveWalk.staysInside(name) else { throw Refusal(.archivePathOutside) }
          guard !ArchiveKind.isNamed(name) else { throw Refusal(.archiveNested) }
          return try index.archive.bytes(of: member)
        }
      }
      + index.duplicates.map { name in File(name: name) { () throws(Refusal) in throw Refusal(.archiveDuplicate) } })
      .sorted { $0.name < $1.name }
  }
}
