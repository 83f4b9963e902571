import Findings
import Foundation
import Testing

@testable import Conversion

@Suite("A file is there whole or not at all")
struct PlacedFileTests {
  @Test func nothingIsThereUntilItIsComplete() throws {
    let folder = try TemporaryFolder()
    let target = folder.path + "/a.json"
    do {
      let file = try PlacedFile(target: target, replaces: false, guardedBy: OutputGuard(reading: []))
      try file.append([1, 2, 3])
      #expect(folder.bytes("a.json") == nil)
    }
    #expect(try folder.names().isEmpty)
    do {
      let file = try PlacedFile(target: target, replaces: false, guardedBy: OutputGuard(reading: []))
      try file.append([UInt8](repeating: 7, count: 1_000_000))
      try file.moveIntoPlace()
    }
    #expect(folder.bytes("a.json") == [UInt8](repeating: 7, count: 1_000_000))
    #expect(try folder.names() == ["a.json"])
  }

  /// To Swift the slash is one Character with the accent.
  @Test func aNameMayBeginWithAnAccent() throws {
    let folder = try TemporaryFolder()
    let file = try PlacedFile(
      target: folder.path + "/\u{301}a.json", replaces: false, guardedBy: OutputGuard(reading: []))
    try file.append([1])
    try file.moveIntoPlace()
    #expect(try folder.names() == ["\u{301}a.json"])
  }

  @Test func whatIsThereStaysUnlessItMayBeReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.json")
    let target = folder.path + "/a.json"
    #expect(throws: Refusal(.outputExists, ["path": target])) {
      try PlacedFile(target: target, replaces: false, guardedBy: OutputGuard(reading: []))
    }
    let file = try PlacedFile(target: target, replaces: true, guardedBy: OutputGuard(reading: []))
    try file.append([9])
    #expect(folder.bytes("a.json") == [1])
    try file.moveIntoPlace()
    #expect(folder.bytes("a.json") == [9])
  }

  @Test func whatAppearsMeanwhileIsNotReplaced() throws {
    let folder = try TemporaryFolder()
    let file = try PlacedFile(target: folder.path + "/a.json", replaces: false, guardedBy: OutputGuard(reading: []))
    try folder.write("a.json")
    #expect(throws: Refusal.self) { try file.moveIntoPlace() }
    #expect(folder.bytes("a.json") == [1])
  }

  @Test func whatAKilledRunLeftIsTakenOverAndASecondRunIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(".a.json.part", [1, 2, 3])
    let file = try PlacedFile(target: folder.path + "/a.json", replaces: false, guardedBy: OutputGuard(reading: []))
    #expect(throws: Refusal(.runLocked, ["path": folder.path + "/a.json"])) {
      try PlacedFile(target: folder.path + "/a.json", replaces: false, guardedBy: OutputGuard(reading: []))
    }
    try file.append([4])
    try file.moveIntoPlace()
    #expect(folder.bytes("a.json") == [4])
  }
}
