import Foundation
import Testing

/// The command against files, and expectations, that were drawn from the form by someone who has not read the program.
@Suite(.serialized) struct AcceptanceTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  /// Runs one of the comparing programs, which end with 1 where anything differs.
  private static func run(_ script: String, _ arguments: String...) throws -> Command.Outcome {
    let process = Process()
    let python = ProcessInfo.processInfo.environment["TRACKTABLE_PYTHON"] ?? "/usr/bin/python3"
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [root.appending(path: script).path, Command.path] + arguments
    process.currentDirectoryURL = root
    return try Command.finish(process)
  }

  @Test("layouts and complaints come out as a careful reader takes them", arguments: ["layouts", "complaints"])
  func fixtures(folder: String) throws {
    let outcome = try Self.run("fixtures/\(folder)/compare.py")
    let wrong = outcome.text.split(separator: "\n").filter { !$0.hasSuffix(": right") }
    #expect(outcome.status == 0, "\(wrong.joined(separator: "\n"))")
  }

  @Test("of 500 drawn forms no value is wrong in silence, and no word is lost")
  func drawnForms() throws {
    let outcome = try Self.run("Tests/Acceptance/run.py", "--count", "500", "--seed", "1", "--shrink", "0")
    #expect(outcome.status == 0, "\(outcome.text.suffix(4000))")
  }
}
