import ArgumentParser
import Conversion
import Findings
import Publishing
import SystemCalls

/// The two streams of the command: words go to standard error, results and nothing else to standard output. Nothing of an input reaches a
/// terminal before `TerminalText` has cleaned it.
struct Console: Sendable {
  let language: Language

  /// What results are made of, which tells how they are cleaned for a terminal.
  enum Content {
    case json
    /// Lines of text, cleaned line by line where they were made.
    case text
    /// Lines of text that say for programs what inputs say.
    case rawText
  }

  /// Prints a finding to standard error: where, how grave, what, and what to do.
  func say(_ finding: Finding, of form: ReportedForm? = nil) {
    write(words: FindingLine.text(of: finding, in: language, form: form) + "\n")
  }

  /// Writes clean words to standard error without a line break. Where the stream is closed, they are lost: the exit status stands.
  func write(words: String) { try? StandardStreams.error.write(Array(words.utf8)) }

  /// Writes results to standard output.
  ///
  /// - Throws: A refusal where the reader at the other end of a pipe has gone or the device is full.
  func write(_ bytes: [UInt8], _ content: Content) throws(Refusal) {
    var bytes = bytes
    if StandardStreams.output.isTerminal, content != .text {
      let text = String(decoding: bytes, as: UTF8.self)
      bytes = Array((content == .json ? TerminalText.escapedJSON(text) : TerminalText.cleanedLines(text)).utf8)
    }
    do throws(SystemFailure) {
      try StandardStreams.output.write(bytes)
    } catch {
      throw Refusal(error.isBrokenPipe ? .outputPipeClosed : .outputFailed, ["path": "-", "reason": error.words])
    }
  }

  /// Runs a command's body; what goes wrong becomes a sentence on standard error and an exit status.
  func run(_ body: () throws -> ExitStatus) throws {
    let status: ExitStatus
    do {
      status = try body()
    } catch let refusal as Refusal where refusal.finding.rule == .outputPipeClosed {
      status = .brokenPipe
    } catch let refusal as Refusal {
      say(refusal.finding)
      status = .incomplete
    } catch let invalid as InvalidProfile {
      for finding in invalid.findings { say(finding) }
      status = .usage
    } catch let wrong as WrongUsage {
      say(wrong.finding)
      status = .usage
    } catch let failure as SystemFailure {
      say(Finding(.runSystem, ["reason": failure.words]))
      status = .incomplete
    }
    if status != .done { throw ExitCode(status.rawValue) }
  }
}
