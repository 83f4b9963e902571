import Foundation
import Testing

/// The built command in the hands of a shell, for what only a shell does: closing streams, limits, pipes and signals.
enum Shell {
  /// Runs a script in a folder; `$T` is the command. Ends with the script's status, its output and its errors.
  static func run(
    _ script: String, in folder: TemporaryFolder, locale: String = "C.UTF-8", seconds: Int = 100
  ) throws -> Command.Outcome {
    try folder.write(".script", "T='\(Command.path)'\n" + script + "\n")
    defer { try? FileManager.default.removeItem(atPath: folder.path + "/.script") }
    let process = Command.start([], in: folder, locale: locale)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments = ["-k", "1", "\(seconds)", "/bin/bash", ".script"]
    return try Command.finish(process)
  }
}
