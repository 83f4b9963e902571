import Findings
import HTTPTypes
import Hummingbird
import SystemCalls
import TrackingModel

/// What the page asks for.
struct SessionRoutes: Sendable {
  let sessions: Sessions
  let queue: WorkQueue
  let settings: ServeSettings

  static let cookie = "tracktable"

  private struct TokenMessage: Decodable { var token: String? }

  // MARK: The session

  func open(_ request: Request) async throws -> Response {
    let bytes = try await RequestBodyReader(request: request, limits: settings.limits).message()
    let given = bytes.isEmpty ? nil : try JSON.message(TokenMessage.self, from: bytes).token
    if let token = settings.token {
      guard RandomKey.isSame(given ?? Self.bearer(request) ?? "", token) else {
        throw Problem(.unauthorized, .serviceToken)
      }
    }
    let (session, key) = try sessions.open()
    var response = try list(session)
    response.status = .created
    response.headers[.setCookie] = "\(Self.cookie)=\(key); Path=/; HttpOnly; SameSite=Strict"
    return response
  }

  func close(_ request: Request) -> Response {
    sessions.close(Self.key(request))
    return Response(
      status: .noContent, headers: [.setCookie: "\(Self.cookie)=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"])
  }

  func session(_ request: Request) throws(Problem) -> Session { try sessions.session(Self.key(request)) }

  static func key(_ request: Request) -> String? {
    for header in request.headers[values: .cookie] {
      for pair in header.split(separator: ";").map(\.trimmingSpaces) where pair.hasPrefix(cookie + "=") {
        return String(pair.dropFirst(cookie.count + 1))
      }
    }
    return nil
  }

  static func bearer(_ request: Request) -> String? {
    guard let value = request.headers[.authorization], value.lowercased().hasPrefix("bearer ") else { return nil }
    return value.dropFirst(7).trimmingSpaces
  }

  /// The files so far, for a page that is loaded again.
  func list(_ session: Session) throws -> Response {
    var bytes = Array(#"{"files":["#.utf8)
    bytes += session.files.map(\.file.summary).joined(separator: [UInt8(ascii: ",")])
    bytes += "]}".utf8
    return Response(type: MediaType.json, bytes)
  }

  // MARK: Files

  func add(_ request: Request, _ context: PageContext, to session: Session) async throws -> Response {
    let place = try number("place", of: request)
    let reader = RequestBodyReader(request: request, limits: settings.limits)
    let uploads = try await session.use { try await reader.uploads(into: session) }
    return lines(context) { send in
      try await session.use {
        for upload in uploads { try await add(upload, at: place ?? upload.claim.number, into: session, send) }
      }
    }
  }

  func addTable(_ request: Request, to session: Session) async throws -> Response {
    let place = try number("place", of: request)
    let bytes = try await RequestBodyReader(request: request, limits: tableLimits).message()
    let table = try JSON.message(PastedTable.self, from: bytes)
    let claim = try session.claim()
    let name = UploadName.cleaned(request.uri.queryParameters["name"].map(String.init) ?? "粘贴的表格")
    let stored = StoredFile(name: name, path: claim.path)
    let (answer, _) = try await queue.perform(Work(task: .paste(table), files: [stored]))
    if !answer.refusals.isEmpty { throw Problem(.unprocessableContent, answer.refusals) }
    try claim.reserve(FileStatus(following: claim.path)?.size ?? 0)
    let file = try await queue.read(
      Session.File(stored: stored, place: place ?? claim.number), number: claim.number, limits: settings.limits)
    try session.add(file, as: claim)
    return Response(type: MediaType.jsonLines, file.summary + [10])
  }

  func remove(_ number: Int, of session: Session) throws -> Response {
    try session.remove(number)
    return Response(status: .noContent)
  }

  /// A pasted table is larger than other messages.
  private var tableLimits: ServeLimits {
    var limits = settings.limits
    limits.messageBytes = 16 << 20
    return limits
  }

  /// A number in the query; nil where there is none.
  private func number(_ name: String, of request: Request) throws(Problem) -> Int? {
    guard let text = request.uri.queryParameters[Substring(name)] else { return nil }
    guard let number = Int(text), (0...Self.largestNumber).contains(number) else {
      throw Problem(.badRequest, .serviceBadRequest, ["found": "\(name)=\(text)"])
    }
    return number
  }

  private static let largestNumber = 1_000_000_000

  /// Reads an upload, and sends a line for it, or for each file of an archive, as soon as that is done.
  private func add(
    _ upload: RequestBodyReader.Upload, at place: Int, into session: Session,
    _ send: @escaping @Sendable ([UInt8]) -> Void
  ) async throws {
    let files = try await queue.expand(upload, in: session, limits: settings.limits)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, one) in files.enumerated() {
        if index >= settings.workers * 2 { try await group.next() }
        group.addTask {
          let file = try await queue.read(
            Session.File(stored: one.stored, place: place), number: one.claim.number, limits: settings.limits)
          try session.add(file, as: one.claim)
          send(file.summary + [10])
        }
      }
      try await group.waitForAll()
    }
  }

  /// A response of lines that come as work is done; the work stops when the client goes.
  private func lines(
    _ context: PageContext, _ work: @escaping @Sendable (@escaping @Sendable ([UInt8]) -> Void) async throws -> Void
  ) -> Response {
    let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
    let task = Task {
      do {
        try await work { continuation.yield($0) }
      } catch {
        // A client still listening is told that this is not all.
        if let problem = error as? Problem, let bytes = try? JSON.bytes(["problem": problem.findings]) {
          continuation.yield(bytes + [10])
        }
      }
      continuation.finish()
    }
    context.channel.closeFuture.whenComplete { _ in task.cancel() }
    return Response(
      status: .ok, headers: [.contentType: MediaType.jsonLines],
      body: ResponseBody { writer in
        for await line in stream { try await writer.write(ByteBuffer(bytes: line)) }
        try await writer.finish(nil)
      })
  }

  // MARK: Forms

  func form(_ form: Int, of number: Int, in session: Session) async throws -> Response {
    let file = try session.file(number)
    return Response(type: MediaType.json, try await view(form, of: file.stored, number))
  }

  /// - Throws: A problem where there is no such form or the file cannot be read as it is.
  private func view(_ form: Int, of stored: StoredFile, _ number: Int) async throws -> [UInt8] {
    let (answer, content) = try await queue.perform(
      Work(task: .form(form, sourceCells: settings.limits.sourceCells), files: [stored]))
    if let refusal = answer.refusals.first {
      let isAbsent = refusal.rule == Rule.serviceNotFound.name
      throw Problem(isAbsent ? .notFound : .unprocessableContent, answer.refusals)
    }
    return Array(content)
  }

  private struct Typed: Decodable {
    var field: String
    /// nil takes the correction back.
    var text: String?
  }

  /// A value typed over, or the one that was read put back: answered by the form and the line of its file as they are then.
  func correct(_ form: Int, of number: Int, in session: Session, _ request: Request) async throws -> Response {
    let bytes = try await RequestBodyReader(request: request, limits: settings.limits).message()
    let typed = try JSON.message(Typed.self, from: bytes)
    while true {
      var file = try session.file(number)
      var list = file.stored.corrections[form] ?? []
      list.removeAll { $0.field == typed.field }
      if let text = typed.text { list.append(.init(field: typed.field, text: text)) }
      file.stored.corrections[form] = list.isEmpty ? nil : list
      let view = try await view(form, of: file.stored, number)
      let read = try await queue.read(file, number: number, limits: settings.limits)
      // What was typed at the same time into another field must not be lost.
      guard session.replace(number, by: read) else { continue }
      return Response(
        type: MediaType.json,
        Array(#"{"file":"#.utf8) + read.summary + Array(#","form":"#.utf8) + view + Array("}".utf8))
    }
  }

  // MARK: What is taken away

  func download(
    _ output: Output, of session: Session, _ request: Request, _ language: Language
  ) async throws -> Response {
    var files = session.files.map(\.file)
    let number = try number("file", of: request)
    if let number { files = [try session.file(number)] }
    let form = try number.flatMap { _ in try self.number("form", of: request) }
    // What was refused stands on the list and in the reports; nothing else can be made of it.
    if !output.isReport, number == nil { files.removeAll(where: \.isRefused) }
    if files.isEmpty { throw Problem(.conflict, .serviceNothingToTake) }
    let (answer, content) = try await queue.perform(
      Work(task: .output(output, form: form), files: files.map(\.stored), language: language.rawValue))
    // Nothing is left out in silence: what was read before has to be read again.
    if !answer.refusals.isEmpty { throw Problem(.unprocessableContent, answer.refusals) }
    guard let type = answer.mediaType, !content.isEmpty else { throw Problem(.conflict, .serviceNothingToTake) }
    return .download(content, type: type, named: answer.fileName ?? output.rawValue)
  }
}

extension Response {
  static func download(_ bytes: some Sequence<UInt8>, type: String, named name: String) -> Response {
    var response = Response(type: type, bytes)
    response.headers[.contentDisposition] = ResponseHeaders.attachment(name)
    return response
  }
}
