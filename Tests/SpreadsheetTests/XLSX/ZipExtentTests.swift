import Foundation
import Testing

@testable import Spreadsheet

@Suite struct ZipExtentTests {
  private static let end: [UInt8] = [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18)

  private static func entries(_ bytes: [UInt8]) -> Int { bytes.withUnsafeBytes { ZipExtent.entries(in: $0) } }

  @Test(arguments: [(0, 1, 0), (3, 1, 3), (3, 2, 3), (7, 32, 7)])
  func entriesAreCountedInFrontOfTheLastEnd(headers: Int, ends: Int, count: Int) {
    let header: [UInt8] = [0x50, 0x4B, 1, 2] + Array(repeating: 7, count: 42)
    let bytes =
      Array(repeatElement(header, count: headers).joined()) + Array(repeatElement(Self.end, count: ends).joined())
    #expect(Self.entries(bytes) == count)
  }

  /// Each would have the directory read once more.
  @Test func veryManyEndsAreNoArchive() {
    #expect(Self.entries(Array(repeatElement(Self.end, count: 33).joined())) == .max)
  }

  /// A file is not read whole for it: what its ends say counts, where there are several.
  @Test(arguments: [(1, 0), (2, 18_000), (32, 288_000), (33, Int.max)])
  func ofAFileTheEndsSayHowManyEntriesThereAre(ends: Int, count: Int) throws {
    var end = Self.end
    (end[10], end[11]) = (UInt8(9_000 & 255), UInt8(9_000 >> 8))
    let bytes = Array(repeatElement(end, count: ends).joined())
    #expect(bytes.withUnsafeBytes { ZipExtent.entries(inTail: $0) } == count)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("ends-" + UUID().uuidString).path
    try Data([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 100_000) + bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(ZipContent(path: path).hasPartsAtMost(100_000) == (count <= 100_000))
  }

  @Test func bytesWithoutAnEndHaveNone() { #expect(Self.entries([0x50, 0x4B, 1, 2]) == 0) }
}
