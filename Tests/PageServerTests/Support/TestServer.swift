import Conversion
import Foundation
import Synchronization
import Testing

@testable import PageServer

/// A server on a port of its own, with the built command as its workers.
struct TestServer: Sendable {
  let port: Int

  /// A few at a time: each has processes of its own.
  private static let turns = Turns(free: 3)

  /// Beside the test bundle, where the build puts it.
  static let command = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("tracktable").path

  static func run(
    _ change: (inout ServeSettings) -> Void = { _ in }, _ body: @escaping @Sendable (TestServer) async throws -> Void
  ) async throws {
    await turns.acquire()
    defer { Task { await turns.release() } }
    var settings = ServeSettings()
    settings.port = 0
    settings.workers = 1
    settings.workerCommand = [command, "serve", "--worker", "--office", "none"]
    settings.logsAccess = false
    change(&settings)
    let server = PageServer(settings) { _ in }
    let (ports, announce) = AsyncStream<Int>.makeStream()
    let running = Task { try await server.run { announce.yield($0) } }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    do {
      try await body(TestServer(port: port))
    } catch {
      running.cancel()
      _ = await running.result
      throw error
    }
    running.cancel()
    _ = await running.result
  }

  var host: String { "127.0.0.1:\(port)" }

  /// One request on a connection of its own.
  func ask(
    _ method: String, _ path: String, body: [UInt8]? = nil, headers: [(String, String)] = [], host: String? = nil
  ) async throws -> Wire.Response {
    let wire = try Wire(port: port)
    var head = "\(method) \(path) HTTP/1.1\r\nHost: \(host ?? self.host)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if let body { head += "Content-Length: \(body.count)\r\n" }
    try await wire.send(Array((head + "\r\n").utf8) + (body ?? []))
    return try await wire.response(hasBody: method != "HEAD")
  }

  func session() async throws -> TestSession {
    let response = try await ask("POST", "/session")
    #expect(response.status == 201)
    let cookie = try #require(response["set-cookie"]).split(separator: ";")[0]
    return TestSession(server: self, cookie: String(cookie))
  }
}

/// Lets a few in and has the others wait.
private actor Turns {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(free: Int) { self.free = free }

  func acquire() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func release() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

/// A client with a session.
struct TestSession: Sendable {
  let server: TestServer
  let cookie: String

  func ask(
    _ method: String, _ path: String, body: [UInt8]? = nil, headers: [(String, String)] = []
  ) async throws -> Wire.Response {
    try await server.ask(method, path, body: body, headers: headers + [("Cookie", cookie)])
  }

  /// Adds a file; the summaries that come back.
  func add(_ name: String, _ bytes: [UInt8]) async throws -> [JSONValue] {
    let path = "/session/files?name=" + (name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
    return try Self.lines(try await ask("POST", path, body: bytes))
  }

  static func lines(_ response: Wire.Response) throws -> [JSONValue] {
    #expect(response.status == 200, "\(response.text)")
    return response.body.split(separator: 10).map { JSONValue($0) }
  }

  func correct(_ file: Int, _ form: Int, _ field: String, _ text: String?) async throws -> Wire.Response {
    let body = try JSONSerialization.data(withJSONObject: ["field": field, "text": text as Any? ?? NSNull()])
    return try await ask(
      "POST", "/session/files/\(file)/forms/\(form)/corrections", body: Array(body),
      headers: [("Content-Type", "application/json")])
  }
}

/// Files for the page.
enum Sample {
  /// A form with a total that does not add up and no goals.
  static let form = Array(
    """
    财政项目支出绩效跟踪表
    跟踪时段：（ 2023-1月 至 2023-8月 ）
    项目名称,河道整治
    主管部门,某区水务局,实施单位,某区河道管理所
    预算执行情况(万元),,年初预算数,跟踪期预算数,跟踪期执行数,执行率(%)
    ,年度资金总额,100.00,100.00,50.00,50.00
    ,其中：当年财政拨款,90.00,90.00,50.00,55.56
    绩效指标,一级指标,二级指标,三级指标,年度指标值,跟踪期计划完成值,跟踪期实际完成值,偏差原因分析
    ,产出指标,数量指标,整治长度,=12(公里),8,6,汛期停工

    """.utf8)

  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("fixtures")

  static func fixture(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: fixtures.appendingPathComponent(path)))
  }
}

/// An archive of small forms.
struct StoredArchiveSample {
  private var archive = StoredArchive()

  mutating func add(_ name: String) throws { try archive.add(Sample.form, named: name) }

  mutating func close() -> [UInt8] { archive.close() }
}
