import Conversion
import Findings
import Foundation
import SystemCalls
import Testing

@testable import PageServer

/// Archives that are no ZIP, of `fixtures/archives`, whose `make.py` says what is in them.
@Suite("Archives that bsdtar unpacks", .timeLimit(.minutes(2)), .enabled(if: ExecutableFile.inPath("bsdtar") != nil))
struct ArchiveUploadTests {
  /// The names that are done, and those that are refused with the rule.
  private static func outcomes(_ lines: [JSONValue]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let rule = line["findings"][0]["rule"].string
        return (line["name"].string ?? "", line["outcome"].string == "done" ? "done" : rule ?? "none")
      })
  }

  @Test func `their files are read as those of a ZIP are`() async throws {
    let cases: [(String, [String: String])] = [
      ("form.7z", ["form.7z/收件/表.csv": "done"]),
      (
        "names.7z",
        [
          "names.7z/一科/表.csv": "form.not-a-form", "names.7z/二科/表.csv": "form.not-a-form",
          "names.7z/表.csv": "form.not-a-form",
        ]
      ),
      (
        "names.rar",
        [
          "names.rar/一科/表.csv": "form.not-a-form", "names.rar/二科/表.csv": "form.not-a-form",
          "names.rar/表.csv": "form.not-a-form",
        ]
      ),
      ("with-a-password.rar", ["with-a-password.rar": "file.encrypted"]),
      ("cut-off.7z", ["cut-off.7z": "file.archive-failed"]),
      (
        "paths-that-lead-out.rar",
        ["paths-that-lead-out.rar/../外.csv": "file.archive-path", "paths-that-lead-out.rar/好.csv": "form.not-a-form"]
      ),
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for (name, expected) in cases {
        let session = try await server.session()
        let lines = try await session.add(name, try Sample.fixture("archives/\(name)"))
        #expect(Self.outcomes(lines) == expected, "\(name)")
      }
    }
  }

  @Test func `one within a ZIP is read, one within that is not`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      var archive = StoredArchive()
      try archive.add(Sample.fixture("archives/form.7z"), named: "一科/报送.7z")
      try archive.add(Sample.form, named: "甲.csv")
      let lines = try await session.add("箱.zip", archive.close())
      #expect(Self.outcomes(lines) == ["箱.zip/一科/报送.7z/收件/表.csv": "done", "箱.zip/甲.csv": "done"])
    }
  }

  @Test func `programs get the same`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let body = try Sample.fixture("archives/form.7z")
      let response = try await server.ask("POST", "/api/convert?name=form.7z", body: body)
      #expect(response.status == 200 && response.json["forms"][0]["source"]["file"].string == "form.7z/收件/表.csv")
    }
  }

  @Test func `without the program the refusal says what to do`() async throws {
    try await TestServer.run {
      $0.workerCommand += ["--bsdtar", "none"]
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      let lines = try await session.add("form.7z", try Sample.fixture("archives/form.7z"))
      #expect(Self.outcomes(lines) == ["form.7z": "file.archive"])
    }
  }
}
