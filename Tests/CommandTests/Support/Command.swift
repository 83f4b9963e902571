import Foundation
import Testing

/// The built command, run as a user would run it.
struct Command {
  /// How a run ended and what it printed.
  struct Outcome {
    let status: Int32
    let output: Data
    let words: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Beside the test bundle, where the build puts it.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("tracktable").path

  /// Runs to the end.
  static func run(
    _ arguments: String..., in folder: TemporaryFolder? = nil, input: Data = Data(), locale: String = "zh_CN.UTF-8"
  ) throws -> Outcome {
    try run(arguments, in: folder, input: input, locale: locale)
  }

  static func run(
    _ arguments: [String], in folder: TemporaryFolder? = nil, input: Data = Data(), locale: String = "zh_CN.UTF-8"
  ) throws -> Outcome {
    try finish(start(arguments, in: folder, locale: locale), input: input)
  }

  /// Runs a process to its end.
  static func finish(_ process: Process, input: Data = Data()) throws -> Outcome {
    let output = Pipe()
    let words = Pipe()
    let stdin = Pipe()
    process.standardOutput = output
    process.standardError = words
    process.standardInput = stdin
    try process.run()
    let reading = ReadingInBackground(words.fileHandleForReading)
    try? stdin.fileHandleForWriting.write(contentsOf: input)
    try stdin.fileHandleForWriting.close()
    let bytes = output.fileHandleForReading.bytesToEnd()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: bytes, words: reading.text())
  }

  /// The settings of a sanitizer, which hold for the command, too; empty where there is none.
  static let sanitizer = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

  /// A process with its arguments set, not yet running.
  static func start(
    _ arguments: [String], in folder: TemporaryFolder? = nil, locale: String = "zh_CN.UTF-8"
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ["LC_ALL": locale, "PATH": "/usr/bin:/bin"].merging(sanitizer) { own, _ in own }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder.path) }
    return process
  }
}

/// Empties one pipe while the other is read, so that neither fills up.
private final class ReadingInBackground: @unchecked Sendable {
  private var data = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread.detachNewThread {
      self.data = handle.bytesToEnd()
      self.done.signal()
    }
  }

  func text() -> String {
    done.wait()
    return String(decoding: data, as: UTF8.self)
  }
}
