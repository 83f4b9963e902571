import Findings
import Foundation
import HTTPTypes
import Hummingbird
import SystemCalls

/// Reads the body of a request: small ones into memory, uploads into the folder of their session, piece by piece.
struct RequestBodyReader {
  let request: Request
  let limits: ServeLimits

  struct Upload: Sendable {
    /// Where it lies.
    let claim: Claim
    let name: String
  }

  /// Bytes of a multipart form that are no file.
  private static let longestFraming = 64 << 10

  /// A body as a whole.
  func message() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    try await forEachPiece(atMost: limits.messageBytes) { bytes += $0 }
    return bytes
  }

  /// The files of a body: one as it is, called by the query, or those of a multipart form.
  ///
  /// - Throws: A problem; nothing of the body is then left.
  func uploads(into session: Session) async throws -> [Upload] {
    let type = request.headers[.contentType] ?? "application/octet-stream"
    let isForm = type.lowercased().hasPrefix("multipart/")
    var parser: MultipartParser?
    if isForm {
      guard let boundary = MultipartParser.boundary(of: type), let known = MultipartParser(boundary: boundary) else {
        throw Problem(
          .unsupportedMediaType, .serviceMediaType, ["found": type, "expected": "multipart/form-data; boundary=…, */*"])
      }
      parser = known
    }
    let intake = Intake(session)
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length <= limits.requestBytes {
      // What there is no space for is refused before it is sent.
      guard length <= session.bytesLeft + Self.longestFraming else {
        throw Problem(.contentTooLarge, .serviceSessionFull, ["megabytes": String(limits.sessionBytes >> 20)])
      }
    }
    do {
      if !isForm { try intake.begin(named: request.uri.queryParameters["name"].map(String.init) ?? "upload") }
      try await forEachPiece(atMost: limits.requestBytes) { piece in
        guard parser != nil else { return try intake.write(piece[...]) }
        try parser?.append(piece) { event in
          switch event {
          case .part(let headers): try intake.begin(part: headers)
          case .content(let bytes): try intake.write(bytes)
          case .partEnd: intake.end()
          }
        }
      }
      try parser?.finish()
      intake.end()
      guard !intake.uploads.isEmpty else { throw Problem(.badRequest, .serviceBadRequest, ["found": "no file"]) }
      return intake.uploads
    } catch is MultipartParser.Malformed {
      throw Problem(.badRequest, .serviceBadRequest, ["found": "multipart/form-data"])
    }
  }

  private func forEachPiece(atMost limit: Int, _ body: ([UInt8]) throws -> Void) async throws {
    let tooLarge = Problem(
      .contentTooLarge, .serviceRequestTooLarge, ["megabytes": String(max(1, limit >> 20))])
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge }
    var count = 0
    var pieces = request.body.makeAsyncIterator()
    while let buffer = try await next(&pieces) {
      count += buffer.readableBytes
      guard count <= limit else { throw tooLarge }
      try body(Array(buffer.readableBytesView))
    }
  }

  private func next(_ pieces: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
    do {
      return try await pieces.next()
    } catch RequestGuard.Failure.tooSlow {
      throw Problem(.requestTimeout, .serviceTooSlow)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw Problem(.badRequest, .serviceBadRequest, ["found": "HTTP"])
    }
  }
}

/// Writes uploads as they come.
private final class Intake {
  private let session: Session
  private(set) var uploads: [RequestBodyReader.Upload] = []
  private var open: Descriptor?

  init(_ session: Session) { self.session = session }

  func begin(part headers: [String: String]) throws {
    guard let disposition = headers["content-disposition"],
      let name = MultipartParser.parameter("filename", of: disposition)
        ?? (MultipartParser.parameter("name", of: disposition) == "file" ? "upload" : nil)
    else { return }
    try begin(named: name)
  }

  func begin(named name: String) throws {
    let claim = try session.claim()
    uploads.append(.init(claim: claim, name: UploadName.cleaned(name)))
    do throws(SystemFailure) {
      open = try PrivateFolder.openNew(claim.path)
    } catch {
      throw Problem(.internalServerError, .serviceFault, ["reason": error.words])
    }
  }

  func write(_ bytes: ArraySlice<UInt8>) throws {
    // A part that is no file.
    guard let open, let claim = uploads.last?.claim else { return }
    try claim.reserve(bytes.count)
    do throws(SystemFailure) {
      try open.write(bytes)
    } catch {
      throw Problem(.internalServerError, .serviceFault, ["reason": error.words])
    }
  }

  func end() { open = nil }
}

/// What a browser or program calls a file.
enum UploadName {
  private static let longest = 400

  /// The components that name something: no root, no `..`, nothing that is not to be seen. Names are shown and lead to names of outputs; no file is
  /// ever opened by one.
  static func cleaned(_ name: String) -> String {
    let visible = String(
      String.UnicodeScalarView(
        name.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 && $0.properties.generalCategory != .format }))
    let components = visible.split { $0 == "/" || $0 == "\\" }.map { $0.trimmingSpaces }
      .filter { !$0.isEmpty && $0 != "." && $0 != ".." }
    let joined = components.joined(separator: "/")
    return joined.isEmpty ? "upload" : String(joined.suffix(longest))
  }
}
