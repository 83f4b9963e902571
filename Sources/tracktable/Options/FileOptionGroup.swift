import ArgumentParser
import Conversion
import Findings
import Spreadsheet

/// The options of a command that reads one file. It reads the file in a process of its own, with limits.
struct FileOptionGroup: ParsableArguments {
  @OptionGroup var limits: LimitOptionGroup
  @OptionGroup var input: InputOptionGroup

  @Flag(help: .private)
  var worker = false

  /// Calls `body` with the file's bytes in the other process.
  ///
  /// - Parameters:
  ///   - file: Its path; `-` for standard input.
  ///   - limitsTime: Whether the time is limited, too.
  func read(
    _ file: String, limitsTime: Bool, _ body: (ByteSource, PipelineSettings, Console) throws -> ExitStatus
  ) throws {
    let console = Console(language: input.language.ofTerminal)
    try console.runSupervised(isWorker: worker, limits, limitsTime: limitsTime, file: file) {
      let named = try file == "-" ? nil : NamedInput(file, unpacker: input.unpacker.program)
      defer { withExtendedLifetime(named) {} }
      return try body(named?.source ?? .descriptor(0), input.reading.settings(), console)
    }
  }
}
