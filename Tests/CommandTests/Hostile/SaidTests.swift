import Foundation
import Testing
import TrackingModel

@Suite("What is lost or switched is said")
struct SaidTests {
  @Test(arguments: [("csv", true), ("tsv", true), ("xlsx", true), ("json", false), ("jsonl", false)])
  func whatAFormatCannotHold(format: String, isSaid: Bool) throws {
    let folder = try TemporaryFolder()
    var form = SampleForm.form("甲")
    form.goals.actual = "按\u{0}计划"
    try folder.write("a.json", CanonicalJSON.document([form]))
    let outcome = try Command.run("convert", "a.json", "-o", "out.\(format)", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.words.contains("[output.character]") == isSaid, "\(outcome.words)")
  }

  @Test(arguments: [("error", 1), ("off", 0)])
  func aProfileReachesWhatTheReaderSays(severity: String, status: Int32) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", "项目名称,路灯\n主管部门,219-某某局\n预期目标,完成年度任务。\n")
    try folder.write("p.yaml", "rules:\n  value.code-split: \(severity)\n")
    let outcome = try Command.run("check", "a.csv", "--profile", "p.yaml", in: folder)
    #expect(outcome.text.contains("[value.code-split]") == (severity == "error"), "\(outcome.text)")
  }

  @Test(
    arguments: ["zh", "en"], ["check", "convert", "inspect", "cells", "inspect --json", "inspect --suggest-profile"])
  func nothingOfAnInputSteersATerminal(language: String, command: String) throws {
    let folder = try TemporaryFolder()
    let bad = "\u{1B}]0;t\u{7}\u{9B}31m\u{202E}反\u{200B}\u{2066}"
    let name = "文\u{1B}[2J\u{202E}件.csv"
    try folder.write(name, "项目名称,路灯\(bad)\n主管部门,某局\(bad)\n年度总体目标,\(bad)\n\(bad),\(bad)\n注：\(bad),1\n")
    let words = "'$T' \(command) *.csv --lang \(language)" + (command == "convert" ? " -o out.json" : "")
    // Once as wrong usage, which repeats what was typed.
    let outcome = try Shell.run(
      "for more in '--nonsense' ''; do script -qec \"\(words) $more\" /dev/null </dev/null; done", in: folder)
    // Colors and the bar are ours.
    let ours = ["\u{1B}[0m", "\u{1B}[K", "\r"]
    var text = outcome.text
    for sequence in ours { text = text.replacing(sequence, with: "") }
    text = text.replacing(try Regex("\u{1B}\\[[0-9;]+m"), with: "")
    let harmful = text.unicodeScalars.filter {
      $0.value < 32 && $0 != "\n" && $0 != "\r" || (0x7F...0x9F).contains($0.value)
        || $0.properties.generalCategory == .format
    }
    #expect(harmful.isEmpty, "\(harmful.map { String($0.value, radix: 16) }): \(text.debugDescription.prefix(600))")
  }
}
