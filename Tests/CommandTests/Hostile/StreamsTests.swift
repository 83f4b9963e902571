import Foundation
import Testing
import TrackingModel

@Suite("Standard streams that are closed, full, folders or endless")
struct StreamsTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a.json", SampleForm.json("甲"))
    try folder.write("a.csv", "项目名称,路灯\n主管部门,某局\n")
    return folder
  }

  /// Whatever is closed, an output is whole.
  @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func closedStreamsDoNotReachOutputs(closed: String) throws {
    let folder = try folder()
    let outcome = try Shell.run(
      "\"$T\" convert nothere a.json -o out.json --report r.json \(closed); echo $?", in: folder)
    #expect(outcome.text == "2\n")
    #expect(try CanonicalJSON.read(Array(folder.read("out.json"))).count == 1)
    _ = try JSONSerialization.jsonObject(with: folder.read("r.json"))
  }

  @Test(arguments: [
    ("check a.json >&-", "2"), ("check a.json --report r.json <&- >&-", "2"), ("cells a.csv >&-", "2"),
    ("inspect a.csv >&-", "2"), ("schema >&-", "2"), ("template -o - >&-", "2"),
    ("convert a.json -o - --to json >&-", "2"),
    ("convert nothere a.json -o out.json 2>/dev/full", "2"), ("check nothere 2>/dev/full", "2"),
    ("cells a.csv >/dev/full", "2"), ("check a.json >/dev/full", "2"), ("schema >/dev/full", "2"),
    ("convert a.json -o - --to json >/dev/full", "2"), ("inspect a.csv >/dev/full", "2"),
    ("inspect - <&-", "2"), ("inspect - </", "2"), ("cells - <&-", "2"), ("cells - </", "2"), ("check - </", "2"),
    ("check - <&-", "2"), ("convert --files-from - -o x/ <&-", "2"), ("convert --files-from / -o x/", "2"),
    ("convert --files-from /dev/zero -o x/", "2"), ("check a.json --profile /dev/zero", "2"),
    ("inspect - --memory-limit 200 </dev/zero", "2"), ("check a.json --memory-limit 4398046511104", "64"),
    ("check a.json --time-limit nan", "64"), ("inspect a.csv --memory-limit 0", "64"),
  ])
  func eachIsAStatusAndNoCrash(command: String, status: String) throws {
    let outcome = try Shell.run("\"$T\" \(command); echo \"status $?\"", in: try folder(), seconds: 60)
    #expect(outcome.text.hasSuffix("status \(status)\n"), "\(outcome.text.suffix(300)) \(outcome.words)")
    #expect(!outcome.words.contains("SystemFailure"), "\(outcome.words)")
    #expect(outcome.words.split(separator: "\n").count <= 2, "\(outcome.words)")
  }

  @Test(arguments: [
    "cells big.csv", "check big.jsonl", "inspect --json big.csv",
    // Quiet, since a slow machine would be told how far it has come.
    "convert big.jsonl -o - --to jsonl --quiet", "convert big.jsonl -o - --to csv --quiet",
  ])
  func aReaderThatGoesEndsItSilently(command: String) throws {
    let folder = try folder()
    try folder.write("big.csv", "项目名称,路灯\n" + (0..<4000).map { "甲\($0),乙,丙,丁\n" }.joined())
    try folder.write("big.jsonl", (0..<900).flatMap { CanonicalJSON.line(SampleForm.form("项目\($0)")) })
    let outcome = try Shell.run("\"$T\" \(command) | head -c 10 >/dev/null; echo ${PIPESTATUS[0]}; ls -A", in: folder)
    #expect(outcome.text == "141\n.script\na.csv\na.json\nbig.csv\nbig.jsonl\n", "\(outcome.text)")
    #expect(outcome.words.isEmpty, "\(outcome.words)")
  }

  @Test func aSlowReaderGetsEverything() throws {
    let folder = try folder()
    try folder.write("big.jsonl", (0..<900).flatMap { CanonicalJSON.line(SampleForm.form("项目\($0)")) })
    let outcome = try Shell.run(
      "\"$T\" convert big.jsonl -o - --to jsonl | (sleep 1; wc -l); \"$T\" check big.jsonl 2>&1 | (sleep 1; tail -1)",
      in: folder)
    #expect(outcome.text.hasPrefix("900\n"), "\(outcome.text)")
  }

  @Test func fewDescriptorsAreFewerWorkersOrASentence() throws {
    for count in [8, 10, 12, 14, 16, 20, 30] {
      let folder = try folder()
      let outcome = try Shell.run(
        "ulimit -n \(count); \"$T\" convert a.json a.json -o out/ --to json --jobs 8; echo \"status $?\"", in: folder)
      #expect(
        outcome.text == "status 0\n" || outcome.text == "status 2\n", "\(count): \(outcome.text) \(outcome.words)")
      if outcome.text == "status 2\n" { #expect(outcome.words.contains("["), "a sentence: \(outcome.words)") }
      if count == 30 { #expect(outcome.text == "status 0\n", "\(outcome.words)") }
    }
  }

  @Test func aProfileThroughAPipeIsInForce() throws {
    let folder = try TemporaryFolder()
    var form = SampleForm.form("甲")
    form.implementingUnit.name = nil
    try folder.write("a.json", CanonicalJSON.document([form]))
    let plain = try Command.run("check", "a.json", in: folder)
    #expect(plain.status == 1)
    let rule = try #require(plain.text.split(separator: "[").last?.split(separator: "]").first)
    for profile in ["<(echo 'rules: {\(rule): off}')", "/dev/stdin"] {
      let outcome = try Shell.run(
        "echo 'rules: {\(rule): off}' | \"$T\" check a.json --profile \(profile); echo $?", in: folder)
      #expect(
        outcome.text.contains("Rules switched off: \(rule)") && outcome.text.hasSuffix("\n0\n"), "\(outcome.text)")
    }
  }

  @Test func aFileTooLargeIsARefusalOfThatOutput() throws {
    let folder = try folder()
    let outcome = try Shell.run(
      "ulimit -f 2; \"$T\" convert a.json -o out.json; echo $?; \"$T\" convert a.json -o out/ --to json; echo $?; ls -A out; rm -r out; ls -A",
      in: folder)
    #expect(outcome.text == "2\n2\n.tracktable\n.script\na.csv\na.json\n", "\(outcome.text)")
    #expect(outcome.words.contains("[output.failed]") && !outcome.words.contains("worker-died"), "\(outcome.words)")
  }
}
