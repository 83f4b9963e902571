import Glibc

/// Where a ZIP file lies within bytes.
///
/// A program that sends one over the web may send something else first, a byte order mark, an empty line, a warning, or
/// something after it; a disk fills its last block with zeros.
enum ZipExtent {
  private static let fileHeader: [UInt8] = [0x50, 0x4B, 3, 4]
  private static let endRecord: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let fileHeaderLength = 30
  private static let endRecordLength = 22
  /// As many bytes as may stand in front.
  private static let longestPrefix = 4096

  /// Whether bytes are a ZIP file, by what they begin with.
  static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: fileHeader) || bytes.starts(with: endRecord) }

  /// Whether a ZIP file begins close behind the beginning of bytes that are something else in front.
  static func beginsWithin(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { start(in: $0) != nil } }

  /// From the first file's header to the end of the last record; nil where there is none of either.
  static func range(in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
    guard let start = start(in: bytes), let record = lastEndRecord(in: bytes), record > start else { return nil }
    let comment = Int(bytes[record + 20]) | Int(bytes[record + 21]) << 8
    return start..<min(record + endRecordLength + comment, bytes.count)
  }

  /// How many entries the directories have that end in the last bytes, where a reader looks for the end of one.
  ///
  /// A file has one end, and some more where it holds archives that are not compressed; each of very many would be tried.
  static func entries(in bytes: UnsafeRawBufferPointer) -> Int {
    let tail = max(0, bytes.count - longestEnd)
    let ends = places(of: endRecord, in: bytes, tail..<bytes.count)
    guard ends.count <= mostEnds else { return .max }
    return places(of: directoryHeader, in: bytes, 0..<(ends.last ?? 0)).count
  }

  /// The same of a file of which only the last `longestEnd` bytes are at hand, by what its end records say. One directory is read once, however
  /// long it is.
  static func entries(inTail bytes: UnsafeRawBufferPointer) -> Int {
    let ends = places(of: endRecord, in: bytes, 0..<bytes.count).filter { $0 + endRecordLength <= bytes.count }
    guard ends.count <= mostEnds else { return .max }
    return ends.count < 2 ? 0 : ends.reduce(0) { $0 + Int(bytes[$1 + 10]) + Int(bytes[$1 + 11]) << 8 }
  }

  private static let directoryHeader: [UInt8] = [0x50, 0x4B, 1, 2]
  /// The end record and the longest comment.
  static let longestEnd = 65_535 + 22
  private static let mostEnds = 32

  private static func places(of signature: [UInt8], in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> [Int] {
    guard let base = bytes.baseAddress else { return [] }
    var places: [Int] = []
    var at = range.lowerBound
    while at + signature.count <= range.upperBound,
      let found = memchr(base + at, Int32(signature[0]), range.upperBound - at)
    {
      let place = UnsafeRawPointer(found) - base
      if place + signature.count <= range.upperBound,
        bytes[place..<place + signature.count].elementsEqual(signature)
      {
        places.append(place)
      }
      at = place + 1
    }
    return places
  }

  /// A header whose name can be one: text has no such bytes, and chance is unlikely to.
  private static func start(in bytes: UnsafeRawBufferPointer) -> Int? {
    let last = min(longestPrefix, bytes.count - fileHeaderLength - 1)
    guard last >= 0 else { return nil }
    return (0...last).first { place in
      guard bytes[place] == fileHeader[0], bytes[place..<place + 4].elementsEqual(fileHeader) else { return false }
      let nameLength = Int(bytes[place + 26]) | Int(bytes[place + 27]) << 8
      return nameLength > 0 && nameLength < 1024 && bytes[place + fileHeaderLength] >= 32
    }
  }

  private static func lastEndRecord(in bytes: UnsafeRawBufferPointer) -> Int? {
    var place = bytes.count - endRecordLength
    while place >= 0 {
      if bytes[place] == endRecord[0], bytes[place..<place + 4].elementsEqual(endRecord) { return place }
      place -= 1
    }
    return nil
  }
}
