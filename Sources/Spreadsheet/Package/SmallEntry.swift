import Findings

/// An entry small enough to be inflated in one go where the first buffer holds it: so are nearly all parts of a form.
///
/// Whatever does not come out as the archive declares is read as a stream from its beginning, which says what is wrong.
final class SmallEntry: PartSource {
  private let entry: ZipArchive.Entry
  private let archive: ZipArchive
  private let name: String
  private var isDone = false
  private var stream: ZipEntryStream?

  /// In bytes, inflated and compressed.
  static let maximum = 256 * 1024

  static func fits(_ entry: ZipArchive.Entry) -> Bool { max(entry.size, entry.compressedSize) <= maximum }

  init(_ entry: ZipArchive.Entry, of archive: ZipArchive, name: String) {
    self.entry = entry
    self.archive = archive
    self.name = name
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    if let stream { return try stream.read(into: buffer) }
    if isDone { return 0 }
    let whole = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(entry.size))
    if whole.count == entry.size, archive.read(entry, filling: whole) {
      isDone = true
      return entry.size
    }
    let stream = try archive.open(entry, name: name)
    self.stream = stream
    return try stream.read(into: buffer)
  }
}
