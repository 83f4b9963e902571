import Conversion
import Foundation
import Publishing
import Testing
import TrackingModel

@testable import PageServer

/// Files in a session: in, looked at, corrected, and out.
@Suite("A session from its files to what is taken away", .timeLimit(.minutes(3)))
struct SessionRoutesTests {
  @Test func `the cookie of a session is closed to scripts and other sites, and nobody can guess it`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      var cookies: [String] = []
      for _ in 0..<3 { cookies.append(try #require(try await server.ask("POST", "/session")["set-cookie"])) }
      for cookie in cookies {
        #expect(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Strict") && cookie.contains("; Path=/"))
        let key = cookie.split(separator: ";")[0].dropFirst("tracktable=".count)
        #expect(key.count == 64 && key.allSatisfy(\.isHexDigit))
      }
      #expect(Set(cookies).count == 3)
    }
  }

  @Test func `a file is a line of the list, and stays on it when the page is loaded again`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      let lines = try await session.add("河道.csv", Sample.form)
      #expect(lines.count == 1)
      #expect(lines[0]["name"].string == "河道.csv" && lines[0]["outcome"].string == "done")
      let form = lines[0]["forms"][0]
      #expect(form["project"].string == "河道整治" && form["unit"].string == "某区河道管理所")
      let list = try await session.ask("GET", "/session").json["files"]
      #expect(list.array.map(\.["name"].string) == ["河道.csv"])
    }
  }

  @Test func `several files come as a form of the browser, one refused among them`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      var body: [UInt8] = []
      for (name, bytes) in [("甲.csv", Sample.form), ("乙.xlsx", Array("no workbook".utf8))] {
        body += Array("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8)
        body += bytes + Array("\r\n".utf8)
      }
      body += Array("--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nno file\r\n--b--\r\n".utf8)
      let response = try await session.ask(
        "POST", "/session/files", body: body, headers: [("Content-Type", "multipart/form-data; boundary=b")])
      let lines = try TestSession.lines(response)
      let outcomes = Dictionary(
        uniqueKeysWithValues: lines.map { ($0["name"].string ?? "", $0["outcome"].string ?? "") })
      #expect(outcomes == ["甲.csv": "done", "乙.xlsx": "refused"])
      let refused = lines.first { $0["outcome"].string == "refused" }
      let finding = (refused ?? .null)["findings"][0]
      #expect(finding["message"]["zh"].string?.isEmpty == false && finding["message"]["en"].string?.isEmpty == false)
    }
  }

  @Test func `an archive is as many files as there are in it`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      var archive = StoredArchive()
      try archive.add(Sample.form, named: "一科/甲.csv")
      try archive.add(Sample.form, named: "二科/乙.csv")
      try archive.add(Sample.form, named: "../../外.csv")
      try archive.add([1, 2, 3], named: "一科/~$甲.xlsx")
      let lines = try await session.add("箱.zip", archive.close())
      let done = lines.filter { $0["outcome"].string == "done" }.compactMap { $0["name"].string }
      #expect(done.sorted() == ["箱.zip/一科/甲.csv", "箱.zip/二科/乙.csv"])
      let refused = lines.filter { $0["outcome"].string == "refused" }
      #expect(refused.count == 1)
      #expect(refused[0]["findings"][0]["rule"].string == "file.archive-path")
      // The list of corrections says so as well.
      let report = try await session.ask("GET", "/session/outputs/report")
      #expect(report.text.contains("file.archive-path"))
    }
  }

  @Test func `a pasted table keeps its merged cells`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      let cells = """
        {"cells":[{"row":0,"column":0,"columns":4,"text":"财政项目支出绩效跟踪表"},
        {"row":1,"column":0,"text":"项目名称"},{"row":1,"column":1,"columns":3,"text":"河道整治"},
        {"row":2,"column":0,"rows":2,"text":"年度总体目标"},{"row":2,"column":1,"text":"预期目标"},
        {"row":2,"column":2,"columns":2,"text":"跟踪期实际完成情况"},
        {"row":3,"column":1,"text":"河水变清"},{"row":3,"column":2,"columns":2,"text":"已经变清"}]}
        """
      let response = try await session.ask(
        "POST", "/session/tables?name=paste", body: Array(cells.utf8), headers: [("Content-Type", "application/json")])
      let file = try #require(try TestSession.lines(response).first)
      let id = try #require(file["id"].int)
      let view = try await session.ask("GET", "/session/files/\(id)/forms/0").json
      let source = view["source"]["cells"]
      let name = source.first("cell", "B2")
      #expect(name["columns"].int == 3 && name["text"].string == "河道整治")
      let page = view["page"]["cells"]
      let goal = page.first("field", "goals.actual")
      #expect(goal["text"].string == "已经变清" && goal["sources"].strings == ["C4"])
    }
  }

  @Test func `a form shows its page, its source and its findings, linked by fields and cells`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      _ = try await session.add("河道.csv", Sample.form)
      let view = try await session.ask("GET", "/session/files/1/forms/0").json
      let cells = view["page"]["cells"]
      let total = cells.first("field", "budget.total.initialBudget")
      #expect(total["text"].string == "100.00" && total["sources"].strings == ["C6"])
      #expect(total["label"]["zh"].string == "年度资金总额 · 年初预算数")
      let findings = view["findings"]
      let sum = findings.first("rule", "budget.sum")
      let fields = sum["fields"].strings
      let marked = cells.array.filter { fields.contains($0["field"].string ?? "") }
      #expect(!marked.isEmpty && marked.allSatisfy { $0["mark"].string == "error" || $0["mark"].string == "warning" })
      #expect(try await session.ask("GET", "/session/files/1/forms/1").status == 404)
      #expect(try await session.ask("GET", "/session/files/2/forms/0").status == 404)
    }
  }

  @Test func `a value typed over is checked, said, and in everything that is taken away`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      _ = try await session.add("河道.csv", Sample.form)
      let field = "budget.currentYearAppropriation.initialBudget"
      let answer = try await session.correct(1, 0, field, "100")
      #expect(answer.status == 200, "\(answer.text)")
      let form = answer.json["form"]
      let findings = form["findings"]
      let typed = findings.first("rule", "form.typed-by-hand")
      #expect(typed["cells"].string == "C7" && typed["field"].string == field)
      #expect(typed["message"]["en"].string?.contains("90.00") == true)
      #expect(
        !findings.array.contains { $0["rule"].string == "budget.sum" && $0["field"].string == "budget.initialBudget" })
      for output in ["json", "jsonl", "csv"] {
        #expect(try await session.ask("GET", "/session/outputs/\(output)").text.contains("100.00"), "\(output)")
      }
      let document = try await session.ask("GET", "/session/outputs/json").body
      let read = try CanonicalJSON.read(document)
      #expect(read.first?.budget.currentYearAppropriation?.initialBudget == 100)
      #expect(try await session.ask("GET", "/session/outputs/report").text.contains("form.typed-by-hand"))
      // And back.
      let back = try await session.correct(1, 0, field, nil)
      #expect(back.json["form"]["typed"] == .array([]))
      #expect(try await !session.ask("GET", "/session/outputs/report").text.contains("form.typed-by-hand"))
    }
  }

  @Test func `what is no value of its field changes nothing`() async throws {
    let cases: [(String, String, Int, String)] = [
      ("budget.total.initialBudget", "many", 422, "value.not-a-number"),
      ("budget.total.nothing", "1", 422, "usage.no-field"),
      ("indicators[7].actual", "1", 422, "usage.no-field"), ("title", "x", 422, "usage.no-field"),
      ("extras[0]", "x", 422, "usage.no-field"), ("period", "never", 422, "value.period-unreadable"),
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for (field, text, status, rule) in cases {
        let session = try await server.session()
        _ = try await session.add("河道.csv", Sample.form)
        let before = try await session.ask("GET", "/session/outputs/json").body
        let answer = try await session.correct(1, 0, field, text)
        #expect(answer.status == status && answer.rule == rule, "\(answer.text)")
        #expect(try await session.ask("GET", "/session/outputs/json").body == before)
      }
    }
  }

  @Test func `everything can be taken away, of all files or of one form`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      #expect(try await session.ask("GET", "/session/outputs/forms").status == 409)
      _ = try await session.add("甲.csv", Sample.form)
      _ = try await session.add("科/乙.csv", Sample.form)
      let zip = Array("PK".utf8)
      let expected: [(String, String, [UInt8])] = [
        ("forms", MediaType.zip, zip), ("review", MediaType.zip, zip), ("ledger", MediaType.xlsx, zip),
        ("corrections", MediaType.xlsx, zip), ("forms?file=1&form=0", MediaType.xlsx, zip),
        ("review?file=2&form=0", MediaType.xlsx, zip), ("json", MediaType.json, Array("{".utf8)),
        ("jsonl", MediaType.jsonLines, Array("{".utf8)), ("csv", "text/csv; charset=utf-8", []),
        ("tsv", "text/tab-separated-values; charset=utf-8", []),
        ("corrections-page", MediaType.html, Array("<!DOCTYPE".utf8)), ("report", MediaType.json, Array("{".utf8)),
      ]
      for (output, type, beginning) in expected {
        let response = try await session.ask("GET", "/session/outputs/\(output)")
        #expect(response.status == 200 && response["content-type"] == type, "\(output) \(response.status)")
        #expect(response.body.starts(with: beginning), "\(output)")
        #expect(response["content-disposition"]?.hasPrefix("attachment; ") == true, "\(output)")
        try PageRoutesTests.expectSafe(response)
      }
      let all = try await session.ask("GET", "/session/outputs/forms?lang=zh")
      #expect(all["content-disposition"]?.contains("%E5%AE%98%E6%96%B9%E8%A1%A8.zip") == true)
      #expect(try await session.ask("GET", "/session/outputs/forms?file=9").status == 404)
      #expect(try await session.ask("GET", "/session/outputs/forms?file=x").status == 400)
    }
  }

  @Test func `the workbook taken away is the one that the command writes`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      _ = try await session.add("河道.csv", Sample.form)
      let taken = try await session.ask("GET", "/session/outputs/forms").body
      var forms: [TrackingForm] = []
      _ = try Pipeline().read(.bytes(Sample.form), named: "河道.csv") { forms.append($0.form) }
      #expect(try taken == Publisher(.xlsx).publish(forms).bytes)
    }
  }

  @Test func `what is removed or ended is gone, from the disk too`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      _ = try await session.add("甲.csv", Sample.form)
      _ = try await session.add("乙.csv", Sample.form)
      #expect(try await session.ask("DELETE", "/session/files/1").status == 204)
      #expect(try await session.ask("DELETE", "/session/files/1").status == 404)
      #expect(try await session.ask("GET", "/session/files/1/forms/0").status == 404)
      #expect(try await session.ask("GET", "/session/files/2/forms/0").status == 200)
      let ended = try await session.ask("DELETE", "/session")
      #expect(ended.status == 204 && ended["set-cookie"]?.contains("Max-Age=0") == true)
      #expect(try await session.ask("GET", "/session").status == 401)
    }
  }

  @Test func `files stand in the places that they were given`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      for (name, place) in [("丙", 3), ("甲", 1), ("乙", 2)] {
        let path = "/session/files?name=\(name).csv&place=\(place)".addingPercentEncoding(
          withAllowedCharacters: .urlQueryAllowed)
        #expect(try await session.ask("POST", path ?? "", body: Sample.form).status == 200)
      }
      let list = try await session.ask("GET", "/session").json["files"].array
      #expect(list.map(\.["name"].string) == ["甲.csv", "乙.csv", "丙.csv"] && list.map(\.["place"].int) == [1, 2, 3])
      let forms = try await session.ask("GET", "/session/outputs/json").json["forms"].array
      #expect(forms.map(\.["source"]["file"].string) == ["甲.csv", "乙.csv", "丙.csv"])
      for wrong in ["x", "-1", "99999999999"] {
        #expect(try await session.ask("POST", "/session/files?place=\(wrong)", body: Sample.form).status == 400)
      }
    }
  }

  @Test func `values typed over at the same time all stand`() async throws {
    try await TestServer.run {
      $0.workers = 2
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      _ = try await session.add("河道.csv", Sample.form)
      let fields = [
        "budget.total.initialBudget", "budget.total.periodBudget", "budget.total.periodExpenditure",
        "budget.currentYearAppropriation.initialBudget", "budget.currentYearAppropriation.periodBudget",
      ]
      try await withThrowingTaskGroup(of: Int.self) { group in
        for field in fields { group.addTask { try await session.correct(1, 0, field, "7").status } }
        for try await status in group { #expect(status == 200) }
      }
      let view = try await session.ask("GET", "/session/files/1/forms/0").json
      #expect(Set(view["typed"].array.compactMap { $0["field"].string }) == Set(fields))
    }
  }
}
