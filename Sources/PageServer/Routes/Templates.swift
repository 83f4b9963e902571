import Findings
import Hummingbird
import Synchronization

/// The empty form, made once in each language.
final class Templates: Sendable {
  private let queue: WorkQueue
  private let made = Mutex<[Language: (bytes: [UInt8], name: String)]>([:])

  init(queue: WorkQueue) { self.queue = queue }

  func response(in language: Language) async throws -> Response {
    if let known = made.withLock({ $0[language] }) {
      return .download(known.bytes, type: MediaType.xlsx, named: known.name)
    }
    let (answer, content) = try await queue.perform(Work(task: .template, language: language.rawValue))
    guard answer.refusals.isEmpty, let name = answer.fileName else {
      throw Problem(.internalServerError, answer.refusals)
    }
    made.withLock { $0[language] = (Array(content), name) }
    return .download(content, type: MediaType.xlsx, named: name)
  }
}
