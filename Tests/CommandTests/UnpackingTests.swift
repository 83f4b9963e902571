import Foundation
import Testing
import TrackingModel

/// Archives that are no ZIP, with the bsdtar at hand, and with a few lines of shell in its place.
@Suite("Archives by way of bsdtar")
struct UnpackingTests {
  private static let archives = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../fixtures/archives").standardized.path

  private static let hasProgram = FileManager.default.isExecutableFile(atPath: "/usr/bin/bsdtar")

  /// A folder with a form, and archives that begin as 7z does.
  private static func folder(_ script: String, archives: [String] = ["箱.7z"]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("program", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path + "/program")
    for name in archives {
      try folder.write("in/\(name)", Array(Data(contentsOf: .init(filePath: Self.archives + "/names.7z"))))
    }
    try folder.write("in/表.json", SampleForm.json("一"))
    return folder
  }

  @Test(.enabled(if: hasProgram)) func anArchiveIsAFolder() throws {
    let folder = try TemporaryFolder()
    for department in ["一科", "二科"] { try folder.write("packed/\(department)/表.json", SampleForm.json(department)) }
    try folder.write("in/表.json", SampleForm.json("外"))
    let packing = Process()
    packing.executableURL = URL(filePath: "/usr/bin/bsdtar")
    packing.arguments = ["-c", "--format", "7zip", "-f", "../in/箱.7z", "一科", "二科"]
    packing.environment = ["LC_ALL": "C.UTF-8"]
    packing.currentDirectoryURL = URL(filePath: folder.path + "/packed")
    _ = try Command.finish(packing)
    let arguments = ["convert", "in", "-o", "out", "--to", "json"]
    let outcome = try Command.run(arguments, in: folder)
    #expect(outcome.status <= 1, "\(outcome.words)")
    let written = folder.files(in: "out")
    #expect(written.keys.sorted() == ["箱.7z/一科/表.json", "箱.7z/二科/表.json", "表.json"].sorted())
    let form = try #require(CanonicalJSON.read(Array(folder.read("out/箱.7z/二科/表.json"))).first)
    #expect(form.project.name == "二科")
    // What is done is kept, and what is gone is done again, to the same bytes.
    try FileManager.default.removeItem(atPath: folder.path + "/out/箱.7z/一科/表.json")
    let resumed = try Command.run(arguments + ["--resume", "--jobs", "2"], in: folder)
    #expect(resumed.status == outcome.status, "\(resumed.words)")
    #expect(folder.files(in: "out") == written)
    let one = try Command.run("inspect", "in/箱.7z/一科/表.json", in: folder)
    #expect(!one.words.contains("file."), "\(one.words)")
    let checked = try Command.run("check", "in", in: folder)
    #expect(!checked.words.contains("file."), "\(checked.words)")
  }

  @Test(arguments: ["exit 77", "sleep 600", "echo rubbish", "kill -9 $$", "sleep 600 & sleep 600"])
  func aBrokenProgramKeepsNobodyWaiting(_ script: String) throws {
    let folder = try Self.folder(script, archives: (1...6).map { "箱\($0).7z" })
    let begin = Date()
    let outcome = try Command.run(
      "convert", "in", "-o", "out", "--to", "json", "--bsdtar", folder.path + "/program", "--time-limit", "1",
      in: folder)
    #expect(outcome.status == 2)
    #expect(folder.files(in: "out").keys.sorted() == ["表.json"])
    #expect(outcome.words.contains("bsdtar"), "\(outcome.words)")
    // Six archives that take for ever are given up after two.
    #expect(Date().timeIntervalSince(begin) < 30)
  }

  @Test func withoutItTheRefusalSaysWhatToDo() throws {
    let folder = try Self.folder("exit 0")
    let outcome = try Command.run("convert", "in", "-o", "out", "--to", "json", "--bsdtar", "none", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("apt install libarchive-tools"), "\(outcome.words)")
    let wrong = try Command.run("convert", "in", "-o", "out", "--bsdtar", "/nowhere/bsdtar", in: folder)
    #expect(wrong.status == 2)
    #expect(wrong.words.contains("/nowhere/bsdtar"))
  }

  /// What a program has started goes with the command, though the command cannot say good-bye.
  @Test(arguments: ["--bsdtar", "--office"]) func nothingOutlivesAKill(_ option: String) throws {
    let folder = try Self.folder("echo $$ >> ../started; sleep 600 & echo $! >> ../started; wait")
    try folder.write("in/网页.xls", "<html><body><table><tr><td>项目名称</td></tr></table></body></html>")
    let process = Command.start(["convert", ".", "-o", "../out", option, folder.path + "/program"])
    process.currentDirectoryURL = URL(filePath: folder.path + "/in")
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    func started() -> [Int32] {
      let text = (try? folder.read("started")).map { String(decoding: $0, as: UTF8.self) } ?? ""
      return text.split(separator: "\n").compactMap { Int32($0) }
    }
    for _ in 0..<600 where started().count < 2 { Thread.sleep(forTimeInterval: 0.05) }
    let numbers = started()
    #expect(numbers.count >= 2 && numbers.allSatisfy(Self.isRunning))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    for _ in 0..<400 where numbers.contains(where: Self.isRunning) { Thread.sleep(forTimeInterval: 0.05) }
    #expect(!numbers.contains(where: Self.isRunning))
  }

  private static func isRunning(_ number: Int32) -> Bool {
    // What is dead and was not waited for yet is a zombie.
    guard let status = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else { return false }
    return !status.contains(") Z ")
  }
}
