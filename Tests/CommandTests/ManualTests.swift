import Foundation
import Testing

/// Man pages in both languages, made from the command that is built.
@Suite("The manual")
struct ManualTests {
  private static let commands = [
    "convert", "check", "inspect", "template", "cells", "schema", "definition", "serve", "pipe",
    "merge",
  ]

  /// A folder with what the pages are made from, and what made them of a command.
  private func pages(of command: String = "\"$T\"") throws -> (TemporaryFolder, Command.Outcome) {
    let folder = try TemporaryFolder()
    for file in Readme.names + ["Documentation/manual/make-manual"] {
      try folder.write(file, String(contentsOf: Readme.root.appendingPathComponent(file), encoding: .utf8))
    }
    return (folder, try Shell.run("python3 Documentation/manual/make-manual \(command) man", in: folder))
  }

  @Test func `a page for every command in both languages`() throws {
    let (folder, outcome) = try pages()
    #expect(outcome.status == 0, "\(outcome.words)")
    let names = (["tracktable"] + Self.commands.map { "tracktable-" + $0 }).map { $0 + ".1" }.sorted()
    #expect(folder.files(in: "man/man1").keys.sorted() == names)
    #expect(folder.files(in: "man/zh_CN/man1").keys.sorted() == names)
    let page = String(decoding: try folder.read("man/man1/tracktable-convert.1"), as: UTF8.self)
    let chinese = String(decoding: try folder.read("man/zh_CN/man1/tracktable-convert.1"), as: UTF8.self)
    for part in [#"\-\-resume"#, #"\-\-files\-from"#, #"convert inbox/ \-o forms/"#, #"\fB64\fR"#] {
      #expect(page.contains(part) && chinese.contains(part), "\(part)")
    }
    // What is not for users is on no page.
    #expect(!page.contains(#"\-\-worker"#) && !page.contains(#"\-\-in\-process"#))
    // No option is left with English words alone.
    for paragraph in chinese.components(separatedBy: ".TP\n").dropFirst() where !paragraph.hasPrefix(#"\fB6"#) {
      let text = paragraph.split(separator: "\n").dropFirst().first ?? ""
      #expect(text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(paragraph)")
    }
  }

  @Test func `words that are missing are told`() throws {
    let (folder, _) = try pages()
    try folder.write("other", "#!/bin/sh\n'\(Command.path)' \"$@\" | sed 's/接着上次[^\"]*/Goes on./'\n")
    let outcome = try Shell.run(
      "chmod +x other && exec python3 Documentation/manual/make-manual ./other man", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.words == "make-manual: no Chinese words for convert --resume\n")
  }
}
