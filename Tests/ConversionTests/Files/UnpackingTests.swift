import Findings
import Foundation
import Spreadsheet
import SystemCalls
import Testing

@testable import Conversion

/// Archives of fixtures/archives that are no ZIP, which `make.py` there writes; read by the bsdtar at hand where there is one.
@Suite(.enabled(if: ExecutableFile.inPath("bsdtar") != nil)) struct UnpackingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../fixtures/archives").standardized.path

  private static func unpacker(_ limits: Limits = .standard, seconds: Double = 20) throws -> Unpacker {
    var costs = FileLimits()
    costs.seconds = seconds
    let program = try #require(ExecutableFile.inPath("bsdtar"))
    return Unpacker(program: program, costs: costs, limits: limits)
  }

  /// What a run would come to: names with what is in the file, and rules in front of what is refused.
  private static func steps(_ archive: String) throws -> (lines: [String], skipped: SkippedFiles) {
    let queue = UnpackingQueue(try unpacker())
    var lines: [String] = []
    var skipped = SkippedFiles()
    let archives = ArchivedFiles()
    func take(_ step: FolderWalk.Step) throws {
      switch step {
      case .file(let input):
        if queue.knows(input) { return queue.add(input) }
        let text = try archives.open(input)?.source.bytes() ?? []
        lines.append(input.name + " " + String(decoding: text, as: UTF8.self).trimmingCharacters(in: .newlines))
      case .refusal(let refusal):
        lines.append(refusal.finding.rule.name + " " + (refusal.finding.place.file ?? "").dropFirst(folder.count + 1))
      }
    }
    var list = InputList([Array("\(folder)/\(archive)".utf8)], excluding: nil)
    while let step = list.next() { try take(step) }
    while let step = queue.next() {
      switch step {
      case .waiting: MonotonicClock.pause(seconds: 0.01)
      case .refusal(let input, let refusal): lines.append(refusal.finding.rule.name + " " + input.name)
      case .files(var walk):
        while let step = walk.next() { try take(step) }
        skipped = skipped + walk.skipped
      }
    }
    return (lines, skipped)
  }

  @Test(arguments: [
    ("names.7z", ["一科/表.csv 一科,1", "二科/表.csv 二科,2", "表.csv 表,3"]),
    ("names.rar", ["一科/表.csv 一科,1", "二科/表.csv 二科,2", "表.csv 表,3"]),
    ("names-in-gbk.rar", ["一科/表.csv 一科,1", "二科/表.csv 二科,2", "表.csv 表,3"]),
    ("rar-called.zip", ["一科/表.csv 一科,1", "二科/表.csv 二科,2", "表.csv 表,3"]),
    ("zip-in-a.7z", ["内.zip/表.csv 内,2", "外.csv 外,1"]),
    ("7z-in-a.7z", ["外.csv 外,1", "内.7z/表.csv 内,2"]),
    ("7z-in-a.zip", ["外.csv 外,1", "内.7z/表.csv 内,2"]),
  ]) func filesAsOfAFolder(_ archive: String, _ files: [String]) throws {
    #expect(try Self.steps(archive).lines == files.map { "\(archive)/\($0)" })
  }

  @Test(arguments: [
    (
      "three-deep.7z",
      ["file.archive-nested three-deep.7z/二.zip/三.zip", "file.archive-nested three-deep.7z/二.zip/四.7z"]
    ),
    (
      "paths-that-lead-out.rar",
      ["file.archive-path paths-that-lead-out.rar/../外.csv", "paths-that-lead-out.rar/好.csv 1"]
    ),
    ("one-name-twice.rar", ["one-name-twice.rar/别的.csv 3", "file.archive-duplicate one-name-twice.rar/表.csv"]),
    ("with-a-password.rar", ["file.encrypted with-a-password.rar"]),
    ("with-an-older-password.rar", ["file.encrypted with-an-older-password.rar"]),
    ("cut-off.7z", ["file.archive-failed cut-off.7z"]),
  ]) func whatMeansHarmIsNamed(_ archive: String, _ lines: [String]) throws {
    #expect(try Self.steps(archive).lines.sorted() == lines.sorted())
  }

  @Test func linksArePassedOver() throws {
    let (lines, skipped) = try Self.steps("link.7z")
    #expect(lines == ["link.7z/表.csv 1"])
    #expect(skipped.links == 1)
  }

  private static func refusal(_ archive: String, _ limits: Limits) throws -> Finding? {
    let unpacker = try unpacker(limits)
    do throws(Refusal) {
      _ = try unpacker.unpack(.file("\(folder)/\(archive)"))
      return nil
    } catch {
      return error.finding
    }
  }

  @Test func theLimitsOfPackagesHold() throws {
    #expect(try Self.refusal("bomb.7z", .standard) == nil)
    var limits = Limits()
    limits.inflatedBytesTogetherWithoutRatio = 1_000_000
    #expect(try Self.refusal("bomb.7z", limits)?.values["limit"] == "inflationRatio")
    limits = Limits()
    limits.archivedFiles = 2
    #expect(try Self.refusal("names.7z", limits)?.values["limit"] == "archivedFiles")
    limits = Limits()
    limits.fileBytes = 5
    let archive = try Self.unpacker(limits).unpack(.file("\(Self.folder)/names.7z"))
    #expect(throws: Refusal.self) { try archive.bytes(of: archive.members[0]) }
  }

  /// Every third byte wrong once: what is read is what was packed, all of it, or the archive is refused.
  @Test(arguments: ["names.rar", "names-in-gbk.rar", "names.7z"]) func noDamageGoesUnseen(_ archive: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: "\(Self.folder)/\(archive)")))
    var refused = 0
    for place in stride(from: 8, to: bytes.count, by: 3) {
      var damaged = bytes
      damaged[place] ^= 0x01
      if try Self.isRefusedOrWhole(damaged, "\(archive), byte \(place)") { refused += 1 }
    }
    #expect(refused > bytes.count / 6)
  }

  /// The same with an archive that was not copied to its end.
  @Test(arguments: ["names.rar", "names-in-gbk.rar", "names.7z"]) func noCutGoesUnseen(_ archive: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: "\(Self.folder)/\(archive)")))
    var refused = 0
    for length in stride(from: 1, to: bytes.count, by: 7) {
      if try Self.isRefusedOrWhole(Array(bytes[..<length]), "\(archive), \(length) bytes") { refused += 1 }
    }
    #expect(refused > bytes.count / 14)
  }

  /// Whether an archive is refused; where it is not, all must have come of it that was packed.
  private static func isRefusedOrWhole(_ archive: [UInt8], _ comment: String) throws -> Bool {
    guard let found = try? unpacker().unpack(.bytes(archive)) else { return true }
    let read = try found.members.map { String(decoding: try found.bytes(of: $0), as: UTF8.self) }
    #expect(read.sorted() == ["一科,1\n", "二科,2\n", "表,3\n"].sorted(), "\(comment)")
    return false
  }

  @Test func aNamedInputMayLieInAnArchive() throws {
    let program = try #require(ExecutableFile.inPath("bsdtar"))
    for (path, text) in [
      ("names.7z/一科/表.csv", "一科,1\n"), ("zip-in-a.7z/内.zip/表.csv", "内,2\n"), ("7z-in-a.zip/内.7z/表.csv", "内,2\n"),
    ] {
      let input = try NamedInput("\(Self.folder)/\(path)", unpacker: program)
      #expect(try input.source.bytes() == Array(text.utf8))
    }
    #expect { try NamedInput("\(Self.folder)/names.7z", unpacker: program) } throws: {
      ($0 as? Refusal)?.finding.rule == .archiveOfMany
    }
    #expect(try NamedInput("\(Self.folder)/form.7z", unpacker: program).source.bytes().count > 100)
  }
}

/// Programs in the place of bsdtar, each a few lines of shell.
@Suite struct UnpackingProgramTests {
  private static func outcome(_ script: String, seconds: Double = 0.5) throws -> (reason: String?, seconds: Double) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bsdtar-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "bsdtar")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
    var costs = FileLimits()
    costs.seconds = seconds
    // A process that another test has just started may hold the script open for writing: then the shell cannot run it, and says so.
    let busy = ["sh", "exit 126"]
    var attempt = 0
    while true {
      attempt += 1
      let begin = MonotonicClock.seconds
      do throws(Refusal) {
        _ = try Unpacker(program: program.path, costs: costs).unpack(.bytes([1, 2, 3]))
        return (nil, MonotonicClock.seconds - begin)
      } catch {
        let reason = error.finding.values["reason"]
        if attempt < 100, reason.map(busy.contains) == true || reason?.contains("busy") == true {
          usleep(20_000)
          continue
        }
        return (reason, MonotonicClock.seconds - begin)
      }
    }
  }

  @Test(arguments: [
    ("exit 77", "exit 77"), ("echo rubbish", "no list of files"), ("kill -9 $$", "signal 9"), (":", "no list of files"),
    ("echo 'bsdtar: Error opening archive: Unrecognized archive format' >&2; exit 1", "Unrecognized archive format"),
    ("head -c 110 /dev/zero | tr '\\0' 0", "no list of files"),
  ]) func aBrokenProgramIsRefused(_ script: String, _ reason: String) throws {
    #expect(try Self.outcome(script, seconds: 20).reason == reason)
  }

  @Test(arguments: ["sleep 600", "sleep 600 & wait", "while :; do :; done", "trap '' TERM; while :; do sleep 1; done"])
  func oneThatNeverEndsIsStopped(_ script: String) throws {
    let (reason, seconds) = try Self.outcome(script)
    #expect(reason == "1 s")
    #expect(seconds < 30)
  }
}
