import ArgumentParser
import Conversion
import Findings
import SystemCalls

/// What the command says of how it was called: its help, or what is wrong with an option, in the language of the command line.
///
/// The argument parser has English words only. What it found is told by them, and said anew; a sentence of it that is not known here stays
/// as it is, so that nothing is lost.
enum CommandMessage {
  /// Columns of help: as many as the terminal has, but no more than can be read well.
  private static let mostColumns = 100

  static func text(of error: any Error, thrownBy command: any ParsableCommand.Type) -> String {
    let full = command.fullMessage(for: error)
    guard let described = CommandDescription.of(command) else { return full }
    let language = CommandLanguage.current
    let isHelp = full.hasPrefix("OVERVIEW:") || full.hasPrefix("USAGE:")
    // What a command has told itself comes with a status alone.
    let isWrongUsage = command.exitCode(for: error) == .validationFailure && !(error is ExitCode)
    guard isHelp || isWrongUsage else { return full }
    let called = subcommand(in: full, of: described)
    let help = HelpText(
      command: called ?? described, parents: called == nil ? [] : [described.commandName], language: language,
      width: min(StandardStreams.output.columns, mostColumns))
    if isHelp { return help.text }
    let problem = UsageProblem(command.message(for: error), of: called ?? described, in: language).text
    let path = (help.parents + [help.command.commandName]).joined(separator: " ")
    return problem + "\n" + help.usage + "\n"
      + language.pick("详见“\(path) --help”。", "See '\(path) --help' for more.")
  }

  /// The subcommand that was called, by the usage that the message ends with.
  private static func subcommand(in message: String, of command: CommandDescription) -> CommandDescription? {
    let lines = message.split(separator: "\n").map { $0.lowercased() }
    guard let usage = lines.last(where: { $0.hasPrefix("usage: ") }) else { return nil }
    let words = usage.split(separator: " ").dropFirst(2)
    return words.first.flatMap { command[String($0)] }
  }
}
