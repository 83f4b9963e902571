import Findings
import Foundation
import Hummingbird

/// A line for every request: when, what, how it ended, how long it took. Nothing of a file, no name of one, no session.
struct AccessLog: Sendable {
  let write: @Sendable (String) -> Void

  func record(_ request: Request, _ response: Response, seconds: Double) {
    // Names of files stand in queries, which are left out.
    let path = TerminalText.cleaned(String(request.uri.path.prefix(100)))
    let time = Date().formatted(.iso8601)
    let milliseconds = Int((seconds * 1000).rounded())
    write("\(time) \(request.method.rawValue) \(path) \(response.status.code) \(milliseconds) ms\n")
  }
}
