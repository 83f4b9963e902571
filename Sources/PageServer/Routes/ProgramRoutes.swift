import Conversion
import Findings
import HTTPTypes
import Hummingbird
import Publishing
import TrackingModel

/// What other programs ask for: files in, one answer out, nothing kept.
struct ProgramRoutes: Sendable {
  let sessions: Sessions
  let queue: WorkQueue
  let settings: ServeSettings

  /// What comes back by its media type.
  private static let byType: [(type: String, output: Output)] =
    Output.ofForms.flatMap { output in output.acceptedTypes.map { ($0, output) } }

  func convert(_ request: Request, _ context: PageContext, _ language: Language) async throws -> Response {
    try await answer(request, context, language, try output(request, among: Output.ofForms, usual: .combined(.json)))
  }

  func check(_ request: Request, _ context: PageContext, _ language: Language) async throws -> Response {
    try await answer(request, context, language, try output(request, among: Output.reports, usual: .report))
  }

  func schema() -> Response {
    Response(
      type: "application/schema+json",
      CanonicalJSON.documentSchema.document(id: CanonicalJSON.schema, title: OfficialLabel.title))
  }

  private func output(_ request: Request, among possible: [Output], usual: Output) throws(Problem) -> Output {
    let names = possible.map(\.rawValue).joined(separator: ", ")
    if let wish = request.uri.queryParameters["to"] {
      guard let output = Output(rawValue: String(wish)), possible.contains(output) else {
        throw Problem(.badRequest, .serviceBadRequest, ["found": "to=\(wish) (\(names))"])
      }
      return output
    }
    guard let accept = request.headers[.accept] else { return usual }
    let types = accept.split(separator: ",").map { $0.split(separator: ";")[0].trimmingSpaces.lowercased() }
    for type in types {
      if let known = Self.byType.first(where: { $0.type == type && possible.contains($0.output) }) {
        return known.output
      }
      if ["*/*", "application/*", MediaType.json].contains(type) { return usual }
    }
    let known = Self.byType.filter { possible.contains($0.output) }.map(\.type).joined(separator: ", ")
    throw Problem(
      .notAcceptable, .serviceNotAcceptable, ["found": accept, "expected": known.isEmpty ? MediaType.json : known])
  }

  private func answer(
    _ request: Request, _ context: PageContext, _ language: Language, _ output: Output
  ) async throws -> Response {
    if let token = settings.token {
      guard RandomKey.isSame(SessionRoutes.bearer(request) ?? "", token) else {
        throw Problem(.unauthorized, .serviceToken)
      }
    }
    return try await sessions.withScratch { session in
      let reader = RequestBodyReader(request: request, limits: settings.limits)
      let uploads = try await reader.uploads(into: session)
      return try await context.whileConnected {
        var files: [WorkQueue.Incoming] = []
        for upload in uploads { files += try await queue.expand(upload, in: session, limits: settings.limits) }
        let (answer, content) = try await queue.perform(
          Work(task: .output(output, form: nil), files: files.map(\.stored), language: language.rawValue))
        // Until here the files have to lie where they are.
        withExtendedLifetime(files) {}
        // Nothing is left out in silence: where one file is refused, so are all.
        if !answer.refusals.isEmpty { throw Problem(.unprocessableContent, answer.refusals) }
        guard let type = answer.mediaType, !content.isEmpty else {
          throw Problem(.unprocessableContent, .serviceNothingToTake)
        }
        var response = Response.download(content, type: type, named: answer.fileName ?? output.rawValue)
        response.headers[ResponseHeaders.name("Tracktable-Errors")] = String(answer.counts.errors)
        response.headers[ResponseHeaders.name("Tracktable-Warnings")] = String(answer.counts.warnings)
        return response
      }
    }
  }
}
