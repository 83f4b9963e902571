import Foundation
import Testing

@testable import Conversion

/// A ZIP of workbooks, read back by the walk through archives.
@Suite struct StoredArchiveTests {
  @Test func `the files come out as they went in, under their names`() throws {
    let folder = try TemporaryFolder()
    var archive = StoredArchive()
    let contents: [(String, [UInt8])] = [
      ("甲.csv", Array("1,2\n".utf8)), ("科/乙.csv", []), ("c.csv", (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }),
    ]
    for (name, bytes) in contents { try archive.add(bytes, named: name) }
    try folder.write("箱.zip", archive.close())
    try FileManager.default.createDirectory(atPath: folder.path + "/out", withIntermediateDirectories: false)
    let found = try #require(
      try ExtractedFiles(
        folder.path + "/箱.zip", named: "箱.zip", into: folder.path + "/out", mostFiles: 10, mostBytes: 1 << 20))
    var read: [String: [UInt8]] = [:]
    for file in found.files {
      read[file.name] = Array(try Data(contentsOf: URL(fileURLWithPath: file.content.get())))
    }
    #expect(read == Dictionary(uniqueKeysWithValues: contents.map { ("箱.zip/" + $0.0, $0.1) }))
  }

  @Test func `python reads it without complaint`() throws {
    let folder = try TemporaryFolder()
    var archive = StoredArchive()
    try archive.add(Array("hello".utf8), named: "中文.txt")
    try folder.write("a.zip", archive.close())
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;assert z.namelist()==['中文.txt']",
      folder.path + "/a.zip",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `there is room for so many files and bytes, and no name leads out`() throws {
    let folder = try TemporaryFolder()
    var archive = StoredArchive()
    for number in 0..<4 { try archive.add([1, 2, 3], named: "\(number).csv") }
    try archive.add([1], named: "../out.csv")
    try folder.write("a.zip", archive.close())
    for (files, bytes, done) in [(10, 100, 4), (2, 100, 2), (10, 7, 2)] {
      let place = folder.path + "/\(files)-\(bytes)"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
      let found = try #require(
        try ExtractedFiles(
          folder.path + "/a.zip", named: "a.zip", into: place, mostFiles: files, mostBytes: bytes))
      #expect(found.files.count { (try? $0.content.get()) != nil } <= done)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).contains("out.csv") == false)
    }
  }

  @Test func `what is no archive is an input like any other`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.zip", Array("no archive".utf8))
    #expect(
      try ExtractedFiles(folder.path + "/a.zip", named: "a.zip", into: folder.path, mostFiles: 1, mostBytes: 1) == nil)
  }
}
