import Foundation
import Testing

/// Runs in a mount namespace of their own, where small file systems are full or /proc is missing.
@Suite(.enabled(if: FullDisk.canBeMade, "needs unshare(1) and user namespaces")) struct FullDiskTests {
  private static let convert = [
    "convert in -o out/pages/ --review --report out/report.xlsx", "convert in -o out/ledger.xlsx --layout ledger",
    "template -o out/template.xlsx",
  ]

  /// libxlsxwriter alone would write broken workbooks here and return success.
  @Test func workbooksNeedNoScratchSpace() throws {
    let folder = try TemporaryFolder()
    for number in 1...3 {
      try folder.write("in/\(number).json", SampleForm.json("项目\(number)", indicators: 40 * number))
    }
    for arguments in Self.convert {
      let outcome = try Command.run(arguments.split(separator: " ").map(String.init), in: folder)
      #expect(outcome.status == 0, "\(outcome.words)")
    }
    let sums = try FullDisk.run(
      """
      cp -r "$FOLDER/in" /mnt/in && mkdir /mnt/out && cd /mnt
      for full in /tmp /dev/shm /var/tmp; do
        mount -t tmpfs -o size=16k full $full && { cat /dev/zero > $full/filler; } 2>/dev/null
      done
      \(Self.convert.map { "/mnt/bin/tracktable \($0) || exit 1" }.joined(separator: "\n"))
      find out -name '*.xlsx' | sort | xargs sha256sum
      ls -A /tmp /dev/shm /var/tmp
      """, folder)
    let expected = try FullDisk.run("cd \"$FOLDER\"; find out -name '*.xlsx' | sort | xargs sha256sum", folder)
    #expect(sums.status == 0, "\(sums.words)")
    #expect(expected.text.split(separator: "\n").count >= 6)
    let left = ["/dev/shm:", "filler", "", "/tmp:", "filler", "", "/var/tmp:", "filler", ""].joined(separator: "\n")
    #expect(sums.text == expected.text + left)
  }

  @Test(arguments: ["4k", "8k", "12k", "40k"]) func aFullOutputDiskIsARefusalAndLeavesNoFile(size: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in.json", SampleForm.json("甲", indicators: 60))
    let forms = (0..<300).map { SampleForm.json("项目\($0)", indicators: 40) }
    for (index, form) in forms.enumerated() { try folder.write("many/\(index).json", form) }
    let outcome = try FullDisk.run(
      """
      mkdir /mnt/small && mount -t tmpfs -o size=\(size) small /mnt/small && cd /mnt
      /mnt/bin/tracktable convert "$FOLDER/many" -o small/a.xlsx --layout ledger; echo $?
      mount -t tmpfs -o size=4k small /mnt/small
      /mnt/bin/tracktable convert "$FOLDER/in.json" -o small/b.xlsx; echo $?
      /mnt/bin/tracktable template -o small/c.xlsx; echo $?
      ls -A /mnt/small
      umount /mnt/small
      ls -A /mnt/small
      """, folder)
    #expect(outcome.text == "2\n2\n2\n")
    #expect(outcome.words.components(separatedBy: "No space left on device").count == 4, "\(outcome.words)")
    #expect(!outcome.words.contains("workbook_close"))
  }

  /// Arguments are read from there: without it a command was taken for none, and help was its success.
  @Test(
    .enabled(if: Command.sanitizer.isEmpty, "sanitizers need /proc themselves"),
    arguments: ["check in.json", "convert in.json -o out.xlsx", "cells in.json", "schema", ""])
  func withoutProcNothingIsDone(command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in.json", SampleForm.json("甲"))
    let outcome = try FullDisk.run(
      "mount -t tmpfs none /proc; cd \"$FOLDER\"; /mnt/bin/tracktable \(command); echo $?; ls", folder)
    #expect(outcome.text == "2\nin.json\n")
    #expect(outcome.words.split(separator: "\n").count == 1 && outcome.words.contains("[run.without-proc]"))
  }
}

/// A shell in a mount namespace of its own, with the command under `/mnt/bin` and space in `/mnt`.
enum FullDisk {
  static let canBeMade: Bool = (try? run("true", nil))?.status == 0

  static func run(_ script: String, _ folder: TemporaryFolder?) throws -> Command.Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let head = """
      set -e
      mount -t tmpfs -o size=200m room /mnt
      mkdir /mnt/bin && mount --bind "$BINARIES" /mnt/bin
      set +e

      """
    process.arguments = ["unshare", "--map-root-user", "--mount", "sh", "-c", head + script]
    let binaries = URL(fileURLWithPath: Command.path).deletingLastPathComponent().path
    process.environment = [
      "LC_ALL": "C.UTF-8", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "BINARIES": binaries, "FOLDER": folder?.path ?? "",
    ].merging(Command.sanitizer) { own, _ in own }
    let output = Pipe()
    let words = Pipe()
    process.standardOutput = output
    process.standardError = words
    try process.run()
    let bytes = output.fileHandleForReading.bytesToEnd()
    let said = words.fileHandleForReading.bytesToEnd()
    process.waitUntilExit()
    return .init(status: process.terminationStatus, output: bytes, words: String(decoding: said, as: UTF8.self))
  }
}
