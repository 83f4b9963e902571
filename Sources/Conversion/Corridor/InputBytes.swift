import Findings
import Foundation
import Spreadsheet

/// The bytes of an input and their hash.
///
/// An input that is small enough is taken into memory and read only once; a larger one is hashed piece by piece and then
/// left to its reader, which streams it.
struct InputBytes {
  /// Up to this size a file is taken into memory: 16 MiB, far above any form.
  static let memoryLimit = 16 << 20
  private static let pieceSize = 1 << 20

  /// What the reader is to open: the bytes in memory, or the file.
  let byteSource: ByteSource
  /// 64 lower-case hexadecimal digits.
  let sha256: String
  let size: Int
  /// Whether the first byte that is not blank opens a JSON object or array.
  let isJSON: Bool

  /// - Throws: A refusal where the file is missing, is a folder, cannot be read, or has no bytes.
  init(_ source: ByteSource) throws(Refusal) {
    switch source {
    case .bytes(let bytes): self.init(whole: bytes)
    case .descriptor(let descriptor): self.init(whole: try OpenFile(descriptor: descriptor).readToEnd())
    case .file(let path):
      let file = try OpenFile(path: path)
      if file.size <= Self.memoryLimit {
        self.init(whole: try file.readToEnd())
      } else {
        let hash = SHA256()
        var head: [UInt8] = []
        var count = 0
        while case let piece = try file.read(upTo: Self.pieceSize), !piece.isEmpty {
          if head.isEmpty { head = Array(piece.prefix(4096)) }
          hash.update(piece)
          count += piece.count
        }
        self.init(byteSource: source, sha256: hash.finalize(), size: count, head: head)
      }
    }
    if size == 0 { throw Refusal(.fileEmpty) }
  }

  private init(whole bytes: [UInt8]) {
    self.init(
      byteSource: .bytes(bytes), sha256: SHA256.hash(bytes), size: bytes.count, head: bytes[...])
  }

  private init(byteSource: ByteSource, sha256: String, size: Int, head: some Sequence<UInt8>) {
    self.byteSource = byteSource
    self.sha256 = sha256
    self.size = size
    let unmarked =
      head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3).prefix(4096)) : Array(head.prefix(4096))
    let first = unmarked.first { !" \t\r\n".utf8.contains($0) }
    isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// All bytes in memory, for readers that cannot stream.
  func wholeBytes() throws(Refusal) -> [UInt8] {
    switch byteSource {
    case .bytes(let bytes): bytes
    case .file(let path): try OpenFile(path: path).readToEnd()
    case .descriptor(let descriptor): try OpenFile(descriptor: descriptor).readToEnd()
    }
  }
}
