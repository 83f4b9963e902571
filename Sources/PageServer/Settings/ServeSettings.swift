import Conversion
import Findings
import SystemCalls

/// How the page is served.
package struct ServeSettings: Sendable {
  /// An address of this machine, or a name of it.
  package var host = "127.0.0.1"
  /// 0 for any that is free.
  package var port = 8080
  /// The token that users of the server need; nil where it serves this machine alone.
  package var token: String?
  /// Names by which browsers may call the server, besides its address: that of a proxy in front of it.
  package var hostNames: [String] = []
  /// How many files are worked on at once.
  package var workers = 2
  /// What starts a worker: a process that calls `PageWorker.run`.
  package var workerCommand: [String] = []
  /// What one file may cost.
  package var fileLimits = FileLimits()
  package var limits = ServeLimits()
  /// Where the files of sessions lie, in a folder of their own.
  package var folder = TemporaryFile.folder
  /// Whether a line is written for every request.
  package var logsAccess = true

  package init() {}

  /// Whether the address is reached from this machine only.
  package var isLoopback: Bool { Self.isLoopback(host) }

  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.") && host.split(separator: ".").count == 4
  }

  /// The address to open in the browser, the token behind a number sign, which browsers keep to themselves.
  package func address(port: Int) -> String {
    let shown = host.contains(":") ? "[\(host)]" : host == "0.0.0.0" ? "127.0.0.1" : host
    return "http://\(shown):\(port)/" + (token.map { "#token=" + $0 } ?? "")
  }

  /// An unguessable token.
  package static func newToken() -> String { RandomKey.make() }

  /// The token that a file holds.
  ///
  /// - Throws: `service.token-file` where there is none of 16 to 200 visible ASCII characters.
  package static func token(in path: String) throws(Refusal) -> String {
    let bytes = (try? Descriptor.reading(Array(path.utf8)).read(upTo: 4096)) ?? []
    let line = bytes.prefix { $0 != 10 && $0 != 13 }
    guard (16...200).contains(line.count), line.allSatisfy({ (33...126).contains($0) }) else {
      throw Refusal(.serviceTokenFile, ["path": path])
    }
    return String(decoding: line, as: UTF8.self)
  }
}
