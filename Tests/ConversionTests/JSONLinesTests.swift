import Findings
import Testing
import TrackingModel

@testable import Conversion

@Suite("JSON Lines, read line by line")
struct JSONLinesTests {
  @Test func everyFormComesInOrder() throws {
    let folder = try TemporaryFolder()
    let forms = (0..<500).map { TrackingForm(title: "表\($0)", correctiveMeasures: String(repeating: "长", count: 700)) }
    try folder.write("a", [0xEF, 0xBB, 0xBF] + forms.flatMap { CanonicalJSON.line($0) } + [10, 32, 10])
    #expect(try JSONLines.isBeginning(of: folder.path + "/a"))
    var read: [TrackingForm] = []
    try JSONLines.read(folder.path + "/a") { read.append($0) }
    #expect(read.map(\.withoutSource) == forms)
  }

  @Test func aDocumentIsNoJSONLines() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", CanonicalJSON.document([TrackingForm(title: "表")]))
    #expect(try !JSONLines.isBeginning(of: folder.path + "/a"))
  }

  @Test func aBadLineIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", CanonicalJSON.line(TrackingForm(title: "表")) + Array("{\"x\":1}\n".utf8))
    let refusal = #expect(throws: Refusal.self) { try JSONLines.read(folder.path + "/a") { _ in } }
    #expect(refusal?.finding.place.position?.line == 2)
  }
}
