import Findings
import Spreadsheet
import SystemCalls

/// The bytes of an input and their hash.
///
/// An input that is small enough is taken into memory and read only once; a larger one is hashed piece by piece and then
/// left to its reader, which streams it; `confirmUnchanged` tells afterwards whether both read the same.
struct InputBytes {
  /// Up to this size a file is taken into memory: 16 MiB, far above any form.
  static let memoryLimit = 16 << 20
  private static let pieceSize = 1 << 20

  /// What the reader is to open: the bytes in memory, or the file.
  let byteSource: ByteSource
  /// 64 lower-case hexadecimal digits.
  let sha256: String
  let size: Int
  /// Whether it begins as a JSON object, or as an array of objects, arrays or strings: `[105]某某局` begins a table.
  let isJSON: Bool
  /// The first bytes.
  let head: [UInt8]
  /// The file that is left to its reader, as it was before it was hashed; nil where all bytes are in memory.
  private let streamed: (path: String, file: OpenFile)?

  private static let headLength = 4096

  /// - Throws: A refusal where the file is missing, is a folder, cannot be read, or has no bytes.
  init(_ source: ByteSource) throws(Refusal) {
    switch source {
    case .bytes(let bytes): self.init(whole: bytes)
    case .descriptor(let number):
      let file = try OpenFile(descriptor: Descriptor(number, isOwned: false))
      self.init(whole: try Self.readToEnd(file))
    case .file(let path):
      let file = try OpenFile(path: path)
      if file.size <= Self.memoryLimit {
        self.init(whole: try Self.readToEnd(file))
      } else {
        let hash = SHA256()
        var head: [UInt8] = []
        var count = 0
        while case let piece = try file.read(upTo: Self.pieceSize), !piece.isEmpty {
          if head.isEmpty { head = Array(piece.prefix(Self.headLength)) }
          hash.update(piece)
          count += piece.count
        }
        self.init(source, sha256: hash.finalize(), size: count, head: head, streamed: (path, file))
      }
    }
    if size == 0 { throw Refusal(.fileEmpty) }
  }

  private init(whole bytes: [UInt8]) {
    self.init(
      .bytes(bytes), sha256: SHA256.hash(bytes), size: bytes.count, head: Array(bytes.prefix(Self.headLength)),
      streamed: nil)
  }

  private init(
    _ source: ByteSource, sha256: String, size: Int, head: [UInt8], streamed: (path: String, file: OpenFile)?
  ) {
    byteSource = source
    self.sha256 = sha256
    self.size = size
    self.head = head
    self.streamed = streamed
    isJSON = Self.beginsAsJSON(head) && !Self.isSomethingElse(head)
  }

  private static func beginsAsJSON(_ head: [UInt8]) -> Bool {
    let unmarked = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head[3...] : head[...]
    let signs = unmarked.lazy.filter { !" \t\r\n".utf8.contains($0) }.prefix(2)
    switch signs.first {
    case UInt8(ascii: "{"): return true
    case UInt8(ascii: "["): return signs.dropFirst().first.map { "{[]\"".utf8.contains($0) } ?? true
    default: return false
    }
  }

  /// What cloud drives leave instead of a document is JSON too, and nothing that this program wrote; RTF begins with a brace.
  private static func isSomethingElse(_ head: [UInt8]) -> Bool {
    do throws(Refusal) {
      _ = try FileFormat(sniffing: head)
      return false
    } catch {
      return [.fileIsCloudLink, .fileUnknownFormat].contains(error.finding.rule)
    }
  }

  /// Makes sure, once all has been read, that it was what the hash stands for: a file read in pieces may change meanwhile.
  ///
  /// - Throws: `file.changed` where it has another content, or another file has its name.
  func confirmUnchanged() throws(Refusal) {
    guard let streamed, let before = streamed.file.status else { return }
    let now = try? streamed.file.descriptor.status()
    guard let now, now.isUnchanged(since: before), FileIdentity(streamed.path) == before.identity, size == before.size
    else { throw Refusal(.fileChanged) }
  }

  /// All bytes in memory, for readers that cannot stream.
  func wholeBytes() throws(Refusal) -> [UInt8] {
    switch byteSource {
    case .bytes(let bytes): bytes
    case .file(let path): try Self.readToEnd(OpenFile(path: path))
    case .descriptor(let number): try Self.readToEnd(OpenFile(descriptor: Descriptor(number, isOwned: false)))
    }
  }

  private static func readToEnd(_ file: OpenFile) throws(Refusal) -> [UInt8] {
    try file.readToEnd(atMost: Limits.standard.fileBytes, named: "fileBytes")
  }
}
