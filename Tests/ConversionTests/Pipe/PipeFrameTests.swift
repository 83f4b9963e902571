import Findings
import Foundation
import SystemCalls
import Testing

@testable import Conversion

@Suite("The frames of the stream worker")
struct PipeFrameTests {
  /// A frame as the protocol describes it, written by other means than the program's.
  private static func frame(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let name = Array(name.utf8)
    return [0, 0, UInt8(name.count >> 8), UInt8(name.count & 255)] + name
      + [0, 0, 0, 0, 0, UInt8(content.count >> 16), UInt8(content.count >> 8 & 255), UInt8(content.count & 255)]
      + content
  }

  /// The names and sizes of the frames in these bytes; -1 for one too large.
  private func read(_ bytes: [UInt8], mostBytes: Int = 1 << 20) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write("stream", bytes)
    let file = try Descriptor.reading(Array((folder.path + "/stream").utf8))
    var reader = PipeFrameReader(file, mostBytes: mostBytes)
    var found: [String] = []
    while let frame = try reader.next() {
      switch frame.content {
      case .bytes(let content): found.append("\(frame.name):\(content.count):\(content.last ?? 0)")
      case .tooLarge: found.append("\(frame.name):-1")
      }
    }
    return found
  }

  @Test func `frames follow each other`() throws {
    let large = [UInt8](repeating: 7, count: 700_000)
    let stream =
      Self.frame("甲.xlsx", [1, 2, 3]) + Self.frame("空.csv", []) + Self.frame("大.csv", large) + Self.frame("乙", [9])
    #expect(try read(stream) == ["甲.xlsx:3:3", "空.csv:0:0", "大.csv:700000:7", "乙:1:9"])
    #expect(try read([]) == [])
  }

  @Test func `a stream that ends within a frame is torn, wherever that is`() throws {
    let whole = Self.frame("甲.xlsx", [1, 2, 3])
    for length in 1..<whole.count {
      let refusal = #expect(throws: Refusal.self) { try read(whole + Array(whole.prefix(length))) }
      #expect(refusal?.finding.rule == .pipeTorn, "\(length)")
    }
  }

  @Test func `what is too large is passed over, and the next file found`() throws {
    let large = Self.frame("大.csv", [UInt8](repeating: 7, count: 700_000))
    #expect(try read(large + Self.frame("乙", [9]), mostBytes: 1000) == ["大.csv:-1", "乙:1:9"])
    let refusal = #expect(throws: Refusal.self) { try read(Array(large.dropLast()), mostBytes: 1000) }
    #expect(refusal?.finding.rule == .pipeTorn)
  }

  @Test(arguments: [[0, 0, 0, 0], [0, 1, 0, 1], [255, 255, 255, 255], Array("PK\u{3}\u{4}".utf8)])
  func `what is no frame is told`(head: [UInt8]) throws {
    let refusal = #expect(throws: Refusal.self) { try read(head + [UInt8](repeating: 0, count: 100)) }
    #expect(refusal?.finding.rule == .pipeMalformed)
  }

  @Test(arguments: ["exit 3", "kill -9 $$", "head -c 6 >/dev/null; printf rubbish00000"])
  func `a worker that dies costs its file and no other`(script: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("ready", Frame.bytes(.ready, []))
    try folder.write("stream", (0..<5).flatMap { Self.frame("\($0).xlsx", [1]) })
    let server = PipeServer(
      workerCommand: ["/bin/sh", "-c", "cd \(folder.path); cat ready; " + script], jobs: 2, limits: FileLimits(),
      language: .english)
    let output = try Descriptor.appending(folder.path + "/answers")
    try await server.run(input: Descriptor.reading(Array((folder.path + "/stream").utf8)), output: output)
    let lines = try #require(folder.bytes("answers")).split(separator: 10)
    #expect(lines.count == 5)
    for (number, line) in lines.enumerated() {
      let answer = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      #expect(answer["name"] as? String == "\(number).xlsx")
      #expect(answer["outcome"] as? String == "refused")
      #expect((answer["refusal"] as? [String: Any])?["rule"] as? String == "run.worker-died")
    }
  }
}
