import Conversion
import Foundation
import Testing

@testable import PageServer

/// The server against its OpenAPI description: what is described is what it does, and all that it does.
@Suite("What the description says", .timeLimit(.minutes(3)))
struct DescribedAnswersTests {
  typealias Operation = AnswerRecord.Operation

  @Test func `every status, type and property that is described is seen, and no other`() async throws {
    var record = AnswerRecord(JSONValue(PageDescription.bytes))
    for provoke in [strangers, done, wrongMessages, tooMuch, tooSlow, withoutToken, full, failing, withoutWorkers] {
      record = try await provoke(record)
    }
    let answered = ["Bilingual", "Finding", "Problem", "Counts", "Summary", "Files", "FormView", "Corrected", "Line"]
    #expect(record.unseen(of: answered) == [])
  }

  @Test func `the addresses take the parameters that are described, and no other`() throws {
    let record = AnswerRecord(JSONValue(PageDescription.bytes))
    for operation in record.operations {
      let route = try #require(Route(path: operation.address))
      #expect(route.parameters == record.queryParameters(of: operation), "\(operation)")
    }
  }

  @Test func `the limits of a pasted table are those of the server`() throws {
    let cells = JSONValue(PageDescription.bytes)["components"]["schemas"]["Table"][
      "properties"]["cells"]
    #expect(cells["maxItems"].int == PastedTable.mostCells)
    let cell = cells["items"]["properties"]
    #expect(
      cell["row"]["maximum"].int == PastedTable.mostRows - 1 && cell["rows"]["maximum"].int == PastedTable.mostRows)
    #expect(cell["column"]["maximum"].int == PastedTable.mostColumns - 1)
    #expect(cell["columns"]["maximum"].int == PastedTable.mostColumns)
  }

  func collect(
    _ record: AnswerRecord, _ change: @escaping (inout ServeSettings) -> Void = { _ in },
    _ body: @escaping @Sendable (TestServer, inout AnswerRecord) async throws -> Void
  ) async throws -> AnswerRecord {
    let kept = Kept(record)
    try await TestServer.run(change) { server in try await kept.change { try await body(server, &$0) } }
    return await kept.record
  }
}

/// A record that travels through a server's run.
private actor Kept {
  var record: AnswerRecord

  init(_ record: AnswerRecord) { self.record = record }

  func change(_ body: @Sendable (inout AnswerRecord) async throws -> Void) async throws {
    var copy = record
    try await body(&copy)
    record = copy
  }
}
