import Foundation
import Testing

@Suite("Through links and odd files in the output folder nothing of others is touched")
struct LinksTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a.json", SampleForm.json("甲"))
    try folder.write("theirs/letter", "dear\nsir")
    return folder
  }

  /// What is done before, each with the status that follows.
  static let cases: [(String, String)] = [
    ("ln -s ../../theirs out/.tracktable/parts", "2"), ("rmdir out/.tracktable; ln -s ../theirs out/.tracktable", "2"),
    ("ln -s ../../theirs/letter out/.tracktable/journal", "2"),
    ("ln theirs/letter out/.tracktable/journal", "2"), ("mkfifo out/.tracktable/journal", "2"),
    ("ln -s ../../theirs/letter out/.tracktable/lock", "2"), ("ln theirs/letter out/.tracktable/lock", "2"),
    ("mkfifo out/.tracktable/lock", "2"),
    ("mkdir out/.tracktable/parts; ln -s ../../../theirs/letter out/.tracktable/parts/part-1-1", "0"),
    ("mkdir out/.tracktable/parts; ln theirs/letter out/.tracktable/parts/part-1-1", "0"),
    ("ln theirs/letter out/.a.json.part; ln -s ../theirs/letter out/.b.part", "0"),
    ("ln -s ../theirs/letter out/a.json", "2"), ("ln theirs/letter out/a.json", "2"),
  ]

  @Test(arguments: cases)
  func theirsStay(before: String, status: String) throws {
    let folder = try folder()
    let outcome = try Shell.run(
      "mkdir -p out/.tracktable; \(before); timeout 20 \"$T\" convert a.json -o out/ --to json; echo $?; ls theirs",
      in: folder)
    #expect(outcome.text == "\(status)\nletter\n", "\(outcome.words)")
    #expect(try folder.read("theirs/letter") == Data("dear\nsir".utf8))
    if status == "2" { #expect(outcome.words.split(separator: "\n").count == 1, "one sentence: \(outcome.words)") }
  }

  @Test func aForcedOutputReplacesTheLinkAndNotWhatItLeadsTo() throws {
    let folder = try folder()
    let outcome = try Shell.run(
      "ln -s theirs/letter out.json; ln theirs/letter hard.json; for o in out.json hard.json; do \"$T\" convert a.json -o $o --force; done; cat theirs/letter",
      in: folder)
    #expect(outcome.text == "dear\nsir")
    #expect(try folder.read("out.json") == folder.read("hard.json"))
  }

  @Test func anOutputSubfolderMayBeOnAnotherFileSystem() throws {
    let folder = try folder()
    try folder.write("in/sub/b.json", SampleForm.json("乙"))
    let outcome = try Shell.run(
      """
      elsewhere=$(mktemp -d /dev/shm/tracktable-XXXXXX) || exit 0
      mkdir out; ln -s "$elsewhere" out/sub
      "$T" convert in -o out/ --to json; echo $?; ls -A "$elsewhere"
      "$T" convert in -o out/ --to json --force; echo $?
      "$T" convert in -o out/ --to json --resume; echo $?
      rm -r "$elsewhere"
      """, in: folder)
    #expect(outcome.text == "0\nb.json\n0\n0\n", "\(outcome.words)")
  }
}
