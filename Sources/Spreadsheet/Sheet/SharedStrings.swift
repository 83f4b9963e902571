import Findings

/// The table of strings that the cells of a workbook share (ECMA-376 part 1, 18.4), in a few large pieces of memory.
///
/// A `String` is made only for a cell whose text is asked for. The table is written while it is read from its part and
/// never afterwards.
@usableFromInline
final class SharedStrings: @unchecked Sendable {
  /// Chunk, offset in it and length of each string, packed.
  @exclusivity(unchecked) private var entries = UnsafeMutablePointer<UInt64>.allocate(capacity: firstEntries)
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var capacity = firstEntries
  @exclusivity(unchecked) private var chunks: [UnsafeMutablePointer<UInt8>] = []
  /// Bytes of the last chunk, and how many are taken.
  @exclusivity(unchecked) private var size = 0
  @exclusivity(unchecked) private var used = 0
  @exclusivity(unchecked) private var charged = 0
  /// The pieces of the strings that are not set plainly, by position.
  @exclusivity(unchecked) private(set) var runs: [Int: [TextRun]] = [:]
  private let maximum: Int
  private let limitName: String

  private static let firstEntries = 128
  private static let firstChunkSize = 1 << 14
  private static let chunkSize = 1 << 20
  private static let lengthBits: UInt64 = 28
  private static let offsetBits: UInt64 = 20
  /// What an entry costs besides its bytes.
  private static let entryCost = 8

  /// An empty table.
  static let none = SharedStrings()

  /// - Parameter maximum: The bytes that the strings may take together, and the limit that says so.
  init(maximum: Int = Limits.standard.stringBytes, limitName: String = "stringBytes") {
    self.maximum = maximum
    self.limitName = limitName
  }

  deinit {
    entries.deallocate()
    for chunk in chunks { chunk.deallocate() }
  }

  /// The string at a position that is less than `count`.
  subscript(_ index: Int) -> String { withBytes(of: index) { $0.isEmpty ? "" : CheckedText.string($0) } }

  /// Calls a closure with the UTF-8 of the string at a position, without making it.
  @inline(__always)
  func withBytes<Result>(of index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let entry = self.entry(index)
    let length = Int(entry & (1 << Self.lengthBits - 1))
    if length == 0 { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let offset = Int(entry >> Self.lengthBits & (1 << Self.offsetBits - 1))
    let chunk = chunks[Int(entry >> (Self.lengthBits + Self.offsetBits))]
    return body(UnsafeBufferPointer(start: chunk + offset, count: length))
  }

  @inline(__always)
  private func entry(_ index: Int) -> UInt64 {
    precondition(index >= 0 && index < count)
    return entries[index]
  }

  private func add(_ entry: UInt64) {
    if count == capacity {
      let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * capacity)
      larger.update(from: entries, count: count)
      entries.deallocate()
      entries = larger
      capacity *= 2
    }
    entries[count] = entry
    count += 1
  }

  /// Whether the string at a position is empty, without making it.
  @inline(__always)
  func isEmpty(_ index: Int) -> Bool { byteCount(index) == 0 }

  func byteCount(_ index: Int) -> Int { Int(entry(index) & (1 << Self.lengthBits - 1)) }

  /// The string appended last is set in these pieces, at least one of them not plainly.
  func setRuns(_ pieces: [TextRun]) throws(Refusal) {
    charged += pieces.reduce(0) { $0 + $1.text.utf8.count + Self.pieceCost }
    guard charged <= maximum else { throw .exceeded(limitName, maximum) }
    runs[count - 1] = pieces
  }

  /// What a piece costs besides its bytes.
  private static let pieceCost = 64

  /// - Throws: `file.too-large` where the strings take more than they may.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, part: String) throws(Refusal) {
    guard charged + bytes.count <= maximum else { throw .exceeded(limitName, maximum, part: part) }
    if let start = bytes.baseAddress, bytes.count > 0 {
      reserve(bytes.count).update(from: start, count: bytes.count)
    }
    try appendWritten(bytes.count, part: part)
  }

  /// Memory for so many bytes, one at least, where the next string will stay: it is written there, and then appended.
  @inline(__always)
  func reserve(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if used + count > size { addChunk(atLeast: count) }
    return chunks[chunks.count - 1] + used
  }

  private func addChunk(atLeast count: Int) {
    // The first is small, because so are the tables of most files.
    size = max(chunks.isEmpty ? Self.firstChunkSize : Self.chunkSize, count)
    chunks.append(.allocate(capacity: size))
    used = 0
  }

  /// Appends the string that was written where `reserve` returned, so many bytes of it.
  ///
  /// - Throws: `file.too-large` where the strings take more than they may.
  @inline(__always)
  func appendWritten(_ count: Int, part: String) throws(Refusal) {
    charged += count + Self.entryCost
    guard charged <= maximum, count < 1 << Self.lengthBits else { throw .exceeded(limitName, maximum, part: part) }
    if count == 0 { return add(0) }
    let place = UInt64(chunks.count - 1) << Self.offsetBits | UInt64(used)
    add(place << Self.lengthBits | UInt64(count))
    used += count
  }
}
