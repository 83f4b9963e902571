import Findings
import Spreadsheet
import SystemCalls

/// What bsdtar has made of an archive of another kind: its files one behind the other, in the "new ASCII" format of cpio.
///
/// In front of each stand its kind, its size and its name, all in fixed places, and at the end a file that is none (cpio(5), "New ASCII
/// Format"): so a list that was cut off differs from one that is whole. Names never become paths.
final class UnpackedArchive: ArchiveContent {
  private(set) var members: [FileArchive.Member]
  let isPackage = false
  /// Links in the archive, which lead to files that are in it already or to nowhere.
  private(set) var links: Int
  /// Without a name, gone with the last who has it open.
  let file: Descriptor
  /// Where the bytes of each member begin.
  private let places: [Int]
  private let limits: Limits

  /// - Throws: `file.archive-failed` for what is no such list, `file.too-large` for too many files.
  init(_ file: Descriptor, limits: Limits) throws(Refusal) {
    self.file = file
    self.limits = limits
    var members: [FileArchive.Member] = []
    var places: [Int] = []
    var links = 0
    var place = 0
    while let entry = try CPIOEntry(in: file, at: place) {
      place = entry.end
      switch entry.kind {
      case .file:
        members.append(
          FileArchive.Member(name: entry.name, isUTF8: false, size: entry.size, index: members.count))
        places.append(entry.contentPlace)
      case .link: links += 1
      case .other: break
      }
      guard members.count <= limits.archivedFiles else { throw .exceeded("archivedFiles", limits.archivedFiles) }
    }
    self.members = members
    self.places = places
    self.links = links
  }

  /// Holds what was unpacked against what the archive says of its files.
  ///
  /// - Throws: `file.archive-failed` where it has other files, or their bytes are not those that were packed.
  func verify(_ listing: RARListing) throws(Refusal) {
    let files = members.filter { !listing.links.contains($0.name) }
    links += members.count - files.count
    members = files
    guard listing.files.count == files.count else { throw .unpackingFailed("Bad RAR file") }
    for (said, member) in zip(listing.files, files) {
      guard member.size == said.size else { throw .unpackingFailed("Bad RAR file") }
      guard let checksum = said.checksum else { continue }
      var found = CRC32()
      try read(member) { found.update($0) }
      guard found.value == checksum else { throw .unpackingFailed("Checksum error") }
    }
  }

  /// Bytes that are read at once.
  private static let pieceLength = 1 << 18

  func read(
    _ member: FileArchive.Member, piece: (UnsafeRawBufferPointer) throws(Refusal) -> Void
  ) throws(Refusal) {
    guard member.size < limits.fileBytes else { throw .exceeded("fileBytes", limits.fileBytes) }
    var done = 0
    while done < member.size {
      let bytes = try file.bytes(at: places[member.index] + done, upTo: min(Self.pieceLength, member.size - done))
      guard !bytes.isEmpty else { throw .unpackingFailed("cut off") }
      let result = bytes.withUnsafeBytes { bytes -> Result<Void, Refusal> in
        do throws(Refusal) { return .success(try piece(bytes)) } catch { return .failure(error) }
      }
      try result.get()
      done += bytes.count
    }
  }
}

/// What stands in front of a file in the list.
private struct CPIOEntry {
  enum Kind { case file, link, other }

  let kind: Kind
  let name: [UInt8]
  let size: Int
  let contentPlace: Int
  /// Where the next entry begins.
  let end: Int

  private static let headerLength = 110
  private static let longestName = 1 << 16

  /// - Returns: nil for the entry that ends the list.
  init?(in file: Descriptor, at place: Int) throws(Refusal) {
    let header = try file.bytes(at: place, upTo: Self.headerLength)
    guard header.count == Self.headerLength, header.starts(with: "070701".utf8),
      let mode = Self.number(1, header), let size = Self.number(6, header), let length = Self.number(11, header),
      length > 1, length <= Self.longestName
    else { throw .unpackingFailed("no list of files") }
    let name = try file.bytes(at: place + Self.headerLength, upTo: length)
    guard name.count == length, name.last == 0 else { throw .unpackingFailed("no list of files") }
    self.name = name.dropLast()
    self.size = size
    contentPlace = Self.roundedUp(place + Self.headerLength + length)
    end = Self.roundedUp(contentPlace + size)
    // The type of a node in the upper bits, as in stat(2).
    kind =
      switch mode & 0o170000 {
      case 0o100000: .file
      case 0o120000: .link
      default: .other
      }
    if self.name.elementsEqual("TRAILER!!!".utf8) { return nil }
  }

  /// The fields are eight hexadecimal digits each, behind the six of the signature.
  private static func number(_ field: Int, _ header: [UInt8]) -> Int? {
    Int(String(decoding: header[6 + 8 * field..<14 + 8 * field], as: UTF8.self), radix: 16).flatMap {
      $0 < 0 ? nil : $0
    }
  }

  private static func roundedUp(_ place: Int) -> Int { (place + 3) / 4 * 4 }
}

extension Descriptor {
  fileprivate func bytes(at place: Int, upTo count: Int) throws(Refusal) -> [UInt8] {
    do throws(SystemFailure) { return try read(upTo: count, at: place) } catch { throw .unreadable(error) }
  }
}

extension Refusal {
  /// An archive that bsdtar could not unpack.
  static func unpackingFailed(_ reason: String) -> Refusal { Refusal(.archiveFailed, ["reason": reason]) }
}

extension UnpackedPlace {
  init(_ content: UnpackedArchive, of archive: [UInt8]) {
    self.init(
      archive: archive, path: "/proc/\(OwnProcess.identifier)/fd/\(content.file.number)", keptOpen: content.file)
  }
}
