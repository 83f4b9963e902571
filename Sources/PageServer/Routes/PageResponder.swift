import Findings
import Foundation
import HTTPTypes
import Hummingbird
import SystemCalls

/// Answers every request: checks where it comes from, finds its route, and says what went wrong as problem details.
struct PageResponder: HTTPResponder {
  typealias Context = PageContext

  let settings: ServeSettings
  let origin: OriginCheck
  let session: SessionRoutes
  let programs: ProgramRoutes
  let templates: Templates
  let log: AccessLog?

  func respond(to request: Request, context: PageContext) async throws -> Response {
    let begin = MonotonicClock.seconds
    let language = Self.language(of: request)
    var response: Response
    do {
      try origin.check(request)
      response = try await answer(request, context, language)
    } catch let problem as Problem {
      response = problem.response(in: language)
      // Whatever is left of the body is not read.
      if request.method == .post, problem.status != .unprocessableContent { response.headers[.connection] = "close" }
    } catch is CancellationError {
      response = Problem(.serviceUnavailable, .serviceFault, ["reason": "stopped"]).response(in: language)
    } catch {
      response = Problem(.internalServerError, .serviceFault, ["reason": "internal error"]).response(in: language)
      response.headers[.connection] = "close"
    }
    ResponseHeaders.add(to: &response)
    log?.record(request, response, seconds: MonotonicClock.seconds - begin)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(_ request: Request, _ context: PageContext, _ language: Language) async throws -> Response {
    guard let route = Route(path: request.uri.path) else { throw Problem(.notFound, .serviceNotFound) }
    guard route.methods.contains(request.method) else {
      let allowed = route.methods.map(\.rawValue).joined(separator: ", ")
      var problem = Problem(
        .methodNotAllowed, .serviceMethod, ["found": request.method.rawValue, "expected": allowed])
      problem.allowed = allowed
      throw problem
    }
    let names = request.uri.queryParameters.map { String($0.key) }
    if let known = route.parameters, let stranger = names.first(where: { !known.contains($0) }) {
      throw Problem(.badRequest, .serviceBadRequest, ["found": String(stranger.prefix(100)) + "="])
    }
    switch route {
    case .page(let name):
      guard let file = PageFiles.byName[name] else { throw Problem(.notFound, .serviceNotFound) }
      return Response(type: file.type, file.bytes)
    case .template: return try await templates.response(in: language)
    case .schema: return programs.schema()
    case .description: return Response(type: MediaType.json, PageDescription.bytes)
    case .convert: return try await programs.convert(request, context, language)
    case .check: return try await programs.check(request, context, language)
    case .session where request.method == .post: return try await session.open(request)
    case .session where request.method == .delete: return session.close(request)
    default: break
    }
    let open = try session.session(request)
    return try await open.use {
      switch route {
      case .session: try session.list(open)
      case .files: try await session.add(request, context, to: open)
      case .tables: try await session.addTable(request, to: open)
      case .file(let number): try session.remove(number, of: open)
      case .form(let file, let form):
        try await context.whileConnected { try await session.form(form, of: file, in: open) }
      case .corrections(let file, let form): try await session.correct(form, of: file, in: open, request)
      case .output(let output):
        try await context.whileConnected { try await session.download(output, of: open, request, language) }
      default: throw Problem(.notFound, .serviceNotFound)
      }
    }
  }

  /// What a query or the browser asks for; Chinese where neither does.
  static func language(of request: Request) -> Language {
    if let wish = request.uri.queryParameters[Substring(Route.language)].flatMap({ Language(rawValue: String($0)) }) {
      return wish
    }
    let accepted = request.headers[.acceptLanguage]?.lowercased() ?? ""
    return accepted.hasPrefix("en") ? .english : .chinese
  }
}
