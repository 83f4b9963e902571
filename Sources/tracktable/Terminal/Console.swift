import ArgumentParser
import Conversion
import Findings
import Foundation

/// The two streams of the command: words go to standard error, results and nothing else to standard output.
struct Console {
  let language: Language

  /// Prints a finding to standard error: where, how grave, what, and what to do.
  func say(_ finding: Finding) { say(FindingLine.text(of: finding, in: language)) }

  /// Prints a line of words to standard error.
  func say(_ words: String) { write(words: words + "\n") }

  /// Writes to standard error without a line break.
  func write(words: String) { FileHandle.standardError.write(Data(words.utf8)) }

  /// Writes result bytes to standard output.
  ///
  /// - Throws: `ExitCode` 2 where the reader at the other end of a pipe has gone or the device is full.
  func write(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw ExitCode(ExitStatus.incomplete.rawValue)
    }
  }

  /// Runs a command's body; a refusal becomes its sentence on standard error and exit status 2.
  func run(_ body: () throws -> ExitStatus) throws {
    let status: ExitStatus
    do {
      status = try body()
    } catch let refusal as Refusal {
      say(refusal.finding)
      status = .incomplete
    } catch let invalid as InvalidProfile {
      for finding in invalid.findings { say(finding) }
      status = .usage
    } catch let wrong as WrongUsage {
      say(wrong.finding)
      status = .usage
    }
    if status != .done { throw ExitCode(status.rawValue) }
  }
}
