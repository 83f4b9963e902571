import Foundation
import Testing

@testable import SystemCalls

@Suite("Files of this program's own")
struct NewFileTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("system-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  private func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)
  }

  private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] }

  @Test func nothingIsThereUntilItIsPlaced() throws {
    do {
      let file = try NewFile(in: folder)
      try file.descriptor.write(Array("new".utf8))
    }
    #expect(names.isEmpty)
    let file = try NewFile(in: folder)
    try file.descriptor.write(Array("new".utf8))
    try file.place(at: folder + "/a", replacing: false)
    #expect(try read("a") == "new")
    #expect(names == ["a"])
  }

  @Test func whatHasTheNameStaysOrIsReplacedAsAWhole() throws {
    try write("a", "old")
    let file = try NewFile(in: folder)
    try file.descriptor.write(Array("new".utf8))
    #expect(throws: SystemFailure(number: EEXIST)) { try file.place(at: folder + "/a", replacing: false) }
    #expect(try read("a") == "old")
    try file.place(at: folder + "/a", replacing: true)
    #expect(try read("a") == "new")
    #expect(names == ["a"])
  }

  @Test func aLinkIsReplacedAndNotWhatItLeadsTo() throws {
    try write("theirs", "old")
    symlink("theirs", folder + "/link")
    link(folder + "/theirs", folder + "/hard")
    for name in ["link", "hard"] {
      let file = try NewFile(in: folder)
      try file.descriptor.write(Array("new".utf8))
      try file.place(at: folder + "/" + name, replacing: true)
      #expect(try read(name) == "new")
    }
    #expect(try read("theirs") == "old")
  }

  @Test func leftoversOfTheDeadGoAndThoseOfTheLivingStay() throws {
    let living = OwnName.temporary()
    let dead = living.replacingOccurrences(of: "-\(getpid())-", with: "-99999999-")
    let elsewhere = dead.replacingOccurrences(of: OwnName.machine, with: String(repeating: "0", count: 16))
    for name in [living, dead, elsewhere, ".tracktable-mine.part", "letter"] { try write(name, "x") }
    NewFile.removeLeftovers(in: folder) { _ in false }
    #expect(names == [living, elsewhere, ".tracktable-mine.part", "letter"].sorted())
  }

  @Test func aProcessThatHasEndedAndWaitsForItsParentIsDead() throws {
    let child = try ChildProcess(["/bin/true"], descriptors: [])
    while !OwnName.hasEnded(child.identifier) { usleep(1000) }
    #expect(kill(child.identifier, 0) == 0, "it has an entry still")
    try write(OwnName.temporary().replacingOccurrences(of: "-\(getpid())-", with: "-\(child.identifier)-"), "x")
    NewFile.removeLeftovers(in: folder) { _ in false }
    #expect(names.isEmpty)
    #expect(!OwnName.isAlive("\(OwnName.machine) \(OwnName.boot) \(child.identifier)\n"))
    #expect(!OwnName.hasEnded(getpid()) && !OwnName.hasEnded(1))
  }

  @Test func aLockIsHeldByOneAndTakenOverFromTheDead() throws {
    let path = folder + "/lock"
    do {
      let lock = try FileLock(path)
      #expect(throws: FileLock.Failure.held) { try FileLock(path) }
      withExtendedLifetime(lock) {}
    }
    #expect(names.isEmpty, "a lock that is given back leaves nothing")
    try write("lock", "tracktable-lock \(OwnName.machine) \(OwnName.boot) 99999999\n")
    _ = try FileLock(path)
  }

  @Test(arguments: ["file", "link", "pipe"]) func whatIsNoLockStays(kind: String) throws {
    let path = folder + "/lock"
    try write("letter", "dear")
    switch kind {
    case "file": try write("lock", "dear")
    case "link": symlink("letter", path)
    default: mkfifo(path, 0o600)
    }
    #expect(throws: FileLock.Failure.self) { try FileLock(path) }
    #expect(try read("letter") == "dear")
    #expect(names == ["letter", "lock"])
  }

  @Test(arguments: ["link", "hard link", "pipe", "folder"]) func aFileOfOurOwnIsNoneOfOthers(kind: String) throws {
    let path = folder + "/journal"
    try write("letter", "dear")
    switch kind {
    case "link": symlink("letter", path)
    case "hard link": link(folder + "/letter", path)
    case "pipe": mkfifo(path, 0o600)
    default: mkdir(path, 0o700)
    }
    #expect(throws: SystemFailure.self) { try Descriptor.ownFile(path) }
    #expect(try read("letter") == "dear")
  }
}
