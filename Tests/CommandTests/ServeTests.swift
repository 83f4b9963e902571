import Foundation
import Testing

/// `tracktable serve` as a process: its first words, its end, and what is left of it.
@Suite("The page's server as a process", .timeLimit(.minutes(2)))
struct ServeTests {
  private struct Running {
    let process: Process
    let words: Pipe
    let first: String

    init(_ arguments: [String], in folder: TemporaryFolder) throws {
      process = Command.start(["serve", "--port", "0"] + arguments, in: folder, locale: "C")
      process.environment?["TMPDIR"] = folder.path
      words = Pipe()
      process.standardError = words
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      var line = ""
      while !line.hasSuffix("\n"), let byte = try words.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
        line += String(decoding: byte, as: UTF8.self)
      }
      first = line
    }

    var port: Int? { first.firstMatch(of: /:([0-9]+)\//).flatMap { Int($0.output.1) } }

    /// - Parameter arguments: Of curl, behind the address.
    func curl(_ path: String, _ arguments: [String] = []) throws -> String {
      let curl = Process()
      curl.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
      curl.arguments =
        [
          "-c",
          """
          import sys, urllib.request
          request = urllib.request.Request(sys.argv[1], data=open(sys.argv[2], "rb").read() if sys.argv[2:] else None)
          try: print(urllib.request.urlopen(request).status)
          except urllib.error.HTTPError as error: print(error.code)
          """, "http://127.0.0.1:\(port ?? 0)\(path)",
        ] + arguments
      let output = Pipe()
      curl.standardOutput = output
      try curl.run()
      let text = String(decoding: output.fileHandleForReading.bytesToEnd(), as: UTF8.self)
      curl.waitUntilExit()
      return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func end(_ signal: Int32) -> Int32 {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  @Test(arguments: [(Int32(SIGTERM), Int32(143)), (Int32(SIGINT), Int32(130))])
  func `it says its address, answers, ends by a signal, and leaves nothing`(signal: Int32, status: Int32) throws {
    let folder = try TemporaryFolder()
    let server = try Running([], in: folder)
    #expect(server.first.contains("http://127.0.0.1:"))
    #expect(try server.curl("/") == "200")
    try folder.write("form.csv", "项目名称,河道整治\n年度资金总额,5\n")
    #expect(try server.curl("/api/check", [folder.path + "/form.csv"]) == "200")
    #expect(server.end(signal) == status)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "form.csv" } == [])
  }

  /// What a client does on a socket of its own; `port`, `pid`, `begin`, `answer` and `signal` are there.
  private static let client = """
    import http.client, os, signal, socket, sys, time
    port, pid = int(sys.argv[1]), int(sys.argv[2])
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("POST", "/session", b"")
    response = connection.getresponse(); response.read()
    cookie = response.getheader("Set-Cookie").split(";")[0]
    def begin(path, length, body):
      wire = socket.create_connection(("127.0.0.1", port), timeout=60)
      wire.sendall(f"POST {path} HTTP/1.1\\r\\nHost: 127.0.0.1:{port}\\r\\nCookie: {cookie}\\r\\nContent-Length: {length}\\r\\n\\r\\n".encode() + body)
      return wire
    def answer(wire):
      text = b""
      while piece := wire.recv(65536): text += piece
      return text.decode()
    def send(number):
      os.kill(pid, number)
      time.sleep(0.5)

    """

  private func client(_ script: String, _ server: Running) throws -> String {
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    python.arguments = ["-c", Self.client + script, String(server.port ?? 0), String(server.process.processIdentifier)]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let text = String(decoding: output.fileHandleForReading.bytesToEnd(), as: UTF8.self)
    python.waitUntilExit()
    if python.terminationStatus != 0 { kill(server.process.processIdentifier, SIGKILL) }
    server.process.waitUntilExit()
    return text
  }

  @Test func `an upload that has begun is finished after the signal, and no other is taken`() throws {
    let folder = try TemporaryFolder()
    let server = try Running([], in: folder)
    let text = try client(
      """
      form = "财政项目支出绩效跟踪表\\n项目名称,河道整治\\n年度资金总额,5\\n".encode()
      wire = begin("/session/files?name=a.csv", len(form), form[:10])
      time.sleep(0.5)
      send(signal.SIGTERM)
      try: socket.create_connection(("127.0.0.1", port)); print("taken")
      except OSError: print("closed")
      wire.sendall(form[10:])
      print(answer(wire))
      """, server)
    #expect(text.hasPrefix("closed\n"), "\(text)")
    #expect(text.contains("200 OK") && text.contains("河道整治"), "\(text)")
    #expect(server.process.terminationStatus == 143)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `a conversion that runs is finished after the signal`() throws {
    let folder = try TemporaryFolder()
    let document = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../fixtures/gallery/document-of-one-table.docx").standardized.path
    try folder.write(
      "bin/soffice",
      """
      #!/bin/sh
      while [ "$1" != --outdir ]; do shift; done
      out=$2; shift 2; sleep 2
      for file; do cp '\(document)' $out/$(basename $file .html).docx; done

      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path + "/bin/soffice")
    let server = try Running(["--office", folder.path + "/bin/soffice"], in: folder)
    let text = try client(
      """
      page = "<html><body><table><tr><td>项目名称</td></tr></table></body></html>".encode()
      wire = begin("/session/files?name=a.xls", len(page), page)
      time.sleep(1)
      send(signal.SIGTERM)
      print(answer(wire))
      """, server)
    #expect(text.contains("200 OK") && text.contains("\"outcome\":\"done\""), "\(text)")
    #expect(server.process.terminationStatus == 143)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["bin"])
  }

  @Test func `a second signal waits for nobody`() throws {
    let folder = try TemporaryFolder()
    let server = try Running([], in: folder)
    let text = try client(
      """
      wire = begin("/session/files?name=a.csv", 1000000, b"a")
      time.sleep(0.5)
      send(signal.SIGTERM)
      send(signal.SIGINT)
      print(repr(answer(wire)))
      """, server)
    #expect(text == "''\n", "\(text)")
    #expect(server.process.terminationStatus == 130)
  }

  @Test func `what a killed server left is removed by the next`() throws {
    let folder = try TemporaryFolder()
    let killed = try Running([], in: folder)
    #expect(killed.end(SIGKILL) == SIGKILL)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    let next = try Running([], in: folder)
    #expect(next.end(SIGTERM) == 143)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `on every address of the machine there is a token`() throws {
    let folder = try TemporaryFolder()
    let server = try Running(["--host", "0.0.0.0"], in: folder)
    #expect(server.first.contains(#/\#token=[0-9a-f]{64}/#))
    try folder.write("form.csv", "项目名称,河道整治\n")
    #expect(try server.curl("/api/check", [folder.path + "/form.csv"]) == "401")
    #expect(server.end(SIGTERM) == 143)
  }

  @Test func `a port that is taken and a token file that holds none are told`() throws {
    let folder = try TemporaryFolder()
    let server = try Running([], in: folder)
    let port = try #require(server.port)
    let second = try Command.run(["serve", "--port", String(port)], in: folder, locale: "C")
    #expect(second.status == 2 && second.words.contains(String(port)))
    #expect(server.end(SIGTERM) == 143)
    let third = try Command.run(["serve", "--port", "0", "--token-file", "nothing"], in: folder, locale: "C")
    #expect(third.status == 2 && third.words.contains("service.token-file"))
  }
}
