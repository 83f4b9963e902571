import Findings
import Spreadsheet
import SystemCalls

/// Opens inputs by path, those within archives too: `收件/箱.zip/一科/表.xls`.
///
/// Keeps the archive that was opened last, because its files come one after the other.
final class ArchivedFiles {
  private var last: (path: [UInt8], status: FileStatus, index: ArchiveIndex)?
  private var lastNested: (name: String, index: ArchiveIndex)?

  /// Inflated bytes that are kept in memory; a larger file goes to one without a name.
  private static let memoryLimit = InputBytes.memoryLimit
  /// Bytes of an archive in an archive, which is kept in memory.
  static let longestNested = 256 << 20

  /// What to read from, and what has to be kept alive meanwhile; nil for a path that leads into no archive.
  ///
  /// - Throws: A refusal where the archive has no such file, or it cannot be inflated.
  func open(_ path: [UInt8]) throws(Refusal) -> (source: ByteSource, keptOpen: Descriptor?)? {
    guard let (archivePath, name) = Self.split(path) else { return nil }
    let index = try index(of: archivePath)
    if let member = index.members[name] { return try Self.source(of: member, in: index.archive) }
    for (outer, inner) in Self.splits(name) where ArchiveIndex.isArchive(outer) {
      guard let member = index.members[outer] else { continue }
      if lastNested?.name != outer {
        lastNested = (outer, ArchiveIndex(try Self.nested(member, in: index.archive)))
      }
      if let nested = lastNested?.index, let member = nested.members[inner] {
        return try Self.source(of: member, in: nested.archive)
      }
    }
    throw Refusal(.fileMissing)
  }

  /// The archive within an archive.
  static func nested(_ member: FileArchive.Member, in archive: FileArchive) throws(Refusal) -> FileArchive {
    guard member.size <= longestNested else {
      throw .exceeded("longestNested", longestNested)
    }
    return try FileArchive(.bytes(archive.bytes(of: member)))
  }

  private func index(of path: [UInt8]) throws(Refusal) -> ArchiveIndex {
    guard let status = FileStatus(following: path), let text = String(validating: path, as: UTF8.self) else {
      throw Refusal(.fileMissing)
    }
    if let last, last.path == path, last.status.isUnchanged(since: status) { return last.index }
    let index = ArchiveIndex(try FileArchive(.file(text)))
    last = (path, status, index)
    lastNested = nil
    return index
  }

  private static func source(
    of member: FileArchive.Member, in archive: FileArchive
  ) throws(Refusal) -> (source: ByteSource, keptOpen: Descriptor?) {
    if member.size <= memoryLimit { return (.bytes(try archive.bytes(of: member)), nil) }
    let file: Descriptor
    do throws(SystemFailure) {
      file = try TemporaryFile.nameless(in: TemporaryFile.folder)
    } catch {
      throw Refusal.unreadable(error)
    }
    try archive.read(member) { (piece) throws(Refusal) in
      do throws(SystemFailure) {
        try file.write(Array(piece))
      } catch {
        throw Refusal.unreadable(error)
      }
    }
    return (.file("/proc/self/fd/\(file.number)"), file)
  }

  /// The archive that a path leads into, and the name of the file in it; nil for the path of a file or of nothing.
  private static func split(_ path: [UInt8]) -> (archive: [UInt8], name: String)? {
    guard FileStatus(following: path) == nil else { return nil }
    for end in path.indices.dropFirst() where path[end] == UInt8(ascii: "/") {
      let outer = Array(path[..<end])
      switch FileStatus(following: outer)?.kind {
      case .file?: return (outer, String(decoding: path[(end + 1)...], as: UTF8.self))
      case nil: return nil
      default: continue
      }
    }
    return nil
  }

  private static func splits(_ name: String) -> [(outer: String, inner: String)] {
    name.utf8.indices.filter { name.utf8[$0] == UInt8(ascii: "/") }.map { slash in
      (String(name[..<slash]), String(name[name.utf8.index(after: slash)...]))
    }
  }
}
