import Findings
import Foundation
import Testing

@testable import Conversion

@Suite("What was read is what was hashed")
struct TornReadTests {
  /// Larger than what is taken into memory.
  private func large(_ folder: TemporaryFolder) throws -> String {
    try folder.write("a.csv", [UInt8](repeating: 65, count: InputBytes.memoryLimit + 1))
    return folder.path + "/a.csv"
  }

  @Test func aFileThatStaysIsConfirmed() throws {
    let folder = try TemporaryFolder()
    try InputBytes(.file(large(folder))).confirmUnchanged()
  }

  @Test(arguments: ["truncate", "append", "rewrite", "replace", "remove"])
  func aFileThatChangesIsRefused(change: String) throws {
    let folder = try TemporaryFolder()
    let path = try large(folder)
    let input = try InputBytes(.file(path))
    usleep(20_000)
    switch change {
    case "truncate": truncate(path, 1000)
    case "remove": unlink(path)
    case "replace":
      try folder.write("b.csv", [UInt8](repeating: 65, count: InputBytes.memoryLimit + 1))
      rename(folder.path + "/b.csv", path)
    default:
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      if change == "append" { try handle.seekToEnd() }
      try handle.write(contentsOf: Data("B".utf8))
      try handle.close()
    }
    #expect(throws: Refusal(.fileChanged)) { try input.confirmUnchanged() }
  }
}
