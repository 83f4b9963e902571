import Foundation
import Testing

@testable import PageServer

/// Documents that LibreOffice converts, with a few lines of shell in its place.
@Suite("Documents by way of LibreOffice", .timeLimit(.minutes(2)))
struct DocumentUploadTests {
  private static let page = Array("<html><body><table><tr><td>项目名称</td></tr></table></body></html>".utf8)

  /// A folder with a stand-in that says how often it was started, gone with this.
  private final class StandIn: Sendable {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    /// - Parameter script: What it does with the files `$@` and the folder `$out`.
    init(_ script: String) throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let text = """
        #!/bin/sh
        while [ "$1" != --outdir ]; do shift; done
        out=$2; shift 2
        echo x >> "\(folder.path)/starts"
        \(script)

        """
      try Data(text.utf8).write(to: folder.appendingPathComponent("soffice"))
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var program: String { folder.path + "/soffice" }
    var starts: Int {
      let lines = try? String(contentsOf: folder.appendingPathComponent("starts"), encoding: .utf8)
      return lines?.count(where: \.isNewline) ?? 0
    }

    /// A server whose workers start it.
    func serve(
      seconds: Double = 60, _ body: @escaping @Sendable (TestServer) async throws -> Void
    ) async throws {
      let program = program
      try await TestServer.run(
        {
          $0.workerCommand = [TestServer.command, "serve", "--worker", "--office", program]
          $0.workerCommand += ["--time-limit", "\(seconds)"]
          $0.fileLimits.seconds = seconds
        }, body)
    }
  }

  private static let copies = """
    for file; do cp '\(Sample.fixtures.path)/gallery/document-of-one-table.docx' $out/$(basename $file .html).docx; done
    """

  @Test func `a document is converted once, whatever is asked of it then`() async throws {
    let office = try StandIn(Self.copies)
    try await office.serve { (server: TestServer) async throws in
      let session = try await server.session()
      let line = try #require(try await session.add("网页.xls", Self.page).first)
      #expect(line["outcome"].string == "done" && line["name"].string == "网页.xls")
      let view = try await session.ask("GET", "/session/files/1/forms/0").json
      #expect(view["project"].string == line["forms"][0]["project"].string && view["source"] != .null)
      #expect(try await session.correct(1, 0, "goals.actual", "已经完成").status == 200)
      let forms = try await session.ask("GET", "/session/outputs/json").json["forms"]
      #expect(forms[0]["source"]["file"].string == "网页.xls" && forms[0]["goals"]["actual"].string == "已经完成")
      #expect(office.starts == 1)
      #expect(try await session.ask("DELETE", "/session/files/1").status == 204)
    }
  }

  @Test(arguments: ["exit 77", "for file; do echo rubbish > $out/$(basename $file .html).docx; done"])
  func `a program that fails is said, and the next file is read`(script: String) async throws {
    let office = try StandIn(script)
    try await office.serve { (server: TestServer) async throws in
      let session = try await server.session()
      let line = try #require(try await session.add("网页.xls", Self.page).first)
      #expect(line["outcome"].string == "refused" && line["findings"][0]["message"]["zh"].string?.isEmpty == false)
      #expect(try await session.add("甲.csv", Sample.form).first?["outcome"].string == "done")
    }
  }

  @Test func `a program that hangs costs its file the time of one, and ends with it`() async throws {
    let office = try StandIn("echo $$ > \"$(dirname \"$0\")/pid\"; exec sleep 600")
    try await office.serve(seconds: 2) { (server: TestServer) async throws in
      let session = try await server.session()
      let line = try #require(try await session.add("网页.xls", Self.page).first)
      #expect(line["outcome"].string == "refused")
      #expect(["run.time-limit", "office.failed"].contains(line["findings"][0]["rule"].string))
      #expect(try await session.add("甲.csv", Sample.form).first?["outcome"].string == "done")
      let file = office.folder.appendingPathComponent("pid")
      let pid = try #require(Int32(try String(contentsOf: file, encoding: .utf8).filter(\.isNumber)))
      for _ in 0..<50 where kill(pid, 0) == 0 { try await Task.sleep(for: .milliseconds(100)) }
      #expect(kill(pid, 0) != 0)
    }
  }

  @Test func `without it the refusal says what the file is and what to do, whatever it is called`() async throws {
    var sheet = StoredArchiveSample()
    try sheet.add("content.xml")
    let cases = [
      ("网页.xls", Self.page, "网页", ".xlsx"), ("网页.html", Self.page, "网页", ".xlsx"),
      ("文档.rtf", Array("{\\rtf1 a}".utf8), "RTF", ".docx"), ("表.ods", sheet.close(), ".ods", ".xlsx"),
    ]
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      for (name, bytes, what, advice) in cases {
        let line = try #require(try await session.add(name, bytes).first)
        let finding = line["findings"][0]
        #expect(line["outcome"].string == "refused", "\(name)")
        #expect(finding["message"]["zh"].string?.contains(what) == true, "\(name)")
        #expect(finding["advice"]["zh"].string?.contains(advice) == true, "\(name)")
        #expect(finding["advice"]["en"].string?.contains(advice) == true, "\(name)")
      }
    }
  }

  @Test func `an output of several files has the time of several`() async throws {
    let office = try StandIn("sleep 2; " + Self.copies)
    try await office.serve(seconds: 5) { (server: TestServer) async throws in
      // Each is converted anew: what is sent to be checked is not kept.
      var body: [UInt8] = []
      for number in 0..<4 {
        body += "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(number).xls\"\r\n\r\n".utf8
        body += Self.page + Array("\r\n".utf8)
      }
      body += "--x--\r\n".utf8
      let response = try await server.ask(
        "POST", "/api/convert?to=json", body: body, headers: [("Content-Type", "multipart/form-data; boundary=x")])
      #expect(response.status == 200 && response.json["forms"].array.count == 4, "\(response.text.prefix(500))")
    }
  }
}
