import Foundation
import Testing

@Suite("Signals end it with one sentence, 128 + n, and nothing unfinished")
struct SignalsTests {
  static let signals = [("HUP", 129), ("INT", 130), ("QUIT", 131), ("TERM", 143)]
  /// Commands that take until the signal comes: they wait for a pipe that nobody writes to.
  static let commands = [
    "convert a.json never -o out.json", "convert a.json never -o out.xlsx --layout ledger --report r.xlsx",
    "convert a.json never -o out/ --to json", "check a.json never --report r.json", "inspect never", "cells never",
  ]

  /// Every command with one signal, and every signal with one command.
  static let pairs = commands.map { ($0, signals[0]) } + signals.dropFirst().map { (commands[0], $0) }

  @Test(arguments: pairs)
  func each(command: String, signal: (name: String, status: Int)) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.json", SampleForm.json("甲"))
    try #require(mkfifo(folder.path + "/never", 0o600) == 0)
    // A shell ignores some signals for what it starts in the background; a program started by another one gets all.
    let outcome = try Shell.run(
      """
      python3 - "$T" \(command) >output 2>words <<'PY'
      import subprocess, sys, time
      p = subprocess.Popen(sys.argv[1:] + ["--time-limit", "3"])
      time.sleep(1)
      p.send_signal(__import__("signal").SIG\(signal.name))
      sys.exit(p.wait())
      PY
      echo $?; ls -A; ls -A out 2>/dev/null
      """, in: folder)
    let lines = outcome.text.split(separator: "\n").map(String.init)
    #expect(lines.first == "\(signal.status)", "\(outcome.text)")
    let names = Set(lines.dropFirst())
    let expected: Set = [".script", "a.json", "never", "output", "words", "out", ".tracktable", "a.json"]
    #expect(names.subtracting(expected).isEmpty, "\(names)")
    let words = String(decoding: try folder.read("words"), as: UTF8.self).split(separator: "\n")
    let about = words.filter { $0.contains("[run.interrupted]") || $0.contains("[run.signal]") }
    #expect(about.count == 1, "\(words)")
  }

  @Test func anIgnoredSignalStaysIgnored() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.json", SampleForm.json("甲"))
    try #require(mkfifo(folder.path + "/never", 0o600) == 0)
    let outcome = try Shell.run(
      "trap '' HUP; \"$T\" convert a.json never -o out.json --time-limit 2 & sleep 1; kill -HUP $!; wait $!; echo $?; ls out.json",
      in: folder)
    #expect(outcome.text == "2\nout.json\n", "\(outcome.text)")
  }

  /// Workers leave signals to their run, and end with it.
  @Test func aKilledRunLeavesNoWorker() throws {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder.path + "/never", 0o600) == 0)
    let outcome = try Shell.run(
      """
      "$T" convert never -o out.json & sleep 1
      workers=$(pgrep -P $!); kill -KILL $!; wait $! 2>/dev/null
      for w in $workers; do
        for i in $(seq 50); do grep -q "^State:.[^ZX]" /proc/$w/status 2>/dev/null || continue 2; sleep 0.2; done; echo alive
      done; ls -A
      """, in: folder)
    #expect(!outcome.text.contains("alive"))
    let again = try Command.run("convert", "never", "-o", "out.json", "--time-limit", "1", in: folder)
    #expect(again.status == 2)
    #expect(
      folder.files().keys.filter { $0.contains("part") || $0.contains("lock") }.isEmpty, "what it left is taken over")
  }
}
