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

  @Test func bytesWithoutAnEndHaveNone() { #expect(Self.entries([0x50, 0x4B, 1, 2]) == 0) }
}
